//! A bracket of the message has no partner. Mostly a part of the message was lost
//! when it was copied.
//!
//! ## What to do
//!
//! Compare with the source and complete the message. If the vendor's text is so, it
//! stays, and the entry allows the lint.

use super::characters::without_partner;
use super::entry::Entry;
use super::finding::Finding;
use crate::diagnostic::Lint;

pub(super) fn find(entry: &Entry<'_>, findings: &mut Vec<Finding>) {
    without_partner(entry, Lint::UnbalancedBrackets, bracket, findings);
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
    use super::super::characters::assert_finds;
    use super::bracket;

    #[test]
    fn brackets() {
        let sound = ["(a [b] {c})", "1) first 2) second", "（全角)", "a) b) (c)", "", "【x】"];
        let others =
            [("(a", 0), ("some (text]", 5), ("done).", 4), ("a (b) c)) d", 7), ("[a)", 0), ("x{{", 1)];
        assert_finds(bracket, &sound, &others);
    }
}
