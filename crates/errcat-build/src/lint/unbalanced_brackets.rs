//! A bracket of the message has no partner. Mostly a part of the message was lost
//! when it was copied.
//!
//! ## What to do
//!
//! Compare with the source and complete the message. If the vendor's text is so, it
//! stays, and the entry allows the lint.

use super::characters::{HELP, characters, escaped};
use super::entry::Entry;
use super::finding::Finding;
use crate::diagnostic::Lint;

pub(super) fn find(entry: &Entry<'_>, findings: &mut Vec<Finding>) {
    for message in entry.messages() {
        let characters = characters(message);
        let Some((at, character)) = bracket(&characters) else { continue };
        let what = format!("`{}` has no partner in this message", escaped(character));
        let part = at..at + character.len_utf8();
        findings.push(entry.finding_in(Lint::UnbalancedBrackets, message.text, part, what, HELP));
    }
}

/// Opening brackets with their closing ones. Texts in Chinese mix the widths of round ones.
const PAIRS: &[(&str, &str)] =
    &[("(（", ")）"), ("[", "]"), ("{", "}"), ("【", "】"), ("「", "」"), ("《", "》")];

/// The first bracket without a partner.
fn bracket(characters: &[(usize, char)]) -> Option<(usize, char)> {
    let mut open: Vec<(usize, (usize, char))> = Vec::new();
    for (number, (at, character)) in characters.iter().copied().enumerate() {
        if let Some(kind) = PAIRS.iter().position(|(opening, _)| opening.contains(character)) {
            open.push((kind, (at, character)));
        } else if let Some(kind) = PAIRS.iter().position(|(_, closing)| closing.contains(character)) {
            if open.last().is_some_and(|(opened, _)| *opened == kind) {
                open.pop();
            } else if !is_item(characters, number) {
                return Some(open.last().map_or((at, character), |(_, opened)| *opened));
            }
        }
    }
    open.first().map(|(_, bracket)| *bracket)
}

/// Whether the bracket of this number ends that of an item: `1) first, b) second`.
fn is_item(characters: &[(usize, char)], number: usize) -> bool {
    let before = characters[..number].iter().rev().map(|(_, character)| *character);
    let word = before.clone().take_while(char::is_ascii_alphanumeric).count();
    let begins =
        before.clone().nth(word).is_none_or(|character| !character.is_alphanumeric() && character != '\'');
    let ends = characters.get(number + 1).is_some_and(|(_, character)| !character.is_ascii_punctuation());
    ")）".contains(characters[number].1) && (1..=2).contains(&word) && begins && ends
}

#[cfg(test)]
mod tests {
    use super::bracket;

    fn characters(text: &str) -> Vec<(usize, char)> {
        text.char_indices().collect()
    }

    #[test]
    fn brackets() {
        for text in ["(a [b] {c})", "1) first 2) second", "（全角)", "a) b) (c)", "", "【x】"] {
            assert_eq!(bracket(&characters(text)), None, "{text}");
        }
        for (text, at) in
            [("(a", 0), ("some (text]", 5), ("done).", 4), ("a (b) c)) d", 7), ("[a)", 0), ("x{{", 1)]
        {
            assert_eq!(bracket(&characters(text)).map(|(at, _)| at), Some(at), "{text}");
        }
    }
}
