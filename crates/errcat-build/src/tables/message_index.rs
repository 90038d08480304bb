//! Lays out the index from messages to templates.
//!
//! Given a message, the runtime has to find the few templates it may be made of, without trying all of them. A template is
//! known by what it begins with (its *prefix*: all that comes before its first placeholder), by how it ends, and, where
//! many templates share a prefix, by an [anchor](super::anchors). This catalog of five templates,
//!
//! ```text
//! 0  Server (%s) is not found.
//! 1  Server (%s) is stopped.
//! 2  Service is busy.
//! 3  Disk %s is full.
//! 4  %s failed.
//! ```
//!
//! has this prefix tree, whose nodes are numbered level by level:
//!
//! ```text
//! 0 ""                        template 4, which begins with a placeholder
//! ├── 1 "Serv"
//! │   ├── 3 "er ("            templates 0 and 1
//! │   └── 4 "ice is busy"     template 2, without its full stop
//! └── 2 "Disk "               template 3
//! ```
//!
//! A node has a row in `nodes` and a byte in `firsts`, the first of its label; its children are neighbors, so that one
//! eight-byte read of `firsts` compares the next byte of a message with eight children:
//!
//! ```text
//!         firsts  LENGTH  FIRST_CHILD  CHILDREN  FIRST_LEAF  LEAVES
//! node 0     -       0         1           2          0         1     template 4
//! node 1     S       4         3           2          1         0
//! node 2     D       5         5           0          1         1     template 3
//! node 3     e       4         5           0          2         2     templates 0, 1
//! node 4     i      11         5           0          4         1     template 2
//! ```
//!
//! As in a Patricia trie, only the first byte of a label is stored. "Servants (7) is stopped." walks to node 1, where no
//! child begins with `a`; "Sirver (7) is stopped." walks on to node 3, since nothing compares the skipped bytes. That is
//! harmless: the walk yields candidates, and each is compared with the message as a whole.
//!
//! A template on the way down is a row of `leaves`. It holds the last bytes of the text behind the last placeholder, with a
//! mask for shorter ones: template 1 is discarded for "Server (7) is not found." by one comparison of words.

use std::cmp::Reverse;
use std::collections::VecDeque;
use std::ops::Range;

use errcat_core::layout::{leaf, node};
use errcat_core::tail;

use super::anchors::{self, Buckets};
use super::interner::{Table, halves};
use crate::model::{Segment, Template};

/// A template on its way into the index.
pub(super) struct Message {
    /// What comes before its first placeholder.
    prefix: String,
    /// The literal texts behind its first placeholder.
    rest: Vec<String>,
    leaf: [u32; leaf::WIDTH],
}

/// The bytes of the index.
pub(super) struct MessageIndex {
    pub(super) nodes: Vec<u8>,
    pub(super) firsts: Vec<u8>,
    pub(super) leaves: Vec<u8>,
    pub(super) anchors: Vec<u8>,
    pub(super) parts: Vec<u8>,
}

impl Message {
    /// Takes the template in this row, which belongs to this entry. Returns `None` if it has no literal text: it would fit
    /// every message.
    pub(super) fn new(template: &Template, row: u32, entry: u32) -> Option<Self> {
        let prefix: String = template.segments.iter().map_while(literal).collect();
        let suffix: Vec<&str> = template.segments.iter().rev().map_while(literal).collect();
        let suffix: String = suffix.into_iter().rev().collect();
        let score: usize =
            template.segments.iter().filter_map(literal).map(|text| text.chars().count()).sum();
        // A message may lack the full stop of its template. Without a placeholder, the stop would be part of the prefix.
        let whole = template.segments.iter().all(|segment| literal(segment).is_some());
        let prefix = if whole { tail::without_stop(&prefix).to_owned() } else { prefix };
        let (word, mask) = (tail::last_word(&suffix), tail::mask(&suffix));
        let mut leaf = [0; leaf::WIDTH];
        leaf[leaf::TEMPLATE] = row;
        leaf[leaf::ENTRY] = entry;
        leaf[leaf::SCORE] = score as u32;
        [leaf[leaf::TAIL], leaf[leaf::TAIL_HIGH]] = halves(word);
        [leaf[leaf::MASK], leaf[leaf::MASK_HIGH]] = halves(mask);
        (score > 0).then(|| Self { prefix, rest: after_first_placeholder(template), leaf })
    }
}

