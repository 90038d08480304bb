//! UTF-8 of UTF-16, as Windows writes logs.

use std::io::{self, Read};

/// The order of the bytes of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Endian {
    Little,
    Big,
}

impl Endian {
    /// Returns the byte order mark, which says that a text is UTF-16 of this order.
    pub(super) const fn mark(self) -> &'static [u8] {
        match self {
            Self::Little => b"\xff\xfe",
            Self::Big => b"\xfe\xff",
        }
    }

    /// Whether a text is likely to be of this encoding: at least one character in eight is ASCII. Times, codes and line
    /// ends are, in any language; other text that is read as UTF-16 has hardly any.
    pub(super) fn is_likely(self, text: &[u8]) -> bool {
        let pairs = text.as_chunks().0;
        8 * pairs.iter().filter(|pair| (1..0x80).contains(&self.unit(**pair))).count() >= pairs.len()
    }

    fn unit(self, bytes: [u8; 2]) -> u16 {
        match self {
            Self::Little => u16::from_le_bytes(bytes),
            Self::Big => u16::from_be_bytes(bytes),
        }
    }
}

/// How many bytes are read at once.
const STEP: usize = 32 << 10;

/// Reads UTF-16 as UTF-8, without the byte order mark. What is not UTF-16 becomes U+FFFD.
pub(super) struct Utf16<R> {
    source: R,
    endian: Endian,
    /// Bytes that were read and are not yet converted: fewer than a character takes.
    left: Vec<u8>,
    /// Text that is not yet handed out, and how much of it is.
    text: String,
    handed_out: usize,
    /// Whether the mark is still to come.
    marked: bool,
    ended: bool,
}

impl<R: Read> Utf16<R> {
    pub(super) fn new(source: R, endian: Endian) -> Self {
        Self {
            source,
            endian,
            left: Vec::new(),
            text: String::new(),
            handed_out: 0,
            marked: true,
            ended: false,
        }
    }

    fn fill(&mut self) -> io::Result<()> {
        let kept = self.left.len();
        self.left.resize(kept + STEP, 0);
        let read = self.source.read(self.left.get_mut(kept..).unwrap_or_default());
        self.left.truncate(kept + *read.as_ref().unwrap_or(&0));
        self.ended = read? == 0;
        self.convert();
        Ok(())
    }

    /// Converts what has been read, but for what the next bytes may belong to.
    fn convert(&mut self) {
        let (pairs, odd) = self.left.as_chunks::<2>();
        let mut units: Vec<u16> = pairs.iter().map(|pair| self.endian.unit(*pair)).collect();
        let mut left = odd.to_vec();
        if !self.ended
            && let Some(high) = units.pop_if(|unit| (0xd800..0xdc00).contains(unit))
        {
            let bytes = match self.endian {
                Endian::Little => high.to_le_bytes(),
                Endian::Big => high.to_be_bytes(),
            };
            left.splice(..0, bytes);
        }
        let mark = !units.is_empty() && std::mem::take(&mut self.marked);
        let units = units.into_iter().skip(usize::from(mark));
        self.text.clear();
        self.handed_out = 0;
        self.text.extend(char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)));
        if self.ended && !left.is_empty() {
            self.text.push(char::REPLACEMENT_CHARACTER);
            left.clear();
        }
        self.left = left;
    }
}

impl<R: Read> Read for Utf16<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.handed_out == self.text.len() && !self.ended {
            self.fill()?;
        }
        let text = self.text.as_bytes().get(self.handed_out..).unwrap_or_default();
        let len = text.len().min(into.len());
        for (to, from) in into.iter_mut().zip(text) {
            *to = *from;
        }
        self.handed_out += len;
        Ok(len)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use proptest::prelude::*;

    use super::{Endian, Utf16};

    /// Hands out a few bytes at a time.
    struct Bit<'b>(&'b [u8], usize);

    impl Read for Bit<'_> {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            let len = self.1.min(into.len());
            self.0.read(&mut into[..len])
        }
    }

    fn read(bytes: &[u8], endian: Endian, step: usize) -> String {
        let mut text = String::new();
        Utf16::new(Bit(bytes, step), endian).read_to_string(&mut text).unwrap();
        text
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in any::<String>(), step in 1_usize..9) {
            let marked = format!("\u{feff}{text}");
            let little: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = marked.encode_utf16().flat_map(u16::to_be_bytes).collect();
            prop_assert_eq!(read(&little, Endian::Little, step), text.clone());
            prop_assert_eq!(read(&big, Endian::Big, step), text);
        }
    }

    #[test]
    fn what_is_not_utf16_is_replaced() {
        for step in 1..5 {
            // Half a character, a low half alone, and half a unit at the end.
            let bytes = b"\xff\xfea\0\x3d\xd8b\0\x00\xdcc\0d";
            assert_eq!(read(bytes, Endian::Little, step), "a\u{fffd}b\u{fffd}c\u{fffd}");
            assert_eq!(read(b"\xff\xfe\x3d\xd8", Endian::Little, step), "\u{fffd}");
            assert_eq!(read(b"\xff\xfe", Endian::Little, step), "");
        }
    }
}
