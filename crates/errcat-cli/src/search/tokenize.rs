//! Words of texts in both languages, and how like two of them are.

use std::ops::Range;

use errcat_core::suggest::{EDIT, distance};

/// A word: lower case, with its place in the text.
#[derive(Debug)]
pub(crate) struct Word {
    pub(crate) text: String,
    pub(crate) range: Range<usize>,
}

/// How like a word is to one that it is a slip of the fingers away from.
pub(super) const SLIP: f64 = 0.5;

/// The words of a text. Letters and digits that belong together are one, names in camel case are taken apart; Chinese
/// is not written in words, so every two neighbouring characters are one (and a lone character too).
pub(crate) fn words(text: &str) -> impl Iterator<Item = Word> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let mut words = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let end = end_of_run(&letters, at);
        let place = |at: usize| letters.get(at).map_or(text.len(), |(place, _)| *place);
        if is_chinese(letters[at].1) {
            let pairs = at..(end - 1).max(at + 1);
            for first in pairs {
                push(&mut words, text, place(first)..place((first + 2).min(end)));
            }
        } else if letters[at].1.is_alphanumeric() {
            push(&mut words, text, place(at)..place(end));
        }
        at = end;
    }
    words.into_iter()
}

fn push(words: &mut Vec<Word>, text: &str, range: Range<usize>) {
    words.push(Word { text: text[range.clone()].to_lowercase(), range });
}

/// Where the run of letters of one kind ends that begins here.
fn end_of_run(letters: &[(usize, char)], at: usize) -> usize {
    let kind = |letter: char| (is_chinese(letter), letter.is_alphanumeric());
    let first = letters[at].1;
    let mut end = at + 1;
    while let Some((_, letter)) = letters.get(end) {
        let before = letters[end - 1].1;
        let next = letters.get(end + 1).map_or(' ', |(_, next)| *next);
        // `TargetServer`, and `EVSDisk` between S and D.
        let hump = letter.is_uppercase()
            && (before.is_lowercase() || (before.is_uppercase() && next.is_lowercase()));
        // Plurals of abbreviations (`ECSs`) stay whole.
        if kind(*letter) != kind(first)
            || (hump && letters.get(end + 2).is_some_and(|(_, after)| after.is_alphabetic()))
        {
            break;
        }
        end += 1;
    }
    end
}

fn is_chinese(letter: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&letter) || ('\u{f900}'..='\u{faff}').contains(&letter)
}

/// Words that stand in every sentence.
pub(crate) fn is_common(word: &str) -> bool {
    const COMMON: &[&str] = &[
        "a", "an", "and", "are", "as", "at", "be", "by", "can", "cannot", "do", "does", "for", "from", "has",
        "how", "i", "in", "is", "it", "my", "no", "not", "of", "on", "or", "the", "this", "to", "was",
        "what", "when", "why", "with", "error", "code",
    ];
    COMMON.contains(&word)
}

/// How like a word of the query is to one of the catalog: 1 for the same word, less for another form of it, less
/// still for a slip of the fingers; `None` for different words.
pub(super) fn likeness(wanted: &str, known: &str) -> Option<f64> {
    if wanted == known {
        return Some(1.0);
    }
    if !wanted.is_ascii() || !known.is_ascii() || wanted.len() < 3 || known.len() < 3 {
        return None;
    }
    let digits = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    if digits(wanted) || digits(known) {
        return None;
    }
    // Other forms: restore, restored, restoration.
    let common = wanted.bytes().zip(known.bytes()).take_while(|(a, b)| a == b).count();
    let (shorter, longer) = (wanted.len().min(known.len()), wanted.len().max(known.len()));
    if common == shorter && longer - shorter <= 2 {
        return Some(0.9);
    }
    if common == wanted.len() && wanted.len() >= 3 {
        return Some(0.7);
    }
    if common >= 5 && common + 2 >= shorter {
        return Some(0.6);
    }
    let slips = match shorter {
        0..=3 => return None,
        4..=7 => 1,
        _ => 2,
    };
    (longer - shorter <= slips && distance(wanted, known, EDIT * slips as u32).is_some()).then_some(SLIP)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_both_languages() {
        let all = |text: &str| words(text).map(|word| word.text).collect::<Vec<_>>();
        assert_eq!(
            all("TargetServerTypeMismatch: EVS disk_1"),
            ["target", "server", "type", "mismatch", "evs", "disk", "1"]
        );
        assert_eq!(all("云硬盘ID错误，X"), ["云硬", "硬盘", "id", "错误", "x"]);
        assert_eq!(all("盘"), ["盘"]);
    }

    #[test]
    fn forms_and_slips() {
        assert!(likeness("restore", "restored") > likeness("restore", "restoration"));
        assert!(likeness("throtling", "throttling").is_some());
        assert!(likeness("6019", "6018").is_none());
        assert!(likeness("disk", "data").is_none());
    }
}