fn literal(segment: &Segment) -> Option<&str> {
    match segment {
        Segment::Literal(text) => Some(text),
        Segment::Placeholder { .. } => None,
    }
}

/// Returns the literal texts behind the first placeholder, the last one without a full stop: a message may lack it.
fn after_first_placeholder(template: &Template) -> Vec<String> {
    let rest = template.segments.iter().skip_while(|segment| literal(segment).is_some());
    let mut texts: Vec<String> = rest.filter_map(literal).map(str::to_owned).collect();
    if let (Some(last), Some(Segment::Literal(_))) = (texts.last_mut(), template.segments.last()) {
        *last = tail::without_stop(last).to_owned();
    }
    texts
}

/// A node without its children.
struct Open {
    /// Its messages, among the sorted ones.
    messages: Range<usize>,
    /// How many bytes the prefixes of these messages have in common.
    depth: usize,
    row: u32,
}

/// Makes the index, level by level, so that the children of a node are neighbors.
pub(super) fn build(mut messages: Vec<Message>) -> MessageIndex {
    messages.sort_by(|a, b| a.prefix.cmp(&b.prefix).then(a.leaf.cmp(&b.leaf)));
    let anchors = anchors_of(&messages);
    let mut anchored = Vec::new();
    let mut nodes = Table::<{ node::WIDTH }>::default();
    let mut leaves = Table::<{ leaf::WIDTH }>::default();
    // The root has no label.
    let mut firsts = vec![0];
    let root = Open { messages: 0..messages.len(), depth: 0, row: nodes.push([0; node::WIDTH]) };
    let mut open = VecDeque::from([root]);
    while let Some(Open { messages: range, depth, row }) = open.pop_front() {
        // In sorted order, those that end here come before those that go on.
        let ending = messages[range.clone()].partition_point(|message| message.prefix.len() == depth);
        let own = range.start..range.start + ending;
        let parent = nodes.get_mut(row);
        parent[node::FIRST_LEAF] = leaves.len();
        for (message, anchor) in messages[own.clone()].iter().zip(&anchors[own.clone()]) {
            match anchor {
                Some(word) => anchored.push((*word, message.leaf)),
                None => _ = leaves.push(message.leaf),
            }
        }
        parent[node::LEAVES] = leaves.len() - parent[node::FIRST_LEAF];
        parent[node::ANCHORED] = u32::from((parent[node::LEAVES] as usize) < own.len());
        let first_child = nodes.len();
        for range in children(&messages, own.end..range.end, depth) {
            let (first, last) = (&messages[range.start].prefix, &messages[range.end - 1].prefix);
            // What the first and the last of sorted strings share, all of them share.
            let common = first.bytes().zip(last.bytes()).take_while(|(a, b)| a == b).count();
            let mut child = [0; node::WIDTH];
            child[node::LENGTH] = (common - depth) as u32;
            firsts.push(first.as_bytes()[depth]);
            open.push_back(Open { messages: range, depth: common, row: nodes.push(child) });
        }
        let children = nodes.len() - first_child;
        let parent = nodes.get_mut(row);
        (parent[node::FIRST_CHILD], parent[node::CHILDREN]) = (first_child, children);
    }
    // The runtime reads eight bytes at once, also of the last nodes.
    firsts.extend([0; 8]);
    let Buckets { anchors, parts } = anchors::buckets(anchored, &mut leaves);
    MessageIndex { nodes: nodes.bytes(), firsts, leaves: leaves.bytes(), anchors, parts }
}

/// Returns the ranges of the messages whose prefixes have the same byte at `depth`, the largest first: the runtime looks
/// through the children of a node in this order, and most messages are of a child with many templates.
fn children(messages: &[Message], range: Range<usize>, depth: usize) -> Vec<Range<usize>> {
    let byte = |message: &Message| message.prefix.as_bytes()[depth];
    let mut start = range.start;
    let mut children: Vec<_> = messages[range]
        .chunk_by(|a, b| byte(a) == byte(b))
        .map(|siblings| {
            let child = start..start + siblings.len();
            start = child.end;
            child
        })
        .collect();
    children.sort_by_key(|child| Reverse(child.len()));
    children
}

/// Returns the anchors of sorted messages, each of which can have one if many others share its prefix.
fn anchors_of(messages: &[Message]) -> Vec<Option<u64>> {
    let groups: Vec<Vec<&[String]>> = messages
        .chunk_by(|a, b| a.prefix == b.prefix)
        .map(|group| group.iter().map(|message| message.rest.as_slice()).collect())
        .collect();
    anchors::choose(&groups)
}

