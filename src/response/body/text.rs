//! The text of a body.

use alloc::borrow::Cow;
use alloc::string::String;

/// Reads bytes as UTF-8. Each run of bytes that are not becomes one U+FFFD, so that the text is at most twice as long.
pub(crate) fn text(bytes: &[u8]) -> Cow<'_, str> {
    if let Ok(text) = core::str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    let mut text = String::with_capacity(pieces(bytes).map(str::len).sum());
    text.extend(pieces(bytes));
    Cow::Owned(text)
}

/// The valid pieces of the text, and what is put between them.
fn pieces(bytes: &[u8]) -> impl Iterator<Item = &str> {
    let mut broken = false;
    bytes.utf8_chunks().flat_map(move |chunk| {
        // A chunk that begins with a broken character goes on with the run before it.
        let goes_on = broken && chunk.valid().is_empty();
        broken = !chunk.invalid().is_empty();
        [chunk.valid(), if broken && !goes_on { "\u{FFFD}" } else { "" }]
    })
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn broken_bytes_become_one_character_per_run() {
        assert_eq!(text(b"a\xff\xfe\xc3b\xe4\xb8"), "a\u{FFFD}b\u{FFFD}");
        assert_eq!(text("\u{4e2d}".as_bytes()), "\u{4e2d}");
        assert_eq!(text(&[0xff; 1000]), "\u{FFFD}");
    }
}
