//! What a code meant before its number was reused.

use errcat_core::layout::former as item;

use super::text::or_other_language;
use crate::Lang;
use crate::tables::{Tables, handle};

/// An earlier meaning of a code whose number was reused.
#[derive(Clone, Copy)]
pub struct FormerMeaning {
    pub(super) tables: &'static Tables,
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
        or_other_language(lang, |lang| self.description_in(lang)).unwrap_or("")
    }

    /// Returns what the code meant in this language, or `None` if the catalog lacks it.
    #[must_use]
    pub fn description_in(self, lang: Lang) -> Option<&'static str> {
        let item = [item::DESCRIPTION_EN, item::DESCRIPTION_ZH][lang.number()];
        Some(self.tables.text(self.get(item))).filter(|text| !text.is_empty())
    }

    fn get(self, item: usize) -> u32 {
        self.tables.item(self.row, item)
    }
}
