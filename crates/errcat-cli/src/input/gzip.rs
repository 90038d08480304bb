//! Unpacks gzip as gzip(1) does: all members of a file, one after another, and what may follow them.

use std::io::{self, BufRead, ErrorKind, Read};

use flate2::bufread::GzDecoder;

use super::warning::Warning;

/// What each member begins with.
const FIRST: u8 = 0x1f;

/// Reads what a packed source holds.
pub(super) struct Gzip<R> {
    state: State<R>,
    warning: Warning,
}

enum State<R> {
    /// In a member. Whether anything was unpacked from it yet, and whether there was one before it.
    Member {
        decoder: Box<GzDecoder<R>>,
        begun: bool,
        later: bool,
    },
    Ended,
}

impl<R: BufRead> Gzip<R> {
    pub(super) fn new(source: R, warning: Warning) -> Self {
        Self { state: member(source, false), warning }
    }

    /// Goes on after a member: to the next one, or to the end.
    fn after(&mut self, mut source: R) -> io::Result<State<R>> {
        if !source.fill_buf()?.starts_with(&[FIRST]) {
            // Tapes and disks fill the last block with zeros.
            if !only_zeros(&mut source)? {
                self.warn();
            }
            return Ok(State::Ended);
        }
        Ok(member(source, true))
    }

    fn warn(&self) {
        // One warning is enough.
        let _ = self.warning.set("what follows the compressed data is not gzip, and was ignored");
    }
}

fn member<R: BufRead>(source: R, later: bool) -> State<R> {
    State::Member { decoder: Box::new(GzDecoder::new(source)), begun: false, later }
}

impl<R: BufRead> Read for Gzip<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        loop {
            let State::Member { decoder, begun, later } = &mut self.state else { return Ok(0) };
            match decoder.read(into) {
                Ok(0) if into.is_empty() => return Ok(0),
                Ok(0) => {}
                Ok(len) => {
                    *begun = true;
                    return Ok(len);
                }
                // It has no header of gzip.
                Err(error) if error.kind() == ErrorKind::InvalidInput && *later && !*begun => {
                    self.state = State::Ended;
                    self.warn();
                    return Ok(0);
                }
                Err(error) => return Err(error),
            }
            if let State::Member { decoder, .. } = std::mem::replace(&mut self.state, State::Ended) {
                self.state = self.after(decoder.into_inner())?;
            }
        }
    }
}

/// Whether nothing but zeros is left; reads no further than to what is not.
fn only_zeros(source: &mut impl BufRead) -> io::Result<bool> {
    loop {
        let buffer = source.fill_buf()?;
        if buffer.is_empty() {
            return Ok(true);
        }
        if buffer.iter().any(|byte| *byte != 0) {
            return Ok(false);
        }
        let len = buffer.len();
        source.consume(len);
    }
}
