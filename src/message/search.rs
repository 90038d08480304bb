//! Finds one text in another.

use crate::bytes::position;

/// Where `wanted` stands first in `text`.
///
/// The literals of a template are short and mostly begin with a byte that the arguments lack, so that the plain way is
/// several times as fast as the standard library's, which has to prepare its own for each literal. A text that the
/// plain way is slow for is left to that, so that the time stays linear.
pub(super) fn find(text: &str, wanted: &str) -> Option<usize> {
    find_from(text, 0, wanted.as_bytes())
}

/// As [`find`], in the text from `start` on; what is wanted is a text too.
#[inline]
pub(super) fn find_from(text: &str, start: usize, wanted: &[u8]) -> Option<usize> {
    let bytes = text.as_bytes();
    let Some(first) = wanted.first() else { return Some(start) };
    let mut at = start;
    let mut effort = 0;
    loop {
        let rest = bytes.get(at..)?;
        at += position(rest, *first)?;
        if bytes.get(at..)?.starts_with(wanted) {
            return Some(at);
        }
        effort += wanted.len();
        at += 1;
        if effort > 8 * bytes.len() {
            let from = (at..text.len()).find(|at| text.is_char_boundary(*at))?;
            let wanted = core::str::from_utf8(wanted).ok()?;
            return text.get(from..)?.find(wanted).map(|found| from + found);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn finds_what_the_standard_library_finds() {
        let characters = ["a", "b", ")", "ab", "é", "不", " "];
        let mut seed = 1_u32;
        let mut text = |longest: u32| -> alloc::string::String {
            let mut next = || {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                seed >> 16
            };
            (0..next() % longest).map(|_| characters[next() as usize % characters.len()]).collect()
        };
        for _ in 0..20_000 {
            let (text, wanted) = (text(200), text(4));
            assert_eq!(find(&text, &wanted), text.find(&wanted), "{wanted:?} in {text:?}");
        }
        let (text, wanted) = ("a".repeat(5_000) + "b", "a".repeat(1_000) + "b");
        assert_eq!(find(&text, &wanted), Some(4_000));
    }
}