#[cfg(test)]
mod tests {
    use errcat_core::layout::{leaf, node};

    use super::{Message, MessageIndex, build};
    use crate::model::{Segment, Template, Written};

    /// Returns the index of these messages, in which `%s` is a placeholder. Their templates are in the rows 0, 1, ...
    fn index(messages: &[&str]) -> MessageIndex {
        let template = |message: &&str| {
            let mut template = Template::default();
            for (part, literal) in message.split("%s").enumerate() {
                if let Some(param) = part.checked_sub(1) {
                    template.segments.push(Segment::Placeholder { param, written: Written::Next });
                }
                template.segments.extend((!literal.is_empty()).then(|| Segment::Literal(literal.to_owned())));
            }
            template
        };
        let rows = messages.iter().map(template).zip(0..);
        build(rows.filter_map(|(template, row)| Message::new(&template, row, row)).collect())
    }

    fn rows<const WIDTH: usize>(bytes: &[u8]) -> Vec<[u32; WIDTH]> {
        let (numbers, _) = bytes.as_chunks();
        let numbers: Vec<u32> = numbers.iter().map(|number| u32::from_le_bytes(*number)).collect();
        numbers.as_chunks().0.to_vec()
    }

    #[test]
    fn the_example_of_the_head() {
        let index = index(&[
            "Server (%s) is not found.",
            "Server (%s) is stopped.",
            "Service is busy.",
            "Disk %s is full.",
            "%s failed.",
        ]);
        assert_eq!(index.firsts, b"\0SDei\0\0\0\0\0\0\0\0");
        let column = |column: usize| {
            rows::<{ node::WIDTH }>(&index.nodes).iter().map(|row| row[column]).collect::<Vec<_>>()
        };
        assert_eq!(column(node::LENGTH), [0, 4, 5, 4, 11]);
        assert_eq!(column(node::FIRST_CHILD), [1, 3, 5, 5, 5]);
        assert_eq!(column(node::CHILDREN), [2, 2, 0, 0, 0]);
        assert_eq!(column(node::FIRST_LEAF), [0, 1, 1, 2, 4]);
        assert_eq!(column(node::LEAVES), [1, 0, 1, 2, 1]);
        assert_eq!(column(node::ANCHORED), [0; 5]);
        let templates =
            rows::<{ leaf::WIDTH }>(&index.leaves).iter().map(|row| row[leaf::TEMPLATE]).collect::<Vec<_>>();
        assert_eq!(templates, [4, 3, 0, 1, 2]);
        assert!(index.anchors.is_empty() && index.parts.is_empty());
    }

    #[test]
    fn templates_that_begin_alike_are_found_by_a_word_of_their_own() {
        let index = index(&[
            "Volume %s: the snapshot chain is broken.",
            "Volume %s: the quota of project %s is used up.",
            "Volume %s: the host %s rejected the request.",
            "Volume %s: the host %s rejected the response.",
            "Volume %s",
        ]);
        let words: Vec<(u32, [u8; 8])> = rows::<{ leaf::WIDTH }>(&index.leaves)
            .iter()
            .map(|row| {
                let word = u64::from(row[leaf::ANCHOR]) | u64::from(row[leaf::ANCHOR_HIGH]) << 32;
                (row[leaf::TEMPLATE], word.to_le_bytes())
            })
            .collect();
        let anchor = |template: u32| words.iter().find(|(of, _)| *of == template).map(|(_, word)| word);
        assert_eq!(anchor(2), Some(b" request"));
        assert_eq!(anchor(3), Some(b"response"));
        // Nothing behind the placeholder tells it from the others: it has no anchor, and is tried on every message.
        assert_eq!((words[0].0, anchor(4)), (4, Some(&[0; 8])));
        // Four anchors are in four buckets, each of which has a bit for each of its anchors.
        let bits: u32 = rows::<1>(&index.parts).iter().map(|[bits]| bits.count_ones()).sum();
        assert_eq!((index.anchors.len(), index.parts.len(), bits), (4 * 8, 4 * 4, 4));
    }

    #[test]
    fn a_template_without_literal_text_is_left_out() {
        assert!(index(&["%s", "%s%s"]).leaves.is_empty());
    }
}
