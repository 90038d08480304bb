//! Looks up codes and formats messages into a buffer of fixed size.
#![no_std]
#![forbid(unsafe_code)]

use core::fmt::{self, Write};

use errcat::{Code, Lang, Retry, code, csbs};

/// Known at build time.
pub const MISMATCH: Code = code!("CSBS.6019");

/// A text of at most `N` bytes; what does not fit is an error.
#[derive(Debug)]
pub struct Buffer<const N: usize> {
    bytes: [u8; N],
    len: usize,
}

impl<const N: usize> Buffer<N> {
    /// An empty one.
    pub const fn new() -> Self {
        Self { bytes: [0; N], len: 0 }
    }

    /// What was written.
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(&self.bytes[..self.len]).unwrap_or("")
    }
}

impl<const N: usize> Default for Buffer<N> {
    fn default() -> Self {
        Self::new()
    }
}

impl<const N: usize> Write for Buffer<N> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.len + text.len();
        self.bytes.get_mut(self.len..end).ok_or(fmt::Error)?.copy_from_slice(text.as_bytes());
        self.len = end;
        Ok(())
    }
}

/// Writes the code, its message with these arguments, and the remedy.
pub fn report(text: &str, args: &[&str], out: &mut impl Write) -> fmt::Result {
    let Some(code) = Code::find(text) else {
        return write!(out, "{text}: unknown");
    };
    let entry = code.entry();
    match entry.message().format(args) {
        Ok(message) => write!(out, "{code}: {message} {}", entry.remediation(Lang::EN)),
        Err(error) => write!(out, "{code}: {error}"),
    }
}

/// Whether an operator has to change something first.
pub fn needs_a_fix(code: csbs::Code) -> bool {
    match code {
        csbs::Code::Csbs6019 => true,
        other => other.entry().retry() == Retry::AfterFix,
    }
}
