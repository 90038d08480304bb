//! Finds a code as people write it: in any case, without the dot, in brackets.

use std::collections::HashMap;

use errcat::{Catalog, CodeRef, Lang, Service};

use crate::limits::SUGGESTIONS;

/// The code that is meant, if only one can be.
pub(crate) fn find(catalog: &'static Catalog, written: &str) -> Option<CodeRef> {
    let bare = bare(written);
    if let Some(code) = catalog.find(bare) {
        return Some(code);
    }
    let wanted = folded(bare);
    let mut found = catalog
        .codes()
        .filter(|code| code.spellings().any(|spelling| folded(&spelling.to_string()) == wanted));
    let first = found.next().filter(|_| !wanted.is_empty())?;
    found.next().is_none().then_some(first)
}

/// Without what may stand around it in a log or a sentence.
fn bare(written: &str) -> &str {
    written.trim_matches(|letter: char| !letter.is_alphanumeric())
}

/// Letters and digits alone, in lower case.
fn folded(code: &str) -> String {
    code.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect()
}

/// The service that the prefix of an unknown code belongs to.
pub(crate) fn service(catalog: &'static Catalog, written: &str) -> Option<Service> {
    let bare = bare(written);
    // In `CSBS.O019` the first digit is not where the number begins.
    let before_separator = bare.rsplit_once(|c: char| !c.is_alphanumeric()).map(|(prefix, _)| prefix);
    let before_digits = bare.find(|c: char| c.is_ascii_digit()).map_or(bare, |end| &bare[..end]);
    let before_digits = before_digits.trim_end_matches(|c: char| !c.is_alphanumeric());
    let of = |prefix| catalog.service_by_prefix(prefix);
    before_separator.and_then(of).or_else(|| of(before_digits))
}

/// The codes that may have been meant: all with the number, where only a number was written; else up to three, the
/// nearest first.
pub(crate) fn suggestions(catalog: &'static Catalog, written: &str) -> Vec<CodeRef> {
    let bare = bare(written);
    let with_number: Vec<CodeRef> = catalog.codes().filter(|code| is_number_of(bare, *code)).collect();
    if with_number.is_empty() { catalog.suggest(bare).collect() } else { with_number }
}

/// Looks for codes like unknown ones, for the first [`SUGGESTIONS`] unknown codes that it is asked about.
pub(crate) struct Suggester {
    catalog: &'static Catalog,
    known: HashMap<String, Vec<CodeRef>>,
}

impl Suggester {
    pub(crate) fn new(catalog: &'static Catalog) -> Self {
        Self { catalog, known: HashMap::new() }
    }

    /// Returns the codes that may have been meant: see [`suggestions`].
    pub(crate) fn suggest(&mut self, written: &str) -> &[CodeRef] {
        if self.known.len() < SUGGESTIONS && !self.known.contains_key(written) {
            self.known.insert(written.to_owned(), suggestions(self.catalog, written));
        }
        self.known.get(written).map_or(&[], Vec::as_slice)
    }
}

/// Whether this is what stands behind the prefix of a code; zeros before it are easily lost.
fn is_number_of(written: &str, code: CodeRef) -> bool {
    written.bytes().all(|byte| byte.is_ascii_digit())
        && !written.is_empty()
        && written.trim_start_matches('0') == code.number().trim_start_matches('0')
}

/// Whether a code was written with another spelling of its prefix: `PAYMENT.7` for `PAY.7`.
pub(crate) fn is_other_spelling(code: CodeRef, written: &str) -> bool {
    let wanted = folded(bare(written));
    code.service().aliases().any(|(alias, _)| wanted.starts_with(&folded(alias)))
        && folded(code.as_str()) != wanted
}

/// What the prefix is that people take for one of a service: `MSGSMS` for `SMS`.
pub(crate) fn confused_with(catalog: &'static Catalog, written: &str, lang: Lang) -> Option<&'static str> {
    let bare = bare(written);
    let is = |prefix: &str| bare.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
    let mut known = catalog.services().flat_map(|service| service.confused_with(lang));
    known.find(|(prefix, _)| is(prefix)).map(|(_, what)| what)
}
