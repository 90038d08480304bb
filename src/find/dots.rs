//! Where a code can be: dots with the right bytes around them, 64 bytes at a time.

use crate::bytes::equal;

/// Bytes that are looked at together.
const STEP: usize = 64;

/// These, the byte before them, and the byte after.
const WINDOW: usize = STEP + 2;

/// The places of dots that a code can be around, from left to right. Few other dots are among them.
#[derive(Clone, Debug)]
pub(super) struct Dots<'t> {
    bytes: &'t [u8],
    /// Whether all codes have a letter before the last dot, and a digit after it.
    plain: bool,
    /// Places that were found, one bit each, counted from `base`.
    found: u64,
    base: usize,
    /// Where the next step begins.
    next: usize,
}

impl<'t> Dots<'t> {
    pub(super) fn new(bytes: &'t [u8], plain: bool) -> Self {
        // What stands first has nothing before it.
        Self { bytes, plain, found: 0, base: 0, next: 1 }
    }

    /// Looks on until there is a place in `found`; false at the end.
    fn advance(&mut self) -> bool {
        if self.plain { self.advance_by(plain) } else { self.advance_by(dotted) }
    }

    #[inline]
    fn advance_by(&mut self, is_place: impl Fn(i8, i8, i8) -> bool + Copy) -> bool {
        let mut next = self.next;
        while let Some(window) = self.bytes.get(next - 1..).and_then(|rest| rest.first_chunk()) {
            if any(window, is_place) {
                (self.base, self.next) = (next, next + STEP);
                self.found = places(window, is_place);
                return true;
            }
            next += STEP;
        }
        // The last bytes, with zeros after them.
        let mut window = [0; WINDOW];
        let rest = self.bytes.get(next - 1..).unwrap_or(&[]);
        window[..rest.len()].copy_from_slice(rest);
        (self.base, self.next) = (next, self.bytes.len() + 1);
        self.found = places(&window, is_place);
        self.found != 0
    }
}

impl Iterator for Dots<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        if self.found == 0 && !self.advance() {
            return None;
        }
        let at = self.base + self.found.trailing_zeros() as usize;
        self.found &= self.found - 1;
        Some(at)
    }
}

/// A dot between a letter and a digit. (And some more: what is cheap to compare, as signed bytes.)
#[inline]
fn plain(before: i8, byte: i8, after: i8) -> bool {
    (before > b'9'.cast_signed()) & (byte == b'.'.cast_signed()) & (after & (0xF0_u8).cast_signed() == 0x30)
}

/// A dot between letters or digits.
#[inline]
fn dotted(before: i8, byte: i8, after: i8) -> bool {
    (before > b'/'.cast_signed()) & (byte == b'.'.cast_signed()) & (after > b'/'.cast_signed())
}

/// Whether there is a place in the window. A loop without branches, which compilers make vector instructions of; they do
/// not where the loop calls what stands in another codegen unit, as `array::map` may.
#[inline]
fn any(window: &[u8; WINDOW], is_place: impl Fn(i8, i8, i8) -> bool) -> bool {
    let mut any = 0_u8;
    for at in 0..STEP {
        let (before, byte, after) = (window[at], window[at + 1], window[at + 2]);
        any |= u8::from(is_place(before.cast_signed(), byte.cast_signed(), after.cast_signed()));
    }
    any != 0
}

/// The places in the window, a bit each: bit 0 is the byte after the first.
#[inline]
fn places(window: &[u8; WINDOW], is_place: impl Fn(i8, i8, i8) -> bool) -> u64 {
    let mut dots = 0;
    for (at, word) in window[1..].as_chunks().0.iter().enumerate() {
        dots |= equal(u64::from_le_bytes(*word), b'.') << (8 * at);
    }
    let mut places = 0;
    while dots != 0 {
        let at = dots.trailing_zeros() as usize;
        if let Some([before, byte, after]) = window.get(at..at + 3).and_then(|bytes| bytes.first_chunk()) {
            let is = is_place(before.cast_signed(), byte.cast_signed(), after.cast_signed());
            places |= u64::from(is) << at;
        }
        dots &= dots - 1;
    }
    places
}

#[cfg(test)]
mod tests {
    extern crate std;

    use super::{STEP, WINDOW, any, dotted, places, plain};

    #[test]
    fn places_are_those_of_a_loop() {
        let mut seed = 1_u32;
        let characters = b"..09/:aZ-_ \x80\xFF\n";
        for _ in 0..2_000 {
            let window: [u8; WINDOW] = core::array::from_fn(|_| {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                characters[(seed >> 16) as usize % characters.len()]
            });
            for is_place in [plain, dotted] {
                let mut expected = 0;
                for at in 0..STEP {
                    let [a, b, c] = [window[at], window[at + 1], window[at + 2]].map(u8::cast_signed);
                    expected |= u64::from(is_place(a, b, c)) << at;
                }
                assert_eq!(places(&window, is_place), expected);
                assert_eq!(any(&window, is_place), expected != 0);
            }
        }
        assert!(!any(&[b'.'; WINDOW], plain) && !dotted(-1, 0x2E, 0x30));
    }
}
