//! What the command writes to: standard output and standard error, through which nothing reaches a terminal that it would
//! obey, and JSON.

use std::io::{self, BufWriter, Write};

use serde::Serialize;

use crate::outcome::Failure;
use crate::text::json;
use crate::text::sanitize::{printable, styled};

/// Standard output, for many small writes.
pub(crate) fn stdout() -> Screen<BufWriter<anstream::AutoStream<io::Stdout>>> {
    Screen(BufWriter::new(anstream::stdout()))
}

/// Standard error.
pub(crate) fn stderr() -> Screen<anstream::AutoStream<io::Stderr>> {
    Screen(anstream::stderr())
}

/// A writer that all output goes through. It is given whole characters and whole sequences, as `write!` does.
pub(crate) struct Screen<W>(W);

impl<W: Write> Write for Screen<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write_all(styled(&String::from_utf8_lossy(bytes)).as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// Reports a failure on standard error.
pub(crate) fn report(failure: &Failure) {
    let style = anstyle::AnsiColor::Red.on_default().bold();
    // Nothing is left to be done when standard error is closed too.
    let _ = writeln!(stderr(), "{style}error:{style:#} {}", printable(&failure.to_string()));
}

/// Says on standard error what need not be wrong.
pub(crate) fn warn(text: &str) {
    let style = anstyle::AnsiColor::Yellow.on_default().bold();
    // As above.
    let _ = writeln!(stderr(), "{style}warning:{style:#} {}", printable(text));
}

/// Says on standard error what a reader of the result must know.
pub(crate) fn note(text: &str) {
    let style = anstyle::Style::new().bold();
    // As above.
    let _ = writeln!(stderr(), "{style}note:{style:#} {}", printable(text));
}

/// Writes one JSON document, and a line break. JSON has escapes of its own, so that it goes past those of people.
pub(crate) fn write_json(out: &mut Screen<impl Write>, value: &impl Serialize) -> Result<(), Failure> {
    json::write_pretty(&mut out.0, value)?;
    Ok(out.0.write_all(b"\n")?)
}

/// Writes one JSON object per line.
pub(crate) fn write_jsonl<T: Serialize>(
    out: &mut Screen<impl Write>,
    values: impl IntoIterator<Item = T>,
) -> Result<(), Failure> {
    for value in values {
        json::write(&mut out.0, &value)?;
        out.0.write_all(b"\n")?;
    }
    Ok(())
}
