//! Standard output, for text of the input and text of our own.

use std::io::{self, BufWriter, IsTerminal, Write};

use anstream::{AutoStream, ColorChoice};
use serde::Serialize;

use crate::outcome::Failure;
use crate::text::json::{self, Items};
use crate::text::sanitize;

/// Larger writes are not copied first.
const BUFFER: usize = 64 << 10;

/// Where results go. In a pipe or a file, text of the input stays as it is, byte for byte; on a terminal, what the
/// terminal would obey is shown instead.
pub(crate) struct Output {
    to: BufWriter<Box<dyn Write + Send>>,
    terminal: bool,
    colored: bool,
}

impl Output {
    pub(crate) fn new() -> io::Result<Self> {
        let stdout = io::stdout();
        Ok(Self {
            to: BufWriter::with_capacity(BUFFER, raw()?),
            terminal: stdout.is_terminal(),
            colored: AutoStream::choice(&stdout) != ColorChoice::Never,
        })
    }

    /// Writes text of the input.
    pub(crate) fn pass(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.terminal {
            self.to.write_all(sanitize::passed(bytes).as_bytes())
        } else {
            self.to.write_all(bytes)
        }
    }

    /// Writes printable text, which may have our styles in it.
    pub(crate) fn say(&mut self, text: &str) -> io::Result<()> {
        self.to.write_all(self.styled(text).as_bytes())
    }

    /// Writes bytes of our own without styles: JSON, codes.
    pub(crate) fn data(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.to.write_all(bytes)
    }

    /// The text, without its styles where they are not wanted.
    pub(crate) fn styled(&self, text: &str) -> String {
        if self.colored { text.to_owned() } else { anstream::adapter::strip_str(text).to_string() }
    }

    /// Returns a writer for bytes of our own without styles.
    pub(crate) fn raw(&mut self) -> &mut (impl Write + use<>) {
        &mut self.to
    }

    /// Returns a writer for printable text, which is given whole characters and whole styles, as `write!` does.
    pub(crate) fn printer(&mut self) -> Printer<'_> {
        Printer(self)
    }

    /// Writes objects about codes: as the list `codes` of one document, or one object per line. They are made as they are
    /// written.
    pub(crate) fn codes<I: IntoIterator<Item: Serialize>>(
        &mut self,
        is_document: bool,
        objects: impl Fn() -> I,
    ) -> Result<(), Failure> {
        if is_document {
            json::write_pretty(&mut self.to, &Document { codes: Items(objects) })?;
            return Ok(self.to.write_all(b"\n")?);
        }
        for object in objects() {
            json::write(&mut self.to, &object)?;
            self.to.write_all(b"\n")?;
        }
        Ok(())
    }

    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

#[derive(Serialize)]
struct Document<C> {
    codes: C,
}

/// Writes printable text: see [`Output::printer`].
pub(crate) struct Printer<'o>(&'o mut Output);

impl Write for Printer<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.say(&String::from_utf8_lossy(bytes))?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// Standard output without the line buffer of the standard library, which would cut every write at its last line.
#[cfg(unix)]
fn raw() -> io::Result<Box<dyn Write + Send>> {
    use std::os::fd::AsFd;
    Ok(Box::new(std::fs::File::from(io::stdout().as_fd().try_clone_to_owned()?)))
}

#[cfg(not(unix))]
fn raw() -> io::Result<Box<dyn Write + Send>> {
    Ok(Box::new(io::stdout()))
}
