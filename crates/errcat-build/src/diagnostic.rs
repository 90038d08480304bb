//! What is wrong with a catalog, where, and what to write instead.

use std::fmt;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Severity {
    /// The catalog is not compiled.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("error")
    }
}

/// One fault of a catalog file.
///
/// Its `Display` is `catalog/csbs.yaml:41:13: error[duplicate-name]: ...`, and a line `help: ...` below.
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
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path)?;
        if self.line > 0 {
            write!(f, ":{}:{}", self.line, self.column)?;
        }
        write!(f, ": {}[{}]: {}\n  help: {}", self.severity, self.code, self.message, self.help)
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

/// All faults that one run found.
#[derive(Clone, Debug, Default, PartialEq, Eq, thiserror::Error)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// The faults, sorted by file, line and column.
    #[must_use]
    pub fn as_slice(&self) -> &[Diagnostic] {
        &self.list
    }

    pub(crate) fn push(&mut self, mut diagnostic: Diagnostic) -> Reported {
        // What the file holds may be hostile to terminals, and cargo shows one line.
        diagnostic.message = printable(&diagnostic.message);
        diagnostic.help = printable(&diagnostic.help);
        self.list.push(diagnostic);
        Reported(())
    }

    /// A fault of a file or folder as a whole.
    pub(crate) fn file(&mut self, path: &str, code: &'static str, message: String, help: &str) {
        let (severity, help) = (Severity::Error, help.to_owned());
        self.push(Diagnostic { path: path.to_owned(), line: 0, column: 0, severity, code, message, help });
    }

    pub(crate) fn into_result(mut self) -> Result<(), Self> {
        if self.list.is_empty() {
            return Ok(());
        }
        self.list.sort();
        Err(self)
    }
}

/// The text with its control characters escaped.
fn printable(text: &str) -> String {
    let mut printable = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_control() {
            printable.extend(letter.escape_default());
        } else {
            printable.push(letter);
        }
    }
    printable
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for diagnostic in &self.list {
            writeln!(f, "{diagnostic}")?;
        }
        let plural = if self.list.len() == 1 { "" } else { "s" };
        write!(f, "{} error{plural}", self.list.len())
    }
}
