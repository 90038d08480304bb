//! Finds codes in any text.

mod escape;
mod label;
mod places;
mod word;

use core::iter::FusedIterator;
use core::ops::Range;

use errcat_core::shape::is_word_byte;

use crate::catalog::{Catalog, CodeRef};
pub(crate) use escape::tail_of_escape;
use places::Places;
pub(crate) use word::{code_in, is_known_prefix};

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
        CodesIn { catalog: self, bytes, places: Places::new(bytes, &self.tables.kinds), judged: 0 }
    }
}

/// An iterator over the codes in a text: see [`find_in`].
#[derive(Clone, Debug)]
pub struct CodesIn<'t> {
    catalog: &'static Catalog,
    bytes: &'t [u8],
    places: Places<'t>,
    /// The words up to here are done with.
    judged: usize,
}

impl<'t> CodesIn<'t> {
    /// The code in the word around a place.
    fn judge(&mut self, place: usize) -> Option<CodeMatch<'t>> {
        if !is_word_byte(*self.bytes.get(place)?) {
            return self.judge_label(place);
        }
        let (before, rest) = self.bytes.split_at_checked(place)?;
        let judged = self.judged;
        let length = before.iter().rev().take(place - judged).take_while(|byte| is_word_byte(**byte)).count();
        let skipped =
            before[place - length..].iter().take_while(|byte| !byte.is_ascii_alphanumeric()).count();
        let start = place - length + skipped;
        let end = place + rest.iter().position(|byte| !is_word_byte(*byte)).unwrap_or(rest.len());
        self.judged = end;
        let word = self.bytes.get(start..end)?;
        if let Some((text, code)) = self.code_of(word) {
            return Some(CodeMatch { text, start, code });
        }
        let escape = tail_of_escape(self.bytes.get(..start)?, word)?;
        let (text, code) = self.code_of(word.get(escape..)?)?;
        Some(CodeMatch { text, start: start + escape, code })
    }

    /// The code after a label: one that is an ordinary word or number too.
    fn judge_label(&mut self, place: usize) -> Option<CodeMatch<'t>> {
        let range = label::labelled(self.bytes, place)?;
        let text = self.bytes.get(range.clone())?;
        let code = self.catalog.find_bytes(text)?;
        self.judged = range.end;
        Some(CodeMatch { text, start: range.start, code: Some(code) })
    }

    /// The code that a word is or begins with, known or of a known prefix.
    #[inline]
    fn code_of(&self, word: &'t [u8]) -> Option<(&'t [u8], Option<CodeRef>)> {
        if let Some(code) = self.catalog.find_bytes(word)
            && word::is_distinct(self.catalog, word)
        {
            return Some((word, Some(code)));
        }
        let text = code_in(self.catalog, core::str::from_utf8(word).ok()?)?;
        let code = self.catalog.find(text);
        (code.is_some() || is_known_prefix(self.catalog, text)).then_some((text.as_bytes(), code))
    }
}

impl<'t> Iterator for CodesIn<'t> {
    type Item = CodeMatch<'t>;

    fn next(&mut self) -> Option<CodeMatch<'t>> {
        loop {
            let place = self.places.next()?;
            if place >= self.judged
                && let Some(found) = self.judge(place)
            {
                return Some(found);
            }
        }
    }
}

impl FusedIterator for CodesIn<'_> {}

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
