//! A perfect hash from code strings to numbers, which const evaluation can run.
//!
//! A key is read as a few words of eight bytes; one multiplication hashes them; the high bits choose a *pilot* from a
//! small table, which was searched for when the index was built so that every key gets a slot of its own. The slot
//! holds the words of its key, so that one comparison decides. Words are little-endian on every target: an index
//! built on one machine serves another.
//!
//! What a lookup calls is `#[inline]`, since most programs are built without optimisation across crates.

/// Bytes of a slot: three words of the key, length (8 bits) and id (24 bits), and the offset of the key in the text.
pub const SLOT: usize = 32;

const K1: u64 = 0x9E37_79B9_7F4A_7C15;
const K2: u64 = 0xD6E8_FEB8_6659_FD93;

/// Longest key that an index can hold, in bytes.
pub const MAX_KEY: usize = 255;

/// A built index: see [`Index::find`].
#[derive(Clone, Copy, Debug)]
pub struct Index<'a> {
    text: &'a [u8],
    pilots: &'a [u8],
    slots: &'a [[u8; SLOT]],
    parameters: Parameters,
}

/// The numbers of an index that are not in its tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameters {
    /// Seed of the hash.
    pub seed: u64,
    /// There are 2 to the power of this many pilots.
    pub bucket_bits: u32,
    /// There are 2 to the power of this many slots.
    pub slot_bits: u32,
    /// Length of the shortest key, in bytes.
    pub min_len: usize,
    /// Length of the longest key, in bytes.
    pub max_len: usize,
}

impl<'a> Index<'a> {
    /// An index over tables that [`build`](crate::build) made; `text` is the text its keys stand in.
    #[must_use]
    pub const fn new(text: &'a str, pilots: &'a [u8], slots: &'a [u8], parameters: Parameters) -> Self {
        Self { text: text.as_bytes(), pilots, slots: slots.as_chunks().0, parameters }
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
        let parameters = &self.parameters;
        if key.len() < parameters.min_len || key.len() > parameters.max_len {
            return None;
        }
        if key.len() > 16 {
            return self.find_long(key);
        }
        let words = words(key);
        let Some(slot) = self.slot(hash_short(key.len(), words, parameters.seed)) else { return None };
        // Keys of the same length are both without a third word.
        if differs(slot, key.len(), words) == 0 { Some(id(slot)) } else { None }
    }

    /// As [`find`](Self::find), for keys of more than sixteen bytes. It stands apart so that the short way stays short.
    #[inline(never)]
    const fn find_long(&self, key: &[u8]) -> Option<u32> {
        let words = words(key);
        let Some(slot) = self.slot(hash(key, words, self.parameters.seed)) else { return None };
        if differs(slot, key.len(), words) | (word64(slot, 16) ^ words.2).rotate_left(23) != 0 {
            return None;
        }
        if key.len() > 24 && !same_middle(self.text, word32(slot, 28) as usize, key) {
            return None;
        }
        Some(id(slot))
    }

    /// The slot of the key with this hash, and of no other key of the index.
    #[inline]
    const fn slot(&self, hash: u64) -> Option<&'a [u8; SLOT]> {
        let bucket = (hash >> (64 - self.parameters.bucket_bits)) as usize;
        if bucket >= self.pilots.len() {
            return None;
        }
        let slot = slot(hash, self.pilots[bucket], self.parameters.slot_bits);
        if slot >= self.slots.len() {
            return None;
        }
        Some(&self.slots[slot])
    }
}

/// Zero if the slot holds a key of this length with these first two words. Which of them differs does not matter, and a
/// branch for each would be mispredicted: the rotations keep the optimiser from making branches of it.
#[inline]
const fn differs(slot: &[u8; SLOT], len: usize, words: Words) -> u64 {
    (word64(slot, 0) ^ words.0)
        | (word64(slot, 8) ^ words.1).rotate_left(11)
        | ((word32(slot, 24) & 0xFF) as u64 ^ len as u64).rotate_left(37)
}

#[inline]
const fn id(slot: &[u8; SLOT]) -> u32 {
    word32(slot, 24) >> 8
}

/// Words of a key: see [`words`].
type Words = (u64, u64, u64);

/// The first eight bytes, the last eight, and for keys longer than sixteen the eight after the first: together they
/// cover every key of up to 24 bytes. Shorter keys than eight are packed into the first word.
#[inline]
pub(crate) const fn words(key: &[u8]) -> Words {
    let len = key.len();
    if len >= 8 {
        let middle = if len > 16 { word64(key, 8) } else { 0 };
        (word64(key, 0), word64(key, len - 8), middle)
    } else if len >= 4 {
        (word32(key, 0) as u64 | (word32(key, len - 4) as u64) << 32, 0, 0)
    } else if len > 0 {
        (key[0] as u64 | (key[len / 2] as u64) << 8 | (key[len - 1] as u64) << 16, 0, 0)
    } else {
        (0, 0, 0)
    }
}

/// Hashes the whole key: every byte of it is in one of the words.
pub(crate) const fn hash(key: &[u8], words: Words, seed: u64) -> u64 {
    let mut hash = hash_short(key.len(), words, seed);
    if key.len() > 16 {
        hash = fold(hash ^ words.2, K2);
        let mut at = 16;
        while at + 8 < key.len() {
            hash = fold(hash ^ word64(key, if at + 16 <= key.len() { at } else { key.len() - 16 }), K2);
            at += 8;
        }
    }
    hash
}

/// The hash of a key of up to sixteen bytes.
#[inline]
const fn hash_short(len: usize, words: Words, seed: u64) -> u64 {
    fold(words.0 ^ seed, words.1 ^ K1 ^ len as u64)
}

/// Where the key of this hash stands, given the pilot of its bucket.
#[inline]
pub(crate) const fn slot(hash: u64, pilot: u8, slot_bits: u32) -> usize {
    ((hash ^ pilot as u64).wrapping_mul(K1) >> (64 - slot_bits)) as usize
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

/// Whether the middle of a key of more than 24 bytes, which the words of its slot do not hold, stands in the text.
const fn same_middle(text: &[u8], offset: usize, key: &[u8]) -> bool {
    if offset + key.len() > text.len() {
        return false;
    }
    let mut at = 16;
    while at + 8 < key.len() {
        let word = if at + 16 <= key.len() { at } else { key.len() - 16 };
        if word64(text, offset + word) != word64(key, word) {
            return false;
        }
        at += 8;
    }
    true
}
