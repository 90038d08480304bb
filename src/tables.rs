//! The tables of a catalog, which everything else reads: strings, rows, lists, and the lookups by code and by name.

mod handle;
mod names;

use errcat_core::index::Index;
use errcat_core::marks::Marks;
use errcat_core::tables::{Parts, TableRows};

pub(crate) use handle::handle;
pub use names::{NameMap, Names};

/// All that a catalog consists of. It is in the read-only data of the program, and handles point to it.
pub(crate) struct Tables {
    /// Every string, joined.
    pub(crate) text: &'static str,
    pub(crate) rows: TableRows,
    pub(crate) index: Index<'static>,
    /// The marks of the codes.
    pub(crate) marks: Marks,
    pub(crate) names: Names,
}

impl Tables {
    pub(crate) const fn new(parts: &Parts<'static>, names: Names) -> Self {
        let Parts { text, tables, index, marks } = *parts;
        // Without an allocator, nothing asks which templates a message may be made of.
        let tables = if cfg!(feature = "alloc") { tables } else { tables.without_messages() };
        Self { text, rows: TableRows::new(&tables), index, marks, names }
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

    /// Returns one item of a list.
    pub(crate) fn item(&self, list: u32, item: usize) -> u32 {
        self.rows.lists.get(list + 1 + item as u32, 0)
    }
}
