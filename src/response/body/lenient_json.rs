//! Reads what resembles JSON but is not: cut off, quoted with apostrophes, unquoted, or with other text between members.
//!
//! | part | what is accepted |
//! | --- | --- |
//! | object | `{` members `}`; a bracket of the wrong kind is skipped, and the end of the text closes what is open |
//! | array | `[` items `]` |
//! | separator | any number of commas and white space, or nothing |
//! | member | key, then `:`, `：`, `=` or `=>`, then value; a key without either is skipped, and so is anything that is not a key |
//! | key | a quoted string, or a letter or `_` followed by letters, digits, `_` and `-` |
//! | value | an object, an array, a quoted string, or an unquoted value |
//! | quoted string | `"..."` or `'...'`, also `u'...'` and `b'...'`, with the escapes of JSON. A quote or an apostrophe inside a word, and quotes around a word of the string, do not end it |
//! | unquoted item | everything up to `,`, a bracket or a brace |
//! | unquoted value | everything up to the `}` that closes the object, a comma after a number or a boolean, a comma before a key that errors have, a space or `&` before such a key and `=`, or a line break before any key, a quote or `}` |
//! | nothing | `null`, `None`, `nil`, or an empty unquoted value |
//!
//! The text is read once from left to right with a stack of bounded depth. Deeper brackets and what they hold are skipped.

mod reader;

use alloc::borrow::Cow;
use alloc::vec::Vec;

use super::event::{Scalar, Sink};
use super::unescape;
use super::vocabulary::Vocabulary;
use crate::response::limits::DEPTH;
use reader::Reader;

/// Reads the object or array that the text begins with, as far as it can be read. Returns how many bytes were.
pub(crate) fn read_value(text: &str, vocabulary: Vocabulary, sink: &mut impl Sink) -> usize {
    read(text, vocabulary, Vec::new(), sink)
}

/// Reads the fields that the text is, without the braces around them.
pub(crate) fn read_members(text: &str, vocabulary: Vocabulary, sink: &mut impl Sink) {
    sink.open("", true);
    read(text, vocabulary, [Open { object: true, key: None }].into(), sink);
}

/// Reads into the collections that are open.
fn read<'t>(text: &'t str, vocabulary: Vocabulary, mut open: Vec<Open<'t>>, sink: &mut impl Sink) -> usize {
    let mut reader = Reader::new(text, vocabulary);
    // How many brackets too deep are open.
    let mut skipped = 0usize;
    loop {
        reader.skip_spaces();
        if open.last().is_some_and(|top| top.key.is_none()) {
            reader.skip_commas();
        }
        let Some(byte) = reader.peek() else { break };
        match byte {
            b'{' | b'[' if open.len() >= DEPTH as usize => {
                skipped += 1;
                reader.at += 1;
            }
            b'}' | b']' if skipped > 0 => {
                skipped -= 1;
                reader.at += 1;
            }
            b'{' | b'[' => {
                reader.at += 1;
                let key = open.last_mut().and_then(|top| top.key.take());
                sink.open(&key.unwrap_or_default(), byte == b'{');
                open.push(Open { object: byte == b'{', key: None });
            }
            b'}' | b']' => {
                reader.at += 1;
                // A bracket of the other kind closes nothing.
                if open.pop_if(|top| top.object == (byte == b'}')).is_some() {
                    sink.close();
                    if open.is_empty() {
                        return reader.at;
                    }
                }
            }
            _ => match open.last_mut() {
                Some(top) if skipped == 0 => top.read(&mut reader, sink),
                _ => reader.skip_char(),
            },
        }
    }
    // What is still open was cut off.
    for _ in open {
        sink.close();
    }
    reader.at
}

/// A collection that is being read.
struct Open<'t> {
    object: bool,
    /// The key that waits for its value.
    key: Option<Cow<'t, str>>,
}

impl<'t> Open<'t> {
    /// Reads a key, or the value that a key waits for, or an item; passes over anything else.
    fn read(&mut self, reader: &mut Reader<'t>, sink: &mut impl Sink) {
        let waits = !self.object || self.key.is_some();
        if let Some(raw) = reader.quoted() {
            if waits {
                sink.scalar(&self.key.take().unwrap_or_default(), Scalar::Quoted(raw));
            } else if reader.colon() {
                self.key = Some(unescape::json(raw));
            }
        } else if waits {
            let value = if self.object { reader.bare_value() } else { reader.bare_item() };
            sink.scalar(&self.key.take().unwrap_or_default(), value);
        } else if let Some(name) = reader.name() {
            if reader.colon() {
                self.key = Some(Cow::Borrowed(name));
            }
        } else {
            reader.skip_char();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;
    use alloc::string::{String, ToString};

    /// The members of the outermost object, and the names of what is opened.
    #[derive(Default)]
    struct Members(Vec<(String, String)>, usize);

    impl Sink for Members {
        fn open(&mut self, key: &str, _: bool) {
            self.1 += 1;
            self.0.push((key.to_string(), "open".to_string()));
        }

        fn scalar(&mut self, key: &str, value: Scalar<'_>) {
            let said = value.said().unwrap_or_default().into_owned();
            self.0.push((key.to_string(), said));
        }

        fn close(&mut self) {
            self.1 -= 1;
        }
    }

    fn parse(text: &str) -> (Members, usize) {
        let is_key = |key: &str| key.starts_with("error") || key == "request_id" || key == "requestId";
        let mut members = Members::default();
        let end = read_value(text, Vocabulary { is_key, begins_fields: is_key }, &mut members);
        assert_eq!(members.1, 0, "what is opened is closed");
        (members, end)
    }

    fn get<'n>(node: &'n Members, key: &str) -> &'n str {
        let found = node.0.iter().find(|(name, value)| name == key && !value.is_empty());
        found.map_or("-", |(_, value)| value)
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
        let empty = "{request_id:,error_code:A.0007,error_msg:\n requestId: r}";
        let node = parse(empty).0;
        assert_eq!(
            (
                get(&node, "request_id"),
                get(&node, "error_code"),
                get(&node, "error_msg"),
                get(&node, "requestId")
            ),
            ("-", "A.0007", "-", "r")
        );
        let pair = r"{'error_msg': '\ud83d\ude00 \ud83d \u4e2d'";
        assert_eq!(get(&parse(pair).0, "error_msg"), "\u{1F600} \u{FFFD} \u{4e2d}");
        let quotes = r#"{"error_msg": "bad "name" given", "error_code": "A.0006"}"#;
        assert_eq!(get(&parse(quotes).0, "error_msg"), r#"bad "name" given"#);
    }

    #[test]
    fn nested_and_hostile() {
        let (node, _) = parse(r#"{error_msg:{"errCode":"B.1"},error_code:409}"#);
        assert_eq!(
            (get(&node, "error_msg"), get(&node, "errCode"), get(&node, "error_code")),
            ("open", "B.1", "409")
        );
        for hostile in [
            "{".repeat(10_000),
            "{[".repeat(10_000),
            "{\"".repeat(10_000),
            format!("{{{}", "\"".repeat(1_000_000)),
            format!("{{a{}", "'".repeat(1_000_000)),
            "{a:".repeat(10_000),
            "{]}".to_string(),
        ] {
            let (_, end) = parse(&hostile);
            assert!(end <= hostile.len());
        }
    }
}
