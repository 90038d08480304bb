//! What the lints for brackets and for quotes share: both look for a character of a message without a partner.

use super::entry::{Entry, Message};
use super::finding::Finding;
use crate::diagnostic::Lint;

/// Returns the character without a partner, if there is one. Each character has its byte offset.
type Find = fn(&[(usize, char)]) -> Option<(usize, char)>;

/// Reports the character that `find` returns for each message of an entry.
pub(super) fn without_partner(entry: &Entry<'_>, lint: Lint, find: Find, findings: &mut Vec<Finding>) {
    for message in entry.messages() {
        let Some((at, character)) = find(&characters(message)) else { continue };
        let what = format!("`{}` has no partner in this message", escaped(character));
        let part = at..at + character.len_utf8();
        let help = "write its partner, or allow it where the vendor's text has none";
        findings.push(entry.finding_in(lint, message.text, part, what, help));
    }
}

/// Returns a character as it may be written between backticks.
fn escaped(character: char) -> String {
    if character == '`' { "\\x60".to_owned() } else { character.to_string() }
}

/// What stands for a placeholder: a letter, but none that numbers items.
const PLACEHOLDER: char = 'ª';

/// Returns the characters of the message with their byte offsets. Those of placeholders, which have brackets of their
/// own, are replaced.
fn characters(message: &Message<'_>) -> Vec<(usize, char)> {
    let spans: Vec<_> = message.placeholders().map(|placeholder| placeholder.span.clone()).collect();
    let in_placeholder = |at: usize| spans.iter().any(|span| span.contains(&at));
    let characters = message.text.value.char_indices();
    characters.map(|(at, character)| (at, if in_placeholder(at) { PLACEHOLDER } else { character })).collect()
}

/// Checks what `find` returns for texts: nothing for those that are `sound`, and the offset for the others.
#[cfg(test)]
pub(super) fn assert_finds(find: Find, sound: &[&str], others: &[(&str, usize)]) {
    let offset = |text: &str| find(&text.char_indices().collect::<Vec<_>>()).map(|(at, _)| at);
    for text in sound {
        assert_eq!(offset(text), None, "{text}");
    }
    for (text, at) in others {
        assert_eq!(offset(text), Some(*at), "{text}");
    }
}
