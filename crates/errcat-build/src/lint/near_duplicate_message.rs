//! Texts that say what another text says already.

use std::collections::BTreeMap;

use super::entry::{Entry, Message};
use super::{Finding, Lint};
use crate::template::Piece;

/// A description that is the message.
pub(super) fn find(entry: &Entry<'_>, findings: &mut Vec<Finding>) {
    let (Some(message), Ok(description)) = (entry.message(), &entry.raw.description) else { return };
    let bare = |text: &str| text.trim().trim_end_matches(['.', '。']).to_lowercase();
    let message = bare(&message.text.value);
    for steps in [&description.en, &description.zh] {
        let [only] = steps.as_slice() else { continue };
        if bare(&only.value) == message {
            let what = "the description repeats the message";
            let help = "say why it happens, or what the message means";
            findings.push(entry.finding(Lint::DescriptionRepeatsMessage, only.place, what, help));
        }
    }
}

/// Messages that are the same but for case, punctuation and placeholders.
pub(super) fn find_near(entries: &[Entry<'_>], findings: &mut Vec<Finding>) {
    let mut seen: BTreeMap<String, &Entry<'_>> = BTreeMap::new();
    for entry in entries {
        let (Some(message), Ok(name)) = (entry.message(), &entry.raw.name) else { continue };
        let letters = letters(message);
        if letters.is_empty() {
            continue;
        }
        let first = *seen.entry(letters).or_insert(entry);
        let (Some(earlier), Ok(first_name)) = (first.message(), &first.raw.name) else { continue };
        if first_name.value != name.value && !same_code(first, entry) {
            let (first, line) = (&first_name.value, earlier.text.place.line);
            let what = format!("this message is nearly that of `{first}` in line {line}");
            let help = "make one entry of them, or say what is different";
            findings.push(entry.finding(Lint::NearDuplicateMessage, message.text.place, what, help));
        }
    }
}

/// Whether both are of one code, which may have a message with several statuses.
fn same_code(first: &Entry<'_>, second: &Entry<'_>) -> bool {
    let code = |entry: &Entry<'_>| entry.raw.code.as_ref().ok().map(|code| code.value.clone());
    code(first).is_some() && code(first) == code(second)
}

/// Letters and digits of the text between placeholders, in lower case.
fn letters(message: &Message<'_>) -> String {
    let literals = message.pieces.iter().filter_map(|piece| match piece {
        Piece::Literal(text) => Some(text.as_str()),
        Piece::Hole { .. } => None,
    });
    let letters = literals.flat_map(str::chars).filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}
