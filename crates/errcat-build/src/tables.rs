//! Lays a valid catalog out as tables: see [`errcat_core::layout`].
//!
//! `rows` walks through the catalog and adds a row for each service, code, entry and template; `interner` stores each
//! string and list once; `message_index` makes the tables that lead from a message to its templates, and `anchors` a part
//! of them.

mod anchors;
mod codes;
mod interner;
mod message_index;
mod page;
mod rows;

use errcat_core::build::{BuildError, IndexTables, Key, build};
use errcat_core::layout;
use errcat_core::marks::Marks;
use errcat_core::tables::{Parts, TableBytes};

use crate::model::Catalog;
pub(crate) use codes::{by_code, codes};
use interner::bytes;
use rows::Rows;

/// The bytes of a compiled catalog. The same catalog gives the same bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Tables {
    /// Every distinct string, joined.
    pub text: String,
    /// The tables.
    pub tables: TableBytes<Vec<u8>>,
    /// The index over all spellings of the codes.
    pub index: IndexTables,
    /// The marks of the codes, in every spelling.
    pub marks: Marks,
}

/// A catalog holds more than its tables can.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TablesError {
    /// There are more strings, or longer ones, than the tables can refer to.
    #[error("the catalog has more than 4 GiB of text, or more than 536,870,911 different texts")]
    Text,
    /// There is no index over the codes.
    #[error(transparent)]
    Index(#[from] BuildError),
}

impl Tables {
    /// Compiles a catalog.
    ///
    /// # Errors
    ///
    /// Returns what there is too much of: the texts are too long, or the codes too many or too long for the index.
    pub fn new(catalog: &Catalog) -> Result<Self, TablesError> {
        let mut rows = Rows::default();
        for service in &catalog.services {
            rows.add_service(service);
        }
        let Rows { mut texts, lists, services, codes, entries, templates, messages, spellings, marks } = rows;
        // The index compares a text with the key where that stands in the text of the tables.
        let keys: Vec<Key<'_>> = spellings
            .iter()
            .map(|(spelling, id)| {
                let text = texts.id(spelling);
                Key { text: spelling, id: *id, offset: texts.offset(text) }
            })
            .collect();
        let index = build(&keys)?;
        let (text, offsets) = texts.finish().ok_or(TablesError::Text)?;
        let messages = message_index::build(messages);
        let tables = TableBytes {
            texts: bytes(&offsets),
            services: services.bytes(),
            codes: codes.bytes(),
            entries: entries.bytes(),
            templates: templates.bytes(),
            lists: lists.bytes(),
            nodes: messages.nodes,
            firsts: messages.firsts,
            leaves: messages.leaves,
            anchors: messages.anchors,
            parts: messages.parts,
        };
        Ok(Self { text, tables, index, marks })
    }

    /// Returns what the runtime reads: `errcat::Catalog::from_parts` makes a catalog of it.
    #[must_use]
    pub fn parts(&self) -> Parts<'_> {
        Parts {
            text: &self.text,
            tables: self.tables.map(Vec::as_slice),
            index: self.index.index(&self.text),
            marks: self.marks,
        }
    }

    /// Returns every file of the tables, by name.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&'static str, &[u8])> {
        let tables = self.tables.named().map(|(name, bytes)| (name, bytes.as_slice()));
        let IndexTables { pilots, slots, .. } = &self.index;
        [("text", self.text.as_bytes()), ("pilots", pilots), ("slots", slots)].into_iter().chain(tables)
    }

    /// Returns the first rows of the service with this row.
    pub(crate) fn first_rows(&self, service: usize) -> FirstRows {
        use layout::service::{FIRST_CODE, FIRST_ENTRY, WIDTH};
        let (numbers, _) = self.tables.services.as_chunks();
        let number =
            |column| numbers.get(service * WIDTH + column).map_or(0, |number| u32::from_le_bytes(*number));
        FirstRows { code: number(FIRST_CODE), entry: number(FIRST_ENTRY) }
    }
}

/// The rows of a service's first code and first entry.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FirstRows {
    pub(crate) code: u32,
    pub(crate) entry: u32,
}
