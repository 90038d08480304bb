//! Codes in any text.

use core::iter::FusedIterator;
use core::ops::Range;

use crate::catalog::{Catalog, Code};

/// A code in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Found<'t> {
    text: &'t str,
    start: usize,
    code: Option<Code>,
}

impl<'t> Found<'t> {
    /// The code as it is written.
    #[must_use]
    pub fn as_str(&self) -> &'t str {
        self.text
    }

    /// Where it stands, in bytes.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// The code of the catalog; `None` if only its prefix is known.
    #[must_use]
    pub fn code(&self) -> Option<Code> {
        self.code
    }
}

/// Every code in a text whose prefix the bundled catalog knows, from left to right.
///
/// Version numbers, addresses, times and file names are no codes, and neither is what is part of a longer word.
///
/// ```
/// let text = "agent 3.1.166: [SMS.2802] after CSBS.6019; SMS.7777 at 10:38:24";
/// let found: Vec<_> = errcat::find_in(text).map(|found| (found.as_str(), found.code().is_some())).collect();
/// assert_eq!(found, [("SMS.2802", true), ("CSBS.6019", true), ("SMS.7777", false)]);
/// ```
#[must_use]
pub fn find_in(text: &str) -> FindIn<'_> {
    crate::CATALOG.find_in(text)
}

impl Catalog {
    /// As [`find_in`](crate::find_in), for this catalog.
    #[must_use]
    pub fn find_in<'t>(&'static self, text: &'t str) -> FindIn<'t> {
        self.find_in_bytes(text.as_bytes())
    }

    /// As [`find_in`](Self::find_in), in bytes that need not be UTF-8, such as a log's.
    ///
    /// ```
    /// let found = errcat::CATALOG.find_in_bytes(b"\xff\xfe SMS.2802 failed\n").next().unwrap();
    /// assert_eq!((found.as_str(), found.range()), ("SMS.2802", 3..11));
    /// ```
    #[must_use]
    pub fn find_in_bytes<'t>(&'static self, bytes: &'t [u8]) -> FindIn<'t> {
        FindIn { catalog: self, tokens: Tokens { bytes, at: 0 } }
    }
}

/// The codes in a text: see [`find_in`].
#[derive(Clone, Debug)]
pub struct FindIn<'t> {
    catalog: &'static Catalog,
    tokens: Tokens<'t>,
}

impl<'t> Iterator for FindIn<'t> {
    type Item = Found<'t>;

    fn next(&mut self) -> Option<Found<'t>> {
        let catalog = self.catalog;
        self.tokens.find_map(|(start, token)| {
            let text = shape(token)?;
            let code = catalog.find(text);
            let known = code.is_some() || is_known_prefix(catalog, text);
            known.then_some(Found { text, start, code })
        })
    }
}

impl FusedIterator for FindIn<'_> {}

/// Whether what stands before the number is a prefix of the catalog, as the vendor writes it.
pub(crate) fn is_known_prefix(catalog: &'static Catalog, code: &str) -> bool {
    let prefix = code.rfind('.').map_or("", |dot| &code[..dot]);
    catalog.service_by_prefix(prefix).is_some_and(|service| service.prefixes().any(|known| known == prefix))
}

/// Words of letters, digits, `_`, `-` and `.` that begin with a letter or digit, with where they begin: what a code
/// can be, and more.
#[derive(Clone, Debug)]
pub(crate) struct Tokens<'t> {
    bytes: &'t [u8],
    at: usize,
}

impl<'t> Tokens<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { bytes: text.as_bytes(), at: 0 }
    }
}

impl<'t> Iterator for Tokens<'t> {
    type Item = (usize, &'t str);

    fn next(&mut self) -> Option<(usize, &'t str)> {
        let bytes = self.bytes;
        let start = self.at + bytes[self.at..].iter().position(u8::is_ascii_alphanumeric)?;
        let len = bytes[start..].iter().position(|byte| !in_word(*byte)).unwrap_or(bytes.len() - start);
        self.at = start + len;
        // A word is ASCII, and so it is UTF-8.
        core::str::from_utf8(&bytes[start..self.at]).ok().map(|word| (start, word))
    }
}

fn in_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-' || byte == b'.'
}

/// The code that a word begins with and that is all of it but punctuation: `PREFIX.digits`, three to eight digits,
/// a prefix that begins with a letter and holds a capital. `V1.2.345` is a version.
pub(crate) fn shape(word: &str) -> Option<&str> {
    let word = word.trim_end_matches(['.', '-', '_']);
    let (prefix, number) = word.rsplit_once('.')?;
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    let ends = number.as_bytes().get(digits).is_none_or(|byte| *byte == b'-');
    let good = ends
        && (3..=8).contains(&digits)
        && prefix.starts_with(|first: char| first.is_ascii_alphabetic())
        && prefix.bytes().any(|byte| byte.is_ascii_uppercase())
        && prefix.split('.').all(|part| !part.is_empty())
        && !is_version(prefix);
    good.then(|| &word[..prefix.len() + 1 + digits])
}

/// Whether a prefix is a `V` and numbers.
fn is_version(prefix: &str) -> bool {
    let numbers = prefix.strip_prefix('V').unwrap_or("");
    !numbers.is_empty() && numbers.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

#[cfg(test)]
mod tests {
    use super::shape;

    #[test]
    fn codes_and_what_looks_like_them() {
        for code in
            ["SMS.0202", "SVCSTG.CCE-ADDONMGR.4030301", "CCE_CM.0004", "SVCSTG.ALS.403.105", "iMetal.0100"]
        {
            assert_eq!(shape(code), Some(code));
        }
        assert_eq!(shape("SMS.0202."), Some("SMS.0202"));
        assert_eq!(shape("SMS.0202-retry"), Some("SMS.0202"));
        for other in [
            "V1.2.345",
            "3.1.166",
            "10.0.0.1",
            "1.0",
            "report.2024",
            "SMS.02",
            "SMS.123456789",
            "SMS.0202x",
            "A..0202",
        ] {
            assert_eq!(shape(other), None, "{other}");
        }
    }
}
