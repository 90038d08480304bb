//! Finds templates that share a prefix by words that few of them contain.
//!
//! A catalog can have hundreds of templates such as "Volume %s: ..." that differ only behind the placeholder. To try each of
//! them on a message would take too long. So each gets an *anchor*: eight bytes of its literal text behind the first
//! placeholder that few other templates contain. Of these four, which begin alike,
//!
//! ```text
//! Volume %s: the snapshot chain is broken.      "snapshot" or "ot chain", which only this one contains
//! Volume %s: the quota of project %s is used up.
//! Volume %s: the host %s rejected the request.
//! Volume %s: the host %s rejected the response.
//! ```
//!
//! the last two can be told apart by " request" and "response", and not by "rejected".
//!
//! The runtime looks at each eight bytes of a message, so that a word that is no anchor has to be discarded fast. The anchors
//! are hashed into as many buckets as there are anchors. `parts` has 32 bits per bucket, one for each part of the range of
//! hashes that fall into the bucket, and the bit is set if an anchor does: a word that is no anchor meets a set bit one time
//! in 32. Only then `anchors` is read, for the rows of the bucket in `leaves`:
//!
//! ```text
//! parts    bucket 0: 00000100...    bucket 1: 00000000...    bucket 2: 00100001...
//! anchors  bucket 0: leaf 7, 1      bucket 1: -              bucket 2: leaf 8, 2
//! leaves   ..., 7: "response", 8: " request", 9: "ot chain"
//! ```

use std::collections::HashMap;

use errcat_core::anchor::{self, ANCHOR};
use errcat_core::layout::{anchor as bucket, leaf};

use super::interner::{Table, halves};

/// Minimum number of templates that share a prefix for anchors to be used. To look for anchors in a message takes about as
/// long as to try this many templates.
const MANY: usize = 4;

/// Chooses the anchor of each template: of the words that it contains, the one that the fewest contain. A template is given
/// by its literal texts behind the first placeholder, and templates with the same prefix form a group.
pub(super) fn choose(groups: &[Vec<&[String]>]) -> Vec<Option<u64>> {
    let mut counts: HashMap<u64, usize> = HashMap::new();
    for texts in groups.iter().filter(|group| group.len() >= MANY).flatten() {
        let mut distinct: Vec<u64> = words(texts).collect();
        distinct.sort_unstable();
        distinct.dedup();
        for word in distinct {
            *counts.entry(word).or_default() += 1;
        }
    }
    let anchor = |texts: &[String], group: usize| {
        let rarest =
            words(texts).filter_map(|word| Some((*counts.get(&word)?, word))).min_by_key(|(count, _)| *count);
        // A word that most of the group contain does not tell them apart.
        rarest.filter(|(count, _)| group >= MANY && *count <= group / 2).map(|(_, word)| word)
    };
    groups.iter().flat_map(|group| group.iter().map(|texts| anchor(texts, group.len()))).collect()
}

/// Returns the words that can be an anchor: the last eight bytes before each space and at the end of each text. Counting all
/// other words too would take five times as long, and hardly tells templates apart any better.
fn words(texts: &[String]) -> impl Iterator<Item = u64> {
    texts.iter().flat_map(|text| {
        let bytes = text.as_bytes();
        let ends = (ANCHOR..=bytes.len()).filter(|end| bytes.get(*end).is_none_or(|byte| *byte == b' '));
        ends.filter_map(|end| bytes[..end].last_chunk().copied().map(u64::from_le_bytes))
    })
}

/// The bytes of the buckets.
pub(super) struct Buckets {
    pub(super) anchors: Vec<u8>,
    pub(super) parts: Vec<u8>,
}

/// Adds the leaves that are found by their anchors, in the order of the buckets, and makes the buckets.
pub(super) fn buckets(
    mut anchored: Vec<(u64, [u32; leaf::WIDTH])>,
    leaves: &mut Table<{ leaf::WIDTH }>,
) -> Buckets {
    let count = anchored.len() as u32;
    // Leaves with the same anchor are neighbors.
    anchored.sort_by_key(|(word, leaf)| (anchor::place(*word, count), *word, *leaf));
    let mut buckets = Table::<{ bucket::WIDTH }>::default();
    let mut parts = Table::<1>::default();
    for _ in 0..count {
        buckets.push([0; bucket::WIDTH]);
        parts.push([0]);
    }
    for (word, mut leaf) in anchored {
        let (row, part) = anchor::place(word, count);
        let bucket = buckets.get_mut(row);
        if bucket[bucket::LEAVES] == 0 {
            bucket[bucket::FIRST_LEAF] = leaves.len();
        }
        bucket[bucket::LEAVES] += 1;
        parts.get_mut(row)[0] |= 1 << part;
        [leaf[leaf::ANCHOR], leaf[leaf::ANCHOR_HIGH]] = halves(word);
        leaves.push(leaf);
    }
    Buckets { anchors: buckets.bytes(), parts: parts.bytes() }
}
