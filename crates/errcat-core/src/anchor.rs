//! Anchors: eight bytes of what a template says behind its first placeholder, which few other templates say.
//!
//! Of templates that begin alike, a message can be of those alone whose anchor it holds. It is looked up at each of its
//! bytes, so that what most bytes meet has to be quick: a bucket with a bit for each part of it that holds an anchor.

/// Bytes of an anchor, a little-endian word.
pub const ANCHOR: usize = 8;

/// Parts of a bucket, a bit each of a `u32`: there are as many buckets as anchors, so that one part in 32 holds one.
const PARTS: u32 = 32;

/// The bucket of a word, of so many, and the number of the part of it.
///
/// ```
/// let (bucket, part) = errcat_core::anchor::place(u64::from_le_bytes(*b"volume 7"), 100);
/// assert!(bucket < 100 && part < 32);
/// ```
#[must_use]
#[inline]
pub const fn place(word: u64, buckets: u32) -> (u32, u32) {
    // The upper bits of a product depend on all of the word.
    let hash = word.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32;
    let scaled = hash * buckets as u64;
    ((scaled >> 32) as u32, (scaled >> 27) as u32 % PARTS)
}
