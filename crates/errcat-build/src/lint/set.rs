//! Which lints are on, and which of them are errors.

use std::collections::BTreeSet;
use std::str::FromStr;

use errcat_core::UnknownName;

use crate::diagnostic::Lint;

/// What is done about what a lint finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LintLevel {
    /// Nothing.
    Allow,
    /// It is a warning.
    Warn,
    /// It is an error.
    Deny,
}

impl LintLevel {
    /// The words of the levels, in catalog files.
    pub(crate) const WORDS: &'static [&'static str] = &["allow", "warn", "deny"];
}

impl FromStr for LintLevel {
    type Err = UnknownName;

    fn from_str(word: &str) -> Result<Self, UnknownName> {
        match word {
            "allow" => Ok(Self::Allow),
            "warn" => Ok(Self::Warn),
            "deny" => Ok(Self::Deny),
            _ => Err(UnknownName { kind: "level", known: Self::WORDS }),
        }
    }
}

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

    /// These, with this one at this level.
    pub(crate) fn at(self, lint: Lint, level: LintLevel) -> Self {
        match level {
            LintLevel::Allow => self.without(lint),
            LintLevel::Warn => self.with(lint),
            LintLevel::Deny => self.denying(lint),
        }
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
