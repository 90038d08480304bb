//! Where a code can be: its [marks](errcat_core::marks), 64 bytes at a time.

use errcat_core::marks::Marks;

use crate::bytes::equal;

/// Bytes that are looked at together.
const STEP: usize = 64;

/// These, the byte before them, and the byte after.
const WINDOW: usize = STEP + 2;

/// The places of marks that a code can be around, from left to right. Few other places are among them.
#[derive(Clone, Debug)]
pub(super) struct Places<'t> {
    bytes: &'t [u8],
    marks: Marks,
    /// Places that were found, one bit each, counted from `base`.
    found: u64,
    base: usize,
    /// Where the next step begins.
    next: usize,
}

impl<'t> Places<'t> {
    pub(super) fn new(bytes: &'t [u8], marks: Marks) -> Self {
        // What stands first has nothing before it.
        Self { bytes, marks, found: 0, base: 0, next: 1 }
    }

    /// Looks on until there is a place in `found`; false at the end.
    fn advance(&mut self) -> bool {
        match Dots::of(self.marks) {
            Some(Dots::Plain) => self.advance_by(plain, dots),
            Some(Dots::All) => self.advance_by(dotted, dots),
            None => self.advance_by(marked(self.marks), places),
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

/// A place of one of these marks.
#[inline]
fn marked(marks: Marks) -> impl Fn(i8, i8, i8) -> bool + Copy {
    let [dot, dash, underscore] = [Marks::DOT, Marks::DASH, Marks::UNDERSCORE].map(|mark| marks.has(mark));
    let dot = dot | marks.has(Marks::PLAIN_DOT);
    let digit_after = marks.has(Marks::LETTER_DIGIT);
    let letter_after = marks.has(Marks::DIGIT_LETTER);
    let (capital, label) = (marks.has(Marks::INNER_CAPITAL), marks.has(Marks::LABEL));
    move |before: i8, byte: i8, after: i8| {
        let is = |wanted: u8| byte == wanted.cast_signed();
        let joined = (before > b'/'.cast_signed()) & (after > b'/'.cast_signed());
        let joint = (dot & is(b'.')) | (dash & is(b'-')) | (underscore & is(b'_'));
        let is_digit = |byte: i8| byte & (0xF0_u8).cast_signed() == 0x30;
        let is_letter = |byte: i8| byte > b'@'.cast_signed();
        let is_capital = is_letter(byte) & (byte < b'['.cast_signed());
        (joined & joint)
            | (digit_after & is_letter(before) & is_digit(byte))
            | (letter_after & is_digit(before) & is_letter(byte))
            | (capital & (before > b'`'.cast_signed()) & is_capital)
            | (label & (is(b':') | is(b'=')))
    }
}

/// The marks of a catalog whose codes all have a dot.
#[derive(Clone, Copy, Debug)]
enum Dots {
    Plain,
    All,
}

impl Dots {
    #[inline]
    fn of(marks: Marks) -> Option<Self> {
        match marks.bits() {
            bits if bits | Marks::PLAIN_DOT.bits() == Marks::PLAIN_DOT.bits() => Some(Self::Plain),
            bits if bits | 0b11 == 0b11 => Some(Self::All),
            _ => None,
        }
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
    let mut places = 0;
    for at in 0..STEP {
        let (before, byte, after) = (window[at], window[at + 1], window[at + 2]);
        let is = is_place(before.cast_signed(), byte.cast_signed(), after.cast_signed());
        places |= u64::from(is) << at;
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

    use super::{Marks, Places, STEP, WINDOW, any, dots, dotted, places, plain};

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
        for (mark, text, at) in [
            (Marks::DOT, "a.b", 1),
            (Marks::DASH, "PAY-1001", 3),
            (Marks::UNDERSCORE, "card_declined", 4),
            (Marks::LETTER_DIGIT, "E0308", 1),
            (Marks::DIGIT_LETTER, "42P01", 2),
            (Marks::INNER_CAPITAL, "NoSuch", 2),
            (Marks::LABEL, "code: 1", 4),
        ] {
            let found = |mark| Places::new(text.as_bytes(), mark).collect::<std::vec::Vec<_>>();
            assert!(found(mark).contains(&at), "{mark:?} in {text}: {:?}", found(mark));
            let far = std::format!("{}{text}", " ".repeat(200));
            assert!(Places::new(far.as_bytes(), mark).any(|place| place == at + 200), "{mark:?}");
        }
    }
}
