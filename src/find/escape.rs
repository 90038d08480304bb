//! Letters that stand before a code and are none of it: the end of an escape.

/// How many bytes at the start of `word` end an escape that begins in `before`: a letter of JSON's `\n`, `\t` and
/// `\u000a`, the rest of `\x22`, or the `31m` of a terminal's colour.
pub(crate) fn tail_of_escape(before: &[u8], word: &[u8]) -> Option<usize> {
    match (before.last()?, word.first()?) {
        (b'\\', b'n' | b't' | b'r' | b'f' | b'b') => Some(1),
        (b'\\', b'u') => word.get(1..5).filter(|digits| digits.iter().all(u8::is_ascii_hexdigit)).map(|_| 5),
        (b'\\', b'x') => word.get(1..3).filter(|digits| digits.iter().all(u8::is_ascii_hexdigit)).map(|_| 3),
        (b'[' | b';', b'0'..=b'9' | b'm') => colour(before, word),
        _ => None,
    }
}

/// The character that begins a colour, as it is and as texts write it.
const ESCAPES: [&[u8]; 6] = [b"\x1b", b"\\u001b", b"\\u001B", b"\\x1b", b"\\033", b"\\e"];

/// The rest of `ESC [ 1 ; 31 m`, where the escape itself may be written out, as in `\u001b`.
fn colour(before: &[u8], word: &[u8]) -> Option<usize> {
    let digits = word.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let is_parameter = |byte: &&u8| byte.is_ascii_digit() || **byte == b';';
    let parameters = before.iter().rev().take_while(is_parameter).count();
    let start = before.get(..before.len() - parameters)?.strip_suffix(b"[")?;
    let escaped = ESCAPES.iter().any(|escape| start.ends_with(escape));
    (escaped && word.get(digits) == Some(&b'm')).then_some(digits + 1)
}

#[cfg(test)]
mod tests {
    use super::tail_of_escape;

    #[test]
    fn escapes_end_before_the_code() {
        for (before, word, length) in [
            (&b"\\"[..], &b"nCSBS.6019"[..], Some(1)),
            (b"\\", b"u000aCSBS.6019", Some(5)),
            (b"\\", b"u00CSBS.6019", None),
            (b"\\", b"x22CSBS.6019", Some(3)),
            (b"\\", b"x2 CSBS.6019", None),
            (b"\\", b"CSBS.6019", None),
            (b"\x1b[", b"31mCSBS.6019", Some(3)),
            (b"\x1b[", b"mCSBS.6019", Some(1)),
            (b"\x1b[1;", b"31mCSBS.6019", Some(3)),
            (b"\\u001b[0;", b"1mCSBS.6019", Some(2)),
            (b"a[1;", b"31mCSBS.6019", None),
            (b"[", b"31mCSBS.6019", None),
            (b"\x1b[", b"31CSBS.6019", None),
            (b"", b"nCSBS.6019", None),
        ] {
            assert_eq!(tail_of_escape(before, word), length, "{before:?} {word:?}");
        }
    }
}
