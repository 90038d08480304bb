//! The lints, and which of them are on.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

/// A kind of suspicious data. [`CODES`](crate::CODES) says what each looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
#[expect(missing_docs, reason = "`CODES` has a line for each")]
pub enum Lint {
    ClassContradictsStatus,
    CommentBehindText,
    ContactSupportOnly,
    DescriptionRepeatsMessage,
    ForeignPlaceholder,
    FormattingAccident,
    MixedPlaceholders,
    NearDuplicateMessage,
    RetiredCodeActive,
    UnbalancedBrackets,
    UnbalancedQuotes,
}

impl Lint {
    /// All lints, by their codes.
    pub const ALL: &'static [Self] = &[
        Self::ClassContradictsStatus,
        Self::CommentBehindText,
        Self::ContactSupportOnly,
        Self::DescriptionRepeatsMessage,
        Self::ForeignPlaceholder,
        Self::FormattingAccident,
        Self::MixedPlaceholders,
        Self::NearDuplicateMessage,
        Self::RetiredCodeActive,
        Self::UnbalancedBrackets,
        Self::UnbalancedQuotes,
    ];

    /// The code of its diagnostics, and its name in `allow`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ClassContradictsStatus => "class-contradicts-status",
            Self::CommentBehindText => "comment-behind-text",
            Self::ContactSupportOnly => "contact-support-only",
            Self::DescriptionRepeatsMessage => "description-repeats-message",
            Self::ForeignPlaceholder => "foreign-placeholder",
            Self::FormattingAccident => "formatting-accident",
            Self::MixedPlaceholders => "mixed-placeholders",
            Self::NearDuplicateMessage => "near-duplicate-message",
            Self::RetiredCodeActive => "retired-code-active",
            Self::UnbalancedBrackets => "unbalanced-brackets",
            Self::UnbalancedQuotes => "unbalanced-quotes",
        }
    }

    /// Whether it is on unless somebody says otherwise. Those that are not judge what a vendor wrote or decided, which a
    /// catalog quotes as it is.
    #[must_use]
    pub const fn is_default(self) -> bool {
        !matches!(self, Self::ClassContradictsStatus | Self::ContactSupportOnly)
    }
}

impl fmt::Display for Lint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Lint {
    type Err = UnknownLint;

    fn from_str(code: &str) -> Result<Self, UnknownLint> {
        Self::ALL.iter().copied().find(|lint| lint.code() == code).ok_or_else(|| UnknownLint(code.to_owned()))
    }
}

/// A text that is not the code of a lint.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a lint")]
pub struct UnknownLint(String);

/// The lints that are on.
///
/// ```
/// use errcat_build::{Lint, Lints};
///
/// let lints = Lints::default().with(Lint::ContactSupportOnly).without(Lint::UnbalancedQuotes);
/// assert!(lints.contains(Lint::ContactSupportOnly) && !lints.contains(Lint::UnbalancedQuotes));
/// assert!(Lint::ALL.iter().all(|lint| Lints::all().contains(*lint) && !Lints::none().contains(*lint)));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lints {
    on: BTreeSet<Lint>,
    /// Those of them that are errors.
    denied: BTreeSet<Lint>,
}

impl Default for Lints {
    fn default() -> Self {
        Self::of(Lint::is_default)
    }
}

impl Lints {
    fn of(on: impl Fn(Lint) -> bool) -> Self {
        let on = Lint::ALL.iter().copied().filter(|lint| on(*lint)).collect();
        Self { on, denied: BTreeSet::new() }
    }

    /// Every lint.
    #[must_use]
    pub fn all() -> Self {
        Self::of(|_| true)
    }

    /// No lint.
    #[must_use]
    pub fn none() -> Self {
        Self::of(|_| false)
    }

    /// These, and this one, which warns.
    #[must_use]
    pub fn with(mut self, lint: Lint) -> Self {
        self.on.insert(lint);
        self.denied.remove(&lint);
        self
    }

    /// These, and this one, which is an error.
    #[must_use]
    pub fn denying(mut self, lint: Lint) -> Self {
        self.on.insert(lint);
        self.denied.insert(lint);
        self
    }

    /// These, but not this one.
    #[must_use]
    pub fn without(mut self, lint: Lint) -> Self {
        self.on.remove(&lint);
        self.denied.remove(&lint);
        self
    }

    /// Whether this lint is on.
    #[must_use]
    pub fn contains(&self, lint: Lint) -> bool {
        self.on.contains(&lint)
    }

    /// Whether what this lint finds is an error.
    #[must_use]
    pub fn denies(&self, lint: Lint) -> bool {
        self.denied.contains(&lint)
    }
}
