//! A perfect hash from code strings to numbers, which const evaluation can run.
//!
//! A key is read as words of eight bytes. One multiplication hashes its ends; some bits of the hash choose a *pilot* from a
//! small table, which was searched for when the index was built so that every key gets a slot of its own. The slot holds
//! the words of its key, so that comparing them decides. Words are little-endian on every target: an index built on
//! one machine serves another.
//!
//! Few codes share both ends and the length, so that what stands between is compared, but not hashed; an index over codes
//! that do share them says so, and hashes all. What depends on the length of a text is a branch only where that length is
//! rare, since the lengths of texts come in no order that a processor could guess.
//!
//! What a lookup calls is `#[inline]`, since most programs are built without optimisation across crates.

use core::num::NonZeroU32;

/// Bytes of a slot: three words of the key, length (8 bits) and id (24 bits), and the offset of the key in the text.
pub const SLOT: usize = 32;

/// A slot number is this many bits of the hash further up, where it stands as an offset in bytes: no shift brings it there.
pub(crate) const SLOT_SHIFT: u32 = SLOT.trailing_zeros();

/// Bytes of a pilot.
pub const PILOT: usize = 2;

/// Bits of the hash below those that choose the pilot.
const BUCKET_SHIFT: u32 = 32;

const K1: u64 = 0x9E37_79B9_7F4A_7C15;
const K2: u64 = 0xD6E8_FEB8_6659_FD93;

/// Longest key that an index can hold, in bytes.
pub const MAX_KEY: usize = 255;

/// A built index: see [`Index::find`].
#[derive(Clone, Copy, Debug)]
pub struct Index<'a> {
    text: &'a [u8],
    pilots: &'a [[u8; PILOT]],
    slots: &'a [[u8; SLOT]],
    parameters: IndexParameters,
}

/// What an index is read by, beside its tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IndexParameters {
    /// Seed of the hash.
    pub seed: u64,
    /// The number of pilots, a power of two, less one.
    pub bucket_mask: u32,
    /// The number of slots, a power of two, less one.
    pub slot_mask: u32,
    /// How the keys are read.
    pub reading: Reading,
}

/// How the keys of an index are read: what they are like decides what is quickest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Some have less than eight bytes.
    pub short: bool,
    /// Many have more than sixteen bytes.
    pub long: bool,
    /// Their ends and lengths do not tell them apart, so that all of a key has to be hashed.
    pub whole: bool,
}

impl<'a> Index<'a> {
    /// An index over tables that [`build`](crate::build) made; `text` is the text its keys stand in.
    #[must_use]
    pub const fn new(text: &'a str, pilots: &'a [u8], slots: &'a [u8], parameters: IndexParameters) -> Self {
        Self { text: text.as_bytes(), pilots: pilots.as_chunks().0, slots: slots.as_chunks().0, parameters }
    }

    /// The number of `key`, if the index holds it. Reads one pilot and one slot, and allocates nothing.
    #[must_use]
    #[inline]
    pub const fn find(&self, key: &str) -> Option<u32> {
        self.find_bytes(key.as_bytes())
    }

    /// As [`find`](Self::find), for bytes that need not be UTF-8.
    #[must_use]
    #[inline]
    pub const fn find_bytes(&self, key: &[u8]) -> Option<u32> {
        match self.find_next(key) {
            Some(next) => Some(next.get() - 1),
            None => None,
        }
    }

    /// Returns one more than the number of `key`, if the index holds it. A type that holds a number in this way is found without
    /// a further instruction.
    #[must_use]
    #[inline]
    pub const fn find_next(&self, key: &[u8]) -> Option<NonZeroU32> {
        let reading = self.parameters.reading;
        let (Some(first), Some(last)) = (key.first_chunk(), key.last_chunk()) else {
            return if reading.short { self.find_short(key) } else { None };
        };
        let ends = (u64::from_le_bytes(*first), u64::from_le_bytes(*last));
        let before_last = if reading.long { before_last(key, first) } else { 0 };
        let mut hash = hash_ends(key.len(), ends, self.parameters.seed);
        if reading.whole {
            hash = hash_middle(key, hash);
        }
        let Some(slot) = self.slot(hash) else { return None };
        // The end goes first: it is what most texts that are no key differ in from the key of their slot.
        if word64(slot, 8) != ends.1 || word64(slot, 0) != ends.0 || slot[24] as usize != key.len() {
            return None;
        }
        if reading.long && word64(slot, 16) != before_last {
            return None;
        }
        let compared = if reading.long { 24 } else { 16 };
        // A call that is the last thing to do needs no frame, which the usual way would pay for.
        if key.len() > compared { self.find_long(slot, key) } else { next(slot) }
    }

