//! How sure it is that a text is the code of the error.

use crate::catalog::Catalog;
use crate::find::is_known_prefix;

/// What a code looks like, the surest the greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Confidence {
    Number,
    Word,
    /// It has the shape of a code.
    Code,
    KnownPrefix,
    Known,
}

impl Confidence {
    pub(crate) fn of(code: &str, catalog: &'static Catalog) -> Self {
        if catalog.find(code).is_some() {
            return Self::Known;
        }
        if !code.bytes().any(|byte| byte.is_ascii_alphabetic()) {
            return Self::Number;
        }
        let dotted =
            code.split_once('.').is_some_and(|(prefix, rest)| !prefix.is_empty() && !rest.is_empty());
        match dotted && !code.contains(char::is_whitespace) {
            true if is_known_prefix(catalog, code) => Self::KnownPrefix,
            true => Self::Code,
            false => Self::Word,
        }
    }
}
