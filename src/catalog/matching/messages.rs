//! Which templates a message can be of: a tree over what they begin with, and a look at what they end with.

use errcat_core::layout::{leaf, node};
use errcat_core::tail::last_word;

use crate::bytes::position;
use crate::catalog::{Catalog, Table};

/// The tree of messages, as the compiler made it: see [`node`] and [`leaf`].
#[derive(Clone, Copy)]
pub(crate) struct Messages {
    nodes: Table<{ node::WIDTH }>,
    /// The first byte of the label of each node.
    firsts: &'static [u8],
    leaves: Table<{ leaf::WIDTH }>,
}

/// A template that a message may be of.
pub(super) struct Leaf {
    pub(super) template: u32,
    pub(super) entry: u32,
    pub(super) score: usize,
}

impl Messages {
    pub(crate) const fn new(nodes: &'static [u8], firsts: &'static [u8], leaves: &'static [u8]) -> Self {
        Self { nodes: Table::new(nodes), firsts, leaves: Table::new(leaves) }
    }

    /// The templates that begin and end as the message does, those with little text before their first placeholder
    /// first. Reads the beginning of the message once.
    pub(super) fn candidates(self, catalog: &'static Catalog, message: &str) -> impl Iterator<Item = Leaf> {
        let end = last_word(message);
        self.path(catalog, message.as_bytes()).flat_map(move |node| {
            let first = self.nodes.get(node, node::FIRST_LEAF);
            let leaves = first..first + self.nodes.get(node, node::LEAVES);
            leaves.filter_map(move |row| self.leaf(row, end))
        })
    }

    /// The nodes that the message leads to, from the root on.
    fn path(self, catalog: &'static Catalog, message: &[u8]) -> impl Iterator<Item = u32> {
        let text = catalog.text.as_bytes();
        let mut rest = message;
        core::iter::successors(Some(0), move |parent| {
            let first = self.nodes.get(*parent, node::FIRST_CHILD);
            let children = first as usize..(first + self.nodes.get(*parent, node::CHILDREN)) as usize;
            let child = first + position(self.firsts.get(children)?, *rest.first()?)? as u32;
            let label = self.nodes.get(child, node::LABEL) as usize;
            let length = self.nodes.get(child, node::LENGTH) as usize;
            rest = rest.strip_prefix(text.get(label..label + length)?)?;
            Some(child)
        })
    }

    /// The leaf of this row, unless a message with this end cannot be of its template.
    fn leaf(self, row: u32, end: u64) -> Option<Leaf> {
        let get = |column| self.leaves.get(row, column);
        let wide = |low, high| u64::from(get(low)) | u64::from(get(high)) << 32;
        let differs = (wide(leaf::TAIL, leaf::TAIL_HIGH) ^ end) & wide(leaf::MASK, leaf::MASK_HIGH);
        (differs == 0).then(|| Leaf {
            template: get(leaf::TEMPLATE),
            entry: get(leaf::ENTRY),
            score: get(leaf::SCORE) as usize,
        })
    }
}
