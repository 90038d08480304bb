//! The end of a message, by which most templates that do not fit can be told without a closer look.

/// Returns a text without the spaces and full stops at its end, which are often left out or added.
///
/// ```
/// assert_eq!(errcat_core::tail::without_stop("not found. "), "not found");
/// ```
#[must_use]
#[inline]
pub fn without_stop(text: &str) -> &str {
    match text.as_bytes() {
        // Most texts end in a letter or in one full stop behind a letter: no need to look at characters.
        [.., last] if is_plain(*last) => text,
        [.., before, b'.'] if is_plain(*before) => &text[..text.len() - 1],
        _ => trimmed(text),
    }
}

/// Returns `true` if a byte is an ASCII character other than a space or a full stop.
const fn is_plain(byte: u8) -> bool {
    byte.is_ascii_graphic() && byte != b'.'
}

fn trimmed(text: &str) -> &str {
    text.trim_end().trim_end_matches(['.', '。'])
}

/// The last eight bytes of a text [without its stop](without_stop), the last one highest; zeros where it is shorter.
#[must_use]
pub fn last_word(text: &str) -> u64 {
    let text = without_stop(text).as_bytes();
    match text.last_chunk() {
        Some(bytes) => u64::from_le_bytes(*bytes),
        None => text.iter().fold(0, |word, byte| word >> 8 | u64::from(*byte) << 56),
    }
}

/// Which bytes of [`last_word`] are of the text: all bits of a byte, or none.
#[must_use]
pub fn mask(text: &str) -> u64 {
    match without_stop(text).len() {
        0 => 0,
        len => u64::MAX << (64 - 8 * len.min(8)),
    }
}

#[cfg(test)]
mod tests {
    use super::{last_word, mask};

    #[test]
    fn a_text_that_ends_so_has_the_same_bytes_under_the_mask() {
        let ends = |text: &str, end: &str| (last_word(text) ^ last_word(end)) & mask(end) == 0;
        for (text, end) in [
            ("Backup (b-1) not found.", ") not found."),
            ("Backup (b-1) not found", ") not found."),
            ("x).", ")."),
            ("任务失败。", "失败"),
            ("anything", ""),
            ("anything", "."),
            ("", ""),
        ] {
            assert!(ends(text, end), "{text} {end}");
        }
        for (text, end) in [("b) found.", ") not found."), ("x", "yx"), ("", "x"), ("任务失败。", "成功")]
        {
            assert!(!ends(text, end), "{text} {end}");
        }
    }
}
