//! What one run reports.

use std::fmt;
use std::sync::Arc;

use super::sound::Reported;
use super::{Diagnostic, DiagnosticKind, Level};
use crate::text::sanitize::escaped;

/// All errors and warnings of one run. Its `Display` is the short form, [`render`](Self::render) the long one.
#[derive(Clone, Debug, Default, PartialEq, Eq, thiserror::Error)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Returns the errors and warnings, sorted by file, line and column.
    #[must_use]
    pub fn as_slice(&self) -> &[Diagnostic] {
        &self.list
    }

    /// Returns whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Returns how many have this level.
    #[must_use]
    pub fn count(&self, level: Level) -> usize {
        self.list.iter().filter(|diagnostic| diagnostic.level == level).count()
    }

    /// Returns how many there are: `2 errors, 1 warning`.
    #[must_use]
    pub fn summary(&self) -> String {
        let counted = |count: usize, what: Level| {
            let plural = if count == 1 { "" } else { "s" };
            format!("{count} {what}{plural}")
        };
        let (errors, warnings) = (self.count(Level::Error), self.count(Level::Warning));
        match (errors, warnings) {
            (_, 0) => counted(errors, Level::Error),
            (0, _) => counted(warnings, Level::Warning),
            _ => format!("{}, {}", counted(errors, Level::Error), counted(warnings, Level::Warning)),
        }
    }

    /// Returns all of them in the long form, followed by the summary.
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

    /// Reports a problem of a file or folder as a whole.
    pub(crate) fn file(&mut self, path: &str, kind: DiagnosticKind, message: String, help: &str) -> Reported {
        let (level, path, help) = (kind.level(), path.to_owned(), help.to_owned());
        let source = Arc::default();
        self.push(Diagnostic { path, line: 0, column: 0, level, kind, message, help, source, length: 0 })
    }

    /// Returns whether there is an error: the catalog cannot be compiled.
    pub(crate) fn has_errors(&self) -> bool {
        self.list.iter().any(|diagnostic| diagnostic.level == Level::Error)
    }

    /// Turns the warnings into errors.
    pub(crate) fn deny_warnings(&mut self) {
        self.list.iter_mut().for_each(|diagnostic| diagnostic.level = Level::Error);
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
