//! A text that is not a code of the catalog.

use core::fmt;
use core::hash::{Hash, Hasher};

use super::clipped::Clipped;
use super::handles::{Catalog, CodeRef};

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
    pub fn suggestions(&self) -> impl Iterator<Item = CodeRef> + use<> {
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
