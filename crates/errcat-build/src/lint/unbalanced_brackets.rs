//! Brackets and quotes of a message that have no partner.

use std::ops::Range;

use super::entry::{Entry, Message};
use super::{Finding, Lint};

pub(super) fn find(entry: &Entry<'_>, findings: &mut Vec<Finding>) {
    for message in entry.messages() {
        let letters = letters(message);
        let found =
            [(Lint::UnbalancedBrackets, bracket(&letters)), (Lint::UnbalancedQuotes, quote(&letters))];
        for (lint, found) in found {
            let Some((at, letter)) = found else { continue };
            let what = format!("`{}` has no partner in this message", escaped(letter));
            let help = "write its partner, or allow it where the vendor's text is so";
            findings.push(entry.finding_in(lint, message.text, part(at, letter), what, help));
        }
    }
}

/// A letter as it may stand between backticks.
fn escaped(letter: char) -> String {
    if letter == '`' { "\\x60".to_owned() } else { letter.to_string() }
}

fn part(at: usize, letter: char) -> Range<usize> {
    at..at + letter.len_utf8()
}

/// What a placeholder is made of here: a letter, but none that numbers items.
const HOLE: char = 'ª';

/// The letters of the text, without those of placeholders, which have brackets of their own.
fn letters(message: &Message<'_>) -> Vec<(usize, char)> {
    let in_hole = |at: usize| message.spots.iter().any(|spot| spot.contains(&at));
    let letters = message.text.value.char_indices();
    letters.map(|(at, letter)| (at, if in_hole(at) { HOLE } else { letter })).collect()
}

/// Opening brackets with their closing ones. Texts in Chinese mix the widths of round ones.
const PAIRS: &[(&str, &str)] =
    &[("(（", ")）"), ("[", "]"), ("{", "}"), ("【", "】"), ("「", "」"), ("《", "》")];

/// The first bracket without a partner.
fn bracket(letters: &[(usize, char)]) -> Option<(usize, char)> {
    let mut open: Vec<(usize, (usize, char))> = Vec::new();
    for (number, (at, letter)) in letters.iter().copied().enumerate() {
        if let Some(kind) = PAIRS.iter().position(|(opening, _)| opening.contains(letter)) {
            open.push((kind, (at, letter)));
        } else if let Some(kind) = PAIRS.iter().position(|(_, closing)| closing.contains(letter)) {
            if open.last().is_some_and(|(opened, _)| *opened == kind) {
                open.pop();
            } else if !is_item(letters, number) {
                return Some(open.last().map_or((at, letter), |(_, opened)| *opened));
            }
        }
    }
    open.first().map(|(_, bracket)| *bracket)
}

/// Whether the bracket of this number ends that of an item: `1) first, b) second`.
fn is_item(letters: &[(usize, char)], number: usize) -> bool {
    let before = letters[..number].iter().rev().map(|(_, letter)| *letter);
    let word = before.clone().take_while(char::is_ascii_alphanumeric).count();
    let begins = before.clone().nth(word).is_none_or(|letter| !letter.is_alphanumeric() && letter != '\'');
    let ends = letters.get(number + 1).is_some_and(|(_, letter)| !letter.is_ascii_punctuation());
    ")）".contains(letters[number].1) && (1..=2).contains(&word) && begins && ends
}

/// A quote without a partner: the last one of a kind that stands an odd number of times.
fn quote(letters: &[(usize, char)]) -> Option<(usize, char)> {
    let odd = |quote: char| {
        let mut places = letters.iter().filter(|(_, letter)| *letter == quote);
        let count = places.clone().count();
        places.next_back().filter(|_| count % 2 == 1).copied()
    };
    odd('"').or_else(|| odd('`')).or_else(|| curly(letters)).or_else(|| single(letters))
}

/// `“ ”`, which have two sides. A single `’` is an apostrophe, too.
fn curly(letters: &[(usize, char)]) -> Option<(usize, char)> {
    let mut open = None;
    for (at, letter) in letters.iter().copied() {
        match letter {
            '“' => open = Some((at, letter)),
            '”' if open.take().is_none() => return Some((at, letter)),
            _ => {}
        }
    }
    open
}

/// A `'` that opens a quotation which nothing closes; others are apostrophes: `can't`, `the users' disks`.
fn single(letters: &[(usize, char)]) -> Option<(usize, char)> {
    let mut open = None;
    for (number, (at, letter)) in letters.iter().copied().enumerate() {
        if letter != '\'' {
            continue;
        }
        let before = number.checked_sub(1).map(|before| letters[before].1);
        let after = letters.get(number + 1).map(|(_, after)| *after);
        let word = |side: Option<char>| side.is_some_and(char::is_alphanumeric);
        let opens = !word(before) && after.is_some_and(|after| !after.is_whitespace());
        if open.is_some() && !(word(before) && word(after)) {
            open = None;
        } else if open.is_none() && opens {
            open = Some((at, letter));
        }
    }
    open
}

#[cfg(test)]
mod tests {
    use super::{bracket, quote};

    fn letters(text: &str) -> Vec<(usize, char)> {
        text.char_indices().collect()
    }

    #[test]
    fn brackets() {
        for text in ["(a [b] {c})", "1) first 2) second", "（全角)", "a) b) (c)", "", "【x】"] {
            assert_eq!(bracket(&letters(text)), None, "{text}");
        }
        for (text, at) in
            [("(a", 0), ("some (text]", 5), ("done).", 4), ("a (b) c)) d", 7), ("[a)", 0), ("x{{", 1)]
        {
            assert_eq!(bracket(&letters(text)).map(|(at, _)| at), Some(at), "{text}");
        }
    }

    #[test]
    fn quotes() {
        for text in
            ["can't", "'a' and 'b'", "the users' disks", "\"a\"", "`a`", "“a” “b”", "it's 'x's'", "'a'."]
        {
            assert_eq!(quote(&letters(text)), None, "{text}");
        }
        for (text, at) in [("say \"a", 4), ("a 'b c", 2), ("a` b", 1), ("“a", 0), ("a”", 1), ("\"a\" b\"", 5)]
        {
            assert_eq!(quote(&letters(text)).map(|(at, _)| at), Some(at), "{text}");
        }
    }
}
