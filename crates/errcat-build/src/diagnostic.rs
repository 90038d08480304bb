//! What is wrong with a catalog, where, and what to write instead.

mod excerpt;
mod level;
mod list;
mod registry;
mod sound;
mod width;

use std::fmt;
use std::sync::Arc;

pub use excerpt::Excerpt;
pub use level::Level;
pub use list::Diagnostics;
pub use registry::{DiagnosticKind, Lint, UnknownLint};
pub(crate) use sound::{Reported, Sound, sound};

use crate::text::sanitize::escaped;

/// One problem of a catalog file.
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
    /// How serious it is.
    pub level: Level,
    /// What kind of problem it is.
    pub kind: DiagnosticKind,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub help: String,
    /// The line of the file, as it is written there, or the part around the place where the line is long; empty where the
    /// file as a whole is meant.
    pub source: Arc<str>,
    /// The column of the first character of `source`: 1, unless the line is long.
    pub source_column: usize,
    /// How many characters are meant, from `column` on; 0 where the file as a whole is meant.
    pub length: usize,
}

impl Diagnostic {
    /// Returns path, line and column: `catalog/csbs.yaml:41:13`, or the path alone.
    #[must_use]
    pub fn place(&self) -> String {
        // A path may be hostile to terminals, too.
        let path = escaped(&self.path);
        if self.line > 0 { format!("{path}:{}:{}", self.line, self.column) } else { path }
    }

    /// Returns the line of the file with what is meant marked, or nothing where the file as a whole is meant.
    #[must_use]
    pub fn excerpt(&self) -> Option<Excerpt> {
        (self.line > 0).then(|| Excerpt::new(&self.source, self.source_column, self.column, self.length))
    }

    /// Returns the long form: as `Display`, with the line of the file and a mark below what is meant.
    ///
    /// ```
    /// # let folder = std::env::temp_dir().join("errcat-doc-render");
    /// # std::fs::create_dir_all(&folder)?;
    /// use errcat_build::DiagnosticKind;
    ///
    /// std::fs::write(folder.join("pay.yaml"), "service: 7\n")?;
    /// let faults = errcat_build::load(&folder).unwrap_err();
    /// let wrong_type = faults.as_slice().iter().find(|fault| fault.kind == DiagnosticKind::WrongType);
    /// assert!(wrong_type.unwrap().render().contains("\n1 | service: 7\n  |          ^\n"));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    #[must_use]
    pub fn render(&self) -> String {
        let Some(excerpt) = self.excerpt() else { return self.to_string() };
        let head = format!("{}: {}[{}]: {}", self.place(), self.level, self.kind, self.message);
        let number = self.line.to_string();
        let gutter = " ".repeat(number.len());
        let text = format!("{number} | {}", excerpt.text);
        let (text, mark) = (text.trim_end(), excerpt.mark);
        format!("{head}\n{gutter} |\n{text}\n{gutter} | {mark}\n{gutter} = help: {}", self.help)
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { level, kind, message, help, .. } = self;
        write!(f, "{}: {level}[{kind}]: {message}\n  help: {help}", self.place())
    }
}
