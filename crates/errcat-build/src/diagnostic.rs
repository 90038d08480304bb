//! What is wrong with a catalog, where, and what to write instead.

mod excerpt;
mod registry;
mod terminal_text;

use std::fmt;
use std::sync::Arc;

pub use excerpt::Excerpt;
pub use registry::{CODES, Code};

use crate::text::sanitize::escaped;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Severity {
    /// The catalog is not compiled.
    Error,
    /// The catalog is compiled, unless warnings are denied.
    Warning,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
        })
    }
}

/// One fault of a catalog file.
///
/// Its `Display` is `catalog/csbs.yaml:41:13: error[duplicate-name]: ...`, and a line `help: ...` below;
/// [`render`](Self::render) shows the line of the file too.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Diagnostic {
    /// The file, or the folder where there is none.
    pub path: String,
    /// Line, from 1; 0 where the file as a whole is meant.
    pub line: usize,
    /// Column in characters, from 1; 0 where the file as a whole is meant.
    pub column: usize,
    /// How bad it is.
    pub severity: Severity,
    /// The kind of fault, in kebab case; stable.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub help: String,
    /// The line of the file, as it is written there; empty where the file as a whole is meant.
    pub source: Arc<str>,
    /// How many characters are meant, from `column` on; 0 where the file as a whole is meant.
    pub length: usize,
}

impl Diagnostic {
    /// Path, line and column: `catalog/csbs.yaml:41:13`, or the path alone.
    #[must_use]
    pub fn place(&self) -> String {
        // A path may be hostile to terminals, too.
        let path = escaped(&self.path);
        if self.line > 0 { format!("{path}:{}:{}", self.line, self.column) } else { path }
    }

    /// The line of the file, ready to be shown with what is meant marked; none where the file as a whole is meant.
    #[must_use]
    pub fn excerpt(&self) -> Option<Excerpt> {
        (self.line > 0).then(|| Excerpt::new(&self.source, self.column, self.length))
    }

    /// The long form: as `Display`, with the line of the file and a mark below what is meant.
    ///
    /// ```
    /// # let folder = std::env::temp_dir().join("errcat-doc-render");
    /// # std::fs::create_dir_all(&folder)?;
    /// std::fs::write(folder.join("pay.yaml"), "service: 7\n")?;
    /// let faults = errcat_build::load(&folder).unwrap_err();
    /// let wrong_type = faults.as_slice().iter().find(|fault| fault.code == "wrong-type");
    /// assert!(wrong_type.unwrap().render().contains("\n1 | service: 7\n  |          ^\n"));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    #[must_use]
    pub fn render(&self) -> String {
        let Some(excerpt) = self.excerpt() else { return self.to_string() };
        let head = format!("{}: {}[{}]: {}", self.place(), self.severity, self.code, self.message);
        let number = self.line.to_string();
        let gutter = " ".repeat(number.len());
        let text = format!("{number} | {}", excerpt.text);
        let (text, mark) = (text.trim_end(), excerpt.mark);
        format!("{head}\n{gutter} |\n{text}\n{gutter} | {mark}\n{gutter} = help: {}", self.help)
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { severity, code, message, help, .. } = self;
        write!(f, "{}: {severity}[{code}]: {message}\n  help: {help}", self.place())
    }
}

/// Stands where a value would stand, had no fault been reported instead. Only reporting one makes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reported(());

/// A value, or the knowledge that the fault in its place is reported: whoever needs the value is silent then, and
/// whoever does not goes on.
pub(crate) type Sound<T> = Result<T, Reported>;

/// A reference to the value, if it is sound.
pub(crate) fn sound<T>(value: &Sound<T>) -> Sound<&T> {
    value.as_ref().map_err(|reported| *reported)
}

/// All faults and warnings that one run found. Its `Display` is short, [`render`](Self::render) is long.
#[derive(Clone, Debug, Default, PartialEq, Eq, thiserror::Error)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// The faults and warnings, sorted by file, line and column.
    #[must_use]
    pub fn as_slice(&self) -> &[Diagnostic] {
        &self.list
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many are of this severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.list.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }

    /// How many there are: `2 errors, 1 warning`.
    #[must_use]
    pub fn summary(&self) -> String {
        let counted = |count: usize, what: Severity| {
            let plural = if count == 1 { "" } else { "s" };
            format!("{count} {what}{plural}")
        };
        let (errors, warnings) = (self.count(Severity::Error), self.count(Severity::Warning));
        match (errors, warnings) {
            (_, 0) => counted(errors, Severity::Error),
            (0, _) => counted(warnings, Severity::Warning),
            _ => format!("{}, {}", counted(errors, Severity::Error), counted(warnings, Severity::Warning)),
        }
    }

    /// All of them in the long form, and how many there are.
    #[must_use]
    pub fn render(&self) -> String {
        let mut parts: Vec<String> = self.list.iter().map(Diagnostic::render).collect();
        parts.push(self.summary());
        parts.join("\n")
    }

    pub(crate) fn push(&mut self, mut diagnostic: Diagnostic) -> Reported {
        // What the file holds may be hostile to terminals, and cargo shows one line.
        diagnostic.message = escaped(&diagnostic.message);
        diagnostic.help = escaped(&diagnostic.help);
        self.list.push(diagnostic);
        Reported(())
    }

    /// A fault of a file or folder as a whole.
    pub(crate) fn file(&mut self, path: &str, code: &'static str, message: String, help: &str) {
        let (severity, help) = (Severity::Error, help.to_owned());
        let (path, source) = (path.to_owned(), Arc::default());
        self.push(Diagnostic { path, line: 0, column: 0, severity, code, message, help, source, length: 0 });
    }

    /// Whether something is wrong that the catalog cannot be compiled with.
    pub(crate) fn has_errors(&self) -> bool {
        self.list.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// Makes errors of the warnings.
    pub(crate) fn deny_warnings(&mut self) {
        self.list.iter_mut().for_each(|diagnostic| diagnostic.severity = Severity::Error);
    }

    pub(crate) fn sort(&mut self) {
        self.list.sort();
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for diagnostic in &self.list {
            writeln!(f, "{diagnostic}")?;
        }
        f.write_str(&self.summary())
    }
}
