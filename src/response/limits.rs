//! How much of a body is kept, so that what a response says takes no more memory than the response itself.
//!
//! Real responses are far below these limits; `docs/responses.md` says what happens beyond them.

/// Brackets inside of brackets, at most. Deeper ones are passed over, with what they hold.
pub(crate) const DEPTH: u32 = 128;

/// JSON inside of strings of JSON, at most. Deeper strings are texts.
pub(crate) const STRINGS: usize = 4;

/// Failures that are reported of one body, and objects that are read in one text, at most. The rest of the text is prose.
pub(crate) const FAILURES: usize = 10_000;

/// The longest message, argument or field, in bytes. A longer one is cut.
pub(crate) const TEXT: usize = 64 << 10;

/// The longest code, in bytes. What is longer is not a code.
pub(crate) const CODE: usize = 256;

/// The longest request id, in bytes. A longer one is cut.
pub(crate) const REQUEST_ID: usize = 256;

/// Other codes of the main failure, at most.
pub(crate) const OTHER_CODES: usize = 1_000;

/// Other codes of each further failure, at most.
pub(crate) const OTHER_CODES_OF_ITEM: usize = 32;

/// Fields of the subject of a failure, at most.
pub(crate) const FIELDS: usize = 256;

/// Arguments of one failure, at most; the values of its lists count.
pub(crate) const VALUES: usize = 256;

/// Arguments of all failures of a body, at most.
pub(crate) const ALL_VALUES: usize = 64 << 10;

/// Returns the beginning of a text, of at most this many bytes, cut between characters.
pub(crate) fn cut(text: &str, most: usize) -> &str {
    if text.len() <= most {
        return text;
    }
    let end = (0..=most).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    text.get(..end).unwrap_or("")
}
