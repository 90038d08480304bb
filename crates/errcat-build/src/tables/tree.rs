//! The tree of messages: which templates a message can be of, by what it begins with.

use std::cmp::Reverse;
use std::collections::{HashMap, VecDeque};
use std::ops::Range;

use errcat_core::anchor::{self, ANCHOR};
use errcat_core::layout::{anchor as bucket, leaf, node};
use errcat_core::tail;

use super::pool::Rows;
use crate::model::{Segment, Template};

/// A template on its way into the tree.
pub(super) struct Branch {
    /// What it begins with.
    prefix: String,
    /// What it says behind its first placeholder.
    after: Vec<String>,
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
        (score > 0).then(|| Self { prefix, after: after_first_hole(template), row: leaf })
    }

    /// What can be its anchor: the last eight bytes of each word and of each literal text behind the first placeholder.
    /// All that it says there would be five times as much to count, and tells templates apart hardly better.
    fn words(&self) -> impl Iterator<Item = u64> {
        self.after.iter().flat_map(|text| {
            let bytes = text.as_bytes();
            let ends = (ANCHOR..=bytes.len()).filter(|end| bytes.get(*end).is_none_or(|byte| *byte == b' '));
            ends.filter_map(|end| bytes[..end].last_chunk().copied().map(u64::from_le_bytes))
        })
    }
}

/// The literal texts behind the first placeholder. A message need not have the full stop at the end.
fn after_first_hole(template: &Template) -> Vec<String> {
    let behind = template.segments.iter().skip_while(|segment| matches!(segment, Segment::Literal(_)));
    let mut texts: Vec<String> = behind
        .filter_map(|segment| match segment {
            Segment::Literal(text) => Some(text.clone()),
            Segment::Hole(_) => None,
        })
        .collect();
    if let (Some(last), Some(Segment::Literal(_))) = (texts.last_mut(), template.segments.last()) {
        *last = tail::without_stop(last).to_owned();
    }
    texts
}

/// So many templates that begin alike are many: each of them is found by an anchor, if it has one. To look for anchors
/// takes as long as to try some templates.
const MANY: usize = 4;

/// The anchors of these, which are sorted: of what a template says the part that the fewest say.
fn anchors(branches: &[Branch]) -> Vec<Option<u64>> {
    let groups = || branches.chunk_by(|a, b| a.prefix == b.prefix);
    let mut counts: HashMap<u64, usize> = HashMap::new();
    for branch in groups().filter(|group| group.len() >= MANY).flatten() {
        let mut distinct: Vec<u64> = branch.words().collect();
        distinct.sort_unstable();
        distinct.dedup();
        for word in distinct {
            *counts.entry(word).or_default() += 1;
        }
    }
    let anchor = |branch: &Branch, group: usize| {
        let words = branch.words().filter_map(|word| Some((*counts.get(&word)?, word)));
        // What most of a group say does not tell them apart.
        words.min_by_key(|(count, _)| *count).filter(|(count, _)| *count <= group / 2)
    };
    let of_group = |group: &[Branch]| {
        let many = group.len() >= MANY;
        let anchors = group.iter().map(|branch| anchor(branch, group.len()).filter(|_| many));
        anchors.map(|found| found.map(|(_, word)| word)).collect::<Vec<_>>()
    };
    groups().flat_map(of_group).collect()
}

/// The bytes of the tree.
pub(super) struct Tree {
    pub(super) nodes: Vec<u8>,
    pub(super) firsts: Vec<u8>,
    pub(super) leaves: Vec<u8>,
    pub(super) anchors: Vec<u8>,
    pub(super) parts: Vec<u8>,
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
    let (anchors, mut anchored) = (anchors(&branches), Vec::new());
    let mut open =
        VecDeque::from([Open { branches: 0..branches.len(), depth: 0, row: nodes.push([0; node::WIDTH]) }]);
    while let Some(Open { branches: range, depth, row }) = open.pop_front() {
        let own =
            range.start + branches[range.clone()].partition_point(|branch| branch.prefix.len() == depth);
        let parent = nodes.get_mut(row);
        parent[node::FIRST_LEAF] = leaves.len();
        let leaves_before = leaves.len();
        for (branch, anchor) in branches[range.start..own].iter().zip(&anchors[range.start..own]) {
            match anchor {
                Some(word) => anchored.push((*word, branch.row)),
                None => _ = leaves.push(branch.row),
            }
        }
        parent[node::LEAVES] = leaves.len() - leaves_before;
        parent[node::ANCHORED] = u32::from(parent[node::LEAVES] < (own - range.start) as u32);
        let first_child = nodes.len();
        let byte = |branch: &Branch| branch.prefix.as_bytes()[depth];
        let mut start = own;
        let mut children: Vec<_> = branches[own..range.end]
            .chunk_by(|a, b| byte(a) == byte(b))
            .map(|siblings| {
                let first = start;
                start += siblings.len();
                (first, siblings)
            })
            .collect();
        // They are looked through in their order: the one that most messages will be of goes first.
        children.sort_by_key(|(_, siblings)| Reverse(siblings.len()));
        for (start, siblings) in children {
            let (first, last) = (&siblings[0], &siblings[siblings.len() - 1]);
            // They are sorted, so what the first and the last share, all share.
            let common = first.prefix.bytes().zip(last.prefix.bytes()).take_while(|(a, b)| a == b).count();
            let mut child = [0; node::WIDTH];
            child[node::LENGTH] = (common - depth) as u32;
            firsts.push(byte(first));
            let branches = start..start + siblings.len();
            open.push_back(Open { branches, depth: common, row: nodes.push(child) });
        }
        let children = nodes.len() - first_child;
        let parent = nodes.get_mut(row);
        (parent[node::FIRST_CHILD], parent[node::CHILDREN]) = (first_child, children);
    }
    firsts.extend([0; 8]);
    let (anchors, parts) = buckets(anchored, &mut leaves);
    Tree { nodes: nodes.bytes(), firsts, leaves: leaves.bytes(), anchors, parts }
}

/// Adds the leaves that are found by their anchors, and makes the buckets of these, and the bits of their parts.
fn buckets(
    mut anchored: Vec<(u64, [u32; leaf::WIDTH])>,
    leaves: &mut Rows<{ leaf::WIDTH }>,
) -> (Vec<u8>, Vec<u8>) {
    let count = anchored.len() as u32;
    // Those with the same anchor are neighbours.
    anchored.sort_by_key(|(word, row)| (anchor::place(*word, count), *word, *row));
    let mut buckets = Rows::<{ bucket::WIDTH }>::default();
    let mut parts = Rows::<1>::default();
    for _ in 0..count {
        buckets.push([0; bucket::WIDTH]);
        parts.push([0]);
    }
    for (word, mut row) in anchored {
        let (at, part) = anchor::place(word, count);
        let bucket = buckets.get_mut(at);
        if bucket[bucket::LEAVES] == 0 {
            bucket[bucket::FIRST_LEAF] = leaves.len();
        }
        bucket[bucket::LEAVES] += 1;
        parts.get_mut(at)[0] |= 1 << part;
        (row[leaf::ANCHOR], row[leaf::ANCHOR_HIGH]) = (word as u32, (word >> 32) as u32);
        leaves.push(row);
    }
    (buckets.bytes(), parts.bytes())
}
