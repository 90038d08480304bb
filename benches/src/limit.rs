//! The least that a lookup by text can do: read both ends, hash them, load one slot, compare the whole text.
//!
//! It is a yardstick and no index, since somebody has to tell it the slot of each text. A text of more than 24 bytes would
//! need one comparison more, which it leaves out.

use std::collections::HashMap;
use std::hint::black_box;

#[derive(Clone, Copy, Debug, Default)]
#[repr(align(32))]
struct Slot {
    first: u64,
    last: u64,
    before_last: u64,
    len: u32,
    id: u32,
}

/// What brings the hash of a text to its slot. A perfect hash would have to look it up.
#[derive(Clone, Copy, Debug)]
pub struct Hint(usize);

/// As many slots as a perfect hash has, at most three quarters of them taken.
#[derive(Clone, Debug)]
pub struct Limit {
    slots: Vec<Slot>,
    shift: u32,
}

impl Limit {
    /// A table of these codes.
    #[must_use]
    pub fn new(codes: &[&str]) -> Self {
        let bits = (codes.len() * 4 / 3).next_power_of_two().trailing_zeros();
        let mut slots = vec![Slot::default(); 1 << bits];
        for ((id, code), slot) in (0..).zip(codes).zip(&mut slots) {
            if let Some((first, last)) = words(code) {
                *slot = Slot { first, last, before_last: before_last(code), len: code.len() as u32, id };
            }
        }
        // The compiler is not to know what stands in the table.
        black_box(Self { slots, shift: 64 - bits })
    }

    /// A hint for each of these texts; that of a text which is no code leads to any slot.
    #[must_use]
    pub fn hints(&self, codes: &[&str], queries: &[&str]) -> Vec<Hint> {
        let slot_of: HashMap<&str, usize> = codes.iter().copied().zip(0..).collect();
        let hint = |query: &&str| {
            let hash = words(query).map_or(0, |(first, last)| self.hash(first, last, query));
            let slot = slot_of.get(query).copied().unwrap_or(hash & (self.slots.len() - 1));
            Hint(slot ^ hash)
        };
        queries.iter().map(hint).collect()
    }

    /// The code with this text. Texts of less than eight bytes are never found. What stands between the ends of a text of
    /// more than sixteen bytes is compared if `LONG`, as it has to be where such codes are many.
    #[must_use]
    #[inline]
    pub fn find<const LONG: bool>(&self, text: &str, hint: Hint) -> Option<u32> {
        let (first, last) = words(text)?;
        let slot = self.slots.get(self.hash(first, last, text) ^ hint.0)?;
        let same = last == slot.last && first == slot.first && text.len() == slot.len as usize;
        let found = same && (!LONG || before_last(text) == slot.before_last);
        found.then_some(slot.id)
    }

    #[inline]
    fn hash(&self, first: u64, last: u64, text: &str) -> usize {
        let product = u128::from(first ^ 77) * u128::from(last ^ text.len() as u64);
        let folded = product as u64 ^ (product >> 64) as u64;
        (folded >> self.shift) as usize
    }
}

/// The first and the last eight bytes, which overlap in a short text.
#[inline]
fn words(text: &str) -> Option<(u64, u64)> {
    let first = u64::from_le_bytes(*text.as_bytes().first_chunk()?);
    let last = u64::from_le_bytes(*text.as_bytes().last_chunk()?);
    Some((first, last))
}

/// The eight bytes before the last eight; of a shorter text the first eight.
#[inline]
fn before_last(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let place = bytes.last_chunk::<16>().and_then(|last| last.first_chunk()).or(bytes.first_chunk());
    place.map_or(0, |word| u64::from_le_bytes(*word))
}
