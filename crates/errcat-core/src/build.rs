//! Builds the perfect hash that [`index`](crate::index) reads.

use std::vec;
use std::vec::Vec;

use crate::index::{
    Index, IndexParameters, MAX_KEY, PILOT, Reading, SLOT, SLOT_SHIFT, before_last, bucket, hash_ends,
    hash_middle, short_ends, slot,
};

/// The tables of an index, ready for [`Index::new`](crate::index::Index::new).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexTables {
    /// [`PILOT`] bytes a bucket.
    pub pilots: Vec<u8>,
    /// [`SLOT`] bytes a slot.
    pub slots: Vec<u8>,
    /// The remaining numbers.
    pub parameters: IndexParameters,
}

impl IndexTables {
    /// Returns the index over these tables. `text` is what the offsets of the keys count from.
    #[must_use]
    pub fn index<'a>(&'a self, text: &'a str) -> Index<'a> {
        Index::new(text, &self.pilots, &self.slots, self.parameters)
    }
}

/// A key of the index: its text, its number, and where it stands in the text of the tables.
#[derive(Clone, Copy, Debug)]
pub struct Key<'a> {
    /// The key.
    pub text: &'a str,
    /// What [`Index::find`](crate::index::Index::find) answers; less than 2^24.
    pub id: u32,
    /// Offset of the key in the text, in bytes.
    pub offset: u32,
}

/// Why there is no index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BuildError {
    /// This key is empty or longer than [`MAX_KEY`] bytes.
    KeyLength(std::string::String),
    /// More than 2^24 keys.
    TooManyKeys,
    /// No seed gives every key a slot of its own: two keys are equal.
    NoSeed,
}

impl core::fmt::Display for BuildError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::KeyLength(key) => write!(f, "code `{key}` is empty or longer than {MAX_KEY} bytes"),
            Self::TooManyKeys => f.write_str("more than 16777216 codes"),
            Self::NoSeed => f.write_str("no perfect hash found: are all codes different?"),
        }
    }
}

impl core::error::Error for BuildError {}

/// How many seeds are tried at a size before the slots are doubled, and how often they are.
const SEEDS: u64 = 64;
const GROWTHS: u32 = 4;

/// How many pilots there are: what fits into one beside the bits that are below a slot number.
const PILOTS: u16 = 1 << (u16::BITS - SLOT_SHIFT);

/// One key of this many being longer than sixteen bytes, all are read as if they were.
const LONG: usize = 32;

