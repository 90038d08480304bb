//! What one run reports.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use super::sound::Reported;
use super::{Diagnostic, DiagnosticKind, Level};
use crate::text::sanitize::escaped;

/// All errors and warnings of one run. Its `Display` is the short form, [`render`](Self::render) the long one.
#[derive(Clone, Debug, Default, PartialEq, Eq, thiserror::Error)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    files: BTreeMap<String, Counted>,
}

/// The most diagnostics of one file. Whoever has more than these has one cause for most of them, or an enemy.
const MOST: usize = 100;

/// How many diagnostics a file has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Counted {
    listed: usize,
    /// Errors that are not in the list.
    more_errors: usize,
    /// Warnings that are not in the list.
    more_warnings: usize,
}

impl Counted {
    fn more(self, level: Level) -> usize {
        if level == Level::Error { self.more_errors } else { self.more_warnings }
    }
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

    /// Returns how many have this level, with those of a file that are only counted, since the file has too many.
    #[must_use]
    pub fn count(&self, level: Level) -> usize {
        let own = |diagnostic: &&Diagnostic| {
            diagnostic.level == level && diagnostic.kind != DiagnosticKind::MoreDiagnostics
        };
        let more: usize = self.files.values().map(|counted| counted.more(level)).sum();
        self.list.iter().filter(own).count() + more
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

    /// Adds what another run reported.
    ///
    /// ```
    /// use errcat_build::Diagnostics;
    ///
    /// let mut all = Diagnostics::default();
    /// all.append(errcat_build::load("first").unwrap_err());
    /// all.append(errcat_build::load("second").unwrap_err());
    /// assert_eq!(all.summary(), "2 errors");
    /// ```
    pub fn append(&mut self, other: Self) {
        self.list.extend(other.list);
        for (path, counted) in other.files {
            let own = self.files.entry(path).or_default();
            own.listed += counted.listed;
            own.more_errors += counted.more_errors;
            own.more_warnings += counted.more_warnings;
        }
        self.finish();
    }

    /// Adds a diagnostic, unless its file has too many.
    pub(crate) fn push(&mut self, mut diagnostic: Diagnostic) -> Reported {
        if self.is_full(&diagnostic.path) {
            return self.omit(&diagnostic.path, diagnostic.level);
        }
        // What the file holds may be hostile to terminals, and cargo shows one line.
        diagnostic.message = shortened(&escaped(&diagnostic.message));
        diagnostic.help = shortened(&escaped(&diagnostic.help));
        self.files.entry(diagnostic.path.clone()).or_default().listed += 1;
        self.list.push(diagnostic);
        Reported(())
    }

    /// Returns whether this file has as many diagnostics as are listed: what is found in it now is only counted.
    pub(crate) fn is_full(&self, path: &str) -> bool {
        self.files.get(path).is_some_and(|counted| counted.listed >= MOST)
    }

    /// Counts a diagnostic of a file that has too many.
    pub(crate) fn omit(&mut self, path: &str, level: Level) -> Reported {
        if let Some(counted) = self.files.get_mut(path) {
            match level {
                Level::Error => counted.more_errors += 1,
                Level::Warning => counted.more_warnings += 1,
            }
        }
        Reported(())
    }

    /// Reports a problem of a file or folder as a whole.
    pub(crate) fn file(&mut self, path: &str, kind: DiagnosticKind, message: String, help: &str) -> Reported {
        let (level, path, help) = (kind.level(), path.to_owned(), help.to_owned());
        let source = Arc::default();
        self.push(Diagnostic {
            path,
            line: 0,
            column: 0,
            level,
            kind,
            message,
            help,
            source,
            source_column: 1,
            length: 0,
        })
    }

    /// Returns whether there is an error: the catalog cannot be compiled.
    pub(crate) fn has_errors(&self) -> bool {
        self.count(Level::Error) > 0
    }

    /// Turns the warnings into errors.
    pub(crate) fn deny_warnings(&mut self) {
        self.list.iter_mut().for_each(|diagnostic| diagnostic.level = Level::Error);
        for counted in self.files.values_mut() {
            counted.more_errors += std::mem::take(&mut counted.more_warnings);
        }
    }

    /// Sorts the diagnostics, and says of each file that has too many how many are not listed.
    pub(crate) fn finish(&mut self) {
        self.list.retain(|diagnostic| diagnostic.kind != DiagnosticKind::MoreDiagnostics);
        self.list.sort();
        for (path, counted) in &self.files {
            let more = counted.more_errors + counted.more_warnings;
            if more == 0 {
                continue;
            }
            let level = if counted.more_errors > 0 { Level::Error } else { Level::Warning };
            let last = self.list.partition_point(|diagnostic| diagnostic.path <= *path);
            let plural = if more == 1 { "" } else { "s" };
            self.list.insert(
                last,
                Diagnostic {
                    path: path.clone(),
                    line: 0,
                    column: 0,
                    level,
                    kind: DiagnosticKind::MoreDiagnostics,
                    message: format!("{more} more diagnostic{plural} of this file, not listed"),
                    help: "mend those above first: many often have one cause".to_owned(),
                    source: Arc::default(),
                    source_column: 1,
                    length: 0,
                },
            );
        }
    }
}

/// A text of a message, which may quote what a file holds: cut where it is far longer than anybody reads.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 2000;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}...", &text[..end]),
        None => text.to_owned(),
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
