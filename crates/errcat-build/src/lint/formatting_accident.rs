//! The text holds what a formatter leaves when it gets the wrong arguments:
//! `%!s(MISSING)` and `%!d(string=x)` in Go, `{!r}` in Python, `[object Object]`
//! and `undefined` in JavaScript. The vendor's page was then made from a broken
//! message, and the real one has a value there. `undefined`, `None` and `null`
//! count in messages only, and only where a value is due: not in "cannot be null".
//!
//! ## What to do
//!
//! Write the placeholder that the program fills in: `%s`, with a name in `params`.
//! If the vendor's program really sends the accident, it is the message: allow the
//! lint.

use std::ops::Range;

use super::entry::Entry;
use super::finding::Finding;
use crate::diagnostic::Lint;

const HELP: &str = "write the placeholder that the vendor's program has there, or its documented text";

pub(super) fn find(entry: &Entry<'_>, findings: &mut Vec<Finding>) {
    for message in entry.messages() {
        let text = &message.text.value;
        let nothing = || {
            let mut placeholders = message.placeholders();
            let nothing = placeholders.find(|one| NIL_PLACEHOLDERS.contains(&message.written(one)));
            nothing.map(|placeholder| placeholder.span.clone())
        };
        if let Some(part) = left_over(text).or_else(nothing).or_else(|| missing_value(text)) {
            let what = format!("`{}` stands where a value is due", &text[part.clone()]);
            findings.push(entry.finding_in(Lint::FormattingAccident, message.text, part, what, HELP));
        }
    }
    for text in entry.prose().chain(entry.note()) {
        if let Some(part) = left_over(&text.value) {
            let what = format!("`{}` is left over from formatting", &text.value[part.clone()]);
            findings.push(entry.finding_in(Lint::FormattingAccident, text, part, what, HELP));
        }
    }
}

/// What reads as a placeholder, but is how a language shows that there is no value.
const NIL_PLACEHOLDERS: &[&str] = &["<nil>", "<null>", "<none>", "<None>", "<undefined>"];

/// Remains that no text holds on purpose.
fn left_over(text: &str) -> Option<Range<usize>> {
    let object = "[object Object]";
    let object = text.find(object).map(|start| start..start + object.len());
    [go(text), braces(text), object].into_iter().flatten().min_by_key(|part| part.start)
}

/// `%!s(MISSING)`, `%!d(string=x)`, `%!(EXTRA int=1)`, `%!v(BADINDEX)`.
fn go(text: &str) -> Option<Range<usize>> {
    text.match_indices("%!").find_map(|(start, mark)| {
        let rest = &text[start + mark.len()..];
        let verb = rest.chars().next().filter(char::is_ascii_alphabetic).map_or(0, char::len_utf8);
        let inner = rest[verb..].strip_prefix('(')?;
        let end = inner.find(')').map_or(inner.len(), |end| end + 1);
        Some(start..start + mark.len() + verb + 1 + end)
    })
}

/// `{!r}`, `{name!s}`, `{:?}`, `{0:#?}`: formats of Python and Rust.
fn braces(text: &str) -> Option<Range<usize>> {
    text.match_indices('{').find_map(|(start, _)| {
        let inner = &text[start + 1..];
        let inner = &inner[..inner.find(['{', '}'])?];
        let closed = text[start + 1 + inner.len()..].starts_with('}');
        let formats = ["!r", "!s", "!a", ":?", ":#?"].iter().any(|format| inner.ends_with(format));
        (closed && formats).then_some(start..start + inner.len() + 2)
    })
}

/// How languages show that there is no value.
const NOTHING: &[&str] = &["undefined", "None", "null", "nil", "NaN"];

/// Before these words stands no name that a value belongs to: `cannot be null`, `is undefined`, `one of A or None`.
const LINKING: &[&str] = &[
    "a", "an", "and", "are", "as", "be", "been", "contain", "contains", "equal", "equals", "have", "has",
    "is", "isn't", "non", "not", "of", "or", "return", "returned", "returns", "than", "the", "to", "was",
    "were", "with",
];

