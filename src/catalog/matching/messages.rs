//! Which templates a message can be of: a tree over what they begin with, a look at what they end with, and where many
//! are left, at what is between.

use errcat_core::layout::{leaf, node};
use errcat_core::pairs::{self, Pairs};
use errcat_core::tail::last_word;

use crate::bytes::equal;
use crate::catalog::Table;
use crate::catalog::tables::Row;

/// The tree of messages, as the compiler made it: see [`node`] and [`leaf`].
#[derive(Clone, Copy)]
pub(crate) struct Messages {
    nodes: Table<{ node::WIDTH }>,
    /// The byte that each node is chosen by.
    firsts: &'static [u8],
    leaves: Table<{ leaf::WIDTH }>,
}

/// So many leaves of a node are many.
const MANY: u32 = 16;

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

    /// Gives `take` the templates that the message can be of, by its end and some bytes of its beginning.
    #[inline]
    pub(super) fn candidates(self, message: &str, mut take: impl FnMut(Leaf)) {
        let end = last_word(message);
        let mut all_pairs = None;
        let mut rest = message.as_bytes();
        let mut node = self.nodes.row(0);
        loop {
            let (first, count) = (node.get(node::FIRST_LEAF), node.get(node::LEAVES));
            // Of few leaves, each is looked at sooner than the message as a whole.
            let pairs = (count >= MANY).then(|| &*all_pairs.get_or_insert_with(|| pairs_of(message)));
            for row in first..first + count {
                self.leaf(row, end, pairs).map(&mut take);
            }
            let Some(child) = self.child(node, rest) else { return };
            let Some(after) = rest.get(child.get(node::LENGTH) as usize..) else { return };
            (node, rest) = (child, after);
        }
    }

    /// The child that is chosen by the first byte of a text.
    #[inline]
    fn child(self, node: Row<{ node::WIDTH }>, text: &[u8]) -> Option<Row<{ node::WIDTH }>> {
        let byte = *text.first()?;
        let (first, children) = (node.get(node::FIRST_CHILD) as usize, node.get(node::CHILDREN) as usize);
        // Words may reach beyond the children: to those of other nodes, or to the zeros at the end.
        for at in (0..children).step_by(8) {
            let word = self.firsts.get(first + at..)?.first_chunk()?;
            let found = equal(u64::from_le_bytes(*word), byte).trailing_zeros() as usize;
            if found < 8 && at + found < children {
                return Some(self.nodes.row((first + at + found) as u32));
            }
        }
        None
    }

    /// The leaf of this row, unless a message with this end, and these pairs, cannot be of its template.
    #[inline]
    fn leaf(self, row: u32, end: u64, pairs: Option<&Pairs>) -> Option<Leaf> {
        let row = self.leaves.row(row);
        let wide = |low, high| u64::from(row.get(low)) | u64::from(row.get(high)) << 32;
        let differs = (wide(leaf::TAIL, leaf::TAIL_HIGH) ^ end) & wide(leaf::MASK, leaf::MASK_HIGH);
        if differs != 0 || pairs.is_some_and(|pairs| !pairs::is_subset(&pairs_in(row), pairs)) {
            return None;
        }
        Some(Leaf {
            template: row.get(leaf::TEMPLATE),
            entry: row.get(leaf::ENTRY),
            score: row.get(leaf::SCORE) as usize,
        })
    }
}

#[inline(never)]
fn pairs_of(message: &str) -> Pairs {
    let mut pairs = Pairs::default();
    pairs::add(&mut pairs, message.as_bytes());
    pairs
}

/// The pairs that a leaf asks for.
#[inline]
fn pairs_in(row: Row<{ leaf::WIDTH }>) -> Pairs {
    core::array::from_fn(|at| row.get(leaf::PAIRS + at))
}
