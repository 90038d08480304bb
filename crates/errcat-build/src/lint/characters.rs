//! The characters of a message, as the lints for brackets and quotes look at them.

use super::entry::Message;

/// What to do about a bracket or quote without a partner.
pub(super) const HELP: &str = "write its partner, or allow it where the vendor's text has none";

/// A character as it may be written between backticks.
pub(super) fn escaped(character: char) -> String {
    if character == '`' { "\\x60".to_owned() } else { character.to_string() }
}

/// What stands for a placeholder: a letter, but none that numbers items.
const PLACEHOLDER: char = 'ª';

/// The characters of the message with their byte offsets. Those of placeholders, which have brackets of their own, are
/// replaced.
pub(super) fn characters(message: &Message<'_>) -> Vec<(usize, char)> {
    let spans: Vec<_> = message.placeholders().map(|placeholder| placeholder.span.clone()).collect();
    let in_placeholder = |at: usize| spans.iter().any(|span| span.contains(&at));
    let characters = message.text.value.char_indices();
    characters.map(|(at, character)| (at, if in_placeholder(at) { PLACEHOLDER } else { character })).collect()
}
