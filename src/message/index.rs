//! Finds the templates that a message may be made of, without trying all of them.
//!
//! The tables are a prefix tree over what templates begin with, a suffix filter, and an index of rare words for templates
//! that begin alike. The compiler, which lays them out, has drawings of them: see `message_index.rs` and `anchors.rs` in
//! errcat-build.

use alloc::vec::Vec;
use core::ops::Range;

use errcat_core::anchor::{self, ANCHOR};
use errcat_core::layout::{anchor as bucket, leaf, node};
use errcat_core::table::{Number, Row};
use errcat_core::tables::TableRows;
use errcat_core::tail::last_word;

use crate::bytes::first_equal;

/// A template that a message may be made of.
pub(crate) struct Candidate {
    /// Row of the template.
    pub(crate) template: u32,
    /// Row of its entry.
    pub(crate) entry: u32,
    /// Number of characters of literal text in the template.
    pub(crate) score: usize,
}

/// The candidates for a message: a walk down the prefix tree, as far as the message goes along.
///
/// Iteration yields the templates of the nodes on the way; [`anchored`](Self::anchored) yields the others.
pub(crate) struct Candidates<'a> {
    tables: &'a TableRows,
    /// The part of the message behind the prefix of the node.
    rest: &'a [u8],
    /// The end of the message.
    end: u64,
    /// Templates of the node that are still to come.
    leaves: Range<u32>,
    children: Range<usize>,
    /// The part of the message behind the prefix of the first node that has anchored templates.
    behind: Option<&'a [u8]>,
}

impl<'a> Candidates<'a> {
    #[inline]
    pub(crate) fn new(tables: &'a TableRows, message: &'a str) -> Self {
        let (rest, end) = (message.as_bytes(), last_word(message));
        let mut candidates = Self { tables, rest, end, leaves: 0..0, children: 0..0, behind: None };
        candidates.enter(tables.nodes.row(0));
        candidates
    }

    #[inline]
    fn enter(&mut self, node: Row<{ node::WIDTH }>) {
        let (leaf, child) = (node.get(node::FIRST_LEAF), node.get(node::FIRST_CHILD) as usize);
        self.leaves = leaf..leaf + node.get(node::LEAVES);
        self.children = child..child + node.get(node::CHILDREN) as usize;
        if node.get(node::ANCHORED) != 0 && self.behind.is_none() {
            self.behind = Some(self.rest);
        }
    }

    /// Returns the row of the child that the next byte selects.
    #[inline]
    fn child(&self) -> Option<usize> {
        let byte = *self.rest.first()?;
        let mut row = self.children.start;
        while row < self.children.end {
            // A word may reach beyond the children: to those of other nodes, or to the zeros at the end.
            if let Some(found) = first_equal(self.tables.firsts.word(row)?, byte) {
                return Some(row + found).filter(|row| *row < self.children.end);
            }
            row += 8;
        }
        None
    }

    /// Returns the templates whose anchor is in the message, once the walk has ended. A message may contain an anchor many
    /// times; each template is returned once.
    pub(crate) fn anchored(self) -> Option<impl Iterator<Item = Candidate>> {
        let mut text = self.behind?;
        let Self { tables, end, .. } = self;
        // The first leaves of the anchors that were found, of which there is mostly one.
        let (mut first, mut others) = (None, Vec::new());
        while let Some((position, word, bucket)) = next_anchor(tables.parts.all(), text) {
            if let Some(row) = first_leaf(tables, word, bucket)
                && *first.get_or_insert(row) != row
            {
                others.push(row);
            }
            text = text.get(position + 1..).unwrap_or(&[]);
        }
        others.sort_unstable();
        others.dedup();
        let rows = first.into_iter().chain(others).flat_map(|row| same_anchor(tables, row));
        Some(rows.filter_map(move |row| candidate(tables.leaves.row(row), end)))
    }
}

impl Iterator for Candidates<'_> {
    type Item = Candidate;

    #[inline]
    fn next(&mut self) -> Option<Candidate> {
        loop {
            for row in self.leaves.by_ref() {
                if let Some(candidate) = candidate(self.tables.leaves.row(row), self.end) {
                    return Some(candidate);
                }
            }
            let node = self.tables.nodes.row(self.child()? as u32);
            self.rest = self.rest.get(node.get(node::LENGTH) as usize..)?;
            self.enter(node);
        }
    }
}

/// Returns the candidate of this leaf, unless no message with this end is made of its template.
#[inline]
fn candidate(leaf: Row<{ leaf::WIDTH }>, end: u64) -> Option<Candidate> {
    let tail = leaf.wide([leaf::TAIL, leaf::TAIL_HIGH]);
    let mask = leaf.wide([leaf::MASK, leaf::MASK_HIGH]);
    ((tail ^ end) & mask == 0).then(|| Candidate {
        template: leaf.get(leaf::TEMPLATE),
        entry: leaf.get(leaf::ENTRY),
        score: leaf.get(leaf::SCORE) as usize,
    })
}

/// Returns the next word that may be an anchor: its position, and its bucket. Most words are not, and this function is apart
/// so that its loop has few instructions.
#[inline(never)]
fn next_anchor(parts: &[Number], text: &[u8]) -> Option<(usize, u64, u32)> {
    let buckets = parts.len() as u32;
    for (position, word) in text.windows(ANCHOR).enumerate() {
        let word = u64::from_le_bytes(*word.first_chunk()?);
        let (bucket, part) = anchor::place(word, buckets);
        if u32::from_le_bytes(*parts.get(bucket as usize)?) >> part & 1 != 0 {
            return Some((position, word, bucket));
        }
    }
    None
}

/// Returns the first leaf with this anchor, if the word is an anchor.
fn first_leaf(tables: &TableRows, word: u64, bucket: u32) -> Option<u32> {
    let bucket = tables.anchors.row(bucket);
    let first = bucket.get(bucket::FIRST_LEAF);
    (first..first + bucket.get(bucket::LEAVES)).find(|row| anchor_of(tables.leaves.row(*row)) == word)
}

/// Returns the leaves with the same anchor as this one, of which it is the first.
fn same_anchor(tables: &TableRows, first: u32) -> impl Iterator<Item = u32> {
    let word = anchor_of(tables.leaves.row(first));
    (first..tables.leaves.len()).take_while(move |row| anchor_of(tables.leaves.row(*row)) == word)
}

#[inline]
fn anchor_of(leaf: Row<{ leaf::WIDTH }>) -> u64 {
    leaf.wide([leaf::ANCHOR, leaf::ANCHOR_HIGH])
}
