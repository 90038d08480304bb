//! Where a code can be: its [marks](errcat_core::marks), 64 bytes at a time.

use errcat_core::marks::{Kinds, Place};

use crate::bytes::equal;

/// Bytes that are looked at together.
const STEP: usize = 64;

/// These, the byte before them, and the byte after.
const WINDOW: usize = STEP + 2;

/// The places of marks that a code can be around, from left to right. Few other places are among them.
#[derive(Clone, Debug)]
pub(super) struct Places<'t> {
    bytes: &'t [u8],
    kinds: &'t Kinds,
    /// Places that were found, one bit each, counted from `base`.
    found: u64,
    base: usize,
    /// Where the next step begins.
    next: usize,
}

impl<'t> Places<'t> {
    pub(super) fn new(bytes: &'t [u8], kinds: &'t Kinds) -> Self {
        // What stands first has nothing before it.
        Self { bytes, kinds, found: 0, base: 0, next: 1 }
    }

    /// Looks on until there is a place in `found`; false at the end.
    fn advance(&mut self) -> bool {
        match *self.kinds {
            Kinds::PlainDots => self.advance_by(plain, dots),
            Kinds::Dots => self.advance_by(dotted, dots),
            Kinds::One(kind) => self.advance_by(among([kind]), places),
            Kinds::Two(kinds) => self.advance_by(among(kinds), places),
            Kinds::More(kinds) => self.advance_by(among(kinds), places),
        }
    }

    /// `places` returns the places of a window in which there are some.
    #[inline]
    fn advance_by<P: Fn(i8, i8, i8) -> bool + Copy>(
        &mut self,
        is_place: P,
        places: fn(&[u8; WINDOW], P) -> u64,
    ) -> bool {
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

impl Iterator for Places<'_> {
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

/// Whether bytes are a place of one of `N` kinds.
#[inline]
fn among<const N: usize>(kinds: [Place; N]) -> impl Fn(i8, i8, i8) -> bool + Copy {
    move |before: i8, byte: i8, after: i8| {
        let is_in =
            |byte: i8, [low, high]: [u8; 2]| byte.cast_unsigned().wrapping_sub(low) <= high.wrapping_sub(low);
        let mut is = false;
        for kind in kinds {
            is |= is_in(before, kind.before) & is_in(byte, kind.byte) & is_in(after, kind.after);
        }
        is
    }
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
    // A loop without branches, as in `any`; then eight bytes become eight bits at a time.
    let mut are = [0_u8; STEP];
    for at in 0..STEP {
        let (before, byte, after) = (window[at], window[at + 1], window[at + 2]);
        are[at] = u8::from(is_place(before.cast_signed(), byte.cast_signed(), after.cast_signed()));
    }
    let mut places = 0;
    for (at, word) in are.as_chunks().0.iter().enumerate() {
        places |= (u64::from_le_bytes(*word).wrapping_mul(0x0102_0408_1020_4080) >> 56) << (8 * at);
    }
    places
}

/// The places in the window that are dots.
#[inline]
fn dots(window: &[u8; WINDOW], is_place: impl Fn(i8, i8, i8) -> bool) -> u64 {
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

    use errcat_core::marks::Marks;

    use super::{Places, STEP, WINDOW, any, dots, dotted, places, plain};

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
                assert_eq!((places(&window, is_place), dots(&window, is_place)), (expected, expected));
                assert_eq!(any(&window, is_place), expected != 0);
            }
        }
        assert!(!any(&[b'.'; WINDOW], plain) && !dotted(-1, 0x2E, 0x30));
    }

    #[test]
    fn a_place_of_every_mark_is_found() {
        let kinds = |codes: &[&str]| {
            let mut marks = Marks::default();
            for code in codes {
                marks.add(code, None);
            }
            marks.kinds()
        };
        let all = ["a.b", "PAY-1001", "card_declined", "E0308", "42P01", "NoSuch", "7"];
        for (code, text, at) in [
            ("a.b", "a.b", 1),
            ("PAY-1001", "PAY-1001", 3),
            ("card_declined", "card_declined", 4),
            ("E0308", "E0308", 1),
            ("42P01", "42P01", 2),
            ("NoSuch", "NoSuch", 2),
            ("7", "code: 7", 4),
        ] {
            for kinds in [kinds(&[code]), kinds(&all)] {
                let found = |text: &str| Places::new(text.as_bytes(), &kinds).collect::<std::vec::Vec<_>>();
                assert!(found(text).contains(&at), "{text}: {:?}", found(text));
                let far = std::format!("{}{text}", " ".repeat(200));
                assert!(found(&far).contains(&(at + 200)), "{text}");
            }
        }
    }
}
