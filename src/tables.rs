//! The tables of a catalog, which everything else reads: strings, rows, lists, and the lookups by code and by name.

mod handle;
mod names;

use errcat_core::Lang;
use errcat_core::index::Index;
use errcat_core::marks::{Kinds, Mark};
use errcat_core::tables::{Parts, TableRows};

pub(crate) use handle::handle;
pub use names::{NameMap, Names};

/// All that a catalog consists of. It is in the read-only data of the program, and handles point to it.
pub(crate) struct Tables {
    /// Every string, joined.
    pub(crate) text: &'static str,
    pub(crate) rows: TableRows,
    pub(crate) index: Index<'static>,
    /// What a search for codes looks for.
    pub(crate) kinds: Kinds,
    /// Whether some codes are ordinary words or numbers too.
    pub(crate) has_ordinary_codes: bool,
    pub(crate) names: Names,
}

impl Tables {
    pub(crate) const fn new(parts: &Parts<'static>, names: Names) -> Self {
        let Parts { text, tables, index, marks } = *parts;
        // Without an allocator, nothing asks which templates a message may be made of.
        let tables = if cfg!(feature = "alloc") { tables } else { tables.without_messages() };
        Self {
            text,
            rows: TableRows::new(&tables),
            index,
            kinds: marks.kinds(),
            has_ordinary_codes: marks.has(Mark::Label),
            names,
        }
    }

    /// Returns the string of this number.
    #[inline]
    pub(crate) const fn text(&self, id: u32) -> &'static str {
        let (start, end) = (self.rows.texts.get(id, 0), self.rows.texts.get(id + 1, 0));
        let Some((text, _)) = self.text.split_at_checked(end as usize) else { return "" };
        let Some((_, text)) = text.split_at_checked(start as usize) else { return "" };
        text
    }

    /// Returns the items of the list of this number.
    pub(crate) fn list(&self, id: u32) -> impl ExactSizeIterator<Item = u32> + Clone + use<> {
        let lists = self.rows.lists;
        lists.numbers(id + 1, lists.get(id, 0)).iter().map(|number| u32::from_le_bytes(*number))
    }

    /// Returns the strings whose numbers are in the list of this number.
    pub(crate) fn text_list(&'static self, id: u32) -> impl ExactSizeIterator<Item = &'static str> + Clone {
        self.list(id).map(|id| self.text(id))
    }

    /// Returns the language of this row, or English outside of the table.
    pub(crate) fn language(&self, row: u32) -> Lang {
        let tag = self.rows.languages.row(row).bytes().first_chunk();
        tag.and_then(|tag| Lang::from_bytes(*tag)).unwrap_or(Lang::EN)
    }

    /// Returns the row of this language, if the catalog has it.
    pub(crate) fn language_row(&self, lang: Lang) -> Option<u32> {
        let tag = lang.to_bytes();
        (0..self.rows.languages.len()).find(|row| self.rows.languages.row(*row).bytes() == tag)
    }

    /// Returns the languages of the texts, the default one first.
    pub(crate) fn languages(&self) -> impl ExactSizeIterator<Item = Lang> + Clone {
        (0..self.rows.languages.len()).map(|row| self.language(row))
    }

    /// Returns one item of a list.
    pub(crate) fn item(&self, list: u32, item: usize) -> u32 {
        self.rows.lists.get(list + 1 + item as u32, 0)
    }
}
