//! The tree of messages: which templates a message can be of, by what it begins with.

use std::collections::VecDeque;
use std::ops::Range;

use errcat_core::layout::{leaf, node};
use errcat_core::pairs::{self, Pairs};
use errcat_core::tail;

use super::pool::Rows;
use crate::model::{Segment, Template};

/// A template on its way into the tree.
pub(super) struct Branch {
    /// What it begins with.
    prefix: String,
    row: [u32; leaf::WIDTH],
}

impl Branch {
    /// The template of this row, which is one of this entry; none if it has no literal text, and fits everything.
    pub(super) fn new(template: &Template, row: u32, entry: u32) -> Option<Self> {
        let literal = |segment: &Segment| match segment {
            Segment::Literal(text) => Some(text.clone()),
            Segment::Hole(_) => None,
        };
        let prefix: String = template.segments.iter().map_while(literal).collect();
        let suffix: Vec<String> = template.segments.iter().rev().map_while(literal).collect();
        let suffix: String = suffix.into_iter().rev().collect();
        let score: usize =
            template.segments.iter().filter_map(literal).map(|text| text.chars().count()).sum();
        // A message need not have the full stop of its template: without placeholders it ends before it.
        let whole = template.segments.iter().all(|segment| matches!(segment, Segment::Literal(_)));
        let prefix = if whole { tail::without_stop(&prefix).to_owned() } else { prefix };
        let (word, mask) = (tail::last_word(&suffix), tail::mask(&suffix));
        let mut leaf = [0; leaf::WIDTH];
        leaf[leaf::TEMPLATE] = row;
        leaf[leaf::ENTRY] = entry;
        leaf[leaf::SCORE] = score as u32;
        leaf[leaf::TAIL] = word as u32;
        leaf[leaf::TAIL_HIGH] = (word >> 32) as u32;
        leaf[leaf::MASK] = mask as u32;
        leaf[leaf::MASK_HIGH] = (mask >> 32) as u32;
        leaf[leaf::PAIRS..].copy_from_slice(&pairs_of(template));
        (score > 0).then_some(Self { prefix, row: leaf })
    }
}

/// The pairs that a message of this template has in any case.
fn pairs_of(template: &Template) -> Pairs {
    let mut pairs = Pairs::default();
    for (at, segment) in template.segments.iter().enumerate() {
        if let Segment::Literal(text) = segment {
            let last = at + 1 == template.segments.len();
            let text = if last { tail::without_stop(text) } else { text };
            pairs::add(&mut pairs, text.as_bytes());
        }
    }
    pairs
}

/// The bytes of the tree.
pub(super) struct Tree {
    pub(super) nodes: Vec<u8>,
    pub(super) firsts: Vec<u8>,
    pub(super) leaves: Vec<u8>,
}

/// A node whose children are still to be made.
struct Open {
    /// Its branches, among the sorted ones.
    branches: Range<usize>,
    /// How many bytes its branches have in common with each other, for sure.
    depth: usize,
    row: u32,
}

/// Makes the tree, level by level, so that the children of a node are neighbours.
pub(super) fn build(mut branches: Vec<Branch>) -> Tree {
    branches.sort_by(|a, b| a.prefix.cmp(&b.prefix).then(a.row.cmp(&b.row)));
    let mut nodes = Rows::<{ node::WIDTH }>::default();
    let mut leaves = Rows::<{ leaf::WIDTH }>::default();
    let mut firsts = vec![0];
    let mut open =
        VecDeque::from([Open { branches: 0..branches.len(), depth: 0, row: nodes.push([0; node::WIDTH]) }]);
    while let Some(Open { branches: range, depth, row }) = open.pop_front() {
        let own =
            range.start + branches[range.clone()].partition_point(|branch| branch.prefix.len() == depth);
        let parent = nodes.get_mut(row);
        parent[node::FIRST_LEAF] = leaves.len();
        parent[node::LEAVES] = (own - range.start) as u32;
        for branch in &branches[range.start..own] {
            leaves.push(branch.row);
        }
        let first_child = nodes.len();
        let byte = |branch: &Branch| branch.prefix.as_bytes()[depth];
        let mut start = own;
        for siblings in branches[own..range.end].chunk_by(|a, b| byte(a) == byte(b)) {
            let (first, last) = (&siblings[0], &siblings[siblings.len() - 1]);
            // They are sorted, so what the first and the last share, all share.
            let common = first.prefix.bytes().zip(last.prefix.bytes()).take_while(|(a, b)| a == b).count();
            let mut child = [0; node::WIDTH];
            child[node::LENGTH] = (common - depth) as u32;
            firsts.push(byte(first));
            let branches = start..start + siblings.len();
            start = branches.end;
            open.push_back(Open { branches, depth: common, row: nodes.push(child) });
        }
        let children = nodes.len() - first_child;
        let parent = nodes.get_mut(row);
        (parent[node::FIRST_CHILD], parent[node::CHILDREN]) = (first_child, children);
    }
    firsts.extend([0; 8]);
    Tree { nodes: nodes.bytes(), firsts, leaves: leaves.bytes() }
}
