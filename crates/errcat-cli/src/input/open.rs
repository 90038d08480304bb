//! Opens a file or standard input, unpacks what is compressed, and makes UTF-8 of UTF-16.

use std::fs::File;
use std::io::{self, BufReader, Cursor, ErrorKind, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::gzip::Gzip;
use super::name::FileName;
use super::utf16::{Endian, Utf16};
use super::warning::Warning;
use super::zstd::Zstd;

/// An open input.
pub(crate) struct Source {
    pub(crate) reader: Box<dyn Read + Send>,
    /// Whether it comes bit by bit, as a pipe does: what is there is shown before the next is waited for.
    pub(crate) live: bool,
    /// Whether it is unpacked: reading it takes time of its own.
    pub(crate) packed: bool,
    warning: Warning,
}

impl Source {
    /// Returns what is wrong with the input although it could be read; known when it has been read to its end.
    pub(crate) fn warning(&self) -> Option<&'static str> {
        self.warning.get().copied()
    }
}

/// What the first bytes of an input say that it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Gzip,
    Zstd,
    Utf16(Endian),
    /// Anything else.
    Text,
}

const GZIP: &[u8] = &[0x1f, 0x8b];
const ZSTD: &[u8] = &[0x28, 0xb5, 0x2f, 0xfd];
/// A frame of zstd that holds something else; the lower half of its first byte can be anything.
const ZSTD_SKIPPABLE: &[u8] = &[0x50, 0x2a, 0x4d, 0x18];

/// What a decoder is fed with.
const PACKED: usize = 128 << 10;

/// Opens a file, or standard input for `-`. What it is, its first bytes say, and not its name. The bytes that are read
/// are added to `read`.
pub(crate) fn open(name: &FileName, read: &Arc<AtomicU64>) -> io::Result<Source> {
    let counted = |reader| Counted { reader, read: Arc::clone(read) };
    if name.is_stdin() {
        return detect(counted(Box::new(io::stdin()) as Box<dyn Read + Send>), true);
    }
    let file = File::open(name.path())?;
    let live = !file.metadata()?.is_file();
    detect(counted(Box::new(file)), live)
}

fn detect(mut reader: impl Read + Send + 'static, live: bool) -> io::Result<Source> {
    let (kind, head) = peek(&mut reader)?;
    let warning = Warning::default();
    let whole = Cursor::new(head).chain(reader);
    let packed = |reader: Box<dyn Read + Send>| text_of(Unpacked(reader));
    let (reader, is_packed) = match kind {
        Kind::Gzip => {
            let gzip = Gzip::new(BufReader::with_capacity(PACKED, whole), Arc::clone(&warning));
            (packed(Box::new(gzip))?, true)
        }
        Kind::Zstd => (packed(Box::new(Zstd::new(BufReader::with_capacity(PACKED, whole))))?, true),
        Kind::Utf16(endian) => (Box::new(Utf16::new(whole, endian)) as Box<dyn Read + Send>, false),
        Kind::Text => (Box::new(whole) as Box<dyn Read + Send>, false),
    };
    Ok(Source { reader, live: live && !is_packed, packed: is_packed, warning })
}

/// UTF-8 of what was unpacked. It is not unpacked again.
fn text_of(mut reader: impl Read + Send + 'static) -> io::Result<Box<dyn Read + Send>> {
    let (kind, head) = peek(&mut reader)?;
    let whole = Cursor::new(head).chain(reader);
    Ok(match kind {
        Kind::Utf16(endian) => Box::new(Utf16::new(whole, endian)),
        _ => Box::new(whole),
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

/// Reads the first bytes: as many as it takes to tell what they are, so that text is not kept back.
fn peek(reader: &mut impl Read) -> io::Result<(Kind, Vec<u8>)> {
    let mut head = vec![0; 4096];
    let mut len = 0;
    let kind = loop {
        match reader.read(head.get_mut(len..).unwrap_or_default()) {
            Ok(0) => break Kind::Text,
            Ok(more) => len += more,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        }
        if let Some(kind) = kind(head.get(..len).unwrap_or_default()) {
            break kind;
        }
    };
    head.truncate(len);
    Ok((kind, head))
}

/// Returns what an input is that begins so, or `None` if more bytes are needed to tell.
fn kind(head: &[u8]) -> Option<Kind> {
    // Whether it begins so, as far as it goes. Of the first byte, some bits count.
    let begins = |magic: &[u8], mask: u8| {
        let fits = |(at, (byte, wanted)): (usize, (&u8, &u8))| {
            if at == 0 { byte & mask == *wanted } else { byte == wanted }
        };
        head.iter().zip(magic).enumerate().all(fits)
    };
    for (magic, mask, kind) in
        [(GZIP, 0xff, Kind::Gzip), (ZSTD, 0xff, Kind::Zstd), (ZSTD_SKIPPABLE, 0xf0, Kind::Zstd)]
    {
        if begins(magic, mask) {
            return (head.len() >= magic.len()).then_some(kind);
        }
    }
    for endian in [Endian::Little, Endian::Big] {
        if begins(endian.mark(), 0xff) {
            // The mark and a unit.
            let text = head.get(endian.mark().len()..).filter(|text| text.len() >= 2)?;
            return Some(if endian.is_likely(text) { Kind::Utf16(endian) } else { Kind::Text });
        }
    }
    Some(Kind::Text)
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

#[cfg(test)]
mod tests {
    use super::{Endian, Kind, kind};

    #[test]
    fn the_first_bytes_tell() {
        for (head, expected) in [
            (&b"\x1f\x8b\x08"[..], Some(Kind::Gzip)),
            (b"\x1f", None),
            (b"\x1fx", Some(Kind::Text)),
            (b"\x28\xb5\x2f\xfd", Some(Kind::Zstd)),
            (b"(\xb5", None),
            (b"(a)", Some(Kind::Text)),
            (b"\x5e\x2a\x4d\x18", Some(Kind::Zstd)),
            (b"P*M", None),
            (b"PAY.1001", Some(Kind::Text)),
            (b"\xff\xfeC\0", Some(Kind::Utf16(Endian::Little))),
            (b"\xfe\xff\x4e\x2d\0C", Some(Kind::Utf16(Endian::Big))),
            (b"\xff\xfe", None),
            (b"\xff\xfe\0", None),
            // The bytes may be there without meaning it.
            (b"\xff\xfe {\"code\":", Some(Kind::Text)),
            (b"\xfe\xffC\0", Some(Kind::Text)),
            (b"\xff\xff", Some(Kind::Text)),
            (b"", None),
        ] {
            assert_eq!(kind(head), expected, "{head:?}");
        }
    }
}
