//! What is exported, and how.

use errcat::Lang;

use super::selection::Selection;

/// What the arguments of `errcat export` ask for, whatever the format.
pub(crate) struct Request {
    pub(crate) selection: Selection,
    /// What the catalog is called, if it says so.
    pub(crate) title: Option<&'static str>,
    /// The language, if one is asked for. An export does not depend on the locale.
    pub(crate) lang: Option<Lang>,
    /// The language of formats that have one only, if none is asked for.
    pub(crate) default_lang: Lang,
    /// Whether a table has every meaning of a code.
    pub(crate) all_meanings: bool,
}

impl Request {
    /// Returns the language of formats that have one only.
    pub(crate) fn one_lang(&self) -> Lang {
        self.lang.unwrap_or(self.default_lang)
    }
}
