//! The tables of a compiled catalog, each declared in one row.
//!
//! The compiler fills a [`TableBytes`] and writes each of its tables to a file of the same name; generated code includes
//! these files; the runtime reads them through [`TableRows`]. All three follow from the declaration below: a further table
//! is one row of it, and the code that fills and reads that table.

use crate::index::Index;
use crate::layout;
use crate::marks::Marks;
use crate::table::{ByteTable, Table};

/// Declares the tables: name, and the type that reads it.
macro_rules! tables {
    ($($(#[$doc:meta])* $name:ident: $reader:ty,)+) => {
        /// One `T` for each table of a catalog: what holds its bytes, or a name, or a length.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        #[allow(missing_docs, reason = "each is documented in `TableRows`")]
        pub struct TableBytes<T> {
            $(pub $name: T,)+
        }

        impl TableBytes<&'static str> {
            /// The name of each table, which is also the name of its file.
            pub const NAMES: Self = Self { $($name: stringify!($name),)+ };
        }

        impl<T> TableBytes<T> {
            /// Returns what `of` makes of each table.
            pub fn map<'t, U>(&'t self, of: impl Fn(&'t T) -> U) -> TableBytes<U> {
                TableBytes { $($name: of(&self.$name),)+ }
            }

            /// Returns each table with its name, in the order of the declaration.
            pub fn named(&self) -> impl Iterator<Item = (&'static str, &T)> {
                [$((stringify!($name), &self.$name),)+].into_iter()
            }
        }

        /// Reads the tables of a catalog.
        #[derive(Clone, Copy, Debug)]
        pub struct TableRows {
            $($(#[$doc])* pub $name: $reader,)+
        }

        impl TableRows {
            /// Reads these bytes.
            #[must_use]
            pub const fn new(bytes: &TableBytes<&'static [u8]>) -> Self {
                Self { $($name: <$reader>::new(bytes.$name),)+ }
            }
        }
    };
}

tables! {
    /// Where each string begins in the text, and where the last one ends.
    texts: Table<1>,
    /// Rows of [`layout::service`].
    services: Table<{ layout::service::WIDTH }>,
    /// Rows of [`layout::code`].
    codes: Table<{ layout::code::WIDTH }>,
    /// Rows of [`layout::entry`].
    entries: Table<{ layout::entry::WIDTH }>,
    /// Rows of [`layout::template`].
    templates: Table<{ layout::template::WIDTH }>,
    /// The lists: of each, its length and its items.
    lists: Table<1>,
    /// Rows of [`layout::node`].
    nodes: Table<{ layout::node::WIDTH }>,
    /// The byte that selects each node, and eight zeros: see [`layout::node`].
    firsts: ByteTable,
    /// Rows of [`layout::leaf`].
    leaves: Table<{ layout::leaf::WIDTH }>,
    /// Rows of [`layout::anchor`].
    anchors: Table<{ layout::anchor::WIDTH }>,
    /// For each row of `anchors`, a bit for each part of the bucket that holds an anchor: see [`anchor`](crate::anchor).
    parts: Table<1>,
}

impl TableBytes<&'static [u8]> {
    /// Returns the same tables without those that lead from a message to its templates, for programs that cannot ask
    /// for them: what nothing refers to is not linked.
    #[must_use]
    pub const fn without_messages(self) -> Self {
        Self { nodes: &[], firsts: &[], leaves: &[], anchors: &[], parts: &[], ..self }
    }
}

/// All that a catalog consists of, as the compiler laid it out.
#[derive(Clone, Copy, Debug)]
#[allow(clippy::exhaustive_structs, reason = "compiler and runtime have the same version")]
pub struct Parts<'a> {
    /// Every string, joined.
    pub text: &'a str,
    /// The tables.
    pub tables: TableBytes<&'a [u8]>,
    /// Finds the row of a code in any of its spellings.
    pub index: Index<'a>,
    /// The marks of the codes, in every spelling.
    pub marks: Marks,
}

#[cfg(test)]
mod tests {
    use super::TableBytes;
    use std::vec::Vec;

    #[test]
    fn every_table_has_its_own_name() {
        let names: Vec<&str> = TableBytes::NAMES.named().map(|(_, name)| *name).collect();
        assert_eq!(names[..3], ["texts", "services", "codes"]);
        assert!(TableBytes::NAMES.named().all(|(field, name)| field == *name));
        let lengths = TableBytes::NAMES.map(|name| name.len());
        assert_eq!((lengths.texts, lengths.services), (5, 8));
    }
}