/// Builds the index of these keys, the same bytes for the same keys in the same order.
pub fn build(keys: &[Key<'_>]) -> Result<IndexTables, BuildError> {
    if keys.len() >= 1 << 24 {
        return Err(BuildError::TooManyKeys);
    }
    if let Some(key) = keys.iter().find(|key| key.text.is_empty() || key.text.len() > MAX_KEY) {
        return Err(BuildError::KeyLength(key.text.into()));
    }
    let reading = reading(keys);
    // Slots are 40 to 80 % full, and there are half as many buckets.
    let wanted = (keys.len() * 5 / 4).next_power_of_two().max(2);
    for slots in (0..GROWTHS).map(|growth| wanted << growth) {
        for attempt in 0..SEEDS {
            let parameters = IndexParameters {
                seed: (attempt + 1).wrapping_mul(0xA076_1D64_78BD_642F),
                bucket_mask: (slots / 2 - 1) as u32,
                slot_mask: (slots - 1) as u32,
                reading,
            };
            if let Some(tables) = attempt_build(keys, parameters) {
                return Ok(tables);
            }
        }
    }
    Err(BuildError::NoSeed)
}

fn reading(keys: &[Key<'_>]) -> Reading {
    let long = keys.iter().filter(|key| key.text.len() > 16).count();
    let mut ends: Vec<_> = keys
        .iter()
        .map(|key| {
            let (first, last, _) = words(key.text.as_bytes());
            (first, last, key.text.len())
        })
        .collect();
    ends.sort_unstable();
    Reading {
        short: keys.iter().any(|key| key.text.len() < 8),
        long: long * LONG > keys.len(),
        whole: ends.windows(2).any(|pair| pair[0] == pair[1]),
    }
}

/// Gives every bucket, the fullest first, the first pilot with which all its keys find free slots.
fn attempt_build(keys: &[Key<'_>], parameters: IndexParameters) -> Option<IndexTables> {
    let IndexParameters { seed, bucket_mask, slot_mask, reading } = parameters;
    let hashes: Vec<u64> = keys.iter().map(|key| hash(key.text.as_bytes(), seed, reading)).collect();
    let mut buckets = vec![Vec::new(); bucket_mask as usize + 1];
    for (at, hash) in hashes.iter().enumerate() {
        buckets[bucket(*hash, bucket_mask)].push(at);
    }
    let mut order: Vec<usize> = (0..buckets.len()).collect();
    order.sort_by_key(|bucket| core::cmp::Reverse(buckets[*bucket].len()));

    let mut owner: Vec<Option<usize>> = vec![None; slot_mask as usize + 1];
    let mut pilots = vec![0; PILOT * buckets.len()];
    let mut taken = Vec::new();
    for bucket in order {
        let pilot = (0..PILOTS).map(|pilot| pilot << SLOT_SHIFT).find(|pilot| {
            taken.clear();
            buckets[bucket].iter().all(|at| {
                let slot = slot(hashes[*at], *pilot, slot_mask);
                let free = owner[slot].is_none() && !taken.contains(&slot);
                taken.push(slot);
                free
            })
        })?;
        pilots[PILOT * bucket..][..PILOT].copy_from_slice(&pilot.to_le_bytes());
        for at in &buckets[bucket] {
            owner[slot(hashes[*at], pilot, slot_mask)] = Some(*at);
        }
    }
    let slots = owner.iter().flat_map(|owner| owner.map_or([0; SLOT], |at| slot_bytes(&keys[at]))).collect();
    Some(IndexTables { pilots, slots, parameters })
}

/// The hash of a key, as an index reads it.
fn hash(key: &[u8], seed: u64, reading: Reading) -> u64 {
    let (first, last, _) = words(key);
    let hash = hash_ends(key.len(), (first, last), seed);
    if reading.whole { hash_middle(key, hash) } else { hash }
}

/// The three words of a key that its slot holds: the first eight bytes, the last eight, and the eight before these, which
/// cover all of a key of up to 24 bytes.
fn words(key: &[u8]) -> (u64, u64, u64) {
    if let (Some(first), Some(last)) = (key.first_chunk(), key.last_chunk()) {
        (u64::from_le_bytes(*first), u64::from_le_bytes(*last), before_last(key, first))
    } else {
        let (first, last) = short_ends(key);
        (first, last, 0)
    }
}

fn slot_bytes(key: &Key<'_>) -> [u8; SLOT] {
    let (first, last, before_last) = words(key.text.as_bytes());
    let mut slot = [0; SLOT];
    slot[..8].copy_from_slice(&first.to_le_bytes());
    slot[8..16].copy_from_slice(&last.to_le_bytes());
    slot[16..24].copy_from_slice(&before_last.to_le_bytes());
    slot[24..28].copy_from_slice(&(key.text.len() as u32 | key.id << 8).to_le_bytes());
    slot[28..].copy_from_slice(&key.offset.to_le_bytes());
    slot
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::format;
    use std::string::String;

    fn codes(count: usize) -> Vec<String> {
        const PREFIXES: [&str; 6] = [
            "SMS",
            "CSBS",
            "iMetal",
            "BackupService",
            "SVCSTG.CCE-ADDONMGR",
            "AVeryLongServiceName.WithAPart.AndOne",
        ];
        (0..count).map(|n| format!("{}.{:04}", PREFIXES[n % 6], n / 6 * 7 % 100_000 + n / 600_000)).collect()
    }

    fn check(codes: &[String]) -> Reading {
        let text: String = codes.concat();
        let mut offset = 0;
        let keys: Vec<Key<'_>> = codes
            .iter()
            .enumerate()
            .map(|(id, code)| {
                let key = Key { text: code, id: id as u32, offset };
                offset += code.len() as u32;
                key
            })
            .collect();
        let tables = build(&keys).unwrap();
        let index = tables.index(&text);
        let known: std::collections::HashMap<&str, u32> = keys.iter().map(|key| (key.text, key.id)).collect();
        assert_eq!(known.len(), codes.len());
        for code in codes {
            assert_eq!(index.find(code), known.get(code.as_str()).copied());
            // Every neighbour: one byte changed, one left out, one doubled.
            for at in 0..code.len() {
                for changed in [
                    format!("{}x{}", &code[..at], &code[at + 1..]),
                    format!("{}{}", &code[..at], &code[at + 1..]),
                ] {
                    assert_eq!(index.find(&changed), known.get(changed.as_str()).copied(), "{changed}");
                }
                let doubled = format!("{}{}", &code[..=at], &code[at..]);
                assert_eq!(index.find(&doubled), known.get(doubled.as_str()).copied(), "{doubled}");
            }
        }
        assert_eq!(index.find(""), None);
        tables.parameters.reading
    }

    #[test]
    fn finds_every_key_and_no_neighbour() {
        for count in [1, 2, 3, 7, 130, 5_000] {
            check(&codes(count));
        }
    }

    #[test]
    fn keys_are_read_as_they_are_like() {
        let texts = |format: fn(usize) -> String| (0..2_000).map(format).collect::<Vec<_>>();
        let reading = |short, long, whole| Reading { short, long, whole };
        assert_eq!(check(&texts(|n| format!("A.{n}"))), reading(true, false, false));
        assert_eq!(check(&texts(|n| format!("{n}"))), reading(true, false, false));
        assert_eq!(check(&texts(|n| format!("CSBS.{n:04}"))), reading(false, false, false));
        assert_eq!(check(&texts(|n| format!("BackupService.{n:04}"))), reading(false, true, false));
        // The same eight bytes at both ends.
        assert_eq!(check(&texts(|n| format!("SVCSTG.A{n:04}.403010"))), reading(false, true, true));
        assert_eq!(check(&texts(|n| format!("SVCSTG.A{n:012}SERVICE.403010"))), reading(false, true, true));
        let mut few = texts(|n| format!("CSBS.{n:04}"));
        few.extend(["SVCSTG.CCE-ADDONMGR.4030301", "SVCSTG.CCE-ADDONMGS.4030301", "K.1"].map(String::from));
        assert_eq!(check(&few), reading(true, false, true));
    }

    #[test]
    fn builds_a_hundred_thousand_keys() {
        let codes = codes(100_000);
        let keys: Vec<Key<'_>> =
            codes.iter().enumerate().map(|(id, text)| Key { text, id: id as u32, offset: 0 }).collect();
        let tables = build(&keys).unwrap();
        let index = tables.index("");
        for key in keys.iter().filter(|key| key.text.len() <= 24) {
            assert_eq!(index.find(key.text), Some(key.id));
        }
    }

    #[test]
    fn equal_keys_and_long_keys_are_refused() {
        let key = |text, id| Key { text, id, offset: 0 };
        assert_eq!(build(&[key("A.1", 0), key("A.1", 1)]), Err(BuildError::NoSeed));
        assert!(matches!(build(&[key("", 0)]), Err(BuildError::KeyLength(_))));
        assert!(matches!(build(&[key(&"x".repeat(256), 0)]), Err(BuildError::KeyLength(_))));
        assert!(build(&[]).is_ok());
    }
}
