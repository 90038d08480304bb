//! The code that a word is, or begins with.

use errcat_core::index::MAX_KEY;
use errcat_core::marks::{Kinds, Mark};
use errcat_core::shape;

use crate::catalog::Catalog;

/// Digits of a number that a catalog does not know, after a prefix that it knows.
const DIGITS: core::ops::RangeInclusive<usize> = 3..=8;

/// Returns the code that a word is or begins with: one of the catalog; else what begins with a prefix of the catalog, or has
/// the shape that most vendors give to codes.
pub(crate) fn code_in<'t>(catalog: &'static Catalog, word: &'t str) -> Option<&'t str> {
    let whole = shape::trim(word);
    let shaped = shape::code_in(whole);
    if shaped == Some(whole) {
        return shaped;
    }
    // Codes that have another shape than `PREFIX.digits`: all ends that a code can have, the longest first.
    let other_shapes = !matches!(catalog.tables.kinds, Kinds::PlainDots);
    if other_shapes {
        let known = |part: &&str| catalog.find(part).is_some() && is_distinct(catalog, part.as_bytes());
        if let Some(known) = parts(whole).find(known) {
            return Some(known);
        }
    }
    shaped.or_else(|| parts(whole).find(|part| other_shapes && has_known_prefix(catalog, part)))
}

/// Returns whether a code is one of the catalog's prefixes, its separator, and a number.
pub(crate) fn is_known_prefix(catalog: &'static Catalog, code: &str) -> bool {
    let separated = code.rfind(['.', '-', '_']).map(|at| (&code[..at], &code[at..=at]));
    let letters = code.trim_end_matches(|char: char| char.is_ascii_digit());
    [separated, Some((letters, ""))].into_iter().flatten().any(|(prefix, separator)| {
        catalog
            .services_by_prefix(prefix)
            .any(|service| service.spelled_prefixes().any(|known| known == (prefix, separator)))
    })
}

/// As [`is_known_prefix`], for a number of so many digits that it is not taken for something else.
fn has_known_prefix(catalog: &'static Catalog, part: &str) -> bool {
    let digits = part.bytes().rev().take_while(u8::is_ascii_digit).count();
    DIGITS.contains(&digits) && is_known_prefix(catalog, part)
}

/// Returns whether a code that the catalog knows could not be an ordinary word or number.
pub(super) fn is_distinct(catalog: &Catalog, code: &[u8]) -> bool {
    // Where no code is ordinary, there is nothing to look at.
    !catalog.tables.has_ordinary_codes
        || core::str::from_utf8(code).is_ok_and(|code| Mark::of(code) != Mark::Label)
}

/// Returns the beginnings of a word that end before a separator, the longest first. Those that no code can have are left out.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    let longest = word.len().min(MAX_KEY + 1);
    let ends = (1..longest).rev().filter(|at| matches!(word.as_bytes()[*at], b'.' | b'-' | b'_'));
    let whole = (word.len() <= MAX_KEY).then_some(word);
    whole.into_iter().chain(ends.filter_map(|end| word.get(..end)).map(shape::trim))
}
