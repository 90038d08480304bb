//! How much a change matters.

use std::fmt;

/// What a change means for those who use the catalog; the greater, the worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SemverLevel {
    /// Texts for people.
    Patch,
    /// Something is new, or an answer differs that was not promised.
    Minor,
    /// Programs may have to change.
    Major,
}

impl SemverLevel {
    /// All levels, the highest first.
    pub const ALL: &'static [Self] = &[Self::Major, Self::Minor, Self::Patch];

    /// The word for it in JSON: `major`, `minor`, `patch`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

impl fmt::Display for SemverLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
