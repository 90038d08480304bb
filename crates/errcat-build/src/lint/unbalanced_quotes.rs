//! A quote of the message is opened and not closed. An apostrophe within a word
//! counts as none.
//!
//! ## What to do
//!
//! Compare with the source and complete the message. If the vendor has a stray
//! quote, it stays, and the entry allows the lint.

use super::characters::without_partner;
use super::entry::Entry;
use super::finding::Finding;
use crate::diagnostic::Lint;

pub(super) fn find(entry: &Entry<'_>, findings: &mut Vec<Finding>) {
    without_partner(entry, Lint::UnbalancedQuotes, quote, findings);
}

/// A quote without a partner: the last one of a kind that stands an odd number of times.
fn quote(characters: &[(usize, char)]) -> Option<(usize, char)> {
    let odd = |quote: char| {
        let mut places = characters.iter().filter(|(_, character)| *character == quote);
        let count = places.clone().count();
        places.next_back().filter(|_| count % 2 == 1).copied()
    };
    odd('"').or_else(|| odd('`')).or_else(|| curly(characters)).or_else(|| single(characters))
}

/// `“ ”`, which have two sides. A single `’` is an apostrophe, too.
fn curly(characters: &[(usize, char)]) -> Option<(usize, char)> {
    let mut open = None;
    for (at, character) in characters.iter().copied() {
        match character {
            '“' => open = Some((at, character)),
            '”' if open.take().is_none() => return Some((at, character)),
            _ => {}
        }
    }
    open
}

/// A `'` that opens a quotation which nothing closes; others are apostrophes: `can't`, `the users' disks`.
fn single(characters: &[(usize, char)]) -> Option<(usize, char)> {
    let mut open = None;
    for (number, (at, character)) in characters.iter().copied().enumerate() {
        if character != '\'' {
            continue;
        }
        let before = number.checked_sub(1).map(|before| characters[before].1);
        let after = characters.get(number + 1).map(|(_, after)| *after);
        let word = |side: Option<char>| side.is_some_and(char::is_alphanumeric);
        let opens = !word(before) && after.is_some_and(|after| !after.is_whitespace());
        if open.is_some() && !(word(before) && word(after)) {
            open = None;
        } else if open.is_none() && opens {
            open = Some((at, character));
        }
    }
    open
}

#[cfg(test)]
mod tests {
    use super::super::characters::assert_finds;
    use super::quote;

    #[test]
    fn quotes() {
        let sound =
            ["can't", "'a' and 'b'", "the users' disks", "\"a\"", "`a`", "“a” “b”", "it's 'x's'", "'a'."];
        let others = [("say \"a", 4), ("a 'b c", 2), ("a` b", 1), ("“a", 0), ("a”", 1), ("\"a\" b\"", 5)];
        assert_finds(quote, &sound, &others);
    }
}
