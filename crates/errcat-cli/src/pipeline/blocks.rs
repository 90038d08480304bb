//! Cuts an input into blocks of whole lines.

use std::io::{self, ErrorKind, Read};

use errcat_core::shape::is_word_byte;
use memchr::memrchr;

use super::input::Input;

/// Bytes of a block. Two of them, as two threads have, stay in the cache of a core's second level.
const SIZE: usize = 256 << 10;

/// A part of an input: whole lines, or a piece of a line that is longer than a block may be.
pub(crate) struct Block {
    /// The number of the input.
    pub(crate) file: usize,
    /// Where it begins in the input.
    pub(crate) offset: u64,
    /// Where the bytes begin in which codes are looked for. What is before is the rest of a word of the block before.
    pub(crate) begin: usize,
    /// Whether it begins within a line.
    pub(crate) continues: bool,
    /// Its place in the order of the input.
    pub(super) number: u64,
    /// Whether what is made of it must not wait in a buffer.
    pub(super) live: bool,
    /// How the input ended, if this is its last block.
    pub(super) end: Option<io::Result<()>>,
    buffer: Vec<u8>,
    len: usize,
}

impl Block {
    pub(super) fn new() -> Self {
        Self {
            file: 0,
            offset: 0,
            begin: 0,
            continues: false,
            number: 0,
            live: false,
            end: None,
            buffer: vec![0; SIZE],
            len: 0,
        }
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        self.buffer.get(..self.len).unwrap_or_default()
    }

    /// The part in which codes are looked for.
    pub(crate) fn searched(&self) -> &[u8] {
        self.bytes().get(self.begin..).unwrap_or_default()
    }

    /// Makes it a block without bytes.
    pub(super) fn clear(&mut self) {
        (self.len, self.begin, self.offset) = (0, 0, 0);
    }

    /// Gives back what a long line took.
    pub(super) fn shrink(&mut self) {
        if self.buffer.len() > SIZE {
            self.buffer = vec![0; SIZE];
        }
    }
}

/// The blocks of an input.
pub(super) struct Blocks {
    input: Input,
    /// Longer lines are cut, between words.
    longest_line: usize,
    /// What was read of the line that the last block did not hold whole.
    rest: Vec<u8>,
    offset: u64,
    /// The last byte of the last block.
    last: u8,
}

impl Blocks {
    pub(super) fn new(input: Input, longest_line: usize) -> Self {
        Self { input, longest_line, rest: Vec::new(), offset: 0, last: b'\n' }
    }

    /// Whether reading takes time of its own.
    pub(super) fn packed(&self) -> bool {
        self.input.packed
    }

    /// Reads the next block, the last one with its end.
    pub(super) fn read(&mut self, block: &mut Block) {
        block.live = self.input.live;
        block.offset = self.offset;
        block.end = self.fill(block);
        block.begin = if is_word_byte(self.last) { word_length(block.bytes()) } else { 0 };
        block.continues = self.last != b'\n';
        self.last = block.bytes().last().copied().unwrap_or(self.last);
        self.offset += block.len as u64;
    }

    fn fill(&mut self, block: &mut Block) -> Option<io::Result<()>> {
        let buffer = &mut block.buffer;
        let mut len = self.rest.len();
        // The rest of a line was part of a buffer of this size or of a larger one.
        if buffer.len() < len {
            buffer.resize(len, 0);
        }
        buffer.get_mut(..len)?.copy_from_slice(&self.rest);
        self.rest.clear();
        // The rest has no line end.
        let mut searched = len;
        let cut = loop {
            let full = len == buffer.len();
            if full || (self.input.live && len > searched) {
                if let Some(end) = memrchr(b'\n', buffer.get(searched..len)?) {
                    break searched + end + 1;
                }
                searched = len;
            }
            if full && len >= self.longest_line {
                break between_words(buffer);
            }
            if full {
                buffer.resize((2 * len).min(self.longest_line), 0);
            }
            match self.input.reader.read(buffer.get_mut(len..)?) {
                Ok(0) => {
                    block.len = len;
                    return Some(Ok(()));
                }
                Ok(more) => len += more,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => {
                    block.len = len;
                    return Some(Err(error));
                }
            }
        };
        self.rest.extend_from_slice(buffer.get(cut..len)?);
        block.len = cut;
        None
    }
}

/// How far back a cut looks for a good place.
const NEAR: usize = 64 << 10;

/// Where a long line is cut: behind a blank, or else behind the last byte that is no part of a word, so that no code is
/// cut, and none from the escape before it. ASCII is preferred, so that no letter is cut either. A word as long as a
/// block is no code.
fn between_words(bytes: &[u8]) -> usize {
    let last = |is: fn(&u8) -> bool| bytes.iter().rposition(is).map(|at| at + 1);
    let near = bytes.len().saturating_sub(NEAR);
    let nearest = |is: fn(&u8) -> bool| {
        bytes.get(near..).and_then(|bytes| bytes.iter().rposition(is)).map(|at| near + at + 1)
    };
    nearest(u8::is_ascii_whitespace)
        .or_else(|| nearest(|byte| byte.is_ascii() && !is_word_byte(*byte) && !b"\\[;\x1b".contains(byte)))
        .or_else(|| last(|byte| byte.is_ascii() && !is_word_byte(*byte)))
        .or_else(|| last(|byte| !is_word_byte(*byte)))
        .unwrap_or(bytes.len())
}

fn word_length(bytes: &[u8]) -> usize {
    bytes.iter().position(|byte| !is_word_byte(*byte)).unwrap_or(bytes.len())
}
