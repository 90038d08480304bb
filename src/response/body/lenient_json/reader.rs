//! Reads keys and values from left to right, however they are written.

use alloc::string::String;
use core::str::CharIndices;

use crate::response::body::{Node, Vocabulary};

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

    pub(super) fn skip_blanks(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    /// Passes over what separates members.
    pub(super) fn skip_commas(&mut self) {
        let rest = self.rest();
        let trimmed = rest.trim_start_matches(|letter: char| letter.is_whitespace() || letter == ',');
        self.at += rest.len() - trimmed.len();
    }

    /// Takes the colon or equals sign after a key.
    pub(super) fn colon(&mut self) -> bool {
        let rest = self.rest();
        let trimmed = rest.trim_start();
        // A quote before it is that of a key whose beginning is cut off. No more than one: what is passed over here
        // without a colon behind it is read again.
        let trimmed = trimmed.strip_prefix(['"', '\'']).unwrap_or(trimmed);
        let found = trimmed.starts_with([':', '=']);
        if found {
            self.at += rest.len() - trimmed.len() + 1;
        }
        found
    }

    pub(super) fn name(&mut self) -> Option<String> {
        let rest = self.rest();
        let len = name_len(rest);
        self.at += len;
        (len > 0).then(|| rest[..len].into())
    }

    /// A text in quotes or apostrophes, with Python's `u` and `b` before it. One that is cut off ends with the input.
    pub(super) fn quoted(&mut self) -> Option<String> {
        let rest = self.rest();
        let start = usize::from(rest.starts_with(['u', 'b']) && rest[1..].starts_with(['"', '\'']));
        let quote = rest[start..].chars().next().filter(|first| matches!(first, '"' | '\''))?;
        let mut text = String::new();
        let mut letters = rest[start + 1..].char_indices();
        let mut before = quote;
        // Inside quotes that stand unescaped in the text.
        let mut inner = false;
        while let Some((at, letter)) = letters.next() {
            if letter == '\\' {
                escaped(&mut letters, &mut text);
                before = letter;
                continue;
            }
            if letter == quote {
                let after = letters.as_str().chars().next();
                let word_follows = after.is_some_and(char::is_alphanumeric);
                let word_before = before.is_alphanumeric();
                let apostrophe = quote == '\'' && word_before && word_follows;
                if inner && !apostrophe {
                    inner = false;
                } else if word_follows && !word_before && before != quote {
                    inner = true;
                } else if !apostrophe {
                    self.at += start + 1 + at + 1;
                    return Some(text);
                }
            }
            text.push(letter);
            before = letter;
        }
        self.at = self.text.len();
        Some(text)
    }

    /// Whether a key that errors have follows here, with a colon or an equals sign.
    fn known_key_follows(&self, text: &str) -> bool {
        following_key(text).is_some_and(|key| (self.vocabulary.is_key)(key))
    }

    /// An unquoted item of an array.
    pub(super) fn bare_item(&mut self) -> Node {
        let rest = self.rest();
        let end = rest.find([',', ']', '}', '[', '{']).unwrap_or(rest.len()).max(self.char_len());
        self.at += end;
        bare(&rest[..end])
    }

    /// An unquoted value of an object. It may hold commas, colons and braces: it ends before the next key that errors
    /// have, before a line that begins with a key, and with the object.
    pub(super) fn bare_value(&mut self) -> Node {
        let rest = self.rest();
        let after_break = self.text[..self.at].trim_end_matches([' ', '\t']).ends_with('\n');
        if rest.starts_with(',') || (after_break && self.known_key_follows(rest)) {
            return Node::Null;
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
                // `code=X msg=...`
                b' ' => self.known_key_follows(&rest[at + 1..]) && equals_follows(&rest[at + 1..]),
                b'\n' => {
                    let next = near(&rest[at + 1..]).trim_start();
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

/// What follows a backslash.
fn escaped(letters: &mut CharIndices<'_>, text: &mut String) {
    let Some((_, letter)) = letters.next() else { return };
    match letter {
        'n' => text.push('\n'),
        't' => text.push('\t'),
        'r' => text.push('\r'),
        'b' | 'f' => {}
        'u' => match unit(letters) {
            Some(unit) => text.push(character(unit, letters)),
            None => text.push('u'),
        },
        other => text.push(other),
    }
}

/// The four digits of `\u4e2d`.
fn unit(letters: &mut CharIndices<'_>) -> Option<u32> {
    let digits = letters.as_str().get(..4)?;
    let unit = u32::from_str_radix(digits, 16).ok()?;
    letters.nth(3);
    Some(unit)
}

/// The character of a unit, or of the pair that it begins; half a pair becomes the replacement character.
fn character(unit_read: u32, letters: &mut CharIndices<'_>) -> char {
    if (0xD800..0xDC00).contains(&unit_read) && letters.as_str().starts_with("\\u") {
        let mut ahead = letters.clone();
        ahead.nth(1);
        if let Some(low) = unit(&mut ahead).filter(|low| (0xDC00..0xE000).contains(low)) {
            *letters = ahead;
            let pair = 0x1_0000 + ((unit_read - 0xD800) << 10) + (low - 0xDC00);
            return char::from_u32(pair).unwrap_or(char::REPLACEMENT_CHARACTER);
        }
    }
    char::from_u32(unit_read).unwrap_or(char::REPLACEMENT_CHARACTER)
}

fn bare(text: &str) -> Node {
    match text.trim() {
        "null" | "None" | "nil" | "" => Node::Null,
        text if is_plain(text) => Node::Bare(text.into()),
        text => Node::Text(text.into()),
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
    let end = text.find(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '_' || letter == '-'));
    let len = end.unwrap_or(text.len());
    if text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_') { len } else { 0 }
}

/// As much of the text as blanks and a key take: no more is looked at, at every comma and every line again.
fn near(text: &str) -> &str {
    let mut limit = text.len().min(80);
    while !text.is_char_boundary(limit) {
        limit -= 1;
    }
    &text[..limit]
}

/// The key that follows here, if a colon or an equals sign stands behind it.
fn following_key(text: &str) -> Option<&str> {
    let text = near(text).trim_start_matches([' ', '\t', '"', '\'']);
    let (key, rest) = text.split_at(name_len(text));
    let colon = rest.trim_start_matches(['"', '\'', ' ']).starts_with([':', '=']);
    (!key.is_empty() && colon).then_some(key)
}

fn equals_follows(text: &str) -> bool {
    let text = near(text);
    text[name_len(text)..].starts_with('=')
}
