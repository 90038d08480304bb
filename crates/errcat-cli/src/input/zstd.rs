//! Unpacks zstd: all frames of a file, one after another.

use std::io::{self, BufRead, ErrorKind, Read};

use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};

/// How much is unpacked in one go.
const STEP: BlockDecodingStrategy = BlockDecodingStrategy::UptoBytes(128 << 10);
/// An empty block, marked as the last one, and room for a checksum.
const LAST_BLOCK: [u8; 7] = [1, 0, 0, 0, 0, 0, 0];

/// Reads what a packed source holds.
pub(super) struct Zstd<R> {
    source: R,
    decoder: FrameDecoder,
    state: State,
}

enum State {
    /// Between frames.
    Between,
    InFrame,
    /// What was unpacked before the fault is handed out first.
    Failed(Option<io::Error>),
}

impl<R: BufRead> Zstd<R> {
    pub(super) fn new(source: R) -> Self {
        Self { source, decoder: FrameDecoder::new(), state: State::Between }
    }

    /// Begins the next frame; `false` at the end.
    fn begin(&mut self) -> io::Result<bool> {
        while !self.source.fill_buf()?.is_empty() {
            match self.decoder.init(&mut self.source) {
                Ok(()) => return Ok(true),
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame {
                    length,
                    ..
                })) => {
                    let length = u64::from(length);
                    let skipped = io::copy(&mut self.source.by_ref().take(length), &mut io::sink())?;
                    if skipped < length {
                        return Err(ErrorKind::UnexpectedEof.into());
                    }
                }
                Err(error) => return Err(self.fault(error)),
            }
        }
        Ok(false)
    }

    /// Unpacks until there is something to hand out, or the frame ends.
    fn advance(&mut self) {
        while self.decoder.can_collect() == 0 && !self.decoder.is_finished() {
            if let Err(error) = self.decoder.decode_blocks(&mut self.source, STEP) {
                let fault = self.fault(error);
                // The decoder keeps the last window to itself until it has seen the frame's end.
                let _ = self.decoder.decode_blocks(&LAST_BLOCK[..], STEP);
                self.state = State::Failed(Some(fault));
                return;
            }
        }
    }

    /// The decoder does not say whether the data is damaged or ends too early.
    fn fault(&mut self, error: FrameDecoderError) -> io::Error {
        let cut_off = self.source.fill_buf().is_ok_and(<[u8]>::is_empty);
        io::Error::new(if cut_off { ErrorKind::UnexpectedEof } else { ErrorKind::InvalidData }, error)
    }

    fn check(&self) -> io::Result<()> {
        let stored = self.decoder.get_checksum_from_data();
        if stored.is_some() && stored != self.decoder.get_calculated_checksum() {
            return Err(io::Error::new(ErrorKind::InvalidData, "the checksum of a zstd frame does not fit"));
        }
        Ok(())
    }
}

impl<R: BufRead> Read for Zstd<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        loop {
            if matches!(self.state, State::Between) {
                if !self.begin()? {
                    return Ok(0);
                }
                self.state = State::InFrame;
            }
            if matches!(self.state, State::InFrame) {
                self.advance();
            }
            let len = self.decoder.read(into)?;
            if len > 0 || into.is_empty() {
                return Ok(len);
            }
            if let State::Failed(error) = &mut self.state {
                return error.take().map_or(Ok(0), Err);
            }
            self.check()?;
            self.state = State::Between;
        }
    }
}
