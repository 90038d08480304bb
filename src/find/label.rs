//! Codes that are ordinary words or numbers: they are codes next to a label alone, as in `code: timeout` or `errno=1045`.

use core::ops::Range;

use errcat_core::shape::is_word_byte;

/// What labels a code, without its separators and in lower case.
const LABELS: [&[u8]; 4] = [b"code", b"errorcode", b"errcode", b"errno"];

/// Before `code`, these make it something else: `status code: 404`.
const OTHERS: [&[u8]; 6] = [b"status", b"http", b"exit", b"return", b"response", b"postal"];

/// Longest label.
const LONGEST: usize = 16;

/// How many quotes and spaces can be between a label, its `:`, and the code.
const GAP: usize = 4;

/// Returns where the word is that has a label, whose `:` or `=` is at this place.
pub(super) fn labelled(bytes: &[u8], place: usize) -> Option<Range<usize>> {
    let (before, after) = bytes.split_at_checked(place)?;
    if !matches!(after.first(), Some(b':' | b'=')) {
        return None;
    }
    let label = last_word(before)?;
    let (plain, length) = squeeze(label);
    if !LABELS.contains(&&plain[..length]) {
        return None;
    }
    if length == b"code".len() {
        let rest = &before[..before.len() - gap(before.iter().rev()) - label.len()];
        let (other, length) = squeeze(last_word(rest).unwrap_or(b""));
        if OTHERS.contains(&&other[..length]) {
            return None;
        }
    }
    let after = &after[1..];
    let start = gap(after.iter());
    let minus = usize::from(after.get(start) == Some(&b'-'));
    let length = after.get(start + minus..)?.iter().take_while(|byte| is_word_byte(**byte)).count();
    let word = &after[start..start + minus + length];
    let trimmed = word.iter().rev().take_while(|byte| !byte.is_ascii_alphanumeric()).count();
    let start = place + 1 + start;
    (word.len() > trimmed).then_some(start..start + word.len() - trimmed)
}

/// Returns the word that ends before at most [`GAP`] quotes and spaces, if it is short enough for a label.
fn last_word(bytes: &[u8]) -> Option<&[u8]> {
    let bytes = &bytes[..bytes.len() - gap(bytes.iter().rev())];
    let is_part = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(**byte, b'_' | b'-');
    let length = bytes.iter().rev().take(LONGEST + 1).take_while(is_part).count();
    (1..=LONGEST).contains(&length).then(|| &bytes[bytes.len() - length..])
}

/// Returns how many quotes, backslashes and spaces come first.
fn gap<'b>(bytes: impl Iterator<Item = &'b u8>) -> usize {
    bytes.take(GAP).take_while(|byte| matches!(**byte, b' ' | b'"' | b'\'' | b'`' | b'\\')).count()
}

/// Returns the letters and digits of a word, in lower case, and how many there are.
fn squeeze(word: &[u8]) -> ([u8; LONGEST], usize) {
    let mut plain = [0; LONGEST];
    let parts = word.iter().filter(|byte| byte.is_ascii_alphanumeric());
    let length = plain.iter_mut().zip(parts).map(|(to, byte)| *to = byte.to_ascii_lowercase()).count();
    (plain, length)
}

#[cfg(test)]
mod tests {
    use super::labelled;

    #[test]
    fn words_with_and_without_a_label() {
        let word = |text: &'static str| {
            let place = text.rfind([':', '=']).unwrap();
            labelled(text.as_bytes(), place).map(|range| &text[range])
        };
        for (text, expected) in [
            ("code: timeout", Some("timeout")),
            ("{\"error_code\": \"timeout\"}", Some("timeout")),
            ("errno=1045 (28000)", Some("1045")),
            ("Code:timeout.", Some("timeout")),
            ("{\\\"code\\\": -32700}", Some("-32700")),
            ("error code: 7", Some("7")),
            ("status code: 404", None),
            ("http_code=404", None),
            ("barcode: 1", None),
            ("code:", None),
            ("timeout: 3", None),
            (": timeout", None),
        ] {
            assert_eq!(word(text), expected, "{text}");
        }
    }
}
