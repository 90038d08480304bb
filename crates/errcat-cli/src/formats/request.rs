//! What is exported, and how.

use errcat::Lang;

use super::selection::Selection;

/// What the arguments of `errcat export` ask for, whatever the format.
pub(crate) struct Request {
    pub(crate) selection: Selection,
    /// The language, if one is asked for. An export does not depend on the locale.
    pub(crate) lang: Option<Lang>,
    /// Whether a table has every meaning of a code.
    pub(crate) all_meanings: bool,
}

impl Request {
    /// Returns the language of formats that have one only.
    pub(crate) fn one_lang(&self) -> Lang {
        self.lang.unwrap_or(Lang::EN)
    }
}
