//! That programs should no longer expect an entry.

use errcat_core::layout::deprecation as item;

use super::text::or_other_language;
use crate::Lang;
use crate::tables::{Tables, handle};

/// What a catalog says of an entry that programs should no longer expect: see
/// [`Entry::deprecated`](crate::Entry::deprecated).
#[derive(Clone, Copy)]
pub struct Deprecation {
    pub(super) tables: &'static Tables,
    /// Its list in the lists of the tables.
    pub(super) row: u32,
}

handle!(Deprecation, |deprecation| deprecation.note(Lang::EN).unwrap_or(""));

impl Deprecation {
    /// Returns since when the entry is deprecated: a version or a date, as the file writes it.
    #[must_use]
    pub fn since(self) -> Option<&'static str> {
        self.text(item::SINCE)
    }

    /// Returns why, and what to do instead. Falls back to another language; [`note_in`](Self::note_in) does not.
    #[must_use]
    pub fn note(self, lang: Lang) -> Option<&'static str> {
        or_other_language(lang, |lang| self.note_in(lang))
    }

    /// Returns the note in this language, or `None` if the catalog lacks it.
    #[must_use]
    pub fn note_in(self, lang: Lang) -> Option<&'static str> {
        self.text([item::NOTE_EN, item::NOTE_ZH][lang.number()])
    }

    fn text(self, at: usize) -> Option<&'static str> {
        Some(self.tables.text(self.tables.item(self.row, at))).filter(|text| !text.is_empty())
    }
}
