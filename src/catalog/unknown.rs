//! A text that is not a code of the catalog.

use core::fmt;
use core::hash::{Hash, Hasher};
use core::str::FromStr;

use super::handles::{Catalog, Code};

/// A text is no code of the catalog. Names the text, and the nearest codes.
///
/// ```
/// let error = "CSBS.6O19".parse::<errcat::Code>().unwrap_err();
/// assert_eq!(error.to_string(), "unknown error code `CSBS.6O19`, did you mean CSBS.6019?");
/// ```
#[derive(Clone)]
pub struct UnknownCode {
    catalog: &'static Catalog,
    input: Clipped,
}

impl UnknownCode {
    pub(crate) fn new(catalog: &'static Catalog, input: &str) -> Self {
        Self { catalog, input: Clipped::new(input) }
    }

    /// What was asked for; the beginning of it, where it is longer than a code can be.
    #[must_use]
    pub fn input(&self) -> &str {
        self.input.as_str()
    }

    /// The nearest codes, at most three, the nearest first.
    pub fn suggestions(&self) -> impl Iterator<Item = Code> + use<> {
        self.catalog.suggest(self.input())
    }
}

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Known, but asked for as one of another service.
        if let Some(code) = self.catalog.find(self.input()) {
            return write!(
                f,
                "`{code}` is a code of {}, not of the service asked for",
                code.service().name()
            );
        }
        write!(f, "unknown error code `{}`", self.input().escape_debug())?;
        for (at, code) in self.suggestions().enumerate() {
            write!(f, "{}{code}", if at == 0 { ", did you mean " } else { " or " })?;
        }
        if self.suggestions().next().is_some() { f.write_str("?") } else { Ok(()) }
    }
}

impl fmt::Debug for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("UnknownCode").field(&self.input()).finish()
    }
}

impl PartialEq for UnknownCode {
    fn eq(&self, other: &Self) -> bool {
        self.input() == other.input()
    }
}

impl Eq for UnknownCode {}

impl Hash for UnknownCode {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.input().hash(state);
    }
}

impl core::error::Error for UnknownCode {}

/// The beginning of a text, kept without allocation.
#[derive(Clone)]
struct Clipped {
    bytes: [u8; Self::MOST],
    len: u8,
}

impl Clipped {
    const MOST: usize = 64;

    fn new(text: &str) -> Self {
        let mut end = text.len().min(Self::MOST);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let mut bytes = [0; Self::MOST];
        bytes[..end].copy_from_slice(&text.as_bytes()[..end]);
        Self { bytes, len: end as u8 }
    }

    fn as_str(&self) -> &str {
        core::str::from_utf8(&self.bytes[..usize::from(self.len)]).unwrap_or("")
    }
}

impl FromStr for Code {
    type Err = UnknownCode;

    fn from_str(text: &str) -> Result<Self, UnknownCode> {
        Self::find(text).ok_or_else(|| UnknownCode::new(&crate::CATALOG, text))
    }
}
