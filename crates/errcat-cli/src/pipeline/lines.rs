//! Lines in a block.

use std::ops::Range;

use memchr::{memchr, memchr_iter, memrchr};

/// Counts line ends of a block. Going forward, each byte is looked at once.
pub(crate) struct Counter<'b> {
    bytes: &'b [u8],
    /// The place up to which line ends are counted, and their number.
    at: usize,
    lines: u64,
}

impl<'b> Counter<'b> {
    pub(crate) fn new(bytes: &'b [u8]) -> Self {
        Self { bytes, at: 0, lines: 0 }
    }

    /// Returns how many line ends are before this place.
    pub(crate) fn before(&mut self, place: usize) -> u64 {
        let place = place.min(self.bytes.len());
        let count = |passed: Range<usize>| {
            memchr_iter(b'\n', self.bytes.get(passed).unwrap_or_default()).count() as u64
        };
        if place >= self.at {
            self.lines += count(self.at..place);
        } else {
            self.lines -= count(place..self.at);
        }
        self.at = place;
        self.lines
    }

    /// Returns how many line ends the block has.
    pub(crate) fn all(mut self) -> u64 {
        self.before(self.bytes.len())
    }
}

/// Returns the line around a place, with its line end.
pub(crate) fn line_at(bytes: &[u8], place: usize) -> Range<usize> {
    let (before, after) = bytes.split_at(place.min(bytes.len()));
    let start = memrchr(b'\n', before).map_or(0, |end| end + 1);
    let end = memchr(b'\n', after).map_or(bytes.len(), |end| place + end + 1);
    start..end
}

#[cfg(test)]
mod tests {
    use super::{Counter, line_at};

    #[test]
    fn lines_are_counted_in_any_order() {
        let text = b"\na\n\nbc\n";
        let mut counter = Counter::new(text);
        for place in [0, 3, 1, 99, 6, 2, 7, 0] {
            let expected = text.iter().take(place).filter(|byte| **byte == b'\n').count() as u64;
            assert_eq!(counter.before(place), expected, "{place}");
        }
        assert_eq!(counter.all(), 4);
    }

    #[test]
    fn a_line_has_its_line_end() {
        assert_eq!((line_at(b"a\nbc\nd", 3), line_at(b"a\nbc\nd", 5), line_at(b"a", 9)), (2..5, 5..6, 0..1));
    }
}
