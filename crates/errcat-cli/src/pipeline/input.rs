//! Opens a file or standard input, and unpacks what is compressed.

use std::fs::File;
use std::io::{self, BufReader, Cursor, ErrorKind, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use flate2::bufread::MultiGzDecoder;

use super::zstd::Zstd;

/// An open input.
pub(super) struct Input {
    pub(super) reader: Box<dyn Read + Send>,
    /// Whether it comes bit by bit, as a pipe does: what is there is shown before the next is waited for.
    pub(super) live: bool,
    /// Whether it is unpacked: reading it takes time of its own.
    pub(super) packed: bool,
}

const GZIP: &[u8] = &[0x1f, 0x8b];
const ZSTD: &[u8] = &[0x28, 0xb5, 0x2f, 0xfd];
/// What a decoder is fed with.
const PACKED: usize = 128 << 10;

/// Opens a file, or standard input for `-`. What it is, its first bytes say, and not its name. The bytes that are read
/// are added to `read`.
pub(super) fn open(path: &str, read: &Arc<AtomicU64>) -> io::Result<Input> {
    if path == "-" {
        return detect(io::stdin(), true, read);
    }
    let file = File::open(path)?;
    let live = !file.metadata()?.is_file();
    detect(file, live, read)
}

fn detect(reader: impl Read + Send + 'static, live: bool, read: &Arc<AtomicU64>) -> io::Result<Input> {
    let mut reader = Counted { reader, read: Arc::clone(read) };
    let head = peek(&mut reader)?;
    let (gzip, zstd) = (head.starts_with(GZIP), head.starts_with(ZSTD));
    let packed = BufReader::with_capacity(PACKED, Cursor::new(head).chain(reader));
    Ok(if gzip {
        Input { reader: Box::new(Unpacked(MultiGzDecoder::new(packed))), live: false, packed: true }
    } else if zstd {
        Input { reader: Box::new(Unpacked(Zstd::new(packed))), live: false, packed: true }
    } else {
        Input { reader: Box::new(packed.into_inner()), live, packed: false }
    })
}

/// Says of what is compressed why it cannot be read.
struct Unpacked<R>(R);

impl<R: Read> Read for Unpacked<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.0.read(into).map_err(|error| match error.kind() {
            ErrorKind::UnexpectedEof => io::Error::new(error.kind(), "the compressed data ends too early"),
            ErrorKind::InvalidData | ErrorKind::InvalidInput => {
                io::Error::new(error.kind(), format!("the compressed data is damaged: {error}"))
            }
            _ => error,
        })
    }
}

/// The first bytes: as many as it takes to tell, so that text is not kept back.
fn peek(reader: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut head = vec![0; 4096];
    let mut len = 0;
    loop {
        match reader.read(head.get_mut(len..).unwrap_or_default()) {
            Ok(0) => break,
            Ok(more) => len += more,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        }
        let known = head.get(..len).unwrap_or_default();
        if ![GZIP, ZSTD].iter().any(|magic| len < magic.len() && magic.starts_with(known)) {
            break;
        }
    }
    head.truncate(len);
    Ok(head)
}

/// Counts the bytes that pass.
struct Counted<R> {
    reader: R,
    read: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let len = self.reader.read(into)?;
        self.read.fetch_add(len as u64, Ordering::Relaxed);
        Ok(len)
    }
}
