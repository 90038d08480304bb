//! What reaches a terminal: text and our own styles. Whatever else a terminal would obey, or not show, is escaped.

pub(crate) use errcat_build::text::sanitize::one_line;
use errcat_build::text::sanitize::push;

/// The sequences that our own styles, and those of the help, are made of.
const STYLES: [&str; 8] = ["[0m", "[1m", "[2m", "[4m", "[31m", "[32m", "[33m", "[36m"];

const ESCAPE: char = '\u{1b}';

/// Returns [`printable`] text with our styles left in it.
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

/// Returns text that is safe for a terminal: unsafe characters are escaped. Line breaks stay, and a tab is a space, since
/// only the terminal knows how wide it is.
pub(crate) fn printable(text: &str) -> String {
    safe(text, " ")
}

/// Returns text that passes through to a terminal: as [`printable`], but tabs stay.
pub(crate) fn passed(bytes: &[u8]) -> String {
    safe(&String::from_utf8_lossy(bytes), "\t")
}

fn safe(text: &str, tab: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\n' => safe.push('\n'),
            '\r' if rest.peek() == Some(&'\n') => {}
            '\t' => safe.push_str(tab),
            c => push(&mut safe, c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::{passed, printable, styled};

    #[test]
    fn only_our_styles_pass() {
        assert_eq!(styled("\u{1b}[1mbold\u{1b}[0m \u{1b}[2J"), "\u{1b}[1mbold\u{1b}[0m \\u{1b}[2J");
        assert_eq!(styled("a\u{9b}31m\u{7}\u{1b}"), "a\\u{9b}31m\\u{7}\\u{1b}");
        assert_eq!(passed(b"\ta\x1b[2J\xff\r\n\r"), "\ta\\u{1b}[2J\u{fffd}\n\\r");
        assert_eq!(printable("a\u{202e}b"), "a\\u{202e}b");
        assert_eq!(printable("\u{1b}[1m\r\n\tx\r"), "\\u{1b}[1m\n x\\r");
        let hidden = "a\u{200b}\u{feff}\u{61c}\u{200f}\u{2028}\u{e0041}";
        assert_eq!(printable(hidden), r"a\u{200b}\u{feff}\u{61c}\u{200f}\u{2028}\u{e0041}");
        assert_eq!(passed(hidden.as_bytes()), printable(hidden));
    }
}
