//! Bytes, eight at a time.

/// Which bytes of a word are this one, a bit each: bit 0 is the lowest byte.
#[inline]
pub(crate) fn equal(word: u64, byte: u8) -> u64 {
    // Gathers the high bits in the highest byte.
    (equal_high(word, byte) >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

/// The high bit of every byte of a word that is this one.
#[inline]
fn equal_high(word: u64, byte: u8) -> u64 {
    const LOW: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let differs = word ^ (LOW * u64::from(byte));
    // The high bit of a byte stays 0 where it does not differ.
    !(((differs & !HIGH) + !HIGH) | differs) & HIGH
}

/// Where a byte stands first in a word, from its lowest byte on.
#[cfg(feature = "alloc")]
#[inline]
pub(crate) fn first_equal(word: u64, byte: u8) -> Option<usize> {
    let found = equal_high(word, byte);
    (found != 0).then(|| found.trailing_zeros() as usize / 8)
}

/// Where a byte stands first.
#[cfg(feature = "alloc")]
#[inline]
pub(crate) fn position(bytes: &[u8], byte: u8) -> Option<usize> {
    let (words, rest) = bytes.as_chunks();
    for (at, word) in words.iter().enumerate() {
        if let Some(found) = first_equal(u64::from_le_bytes(*word), byte) {
            return Some(at * 8 + found);
        }
    }
    match bytes.last_chunk() {
        // The last eight bytes; of those that were looked at before, none is it.
        Some(word) => Some(bytes.len() - 8 + first_equal(u64::from_le_bytes(*word), byte)?),
        None => rest.iter().position(|other| *other == byte),
    }
}

#[cfg(test)]
mod tests {
    use super::{equal, position};

    #[test]
    fn the_same_as_a_loop() {
        let mut seed = 1_u32;
        for length in (0..40).cycle().take(4_000) {
            let bytes: [u8; 40] = core::array::from_fn(|_| {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                [0, 0x2E, 0x2F, 0x7F, 0x80, 0xAE, 0xFF][(seed >> 16) as usize % 7]
            });
            for byte in [0, 0x2E, 0x80, 0xFF] {
                let expected = bytes[..length].iter().position(|other| *other == byte);
                assert_eq!(position(&bytes[..length], byte), expected);
            }
            let word: [u8; 8] = core::array::from_fn(|at| bytes[at]);
            let expected: u64 = (0..8).map(|at| u64::from(word[at] == 0x2E) << at).sum();
            assert_eq!(equal(u64::from_le_bytes(word), 0x2E), expected);
        }
    }
}
