//! How many columns of a terminal characters take.

/// The columns of a printable character.
pub(super) fn columns(character: char) -> usize {
    let within = |ranges: &[(char, char)]| {
        let after = ranges.partition_point(|(_, last)| *last < character);
        ranges.get(after).is_some_and(|(first, _)| *first <= character)
    };
    if within(COMBINING) {
        0
    } else if within(WIDE) {
        2
    } else {
        1
    }
}

/// Marks that combine with the character before them.
const COMBINING: &[(char, char)] = &[
    ('\u{300}', '\u{36f}'),
    ('\u{483}', '\u{489}'),
    ('\u{1ab0}', '\u{1aff}'),
    ('\u{1dc0}', '\u{1dff}'),
    ('\u{20d0}', '\u{20ff}'),
    ('\u{3099}', '\u{309a}'),
    ('\u{fe00}', '\u{fe0f}'),
    ('\u{fe20}', '\u{fe2f}'),
    ('\u{e0100}', '\u{e01ef}'),
];

/// Characters of East Asian scripts in their full width, and pictures.
const WIDE: &[(char, char)] = &[
    ('\u{1100}', '\u{115f}'),
    ('\u{231a}', '\u{231b}'),
    ('\u{23e9}', '\u{23ec}'),
    ('\u{2614}', '\u{2615}'),
    ('\u{26a1}', '\u{26a1}'),
    ('\u{2705}', '\u{2705}'),
    ('\u{274c}', '\u{274c}'),
    ('\u{2753}', '\u{2755}'),
    ('\u{2b50}', '\u{2b50}'),
    ('\u{2e80}', '\u{303e}'),
    ('\u{3041}', '\u{4dbf}'),
    ('\u{4e00}', '\u{a4cf}'),
    ('\u{a960}', '\u{a97f}'),
    ('\u{ac00}', '\u{d7a3}'),
    ('\u{f900}', '\u{faff}'),
    ('\u{fe10}', '\u{fe19}'),
    ('\u{fe30}', '\u{fe6f}'),
    ('\u{ff00}', '\u{ff60}'),
    ('\u{ffe0}', '\u{ffe6}'),
    ('\u{1f300}', '\u{1f64f}'),
    ('\u{1f680}', '\u{1f6ff}'),
    ('\u{1f900}', '\u{1f9ff}'),
    ('\u{1fa70}', '\u{1faff}'),
    ('\u{20000}', '\u{3fffd}'),
];

#[cfg(test)]
mod tests {
    use super::{COMBINING, WIDE, columns};

    #[test]
    fn characters_have_their_columns() {
        for (character, due) in
            [('a', 1), ('é', 1), ('\u{301}', 0), ('中', 2), ('，', 2), ('가', 2), ('🚀', 2)]
        {
            assert_eq!(columns(character), due, "{character}");
        }
    }

    #[test]
    fn ranges_are_sorted() {
        for ranges in [COMBINING, WIDE] {
            assert!(ranges.iter().all(|(first, last)| first <= last));
            assert!(ranges.is_sorted_by(|(_, last), (first, _)| last < first));
        }
    }
}
