//! The characters that are never passed on as they are: the only list of them.
//!
//! A terminal obeys control characters. Bidirectional controls show a text in another order than it has, and characters
//! without a shape hide in it. In human output they are written as escapes (`\u{202e}`); formats with escapes of their
//! own, such as JSON, use those.

/// Returns whether a character must not be passed on: controls (C0, DEL, C1), line and paragraph separators, and format
/// characters that are invisible or reorder the text around them.
///
/// ```
/// use errcat_build::text::sanitize::is_unsafe;
///
/// assert!(['\u{1b}', '\u{9b}', '\u{202e}', '\u{200b}', '\u{e0041}'].into_iter().all(is_unsafe));
/// assert!(!['a', ' ', 'é', '中', '\u{fe0f}'].into_iter().any(is_unsafe));
/// ```
#[must_use]
pub const fn is_unsafe(c: char) -> bool {
    matches!(
        c,
        '\0'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            // Soft hyphen, Arabic letter mark, Mongolian vowel separator.
            | '\u{ad}' | '\u{61c}' | '\u{180e}'
            // Zero-width characters and direction marks; line and paragraph separator, embeddings and overrides.
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            // Invisible operators, isolates, deprecated format characters.
            | '\u{2060}'..='\u{206f}'
            // Byte order mark, interlinear annotation.
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            // Controls of shorthand and of musical notation.
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
            // Tags, which spell invisible text.
            | '\u{e0000}'..='\u{e007f}'
    )
}

/// Appends a character as it may be shown: an unsafe one as its Rust escape.
pub fn push(text: &mut String, c: char) {
    if is_unsafe(c) {
        text.extend(c.escape_default());
    } else {
        text.push(c);
    }
}

/// Returns the text with every unsafe character escaped, line breaks and tabs too.
///
/// ```
/// use errcat_build::text::sanitize::escaped;
///
/// assert_eq!(escaped("a\u{202e}b\n"), "a\\u{202e}b\\n");
/// ```
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    text.chars().for_each(|c| push(&mut safe, c));
    safe
}

/// Returns the text on one line: line breaks and tabs become spaces, lines lose the spaces around them, and other unsafe
/// characters are escaped.
///
/// ```
/// use errcat_build::text::sanitize::one_line;
///
/// assert_eq!(one_line(" a\r\n\n  b\tc\u{1b}"), "a b c\\u{1b}");
/// ```
#[must_use]
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for part in text.lines().map(str::trim).filter(|part| !part.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        part.chars().for_each(|c| if c == '\t' { line.push(' ') } else { push(&mut line, c) });
    }
    line
}

#[cfg(test)]
mod tests {
    use super::is_unsafe;

    /// Every character that Unicode calls a control, and no letter, mark, digit or symbol of ordinary text.
    #[test]
    fn all_controls_and_no_ordinary_text() {
        assert!((0..=0x10_ffff).filter_map(char::from_u32).filter(|c| c.is_control()).all(is_unsafe));
        let ordinary = "AZaz09 !~¡ÿ中文，。；：…“”‘’‹›–—é́한글🚀⚠\u{fe0f}عربي\u{3000}\u{a0}";
        assert!(!ordinary.chars().any(is_unsafe));
    }
}
