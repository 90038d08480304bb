//! Lines in a block.

use std::ops::Range;

use memchr::{memchr, memchr_iter, memrchr};

/// Counts the line ends of a block, going forward.
pub(crate) struct Counter<'b> {
    bytes: &'b [u8],
    at: usize,
    lines: u64,
}

impl<'b> Counter<'b> {
    pub(crate) fn new(bytes: &'b [u8]) -> Self {
        Self { bytes, at: 0, lines: 0 }
    }

    /// How many line ends stand before this place, which is not before the one asked for last.
    pub(crate) fn before(&mut self, place: usize) -> u64 {
        if let Some(passed) = self.bytes.get(self.at..place) {
            self.lines += memchr_iter(b'\n', passed).count() as u64;
            self.at = place;
        }
        self.lines
    }

    /// How many line ends the block has.
    pub(crate) fn all(mut self) -> u64 {
        self.before(self.bytes.len())
    }
}

/// The line around a place, with its line end.
pub(crate) fn line_at(bytes: &[u8], place: usize) -> Range<usize> {
    let (before, after) = bytes.split_at(place.min(bytes.len()));
    let start = memrchr(b'\n', before).map_or(0, |end| end + 1);
    let end = memchr(b'\n', after).map_or(bytes.len(), |end| place + end + 1);
    start..end
}
