//! What changed, and how much that matters.

use std::fmt;

use super::Kind;

/// What a change means for those who use the catalog; the greater, the worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Texts for people.
    Patch,
    /// Something is new, or an answer differs that was not promised.
    Minor,
    /// Programs may have to change.
    Major,
}

impl Level {
    /// All levels, the highest first.
    pub const ALL: &'static [Self] = &[Self::Major, Self::Minor, Self::Patch];

    /// The word that stands for it in JSON: `major`, `minor`, `patch`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// One change from an old catalog to a new one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Change {
    /// How much it matters; it follows from the kind.
    pub level: Level,
    /// What kind of change it is.
    pub kind: Kind,
    /// The module of the service, as the old catalog calls it; as the new one does where the service is new.
    pub service: String,
    /// The code, as the old catalog writes it; as the new one does where it is new. Nothing where the service as a
    /// whole is meant.
    pub code: Option<String>,
    /// What changed: one line of printable text, in which names and values stand between backticks.
    pub detail: String,
}

/// All changes from an old catalog to a new one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    list: Vec<Change>,
}

impl Changes {
    /// The changes, the highest level first, then in the order of the catalogs.
    #[must_use]
    pub fn as_slice(&self) -> &[Change] {
        &self.list
    }

    /// The changes, one by one, in the same order.
    pub fn iter(&self) -> std::slice::Iter<'_, Change> {
        self.list.iter()
    }

    /// Whether nothing changed that users could see.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The highest level of the changes: which part of a version has to be raised. Nothing, if nothing changed.
    #[must_use]
    pub fn verdict(&self) -> Option<Level> {
        self.list.iter().map(|change| change.level).max()
    }

    /// The changes of one level.
    pub fn of_level(&self, level: Level) -> impl Iterator<Item = &Change> {
        self.list.iter().filter(move |change| change.level == level)
    }
}

impl<'a> IntoIterator for &'a Changes {
    type Item = &'a Change;
    type IntoIter = std::slice::Iter<'a, Change>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// Collects changes in the order they are found.
#[derive(Default)]
pub(super) struct Log {
    list: Vec<Change>,
}

impl Log {
    /// A change of a service as a whole.
    pub(super) fn service(&mut self, kind: Kind, service: &str, detail: impl Into<String>) {
        self.push(kind, service, None, detail.into());
    }

    /// A change of a code or of one of its entries.
    pub(super) fn code(&mut self, kind: Kind, service: &str, code: &str, detail: impl Into<String>) {
        self.push(kind, service, Some(code.to_owned()), detail.into());
    }

    fn push(&mut self, kind: Kind, service: &str, code: Option<String>, detail: String) {
        self.list.push(Change { level: kind.level(), kind, service: service.to_owned(), code, detail });
    }

    pub(super) fn finish(mut self) -> Changes {
        // Stable: within a level the order stays.
        self.list.sort_by_key(|change| std::cmp::Reverse(change.level));
        Changes { list: self.list }
    }
}
