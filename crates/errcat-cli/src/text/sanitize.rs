//! What reaches a terminal: text and our own styles. Whatever else a terminal would obey, or not show, is escaped.

pub(crate) use errcat_build::text::sanitize::one_line;
use errcat_build::text::sanitize::push;

/// The sequences that our own styles, and those of the help, are made of.
const STYLES: [&str; 8] = ["[0m", "[1m", "[2m", "[4m", "[31m", "[32m", "[33m", "[36m"];

const ESCAPE: char = '\u{1b}';

/// What begins the target of a link in a terminal (OSC 8), and without a target ends the link.
const LINK: &str = "]8;;";

/// Returns an address as a link that a terminal can open. Its text is the address, so that everybody sees where it leads.
pub(crate) fn hyperlink(address: &str) -> String {
    let end = format!("{ESCAPE}\\");
    if is_plain(address) {
        format!("{ESCAPE}{LINK}{address}{end}{address}{ESCAPE}{LINK}{end}")
    } else {
        printable(address)
    }
}

/// Whether an address can be in a link: printable ASCII without spaces.
fn is_plain(address: &str) -> bool {
    let is_web = address.starts_with("https://") || address.starts_with("http://");
    is_web && address.bytes().all(|byte| byte.is_ascii_graphic())
}

/// Returns the address and the text behind a link as [`hyperlink`] writes it, of text that begins behind its first escape.
/// A link with another text than its address is none.
fn link(text: &str) -> Option<(&str, &str)> {
    let (address, rest) = text.strip_prefix(LINK)?.split_once(ESCAPE)?;
    let rest = rest.strip_prefix('\\')?.strip_prefix(address)?.strip_prefix(ESCAPE)?.strip_prefix(LINK)?;
    let rest = rest.strip_prefix(ESCAPE)?.strip_prefix('\\')?;
    is_plain(address).then_some((address, rest))
}

/// Returns [`printable`] text with our styles, and links that show where they lead, left in it.
pub(crate) fn styled(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once(ESCAPE) {
        safe.push_str(&printable(before));
        if let Some((address, after)) = link(behind) {
            safe.push_str(&hyperlink(address));
            rest = after;
        } else if let Some((style, after)) =
            STYLES.iter().find_map(|style| Some((style, behind.strip_prefix(style)?)))
        {
            safe.push(ESCAPE);
            safe.push_str(style);
            rest = after;
        } else {
            safe.push_str(&printable(&ESCAPE.to_string()));
            rest = behind;
        }
    }
    safe.push_str(&printable(rest));
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
    use super::{hyperlink, passed, printable, styled};

    #[test]
    fn a_link_passes_that_shows_where_it_leads() {
        let link = hyperlink("https://pay.example/PAY.1");
        assert_eq!(styled(&format!("a {link} b")), format!("a {link} b"));
        assert_eq!(
            link,
            "\u{1b}]8;;https://pay.example/PAY.1\u{1b}\\https://pay.example/PAY.1\u{1b}]8;;\u{1b}\\"
        );
        let hides = link.replacen("pay.example", "evil.example", 1);
        assert!(!styled(&hides).contains('\u{1b}'), "{hides}");
        assert!(!styled("\u{1b}]8;;javascript:x\u{1b}\\javascript:x\u{1b}]8;;\u{1b}\\").contains('\u{1b}'));
        assert_eq!(hyperlink("https://é.example/\u{7}"), "https://é.example/\\u{7}");
    }

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