    /// As [`find`](Self::find), for keys of less than eight bytes.
    const fn find_short(&self, key: &[u8]) -> Option<NonZeroU32> {
        let ends = short_ends(key);
        let Some(slot) = self.slot(hash_ends(key.len(), ends, self.parameters.seed)) else { return None };
        // A slot that no key has looks like an empty key.
        let found = !key.is_empty() && word64(slot, 0) == ends.0 && slot[24] as usize == key.len();
        if found { next(slot) } else { None }
    }

    /// The slot of the key with this hash, and of no other key of the index.
    #[inline]
    const fn slot(&self, hash: u64) -> Option<&'a [u8; SLOT]> {
        let bucket = bucket(hash, self.parameters.bucket_mask);
        if bucket >= self.pilots.len() {
            return None;
        }
        let slot = slot(hash, u16::from_le_bytes(self.pilots[bucket]), self.parameters.slot_mask);
        if slot >= self.slots.len() {
            return None;
        }
        Some(&self.slots[slot])
    }

    /// As [`find_next`](Self::find_next), given the slot, whose key has this length and these ends: it remains to compare what is
    /// in between. This is a function of its own so that the usual way stays short.
    #[inline(never)]
    const fn find_long(&self, slot: &[u8; SLOT], key: &[u8]) -> Option<NonZeroU32> {
        let offset = word32(slot, 28) as usize;
        if offset + key.len() > self.text.len() {
            return None;
        }
        let mut at = 8;
        while at + 8 < key.len() {
            let word = if at + 16 <= key.len() { at } else { key.len() - 16 };
            if word64(self.text, offset + word) != word64(key, word) {
                return None;
            }
            at += 8;
        }
        next(slot)
    }
}

/// Returns one more than the number of a slot's key.
#[inline]
const fn next(slot: &[u8; SLOT]) -> Option<NonZeroU32> {
    NonZeroU32::new((word32(slot, 24) >> 8) + 1)
}

/// The eight bytes before the last eight; of a key that has not so many, the first eight, which tell nothing new of it.
/// Choosing between two places to read, and not whether to read, needs no branch.
#[inline]
#[expect(clippy::trivially_copy_pass_by_ref, reason = "the place is what is chosen")]
pub(crate) const fn before_last(key: &[u8], first: &[u8; 8]) -> u64 {
    let place = match key.last_chunk::<16>() {
        Some(last) => match last.first_chunk() {
            Some(before_last) => before_last,
            None => first,
        },
        None => first,
    };
    u64::from_le_bytes(*place)
}

/// What stands for the ends of a key of less than eight bytes: all its bytes, and a number that mixes them well.
pub(crate) const fn short_ends(key: &[u8]) -> (u64, u64) {
    let len = key.len();
    let word = if len >= 4 {
        word32(key, 0) as u64 | (word32(key, len - 4) as u64) << 32
    } else if len > 0 {
        key[0] as u64 | (key[len / 2] as u64) << 8 | (key[len - 1] as u64) << 16
    } else {
        0
    };
    (word, K1)
}

/// The hash of the first and the last word of a key, and of its length.
#[inline]
pub(crate) const fn hash_ends(len: usize, ends: (u64, u64), seed: u64) -> u64 {
    fold(ends.0 ^ seed, ends.1 ^ len as u64)
}

/// Hashes what stands between the first eight bytes and the last eight, which are hashed already.
pub(crate) const fn hash_middle(key: &[u8], ends: u64) -> u64 {
    let mut hash = ends;
    let mut at = 8;
    while at + 8 < key.len() {
        hash = fold(hash ^ word64(key, at), K2);
        at += 8;
    }
    hash
}

/// The bucket of this hash, whose keys share a pilot.
#[inline]
pub(crate) const fn bucket(hash: u64, mask: u32) -> usize {
    (hash >> BUCKET_SHIFT) as usize & mask as usize
}

/// Where the key of this hash stands, given the pilot of its bucket.
#[inline]
pub(crate) const fn slot(hash: u64, pilot: u16, mask: u32) -> usize {
    ((hash ^ pilot as u64) >> SLOT_SHIFT) as usize & mask as usize
}

#[inline]
const fn fold(a: u64, b: u64) -> u64 {
    let product = (a as u128).wrapping_mul(b as u128);
    product as u64 ^ (product >> 64) as u64
}

#[inline]
const fn word64(bytes: &[u8], at: usize) -> u64 {
    match bytes.split_at(at).1.first_chunk() {
        Some(chunk) => u64::from_le_bytes(*chunk),
        None => 0,
    }
}

#[inline]
const fn word32(bytes: &[u8], at: usize) -> u32 {
    match bytes.split_at(at).1.first_chunk() {
        Some(chunk) => u32::from_le_bytes(*chunk),
        None => 0,
    }
}
