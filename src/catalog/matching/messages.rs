//! Which templates a message can be of: a tree over what they begin with, a look at what they end with, and where many
//! begin alike, at words that few of them have.

use alloc::vec::Vec;
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

    /// The templates that a message can be of, by its end and some bytes of its beginning: those on the way down the
    /// tree; then [`Walk::anchored`] has the others.
    #[inline]
    pub(super) fn walk<'a>(&'a self, message: &'a str) -> Walk<'a> {
        let (rest, end) = (message.as_bytes(), last_word(message));
        let mut walk = Walk { messages: self, rest, end, leaves: 0..0, children: 0..0, behind: None };
        walk.enter(self.nodes.row(0));
        walk
    }

    /// The first row of the templates with this anchor, if it is one.
    fn first_with(&self, word: u64, bucket: u32) -> Option<u32> {
        let bucket = self.anchors.row(bucket);
        let first = bucket.get(bucket::FIRST_LEAF);
        (first..first + bucket.get(bucket::LEAVES)).find(|row| anchor_of(self.leaves.row(*row)) == word)
    }

    /// The rows of the templates with the anchor of this one, of which it is the first.
    fn same_anchor(&self, first: u32) -> impl Iterator<Item = u32> {
        let word = anchor_of(self.leaves.row(first));
        (first..self.leaves.len()).take_while(move |row| anchor_of(self.leaves.row(*row)) == word)
    }
}

/// A walk down the tree, as far as the message goes along.
pub(super) struct Walk<'a> {
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

    /// The templates whose anchor stands in the message, when all others are known. A message may say an anchor many
    /// times, and each template is to be taken apart once.
    pub(super) fn anchored(self) -> Option<impl Iterator<Item = Leaf>> {
        let mut text = self.behind?;
        // The first rows of the anchors that were found, which are mostly one.
        let (mut first, mut others) = (None, Vec::new());
        while let Some((at, word, bucket)) = next_anchor(self.messages.parts, text) {
            if let Some(row) = self.messages.first_with(word, bucket)
                && *first.get_or_insert(row) != row
            {
                others.push(row);
            }
            text = text.get(at + 1..).unwrap_or(&[]);
        }
        others.sort_unstable();
        others.dedup();
        let Self { messages, end, .. } = self;
        let rows = first.into_iter().chain(others).flat_map(|row| messages.same_anchor(row));
        Some(rows.filter_map(move |row| fits(messages.leaves.row(row), end)))
    }
}

impl Iterator for Walk<'_> {
    type Item = Leaf;

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
}

/// The next word that may be an anchor: where it stands, and its bucket. It stands apart to be a loop of few instructions.
#[inline(never)]
fn next_anchor(parts: &[Number], text: &[u8]) -> Option<(usize, u64, u32)> {
    let buckets = parts.len() as u32;
    for (at, word) in text.windows(ANCHOR).enumerate() {
        let word = u64::from_le_bytes(*word.first_chunk()?);
        let (bucket, part) = anchor::place(word, buckets);
        if u32::from_le_bytes(*parts.get(bucket as usize)?) >> part & 1 != 0 {
            return Some((at, word, bucket));
        }
    }
    None
}

#[inline]
fn anchor_of(row: Row<{ leaf::WIDTH }>) -> u64 {
    wide(row, leaf::ANCHOR, leaf::ANCHOR_HIGH)
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