/// After a value, a sentence goes on with one of these: `disk undefined not found`.
const GOING_ON: &[&str] = &[
    "already", "and", "cannot", "could", "did", "does", "exceeds", "failed", "from", "has", "in", "is",
    "not", "on", "to", "was",
];

/// A word that says that there is no value, in the place of one.
fn missing_value(text: &str) -> Option<Range<usize>> {
    let word_letter = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '-';
    let found = NOTHING.iter().flat_map(|word| text.match_indices(word)).filter_map(|(start, word)| {
        let (before, after) = (&text[..start], &text[start + word.len()..]);
        let alone = !before.ends_with(word_letter) && !after.starts_with(word_letter);
        (alone && is_due(before, after, word)).then_some(start..start + word.len())
    });
    found.min_by_key(|part| part.start)
}

/// Whether a value is due between these two.
fn is_due(before: &str, after: &str, word: &str) -> bool {
    const QUOTES: [char; 10] = ['\'', '"', '`', '(', '[', '‘', '’', '“', '”', '<'];
    let before = before.trim_end_matches(QUOTES);
    let after = after.trim_start_matches(|letter| QUOTES.contains(&letter) || ")]>".contains(letter));
    let ends = after.trim().is_empty() || after.starts_with(['.', ',', ';', ':', '!', '?', '。', '，', '；']);
    let next = after.split_whitespace().next().unwrap_or("").trim_end_matches(['.', ',']);
    let goes_on = after.starts_with(' ') && GOING_ON.contains(&next);
    let before = before.trim_end();
    if before.ends_with([':', '=', '：']) {
        return ends || goes_on;
    }
    let last = before.split_whitespace().next_back().unwrap_or("");
    let named = last.ends_with(|letter: char| letter.is_alphanumeric() || letter == '_')
        && !LINKING.contains(&last.to_lowercase().as_str());
    let begins = before.is_empty() && word != "None";
    (named && (ends || goes_on)) || (begins && goes_on)
}

#[cfg(test)]
mod tests {
    use super::{left_over, missing_value};

    #[test]
    fn remains_of_formatting() {
        for (text, due) in [
            ("Disk %!s(MISSING) not found", "%!s(MISSING)"),
            ("Size %!d(string=10)", "%!d(string=10)"),
            ("Failed.%!(EXTRA int=1)", "%!(EXTRA int=1)"),
            ("Cut off %!v(BAD", "%!v(BAD"),
            ("Value {!r}", "{!r}"),
            ("Value {name!s} and %!s(MISSING)", "{name!s}"),
            ("Got {:?}", "{:?}"),
            ("Got [object Object].", "[object Object]"),
        ] {
            assert_eq!(left_over(text).map(|part| &text[part]), Some(due), "{text}");
        }
        for text in ["100%! (really)", "{name}", "{{ !r }", "Get [object].", "%s {0} %(name)s", "{"] {
            assert_eq!(left_over(text), None, "{text}");
        }
    }

    #[test]
    fn values_that_are_none() {
        for text in [
            "Volume None not found.",
            "Cannot find disk undefined.",
            "Failed: null",
            "id=None, name=x",
            "Server 'undefined' does not exist.",
            "Invalid disk (null).",
            "undefined is not ready",
            "Progress: NaN",
        ] {
            assert!(missing_value(text).is_some(), "{text}");
        }
        for text in [
            "The parameter cannot be null.",
            "None of the disks is found.",
            "None is found.",
            "The variable is undefined.",
            "An undefined error occurred.",
            "Use one of A, B or None.",
            "The value must not be 'null'.",
            "Nonexistent nilpotent annulled.",
            "The undefined behavior was seen.",
        ] {
            assert_eq!(missing_value(text), None, "{text}");
        }
    }
}
