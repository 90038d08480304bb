//! What looks like JSON and is not: cut off, quoted with apostrophes, without quotes, with junk between the members.
//!
//! Reads from left to right, once, with a stack of bounded depth; whatever it cannot place it passes over.

use alloc::string::String;
use alloc::vec::Vec;

use super::keys::role;
use super::tree::Node;

/// Deeper brackets are passed over.
const DEPTH: usize = 64;

/// The object that the text begins with, as far as it can be read, and how many bytes were.
pub(super) fn parse(text: &str) -> (Node, usize) {
    read(text, Vec::new())
}

/// The fields that the text is, without the braces around them.
pub(super) fn members(text: &str) -> Node {
    read(text, [Open::new(true)].into()).0
}

/// Reads into the collections that are open.
fn read(text: &str, mut open: Vec<Open>) -> (Node, usize) {
    let mut reader = Reader { text, at: 0 };
    // How many brackets too deep are open.
    let mut skipped = 0usize;
    loop {
        reader.skip_blanks();
        let Some(byte) = reader.peek() else { break };
        match byte {
            b'{' | b'[' if open.len() >= DEPTH => {
                skipped += 1;
                reader.at += 1;
            }
            b'}' | b']' if skipped > 0 => {
                skipped -= 1;
                reader.at += 1;
            }
            b'{' | b'[' => {
                reader.at += 1;
                open.push(Open::new(byte == b'{'));
            }
            b'}' | b']' => {
                reader.at += 1;
                // A bracket of the other kind closes nothing.
                if open.last().is_some_and(|top| top.object == (byte == b'}')) {
                    let Some(done) = open.pop() else { break };
                    match open.last_mut() {
                        Some(parent) => parent.add(done.node()),
                        None => return (done.node(), reader.at),
                    }
                }
            }
            _ => match open.last_mut() {
                Some(top) if skipped == 0 => reader.member(top),
                _ => reader.at += reader.char_len(),
            },
        }
    }
    // What is still open was cut off.
    while let Some(done) = open.pop() {
        match open.last_mut() {
            Some(parent) => parent.add(done.node()),
            None => return (done.node(), reader.at),
        }
    }
    (Node::Null, reader.at)
}

/// A collection that is being read.
struct Open {
    object: bool,
    members: Vec<(String, Node)>,
    key: Option<String>,
}

impl Open {
    fn new(object: bool) -> Self {
        Self { object, members: Vec::new(), key: None }
    }

    fn add(&mut self, value: Node) {
        self.members.push((self.key.take().unwrap_or_default(), value));
    }

    fn node(self) -> Node {
        if self.object {
            Node::Object(self.members)
        } else {
            Node::Array(self.members.into_iter().map(|(_, value)| value).collect())
        }
    }
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Reader<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn char_len(&self) -> usize {
        self.rest().chars().next().map_or(1, char::len_utf8)
    }

    fn skip_blanks(&mut self) {
        let rest = self.rest();
        self.at += rest.len()
            - rest.trim_start_matches(|letter: char| letter.is_whitespace() || letter == ',').len();
    }

    /// Reads a key, or the value that a key waits for, or an item; passes over anything else.
    fn member(&mut self, top: &mut Open) {
        let waits = !top.object || top.key.is_some();
        if let Some(text) = self.quoted() {
            if waits {
                top.add(Node::Text(text));
            } else if self.colon() {
                top.key = Some(text);
            }
        } else if waits {
            let value = if top.object { self.bare_value() } else { self.bare_item() };
            top.add(value);
        } else if let Some(name) = self.name() {
            if self.colon() {
                top.key = Some(name);
            }
        } else {
            self.at += self.char_len();
        }
    }

    fn colon(&mut self) -> bool {
        let rest = self.rest();
        // A quote before it is that of a key whose beginning is cut off.
        let trimmed = rest.trim_start().trim_start_matches(['"', '\'']);
        let found = trimmed.starts_with([':', '=']);
        if found {
            self.at += rest.len() - trimmed.len() + 1;
        }
        found
    }

    fn name(&mut self) -> Option<String> {
        let rest = self.rest();
        let len = name_len(rest);
        self.at += len;
        (len > 0).then(|| rest[..len].into())
    }

