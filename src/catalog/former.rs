//! What a code meant before its number was reused.

use errcat_core::layout::former as item;

use super::text::{Texts, line};
use crate::Lang;
use crate::tables::{Tables, handle};

/// An earlier meaning of a code whose number was reused.
#[derive(Clone, Copy)]
pub struct FormerMeaning {
    pub(crate) tables: &'static Tables,
    /// Its list in the lists of the tables.
    pub(super) row: u32,
}

handle!(FormerMeaning, |former| former.description(Lang::EN));

impl FormerMeaning {
    /// The HTTP status that it was documented with.
    #[must_use]
    pub fn status(self) -> Option<u16> {
        Some(self.get(item::STATUS) as u16).filter(|status| *status > 0)
    }

    /// The message that was documented.
    #[must_use]
    pub fn message(self) -> Option<&'static str> {
        Some(self.tables.text(self.get(item::MESSAGE))).filter(|text| !text.is_empty())
    }

    /// Returns what the code meant. Falls back to another language; [`description_in`](Self::description_in) does
    /// not.
    #[must_use]
    pub fn description(self, lang: Lang) -> &'static str {
        line(self.descriptions().best_or_empty(lang))
    }

    /// Returns what the code meant in this language, or `None` if the catalog lacks it.
    #[must_use]
    pub fn description_in(self, lang: Lang) -> Option<&'static str> {
        self.descriptions().get(lang).map(line)
    }

    fn descriptions(self) -> Texts {
        Texts { tables: self.tables, list: self.get(item::DESCRIPTION) }
    }

    /// Returns the languages of the catalog that it is in, the default one first.
    #[must_use]
    pub fn languages(self) -> impl ExactSizeIterator<Item = Lang> + Clone {
        self.tables.languages()
    }

    fn get(self, item: usize) -> u32 {
        self.tables.item(self.row, item)
    }
}
