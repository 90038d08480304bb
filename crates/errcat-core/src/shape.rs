//! What a code looks like in a text.

/// Whether a word that may be a code can hold this byte: an ASCII letter or digit, `.`, `-` or `_`.
///
/// ```
/// use errcat_core::shape::is_word_byte;
///
/// assert!(b"SVCSTG.CCE-ADDONMGR_1.0001".iter().all(|byte| is_word_byte(*byte)));
/// assert!(!is_word_byte(b':') && !is_word_byte(0xC3));
/// ```
#[must_use]
#[inline]
pub const fn is_word_byte(byte: u8) -> bool {
    WORD_BYTES[byte as usize]
}

const WORD_BYTES: [bool; 256] = {
    let mut bytes = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        let value = byte as u8;
        bytes[byte] = value.is_ascii_alphanumeric() || matches!(value, b'.' | b'-' | b'_');
        byte += 1;
    }
    bytes
};

/// The code that a word begins with and that is all of it but punctuation: `PREFIX.digits`, three to eight digits,
/// a prefix that begins with a letter and holds a capital. `V1.2.345` is a version.
///
/// ```
/// use errcat_core::shape::code_in;
///
/// assert_eq!(code_in("SVCSTG.ALS.403.105,".trim_end_matches(',')), Some("SVCSTG.ALS.403.105"));
/// assert_eq!(code_in("SMS.0202-retry"), Some("SMS.0202"));
/// assert_eq!(code_in("report.2024"), None);
/// ```
#[must_use]
pub fn code_in(word: &str) -> Option<&str> {
    let word = trim(word);
    let (prefix, number) = word.rsplit_once('.')?;
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    let ends = number.as_bytes().get(digits).is_none_or(|byte| *byte == b'-');
    let good = ends
        && (3..=8).contains(&digits)
        && prefix.starts_with(|first: char| first.is_ascii_alphabetic())
        && prefix.bytes().any(|byte| byte.is_ascii_uppercase())
        && !prefix.contains("..")
        && !prefix.ends_with('.')
        && !is_version(prefix);
    good.then(|| &word[..prefix.len() + 1 + digits])
}

/// What can be between a prefix and a number.
pub const SEPARATORS: [&str; 4] = [".", "-", "_", ""];

/// A code, split where its prefix ends: see [`split`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Split<'c> {
    /// What the code begins with.
    pub prefix: &'c str,
    /// What is between the prefix and the number; empty in `E0308`.
    pub separator: &'c str,
    /// The rest.
    pub number: &'c str,
}

/// Splits a code at the longest of these prefixes, each with its separator, that it begins with. Returns `None` if it begins
/// with none of them. Where the separator is empty, a digit must follow the prefix.
///
/// ```
/// use errcat_core::shape::split;
///
/// let split = |code| split(code, [("CCE", "."), ("CCE.ADDON", "."), ("ORA", "-"), ("E", "")]);
/// let parts = |code| split(code).map(|split| (split.prefix, split.separator, split.number));
/// assert_eq!(parts("CCE.ADDON.0042"), Some(("CCE.ADDON", ".", "0042")));
/// assert_eq!(parts("CCE.42.1"), Some(("CCE", ".", "42.1")));
/// assert_eq!(parts("ORA-00600"), Some(("ORA", "-", "00600")));
/// assert_eq!(parts("E0308"), Some(("E", "", "0308")));
/// assert_eq!((parts("CCEX.42"), parts("ERROR"), parts("ORA-")), (None, None, None));
/// ```
#[must_use]
pub fn split<'c, 'p>(
    code: &'c str,
    prefixes: impl IntoIterator<Item = (&'p str, &'p str)>,
) -> Option<Split<'c>> {
    let split = |(prefix, separator): (&str, &str)| {
        let number = code.strip_prefix(prefix)?.strip_prefix(separator)?;
        let first = number.bytes().next()?;
        let prefix = &code[..prefix.len()];
        let separator = &code[prefix.len()..code.len() - number.len()];
        (!separator.is_empty() || first.is_ascii_digit()).then_some(Split { prefix, separator, number })
    };
    prefixes.into_iter().filter_map(split).max_by_key(|split| split.prefix.len())
}

/// A word without the punctuation at its end.
#[must_use]
pub fn trim(word: &str) -> &str {
    word.trim_end_matches(['.', '-', '_'])
}

/// Whether a code can be found by its number alone: three digits after a dot, and no digit before it. Where all codes
/// of a catalog can, a search need not look at other words.
#[must_use]
pub fn is_plain(code: &str) -> bool {
    let before = code.rsplit_once('.').and_then(|(prefix, _)| prefix.bytes().last());
    code_in(code) == Some(code) && before.is_some_and(|byte| byte > b'9')
}

/// Whether a prefix is a `V` and numbers.
fn is_version(prefix: &str) -> bool {
    let numbers = prefix.strip_prefix('V').unwrap_or("");
    !numbers.is_empty() && numbers.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

#[cfg(test)]
mod tests {
    use super::{code_in, is_plain};

    #[test]
    fn codes_and_what_looks_like_them() {
        for code in
            ["SMS.0202", "SVCSTG.CCE-ADDONMGR.4030301", "CCE_CM.0004", "SVCSTG.ALS.403.105", "iMetal.0100"]
        {
            assert_eq!(code_in(code), Some(code));
        }
        assert_eq!(code_in("SMS.0202."), Some("SMS.0202"));
        assert_eq!(code_in("SMS.0202-retry"), Some("SMS.0202"));
        for other in [
            "V1.2.345",
            "3.1.166",
            "10.0.0.1",
            "1.0",
            "report.2024",
            "SMS.02",
            "SMS.123456789",
            "SMS.0202x",
            "A..0202",
        ] {
            assert_eq!(code_in(other), None, "{other}");
        }
    }

    #[test]
    fn plain_codes() {
        assert!(is_plain("SMS.0202") && is_plain("CCE_.0004"));
        assert!(!is_plain("SVCSTG.ALS.403.105") && !is_plain("S3.0202") && !is_plain("PAY.42"));
    }
}