    /// A text in quotes or apostrophes, with Python's `u` and `b` before it. One that is cut off ends with the input.
    fn quoted(&mut self) -> Option<String> {
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

    /// An unquoted item of an array.
    fn bare_item(&mut self) -> Node {
        let rest = self.rest();
        let end = rest.find([',', ']', '}', '[', '{']).unwrap_or(rest.len()).max(self.char_len());
        self.at += end;
        bare(&rest[..end])
    }

    /// An unquoted value of an object. It may hold commas, colons and braces: it ends before the next key that errors
    /// have, before a line that begins with a key, and with the object.
    fn bare_value(&mut self) -> Node {
        let rest = self.rest();
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
                b',' => is_plain(&rest[..at]) || key_follows(&rest[at + 1..], true),
                // `code=X msg=...`
                b' ' => key_follows(&rest[at + 1..], true) && equals_follows(&rest[at + 1..]),
                b'\n' => {
                    let next = near(&rest[at + 1..]).trim_start();
                    next.starts_with(['}', '"']) || key_follows(next, false)
                }
                _ => false,
            };
            if ends {
                end = at;
                break;
            }
        }
        self.at += end.max(usize::from(end == 0 && rest.starts_with(',')));
        bare(&rest[..end])
    }
}

/// What follows a backslash.
fn escaped(letters: &mut core::str::CharIndices<'_>, text: &mut String) {
    let Some((_, letter)) = letters.next() else { return };
    match letter {
        'n' => text.push('\n'),
        't' => text.push('\t'),
        'r' => text.push('\r'),
        'u' => {
            let digits = letters.as_str().get(..4);
            let unit = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
            match unit {
                Some(unit) => {
                    // Halves of a pair become the replacement character.
                    text.push(char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER));
                    letters.nth(3);
                }
                None => text.push('u'),
            }
        }
        other => text.push(other),
    }
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

/// Whether a key and a colon stand here; `known`: only a key that errors have.
fn key_follows(text: &str, known: bool) -> bool {
    let text = near(text).trim_start_matches([' ', '\t', '"', '\'']);
    let len = name_len(text);
    let colon = text[len..].trim_start_matches(['"', '\'', ' ']).starts_with([':', '=']);
    len > 0 && colon && (!known || role(&text[..len]).is_some())
}

fn equals_follows(text: &str) -> bool {
    let text = near(text);
    text[name_len(text)..].starts_with('=')
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    fn get<'n>(node: &'n Node, key: &str) -> &'n str {
        let Node::Object(members) = node else { panic!("{node:?}") };
        members.iter().find(|(name, _)| name == key).and_then(|(_, value)| value.scalar()).unwrap_or("-")
    }

    #[test]
    fn shapes() {
        let python = "{'error_code': u'A.0001', 'error_msg': 'It doesn't work', 'x': None}";
        assert_eq!(get(&parse(python).0, "error_msg"), "It doesn't work");
        let sdk = "{status_code:401,request_id:r1,error_code:A.0002,error_msg:over limit:5,time:1, done}";
        let (node, end) = parse(sdk);
        assert_eq!(
            (get(&node, "error_code"), get(&node, "error_msg"), end),
            ("A.0002", "over limit:5,time:1, done", sdk.len())
        );
        let java = "{\n    httpStatusCode: 400\n    errorCode: A.0003\n    errorMsg: no, never: so\n}";
        assert_eq!(get(&parse(java).0, "errorMsg"), "no, never: so");
        let cut = r#"{"error_code":"A.0004","error_msg":"it was cu"#;
        assert_eq!(get(&parse(cut).0, "error_msg"), "it was cu");
        let junk = "{\"error_msg\": \"a.\" ......\n \"error_code\": \"A.0005\"}";
        assert_eq!(get(&parse(junk).0, "error_code"), "A.0005");
        let quotes = r#"{"error_msg": "bad "name" given", "error_code": "A.0006"}"#;
        assert_eq!(get(&parse(quotes).0, "error_msg"), r#"bad "name" given"#);
    }

    #[test]
    fn nested_and_hostile() {
        let (node, _) = parse(r#"{error_msg:{"errCode":"B.1"},error_code:409}"#);
        assert!(matches!(&node, Node::Object(members) if members.len() == 2), "{node:?}");
        for hostile in [
            "{".repeat(10_000),
            "{[".repeat(10_000),
            "{\"".repeat(10_000),
            "{a:".repeat(10_000),
            "{]}".to_string(),
        ] {
            let (_, end) = parse(&hostile);
            assert!(end <= hostile.len());
        }
    }
}
