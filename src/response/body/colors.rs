//! What terminals obey: colors and titles in the output of programs.

use alloc::borrow::Cow;
use alloc::string::String;

/// The character that begins an escape, as it is and as texts write it.
const ESCAPES: [&str; 7] = ["\x1b", "u001b", "u001B", "x1b", "x1B", "033", "e"];

/// Returns the text without the escape sequences of terminals, also those that are written out, as in `\u001b[31m`.
pub(crate) fn without_colors(text: &str) -> Cow<'_, str> {
    let mut plain = String::new();
    let mut rest = text;
    let mut at = 0;
    while let Some(found) = rest.get(at..).and_then(|after| after.find(['[', ']'])) {
        at += found;
        let Some((start, end)) = sequence(rest, at) else {
            at += 1;
            continue;
        };
        if plain.is_empty() {
            plain.reserve_exact(text.len());
        }
        plain.push_str(rest.get(..start).unwrap_or(""));
        rest = rest.get(end..).unwrap_or("");
        at = 0;
    }
    if rest.len() == text.len() {
        return Cow::Borrowed(text);
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

/// Where the sequence begins and ends whose bracket is at this place.
fn sequence(text: &str, bracket: usize) -> Option<(usize, usize)> {
    let before = text.get(..bracket)?;
    let start = ESCAPES.iter().find_map(|escape| {
        let before = before.strip_suffix(escape)?;
        // In JSON in a string, the backslash is escaped itself.
        let start = before.trim_end_matches('\\').len();
        (*escape == "\x1b" || start < before.len()).then_some(if *escape == "\x1b" {
            before.len()
        } else {
            start
        })
    })?;
    let inner = text.as_bytes().get(bracket + 1..)?;
    if text.as_bytes().get(bracket) == Some(&b'[') {
        let parameters = inner.iter().take(32).take_while(|byte| (0x20..0x40).contains(*byte)).count();
        let last = inner.get(parameters).filter(|byte| (0x40..0x7F).contains(*byte));
        return last.map(|_| (start, bracket + 1 + parameters + 1));
    }
    // A title, or an address, ends with BEL or with ESC and a backslash.
    let end = inner.iter().take(4096).position(|byte| matches!(byte, 0x07 | 0x1B))?;
    let closing = usize::from(inner.get(end) == Some(&0x1B) && inner.get(end + 1) == Some(&b'\\'));
    Some((start, bracket + 1 + end + 1 + closing))
}

#[cfg(test)]
mod tests {
    use super::without_colors;

    #[test]
    fn sequences_of_terminals_go() {
        for (text, plain) in [
            ("\x1b[1;31mCSBS.6019\x1b[0m boom", "CSBS.6019 boom"),
            ("\x1b[Kx \x1b]0;title\x07y \x1b]8;;http://a\x1b\\z", "x y z"),
            (r#"{"a":"\u001b[31mb\u001b[0m"}"#, r#"{"a":"b"}"#),
            (r#""{\"a\":\"\\u001b[31mb\"}""#, r#""{\"a\":\"b\"}""#),
            (r"\033[1mx\x1b[0m", "x"),
            ("[31m e[0m 033[1m", "[31m e[0m 033[1m"),
            ("\x1b[", "\x1b["),
            ("\x1b]0;open", "\x1b]0;open"),
        ] {
            assert_eq!(without_colors(text), plain, "{text:?}");
        }
    }
}
