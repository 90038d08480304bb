//! Reads keys and values from left to right, however they are written.

use crate::response::body::event::Scalar;
use crate::response::body::unescape::unit;
use crate::response::body::vocabulary::Vocabulary;

/// What is read, and how far.
pub(super) struct Reader<'t> {
    text: &'t str,
    pub(super) at: usize,
    vocabulary: Vocabulary,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str, vocabulary: Vocabulary) -> Self {
        Self { text, at: 0, vocabulary }
    }

    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn char_len(&self) -> usize {
        self.rest().chars().next().map_or(1, char::len_utf8)
    }

    pub(super) fn skip_char(&mut self) {
        self.at += self.char_len();
    }

    pub(super) fn skip_spaces(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    /// Passes over what separates members.
    pub(super) fn skip_commas(&mut self) {
        let rest = self.rest();
        let trimmed =
            rest.trim_start_matches(|character: char| character.is_whitespace() || character == ',');
        self.at += rest.len() - trimmed.len();
    }

    /// Takes the colon or equals sign after a key.
    pub(super) fn colon(&mut self) -> bool {
        let rest = self.rest();
        let trimmed = rest.trim_start();
        // A quote before it is that of a key whose beginning is cut off. No more than one: what is passed over here
        // without a colon behind it is read again.
        let trimmed = trimmed.strip_prefix(['"', '\'']).unwrap_or(trimmed);
        // `=>` is Ruby's.
        let Some(mark) = ["=>", ":", "=", "："].into_iter().find(|mark| trimmed.starts_with(mark)) else {
            return false;
        };
        self.at += rest.len() - trimmed.len() + mark.len();
        true
    }

    pub(super) fn name(&mut self) -> Option<&'t str> {
        let rest = self.rest();
        let len = name_len(rest);
        self.at += len;
        (len > 0).then(|| &rest[..len])
    }

    /// What is in quotes or apostrophes, as it is written, with Python's `u` and `b` before it. Where it is cut off, it
    /// ends with the input.
    pub(super) fn quoted(&mut self) -> Option<&'t str> {
        let rest = self.rest();
        let start = usize::from(rest.starts_with(['u', 'b']) && rest[1..].starts_with(['"', '\'']));
        let quote = rest[start..].chars().next().filter(|first| matches!(first, '"' | '\''))?;
        let inside = &rest[start + 1..];
        let mut chars = inside.char_indices();
        let mut before = quote;
        // Inside quotes that are not escaped in the text.
        let mut inner = false;
        while let Some((at, char)) = chars.next() {
            if char == '\\' {
                if chars.next().is_some_and(|(_, escape)| escape == 'u') && unit(chars.as_str()).is_some() {
                    chars.nth(3);
                }
            } else if char == quote {
                let after = chars.as_str().chars().next();
                let word_follows = after.is_some_and(char::is_alphanumeric);
                let word_before = before.is_alphanumeric();
                let apostrophe = quote == '\'' && word_before && word_follows;
                if inner && !apostrophe {
                    inner = false;
                } else if word_follows && !word_before && before != quote {
                    inner = true;
                } else if !apostrophe {
                    self.at += start + 1 + at + 1;
                    return Some(&inside[..at]);
                }
            }
            before = char;
        }
        self.at = self.text.len();
        Some(inside)
    }

    /// Whether a key that errors have follows here, with a colon or an equals sign.
    fn known_key_follows(&self, text: &str) -> bool {
        following_key(text).is_some_and(|key| (self.vocabulary.is_key)(key))
    }

    /// An unquoted item of an array.
    pub(super) fn bare_item(&mut self) -> Scalar<'t> {
        let rest = self.rest();
        let end = rest.find([',', ']', '}', '[', '{']).unwrap_or(rest.len()).max(self.char_len());
        self.at += end;
        bare(&rest[..end])
    }

    /// An unquoted value of an object. It may hold commas, colons and braces: it ends before the next key that errors
    /// have, before a line that begins with a key, and with the object.
    pub(super) fn bare_value(&mut self) -> Scalar<'t> {
        let rest = self.rest();
        let after_break = self.text[..self.at].trim_end_matches([' ', '\t']).ends_with('\n');
        if rest.starts_with(',') || (after_break && self.known_key_follows(rest)) {
            return Scalar::Null;
        }
        let mut braces = 0usize;
        let mut end = rest.len();
        for (at, byte) in rest.bytes().enumerate() {
            let ends = match byte {
                b'{' => {
                    braces += 1;
                    false
                }
                b'}' if braces == 0 => true,
                b'}' => {
                    braces -= 1;
                    false
                }
                b',' => is_plain(&rest[..at]) || self.known_key_follows(&rest[at + 1..]),
                // `code=X msg=...`, `code=X&msg=...`
                b' ' | b'&' => self.known_key_follows(&rest[at + 1..]) && equals_follows(&rest[at + 1..]),
                b'\n' => {
                    let next = ahead(&rest[at + 1..]).trim_start();
                    next.starts_with(['}', '"']) || following_key(next).is_some()
                }
                _ => false,
            };
            if ends {
                end = at;
                break;
            }
        }
        self.at += end;
        bare(&rest[..end])
    }
}

fn bare(text: &str) -> Scalar<'_> {
    match text.trim() {
        "null" | "None" | "nil" | "" => Scalar::Null,
        text if is_plain(text) => Scalar::Bare(text),
        text => Scalar::Text(text),
    }
}

/// A number, a boolean, or nothing.
fn is_plain(text: &str) -> bool {
    let text = text.trim();
    matches!(text, "null" | "None" | "nil" | "true" | "false" | "True" | "False")
        || (!text.is_empty()
            && text.len() < 24
            && text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.".contains(&byte)))
}

fn name_len(text: &str) -> usize {
    let end = text
        .find(|character: char| !(character.is_ascii_alphanumeric() || character == '_' || character == '-'));
    let len = end.unwrap_or(text.len());
    if text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_') { len } else { 0 }
}

/// Returns as much of the text as spaces and a key take, so that the rest is not read again at every comma and line.
fn ahead(text: &str) -> &str {
    let mut limit = text.len().min(80);
    while !text.is_char_boundary(limit) {
        limit -= 1;
    }
    &text[..limit]
}

/// The key that follows here, if a colon or an equals sign stands behind it.
fn following_key(text: &str) -> Option<&str> {
    let text = ahead(text).trim_start_matches([' ', '\t', '"', '\'']);
    let (key, rest) = text.split_at(name_len(text));
    let colon = rest.trim_start_matches(['"', '\'', ' ']).starts_with([':', '=', '：']);
    (!key.is_empty() && colon).then_some(key)
}

fn equals_follows(text: &str) -> bool {
    let text = ahead(text);
    text[name_len(text)..].starts_with('=')
}
