//! Cuts an input into blocks of whole lines.

use std::io::{self, ErrorKind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use errcat_core::shape::is_word_byte;
use memchr::memrchr;

use crate::input::Source;

/// Bytes of a block. Two of them, as two threads have, stay in the cache of a core's second level.
pub(super) const SIZE: usize = 256 << 10;

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
    pub(super) end: Option<End>,
    buffer: Vec<u8>,
    len: usize,
}

/// How an input ended.
#[derive(Debug)]
pub(super) enum End {
    /// All of it was read; perhaps there is something to say of it all the same.
    Read(Option<&'static str>),
    /// It could not be opened, or not be read to its end.
    Failed(io::Error),
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

    /// Returns the part in which codes are looked for.
    pub(crate) fn searched(&self) -> &[u8] {
        self.bytes().get(self.begin..).unwrap_or_default()
    }

    /// Returns how many bytes of memory it takes.
    pub(super) fn size(&self) -> usize {
        self.buffer.len()
    }

    /// Makes it a block without bytes.
    pub(super) fn clear(&mut self) {
        (self.len, self.begin, self.offset, self.continues) = (0, 0, 0, false);
    }

    /// Gives back what a long line took.
    pub(super) fn shrink(&mut self) {
        if self.buffer.len() > SIZE {
            self.buffer = vec![0; SIZE];
        }
    }

    /// Says where codes begin, for a block that comes after this byte.
    fn place(&mut self, offset: u64, last: u8) {
        self.offset = offset;
        self.begin = if is_word_byte(last) { word_length(self.bytes()) } else { 0 };
        self.continues = last != b'\n';
    }
}

/// What was read of an input and is in no block yet: the beginning of a line. The thread that waits for the rest of the
/// line shares it, so that it is not lost when the user interrupts.
#[derive(Default)]
pub(super) struct Rest(Mutex<RestState>);

#[derive(Default)]
struct RestState {
    bytes: Vec<u8>,
    /// Where the bytes begin in the input, and the byte before them.
    offset: u64,
    last: Option<u8>,
    /// How many blocks came before.
    blocks: u64,
    /// Whether the input comes bit by bit.
    live: bool,
    /// Whether the bytes were taken: nothing more is read.
    taken: bool,
}

impl Rest {
    fn lock(&self) -> MutexGuard<'_, RestState> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the input comes bit by bit. It does not before it is open.
    pub(super) fn is_live(&self) -> bool {
        self.lock().live
    }

    /// Returns how many blocks of the input have been read.
    pub(super) fn blocks(&self) -> u64 {
        self.lock().blocks
    }

    /// Takes the beginning of a line as a block of the input with this number, if there is one. The input is not read any
    /// further.
    pub(super) fn take(&self, file: usize) -> Option<Block> {
        let mut state = self.lock();
        state.taken = true;
        let bytes = std::mem::take(&mut state.bytes);
        let mut block = Block { file, number: state.blocks, len: bytes.len(), buffer: bytes, ..Block::new() };
        block.place(state.offset, state.last.unwrap_or(b'\n'));
        (block.len > 0).then_some(block)
    }
}

/// The blocks of an input.
pub(super) struct Blocks {
    source: Source,
    /// Longer lines are cut, between words.
    longest_line: usize,
    rest: Arc<Rest>,
}

impl Blocks {
    pub(super) fn new(source: Source, longest_line: usize, rest: Arc<Rest>) -> Self {
        rest.lock().live = source.live;
        Self { source, longest_line, rest }
    }

    /// Whether reading takes time of its own.
    pub(super) fn is_packed(&self) -> bool {
        self.source.packed
    }

    /// Reads the next block, the last one with its end. Returns whether it is a block: not if [`Rest::take`] has taken
    /// what it would have begun with.
    pub(super) fn read(&mut self, block: &mut Block) -> bool {
        block.live = self.source.live;
        let rest = Arc::clone(&self.rest);
        let (offset, last) = {
            let state = rest.lock();
            (state.offset, state.last.unwrap_or(b'\n'))
        };
        let Some(end) = self.fill(block, &rest) else { return false };
        block.end = end;
        block.place(offset, last);
        true
    }

    /// Fills a block, and leaves in `rest` what was read beyond it. Returns how the input ended, if it did; nothing at all
    /// if the rest was taken.
    #[expect(clippy::option_option, reason = "the two say different things, each in one place")]
    fn fill(&mut self, block: &mut Block, rest: &Rest) -> Option<Option<End>> {
        let buffer = &mut block.buffer;
        let mut len = {
            let state = rest.lock();
            // The rest of a line was part of a buffer of this size or of a larger one.
            if buffer.len() < state.bytes.len() {
                buffer.resize(state.bytes.len(), 0);
            }
            buffer.get_mut(..state.bytes.len())?.copy_from_slice(&state.bytes);
            state.bytes.len()
        };
        // The rest has no line end.
        let mut searched = len;
        let (cut, end) = loop {
            let full = len == buffer.len();
            if full || (self.source.live && len > searched) {
                if let Some(end) = memrchr(b'\n', buffer.get(searched..len)?) {
                    break (searched + end + 1, None);
                }
                searched = len;
            }
            if full && len >= self.longest_line {
                break (between_words(buffer), None);
            }
            if full {
                buffer.resize((2 * len).min(self.longest_line), 0);
            }
            match self.source.reader.read(buffer.get_mut(len..)?) {
                Ok(0) => break (len, Some(End::Read(self.source.warning()))),
                Ok(more) => {
                    // Only who waits for a stream can be interrupted while it has half a line.
                    if self.source.live {
                        rest.lock().bytes.extend_from_slice(buffer.get(len..len + more)?);
                    }
                    len += more;
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => break (len, Some(End::Failed(error))),
            }
        };
        let mut state = rest.lock();
        if state.taken {
            return None;
        }
        state.bytes.clear();
        state.bytes.extend_from_slice(buffer.get(cut..len)?);
        state.offset += cut as u64;
        state.blocks += 1;
        state.last = buffer.get(..cut)?.last().copied().or(state.last);
        block.len = cut;
        Some(end)
    }
}
/// How far back a cut looks for a good place.
const NEAR: usize = 64 << 10;

/// Where a long line is cut: after a space, or else after the last byte that is not part of a word, so that no code is
/// cut, and none is cut from the escape before it. ASCII is preferred, so that no character is cut either. A word as
/// long as a block is not a code.
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
