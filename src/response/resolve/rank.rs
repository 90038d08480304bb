//! How sure it is that a text is the code of the error, and which code of a body is the surest.

use crate::catalog::Catalog;
use crate::find::is_known_prefix;
use crate::response::evidence::Level;

/// What a code looks like, the surest the greatest.
pub(super) const NUMBER: usize = 0;
const WORD: usize = 1;
pub(super) const CODE: usize = 2;
const KNOWN_PREFIX: usize = 3;
const KNOWN: usize = 4;

pub(super) fn confidence(code: &str, catalog: &'static Catalog) -> usize {
    if catalog.find(code).is_some() {
        return KNOWN;
    }
    if !code.bytes().any(|byte| byte.is_ascii_alphabetic()) {
        return NUMBER;
    }
    let dotted = code.split_once('.').is_some_and(|(prefix, rest)| !prefix.is_empty() && !rest.is_empty());
    match dotted && !code.contains(char::is_whitespace) {
        true if is_known_prefix(catalog, code) => KNOWN_PREFIX,
        true => CODE,
        false => WORD,
    }
}

/// Where a code stands among the levels.
#[derive(Clone, Copy)]
pub(super) struct Best {
    pub(super) level: usize,
    pub(super) code: usize,
    pub(super) confidence: usize,
}

/// The first code that is known, else the first of a known prefix, else the first that looks like one.
pub(super) fn best_code<'l>(
    levels: impl Iterator<Item = (usize, &'l Level)>,
    catalog: &'static Catalog,
) -> Option<Best> {
    let mut best: Option<Best> = None;
    for (level, found) in levels {
        for (code, at) in found.codes.iter().enumerate() {
            let confidence = confidence(&at.text, catalog);
            if best.is_none_or(|best| confidence > best.confidence) {
                best = Some(Best { level, code, confidence });
            }
        }
    }
    best
}
