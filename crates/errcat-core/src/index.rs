//! A perfect hash from code strings to numbers, which const evaluation can run.
//!
//! A key is read as a few words of eight bytes; one multiplication hashes them; the high bits choose a *pilot* from a
//! small table, which was searched for when the index was built so that every key gets a slot of its own. The slot
//! holds the words of its key, so that one comparison decides. Words are little-endian on every target: an index
//! built on one machine serves another.

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
        let key = key.as_bytes();
        let parameters = &self.parameters;
        if key.len() < parameters.min_len || key.len() > parameters.max_len {
            return None;
        }
        let words = words(key);
        let hash = hash(key, words, parameters.seed);
        let bucket = (hash >> (64 - parameters.bucket_bits)) as usize;
        if bucket >= self.pilots.len() {
            return None;
        }
        let slot = slot(hash, self.pilots[bucket], parameters.slot_bits);
        if slot >= self.slots.len() {
            return None;
        }
        let slot = &self.slots[slot];
        let len_and_id = word32(slot, 24);
        let same = word64(slot, 0) == words.0
            && word64(slot, 8) == words.1
            && word64(slot, 16) == words.2
            && (len_and_id & 0xFF) as usize == key.len();
        if same && (key.len() <= 24 || equal_at(self.text, word32(slot, 28) as usize, key)) {
            return Some(len_and_id >> 8);
        }
        None
    }
}

/// The first eight bytes, the last eight, and for keys longer than sixteen the eight after the first: together they
/// cover every key of up to 24 bytes. Shorter keys than eight are packed into the first word.
pub(crate) const fn words(key: &[u8]) -> (u64, u64, u64) {
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
pub(crate) const fn hash(key: &[u8], words: (u64, u64, u64), seed: u64) -> u64 {
    let mut hash = fold(words.0 ^ seed, words.1 ^ K1 ^ key.len() as u64);
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

/// Where the key of this hash stands, given the pilot of its bucket.
pub(crate) const fn slot(hash: u64, pilot: u8, slot_bits: u32) -> usize {
    ((hash ^ pilot as u64).wrapping_mul(K1) >> (64 - slot_bits)) as usize
}

const fn fold(a: u64, b: u64) -> u64 {
    let product = (a as u128).wrapping_mul(b as u128);
    product as u64 ^ (product >> 64) as u64
}

const fn word64(bytes: &[u8], at: usize) -> u64 {
    match bytes.split_at(at).1.first_chunk() {
        Some(chunk) => u64::from_le_bytes(*chunk),
        None => 0,
    }
}

const fn word32(bytes: &[u8], at: usize) -> u32 {
    match bytes.split_at(at).1.first_chunk() {
        Some(chunk) => u32::from_le_bytes(*chunk),
        None => 0,
    }
}

const fn equal_at(text: &[u8], offset: usize, key: &[u8]) -> bool {
    if offset + key.len() > text.len() {
        return false;
    }
    let mut at = 0;
    while at < key.len() {
        if text[offset + at] != key[at] {
            return false;
        }
        at += 1;
    }
    true
}
