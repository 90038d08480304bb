//! Reads what resembles JSON but is not: cut off, quoted with apostrophes, unquoted, or with other text between members.
//!
//! | part | what is accepted |
//! | --- | --- |
//! | object | `{` members `}`; a bracket of the wrong kind is skipped, and the end of the text closes what is open |
//! | array | `[` items `]` |
//! | separator | any number of commas and white space, or nothing |
//! | member | key, then `:` or `=`, then value; a key without either is skipped, and so is anything that is not a key |
//! | key | a quoted string, or a letter or `_` followed by letters, digits, `_` and `-` |
//! | value | an object, an array, a quoted string, or an unquoted value |
//! | quoted string | `"..."` or `'...'`, also `u'...'` and `b'...'`, with the escapes of JSON. A quote or an apostrophe inside a word, and quotes around a word of the string, do not end it |
//! | unquoted item | everything up to `,`, a bracket or a brace |
//! | unquoted value | everything up to the `}` that closes the object, a comma after a number or a boolean, a comma before a key that errors have, a space before such a key and `=`, or a line break before any key, a quote or `}` |
//! | nothing | `null`, `None`, `nil`, or an empty unquoted value |
//!
//! The text is read once from left to right with a stack of bounded depth. Deeper brackets and what they hold are skipped.

mod reader;

use alloc::string::String;
use alloc::vec::Vec;

use super::Vocabulary;
use super::tree::Node;
use reader::Reader;

/// Deeper brackets are passed over.
const DEPTH: usize = 64;

/// The object that the text begins with, as far as it can be read, and how many bytes were.
pub(super) fn parse(text: &str, vocabulary: Vocabulary) -> (Node, usize) {
    read(text, vocabulary, Vec::new())
}

/// The fields that the text is, without the braces around them.
pub(super) fn members(text: &str, vocabulary: Vocabulary) -> Node {
    read(text, vocabulary, [Open::new(true)].into()).0
}

/// Reads into the collections that are open.
fn read(text: &str, vocabulary: Vocabulary, mut open: Vec<Open>) -> (Node, usize) {
    let mut reader = Reader::new(text, vocabulary);
    // How many brackets too deep are open.
    let mut skipped = 0usize;
    loop {
        reader.skip_blanks();
        if open.last().is_some_and(|top| top.key.is_none()) {
            reader.skip_commas();
        }
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
                Some(top) if skipped == 0 => top.read(&mut reader),
                _ => reader.skip_char(),
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

    /// Reads a key, or the value that a key waits for, or an item; passes over anything else.
    fn read(&mut self, reader: &mut Reader<'_>) {
        let waits = !self.object || self.key.is_some();
        if let Some(text) = reader.quoted() {
            if waits {
                self.add(Node::Text(text));
            } else if reader.colon() {
                self.key = Some(text);
            }
        } else if waits {
            let value = if self.object { reader.bare_value() } else { reader.bare_item() };
            self.add(value);
        } else if let Some(name) = reader.name() {
            if reader.colon() {
                self.key = Some(name);
            }
        } else {
            reader.skip_char();
        }
    }

    fn node(self) -> Node {
        if self.object {
            Node::Object(self.members)
        } else {
            Node::Array(self.members.into_iter().map(|(_, value)| value).collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;
    use alloc::string::ToString;

    fn parse(text: &str) -> (Node, usize) {
        let is_key = |key: &str| key.starts_with("error") || key == "request_id" || key == "requestId";
        super::parse(text, Vocabulary { is_key, begins_fields: is_key })
    }

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
        assert!(matches!(&node, Node::Object(members) if members.len() == 2), "{node:?}");
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
