//! Which lints are on, and which of them are errors.

use std::collections::BTreeSet;

use crate::diagnostic::Lint;

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
