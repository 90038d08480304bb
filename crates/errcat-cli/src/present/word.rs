//! A word of one of the closed sets.

use errcat::{Class, Lang, Lifecycle, Retry, Severity};

use super::labels;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    Class(Class),
    Retry(Retry),
    Lifecycle(Lifecycle),
    Severity(Severity),
}

impl Word {
    /// Returns its name in catalog files.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Class(class) => class.as_str(),
            Self::Retry(retry) => retry.as_str(),
            Self::Lifecycle(lifecycle) => lifecycle.as_str(),
            Self::Severity(severity) => severity.as_str(),
        }
    }

    /// Returns what readers see for it.
    pub(crate) fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Class(class) => labels::class(lang, class),
            Self::Retry(retry) => labels::retry(lang, retry),
            Self::Lifecycle(lifecycle) => labels::lifecycle(lang, lifecycle).unwrap_or(""),
            Self::Severity(severity) => labels::severity(lang, severity),
        }
    }
}
