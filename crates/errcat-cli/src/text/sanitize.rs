//! What reaches a terminal: text and our own styles. What else a terminal would obey is shown, not passed on.

/// The sequences that our own styles, and those of the help, are made of.
const STYLES: [&str; 8] = ["[0m", "[1m", "[2m", "[4m", "[31m", "[32m", "[33m", "[36m"];

const ESCAPE: char = '\u{1b}';

/// Printable text with our styles left in it.
pub(crate) fn styled(text: &str) -> String {
    let mut parts = text.split(ESCAPE);
    let mut safe = printable(parts.next().unwrap_or(""));
    for part in parts {
        match STYLES.iter().find_map(|style| Some((style, part.strip_prefix(style)?))) {
            Some((style, rest)) => {
                safe.push(ESCAPE);
                safe.push_str(style);
                safe.push_str(&printable(rest));
            }
            None => safe.push_str(&printable(&format!("{ESCAPE}{part}"))),
        }
    }
    safe
}

/// Text from outside, safe for a terminal: control characters, styles among them, are written out.
pub(crate) fn printable(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\n' => safe.push('\n'),
            // How wide a tab is, only the terminal knows.
            '\t' => safe.push(' '),
            letter if is_obeyed(letter) => safe.extend(letter.escape_default()),
            letter => safe.push(letter),
        }
    }
    safe
}

/// Whether a terminal would obey the character, and not show it: control characters, and those that turn the direction
/// of the text around.
fn is_obeyed(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Text that passes through to a terminal: as [`printable`], but tabs stay.
pub(crate) fn passed(bytes: &[u8]) -> String {
    let mut safe = String::with_capacity(bytes.len());
    for letter in String::from_utf8_lossy(bytes).replace("\r\n", "\n").chars() {
        match letter {
            '\n' | '\t' => safe.push(letter),
            letter if is_obeyed(letter) => safe.extend(letter.escape_default()),
            letter => safe.push(letter),
        }
    }
    safe
}

/// JSON with the characters escaped that JSON would let stand, but not everybody else: control characters such as the
/// one-character form of `ESC [`, and line separators, at which readers of JSON lines may cut.
pub(crate) fn printable_json(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    for letter in json.chars() {
        let separator = matches!(letter, '\u{2028}' | '\u{2029}');
        if separator || (letter.is_control() && !letter.is_ascii_whitespace()) {
            safe.push_str(&format!("\\u{:04x}", u32::from(letter)));
        } else {
            safe.push(letter);
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::{passed, printable, printable_json, styled};

    #[test]
    fn only_our_styles_pass() {
        assert_eq!(styled("\u{1b}[1mbold\u{1b}[0m \u{1b}[2J"), "\u{1b}[1mbold\u{1b}[0m \\u{1b}[2J");
        assert_eq!(styled("a\u{9b}31m\u{7}\u{1b}"), "a\\u{9b}31m\\u{7}\\u{1b}");
        assert_eq!(passed(b"\ta\x1b[2J\xff\r\n\r"), "\ta\\u{1b}[2J\u{fffd}\n\\r");
        assert_eq!(printable("a\u{202e}b"), "a\\u{202e}b");
        assert_eq!(printable("\u{1b}[1m\r\n\tx\r"), "\\u{1b}[1m\n x\\r");
        assert_eq!(
            printable_json("{\n\"a\":\"\u{9b}\u{7f}\u{2028}\"}"),
            "{\n\"a\":\"\\u009b\\u007f\\u2028\"}"
        );
    }
}
