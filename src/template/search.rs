//! Finds one text in another.

use crate::bytes::position;

/// Where `wanted` stands first in `text`.
///
/// The literals of a template are short and mostly begin with a byte that the arguments lack, so that the plain way is
/// several times as fast as the standard library's, which has to prepare its own for each literal. A text that the
/// plain way is slow for is left to that, so that the time stays linear.
pub(super) fn find(text: &str, wanted: &str) -> Option<usize> {
    let (bytes, wanted_bytes) = (text.as_bytes(), wanted.as_bytes());
    let Some(first) = wanted_bytes.first() else { return Some(0) };
    let mut at = 0;
    let mut effort = 0;
    loop {
        let rest = bytes.get(at..)?;
        at += position(rest, *first)?;
        if bytes.get(at..)?.starts_with(wanted_bytes) {
            return Some(at);
        }
        effort += wanted_bytes.len();
        at += 1;
        if effort > bytes.len() + 64 {
            let from = (at..text.len()).find(|at| text.is_char_boundary(*at))?;
            return text.get(from..)?.find(wanted).map(|found| from + found);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn finds_what_the_standard_library_finds() {
        let letters = ["a", "b", ")", "ab", "é", "不", " "];
        let mut seed = 1_u32;
        let mut text = |longest: u32| -> alloc::string::String {
            let mut next = || {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                seed >> 16
            };
            (0..next() % longest).map(|_| letters[next() as usize % letters.len()]).collect()
        };
        for _ in 0..20_000 {
            let (text, wanted) = (text(200), text(4));
            assert_eq!(find(&text, &wanted), text.find(&wanted), "{wanted:?} in {text:?}");
        }
        let (text, wanted) = ("a".repeat(5_000) + "b", "a".repeat(1_000) + "b");
        assert_eq!(find(&text, &wanted), Some(4_000));
    }
}
