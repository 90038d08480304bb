//! Two codes of the service have messages that differ in case, punctuation and
//! placeholders alone. A reader who has only the message cannot tell them apart,
//! and often one is a copy that was not changed.
//!
//! ## What to do
//!
//! If they are one code, make one entry of them, with the other form in `wordings`.
//! If they are two, say in `note` how to tell them apart, and allow the lint.

use std::collections::BTreeMap;

use super::entry::{Entry, Message};
use super::finding::Finding;
use crate::diagnostic::Lint;
use crate::placeholder::Piece;

/// Messages that are the same but for case, punctuation and placeholders.
pub(super) fn find(entries: &[Entry<'_>], findings: &mut Vec<Finding>) {
    let mut seen: BTreeMap<String, &Entry<'_>> = BTreeMap::new();
    for entry in entries {
        let (Some(message), Ok(name)) = (entry.message(), &entry.raw.name) else { continue };
        let words = words(message);
        if words.is_empty() {
            continue;
        }
        let first = *seen.entry(words).or_insert(entry);
        let (Some(earlier), Ok(first_name)) = (first.message(), &first.raw.name) else { continue };
        if first_name.value != name.value && !same_code(first, entry) {
            let what = format!("this message is nearly that of `{}`", first_name.value);
            let help = "make one entry of them, or say what is different";
            let finding = entry.finding(Lint::NearDuplicateMessage, message.text.place, what, help);
            findings.push(Finding { other: Some(earlier.text.place), ..finding });
        }
    }
}

/// Whether both are of one code, which may have a message with several statuses.
fn same_code(first: &Entry<'_>, second: &Entry<'_>) -> bool {
    let code = |entry: &Entry<'_>| entry.raw.code.as_ref().ok().map(|code| code.value.clone());
    code(first).is_some() && code(first) == code(second)
}

/// Returns the letters and digits of the text between placeholders, in lower case.
fn words(message: &Message<'_>) -> String {
    let literals = message.pieces.iter().filter_map(Piece::literal);
    let characters = literals.flat_map(str::chars).filter(|character| character.is_alphanumeric());
    characters.flat_map(char::to_lowercase).collect()
}
