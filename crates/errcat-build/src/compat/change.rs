//! What changed, and how much that matters.

use super::kind::ChangeKind;
use super::level::SemverLevel;

/// One change from an old catalog to a new one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Change {
    /// How much it matters; it follows from the kind.
    pub level: SemverLevel,
    /// What kind of change it is.
    pub kind: ChangeKind,
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
    pub fn verdict(&self) -> Option<SemverLevel> {
        self.list.iter().map(|change| change.level).max()
    }

    /// The changes of one level.
    pub fn of_level(&self, level: SemverLevel) -> impl Iterator<Item = &Change> {
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
    pub(super) fn service(&mut self, kind: ChangeKind, service: &str, detail: impl Into<String>) {
        self.push(kind, service, None, detail.into());
    }

    /// A change of a code or of one of its entries.
    pub(super) fn code(&mut self, kind: ChangeKind, service: &str, code: &str, detail: impl Into<String>) {
        self.push(kind, service, Some(code.to_owned()), detail.into());
    }

    fn push(&mut self, kind: ChangeKind, service: &str, code: Option<String>, detail: String) {
        self.list.push(Change { level: kind.level(), kind, service: service.to_owned(), code, detail });
    }

    pub(super) fn finish(mut self) -> Changes {
        // Stable: within a level the order stays.
        self.list.sort_by_key(|change| std::cmp::Reverse(change.level));
        Changes { list: self.list }
    }
}
