//! Finds codes in any text.

mod dots;
mod escape;

use core::iter::FusedIterator;
use core::ops::Range;

use errcat_core::shape::{self, is_word_byte};

use crate::catalog::{Catalog, CodeRef};
use dots::Dots;
pub(crate) use escape::tail_of_escape;

/// A code that was found in a text: see [`find_in`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CodeMatch<'t> {
    /// ASCII.
    text: &'t [u8],
    start: usize,
    code: Option<CodeRef>,
}

impl<'t> CodeMatch<'t> {
    /// Returns the code as it is written in the text.
    #[must_use]
    pub fn as_str(&self) -> &'t str {
        core::str::from_utf8(self.text).unwrap_or("")
    }

    /// Returns its place in the text, in bytes.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// Returns the code of the catalog, or `None` if only its prefix is known.
    #[must_use]
    pub fn code(&self) -> Option<CodeRef> {
        self.code
    }

    /// Returns the code as the type that the caller's patterns have: see [`Entry::known`](crate::Entry::known).
    ///
    /// ```
    /// use errcat::code;
    ///
    /// let found = errcat::find_in("restore failed with CSBS.6019").next().unwrap();
    /// assert!(matches!(found.known(), Some(code!("CSBS.6019"))));
    /// ```
    #[must_use]
    pub fn known<C: TryFrom<CodeRef>>(&self) -> Option<C> {
        C::try_from(self.code?).ok()
    }
}

/// Returns every code in a text whose prefix the bundled catalog knows, from left to right.
///
/// Version numbers, addresses, times, file names and parts of longer words are not codes. An escape is not part of the
/// word that follows it, neither one of JSON (`\\nCSBS.6019`) nor one of a color (`ESC[31mCSBS.6019`).
///
/// ```
/// let text = "agent 3.1.166: [SMS.2802] after CSBS.6019; SMS.7777 at 10:38:24";
/// let found: Vec<_> = errcat::find_in(text).map(|found| (found.as_str(), found.code().is_some())).collect();
/// assert_eq!(found, [("SMS.2802", true), ("CSBS.6019", true), ("SMS.7777", false)]);
/// ```
#[must_use]
pub fn find_in(text: &str) -> CodesIn<'_> {
    crate::CATALOG.find_in(text)
}

impl Catalog {
    /// As [`find_in`](crate::find_in), for this catalog.
    #[must_use]
    pub fn find_in<'t>(&'static self, text: &'t str) -> CodesIn<'t> {
        self.find_in_bytes(text.as_bytes())
    }

    /// As [`find_in`](Self::find_in), in bytes that need not be UTF-8, such as a log's.
    ///
    /// ```
    /// let found = errcat::CATALOG.find_in_bytes(b"\xff\xfe SMS.2802 failed\n").next().unwrap();
    /// assert_eq!((found.as_str(), found.range()), ("SMS.2802", 3..11));
    /// ```
    #[must_use]
    pub fn find_in_bytes<'t>(&'static self, bytes: &'t [u8]) -> CodesIn<'t> {
        CodesIn { catalog: self, bytes, dots: Dots::new(bytes, self.tables.plain), judged: 0 }
    }
}

/// An iterator over the codes in a text: see [`find_in`].
#[derive(Clone, Debug)]
pub struct CodesIn<'t> {
    catalog: &'static Catalog,
    bytes: &'t [u8],
    dots: Dots<'t>,
    /// The words up to here are done with.
    judged: usize,
}

impl<'t> CodesIn<'t> {
    /// The code in the word around a dot.
    fn judge(&mut self, dot: usize) -> Option<CodeMatch<'t>> {
        let (before, rest) = self.bytes.split_at_checked(dot)?;
        let judged = self.judged;
        let length = before.iter().rev().take(dot - judged).take_while(|byte| is_word_byte(**byte)).count();
        let skipped = before[dot - length..].iter().take_while(|byte| !byte.is_ascii_alphanumeric()).count();
        let start = dot - length + skipped;
        let end = dot + rest.iter().position(|byte| !is_word_byte(*byte)).unwrap_or(rest.len());
        self.judged = end;
        let word = self.bytes.get(start..end)?;
        if let Some((text, code)) = self.code_of(word) {
            return Some(CodeMatch { text, start, code });
        }
        let escape = tail_of_escape(self.bytes.get(..start)?, word)?;
        let (text, code) = self.code_of(word.get(escape..)?)?;
        Some(CodeMatch { text, start: start + escape, code })
    }

    /// The code that a word is or begins with, known or of a known prefix.
    #[inline]
    fn code_of(&self, word: &'t [u8]) -> Option<(&'t [u8], Option<CodeRef>)> {
        match self.known(word) {
            Some(code) => Some((word, Some(code))),
            None => self.code_in(word),
        }
    }

    fn known(&self, word: &[u8]) -> Option<CodeRef> {
        self.catalog.find_bytes(word)
    }

    fn code_in(&self, word: &'t [u8]) -> Option<(&'t [u8], Option<CodeRef>)> {
        let text = code_in(self.catalog, core::str::from_utf8(word).ok()?)?;
        let code = self.catalog.find(text);
        (code.is_some() || is_known_prefix(self.catalog, text)).then_some((text.as_bytes(), code))
    }
}

/// The code that a word is: one of the catalog, which may have another shape than vendors' codes, such as
/// `PAY.CARD_DECLINED`; else what has the shape of a code.
pub(crate) fn code_in<'t>(catalog: &'static Catalog, word: &'t str) -> Option<&'t str> {
    let whole = shape::trim(word);
    let shaped = shape::code_in(whole);
    let odd = shaped != Some(whole) && whole.contains('.');
    if odd && catalog.find(whole).is_some() { Some(whole) } else { shaped }
}

impl<'t> Iterator for CodesIn<'t> {
    type Item = CodeMatch<'t>;

    fn next(&mut self) -> Option<CodeMatch<'t>> {
        loop {
            let dot = self.dots.next()?;
            if dot >= self.judged
                && let Some(found) = self.judge(dot)
            {
                return Some(found);
            }
        }
    }
}

impl FusedIterator for CodesIn<'_> {}

/// Whether what stands before the number is a prefix of the catalog, as the vendor writes it.
pub(crate) fn is_known_prefix(catalog: &'static Catalog, code: &str) -> bool {
    let prefix = code.rfind('.').map_or("", |dot| &code[..dot]);
    catalog.service_by_prefix(prefix).is_some_and(|service| service.prefixes().any(|known| known == prefix))
}

/// Words of letters, digits, `_`, `-` and `.` that begin with a letter or digit, with where they begin: what a code
/// can be, and more.
#[derive(Clone, Debug)]
#[cfg(feature = "json")]
pub(crate) struct Tokens<'t> {
    text: &'t str,
    at: usize,
}

#[cfg(feature = "json")]
impl<'t> Tokens<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }
}

#[cfg(feature = "json")]
impl<'t> Iterator for Tokens<'t> {
    type Item = (usize, &'t str);

    fn next(&mut self) -> Option<(usize, &'t str)> {
        let bytes = self.text.as_bytes();
        let start = self.at + bytes[self.at..].iter().position(u8::is_ascii_alphanumeric)?;
        let len = bytes[start..].iter().position(|byte| !is_word_byte(*byte)).unwrap_or(bytes.len() - start);
        self.at = start + len;
        // Bounds are at ASCII bytes, so they are boundaries of characters.
        Some((start, &self.text[start..self.at]))
    }
}
