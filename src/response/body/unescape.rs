//! Takes escapes away.

use alloc::borrow::Cow;
use alloc::string::String;
use core::str::Chars;

/// Returns the text of what is between quotes in JSON. What is not an escape of JSON loses its backslash.
pub(crate) fn json(raw: &str) -> Cow<'_, str> {
    if !raw.contains('\\') {
        return Cow::Borrowed(raw);
    }
    Cow::Owned(replace_escapes(raw, |escaped, chars, text| match escaped {
        'b' => text.push('\u{8}'),
        'f' => text.push('\u{C}'),
        'u' => text.push(unit(chars.as_str()).map_or('u', |unit| {
            chars.nth(3);
            character(unit, chars)
        })),
        other => text.push(other),
    }))
}

/// Returns a text with line breaks and tabs in place of their escapes. For any other character behind a backslash, `other`
/// appends what takes the place of both; it may take more of the text.
fn replace_escapes(raw: &str, other: impl Fn(char, &mut Chars<'_>, &mut String)) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((plain, escape)) = rest.split_once('\\') {
        text.push_str(plain);
        let mut chars = escape.chars();
        match chars.next() {
            Some('n') => text.push('\n'),
            Some('t') => text.push('\t'),
            Some('r') => text.push('\r'),
            Some(escaped) => other(escaped, &mut chars, &mut text),
            None => {}
        }
        rest = chars.as_str();
    }
    text.push_str(rest);
    text
}

/// Returns the value of the four digits of `\u4e2d` that a text begins with.
pub(crate) fn unit(text: &str) -> Option<u32> {
    let digits = text.get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
    u32::from_str_radix(digits, 16).ok()
}

/// Returns the character of a unit, or of the pair that it begins; half a pair becomes the replacement character.
fn character(high: u32, chars: &mut Chars<'_>) -> char {
    if (0xD800..0xDC00).contains(&high)
        && let Some(low) = chars.as_str().strip_prefix("\\u").and_then(unit)
        && (0xDC00..0xE000).contains(&low)
    {
        chars.nth(5);
        let pair = 0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00);
        return char::from_u32(pair).unwrap_or(char::REPLACEMENT_CHARACTER);
    }
    char::from_u32(high).unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// Takes one level of backslashes away. Escapes of other kinds (`\u4e2d`) are left to the next reader.
pub(crate) fn backslashes(text: &str) -> String {
    replace_escapes(text, |escaped, _, plain| match escaped {
        '"' | '\\' | '/' | '\'' => plain.push(escaped),
        _ => plain.extend(['\\', escaped]),
    })
}
