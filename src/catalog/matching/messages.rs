//! Which templates a message can be of: a tree over what they begin with, a look at what they end with, and where many
//! begin alike, at words that few of them have.

use core::iter;
use core::ops::Range;

use errcat_core::anchor::{self, ANCHOR};
use errcat_core::layout::{anchor as bucket, leaf, node};
use errcat_core::tail::last_word;

use crate::__private::Parts;
use crate::bytes::first_equal;
use crate::catalog::tables::Row;
use crate::catalog::{Number, Table};

/// The tree of messages, as the compiler made it: see [`node`], [`leaf`] and [`bucket`].
#[derive(Clone, Copy)]
pub(crate) struct Messages {
    nodes: Table<{ node::WIDTH }>,
    /// The byte that each node is chosen by.
    firsts: &'static [u8],
    leaves: Table<{ leaf::WIDTH }>,
    anchors: Table<{ bucket::WIDTH }>,
    /// A bit for each part of each bucket that holds an anchor.
    parts: &'static [Number],
}

/// A template that a message may be of.
pub(super) struct Leaf {
    pub(super) template: u32,
    pub(super) entry: u32,
    pub(super) score: usize,
}

impl Messages {
    pub(crate) const fn new(parts: &Parts) -> Self {
        Self {
            nodes: Table::new(parts.nodes),
            firsts: parts.firsts,
            leaves: Table::new(parts.leaves),
            anchors: Table::new(parts.anchors),
            parts: parts.parts.as_chunks().0,
        }
    }

    /// The templates that a message can be of, by its end and some bytes of its beginning. One that is found by an
    /// anchor may come twice.
    pub(super) fn candidates<'a>(&'a self, message: &'a str) -> impl Iterator<Item = Leaf> + 'a {
        let (rest, end) = (message.as_bytes(), last_word(message));
        let mut walk = Walk { messages: self, rest, end, leaves: 0..0, children: 0..0, behind: None };
        walk.enter(self.nodes.row(0));
        let mut anchored = None;
        iter::from_fn(move || {
            if anchored.is_none() {
                let found = walk.next();
                if found.is_some() {
                    return found;
                }
            }
            let messages = walk.messages;
            let text = walk.behind.unwrap_or(&[]);
            anchored.get_or_insert(Anchored { messages, text, end, word: 0, leaves: 0..0 }).next()
        })
    }
}

/// A walk down the tree, as far as the message goes along.
struct Walk<'a> {
    messages: &'a Messages,
    /// What the message says behind what is known of the node.
    rest: &'a [u8],
    end: u64,
    /// Rows of the node that are still to come.
    leaves: Range<u32>,
    children: Range<usize>,
    /// What stands behind the beginning of the first templates that are found by their anchors.
    behind: Option<&'a [u8]>,
}

impl Walk<'_> {
    #[inline]
    fn enter(&mut self, node: Row<{ node::WIDTH }>) {
        let (leaf, child) = (node.get(node::FIRST_LEAF), node.get(node::FIRST_CHILD) as usize);
        self.leaves = leaf..leaf + node.get(node::LEAVES);
        self.children = child..child + node.get(node::CHILDREN) as usize;
        if node.get(node::ANCHORED) != 0 && self.behind.is_none() {
            self.behind = Some(self.rest);
        }
    }

    /// The next template.
    #[inline]
    fn next(&mut self) -> Option<Leaf> {
        loop {
            for row in self.leaves.by_ref() {
                if let Some(leaf) = fits(self.messages.leaves.row(row), self.end) {
                    return Some(leaf);
                }
            }
            let node = self.messages.nodes.row(self.child()? as u32);
            self.rest = self.rest.get(node.get(node::LENGTH) as usize..)?;
            self.enter(node);
        }
    }

    /// The row of the child that is chosen by the next byte.
    #[inline]
    fn child(&self) -> Option<usize> {
        let byte = *self.rest.first()?;
        let mut at = self.children.start;
        while at < self.children.end {
            // A word may reach beyond the children: to those of other nodes, or to the zeros at the end.
            let word = self.messages.firsts.get(at..)?.first_chunk()?;
            if let Some(found) = first_equal(u64::from_le_bytes(*word), byte) {
                return Some(at + found).filter(|row| *row < self.children.end);
            }
            at += 8;
        }
        None
    }
}

/// A search for the templates whose anchor stands in a text.
struct Anchored<'a> {
    messages: &'a Messages,
    text: &'a [u8],
    end: u64,
    /// The word that was found last, and the templates in its bucket that are still to come.
    word: u64,
    leaves: Range<u32>,
}

impl Anchored<'_> {
    fn next(&mut self) -> Option<Leaf> {
        loop {
            for row in self.leaves.by_ref() {
                let row = self.messages.leaves.row(row);
                if wide(row, leaf::ANCHOR, leaf::ANCHOR_HIGH) == self.word
                    && let Some(leaf) = fits(row, self.end)
                {
                    return Some(leaf);
                }
            }
            let found = next_anchor(self.messages.parts, self.text)?;
            self.text = self.text.get(found.at + 1..)?;
            self.word = found.word;
            let bucket = self.messages.anchors.row(found.bucket);
            let first = bucket.get(bucket::FIRST_LEAF);
            self.leaves = first..first + bucket.get(bucket::LEAVES);
        }
    }
}

/// A word of a message that may be an anchor.
struct Found {
    /// Where it stands.
    at: usize,
    word: u64,
    bucket: u32,
}

/// The next word that may be an anchor. It stands apart to be a loop of few instructions.
#[inline(never)]
fn next_anchor(parts: &[Number], text: &[u8]) -> Option<Found> {
    let buckets = parts.len() as u32;
    for (at, word) in text.windows(ANCHOR).enumerate() {
        let word = u64::from_le_bytes(*word.first_chunk()?);
        let (bucket, part) = anchor::place(word, buckets);
        if u32::from_le_bytes(*parts.get(bucket as usize)?) >> part & 1 != 0 {
            return Some(Found { at, word, bucket });
        }
    }
    None
}

/// A leaf, unless a message with this end cannot be of its template.
#[inline]
fn fits(row: Row<{ leaf::WIDTH }>, end: u64) -> Option<Leaf> {
    let (tail, mask) = (wide(row, leaf::TAIL, leaf::TAIL_HIGH), wide(row, leaf::MASK, leaf::MASK_HIGH));
    ((tail ^ end) & mask == 0).then(|| Leaf {
        template: row.get(leaf::TEMPLATE),
        entry: row.get(leaf::ENTRY),
        score: row.get(leaf::SCORE) as usize,
    })
}

/// A word of a leaf, of its halves.
#[inline]
fn wide(row: Row<{ leaf::WIDTH }>, low: usize, high: usize) -> u64 {
    u64::from(row.get(low)) | u64::from(row.get(high)) << 32
}
