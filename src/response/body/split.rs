//! Cuts a text into prose and trees.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use super::tree::Node;
use super::{Vocabulary, json, lenient_json, markup};
use crate::find::Tokens;

/// A part of a text.
#[derive(Debug)]
pub(in crate::response) enum Part {
    Prose(String),
    Tree(Node),
}

/// How often JSON may stand in a string of JSON.
pub(in crate::response) const LEVELS: usize = 4;

/// Prose and trees, in the order of the text.
pub(in crate::response) fn split(text: &str, levels: usize, vocabulary: Vocabulary) -> Vec<Part> {
    let trimmed = text.trim();
    if trimmed.starts_with(['{', '[', '"'])
        && let Some(node) = json::parse(trimmed)
    {
        return match node {
            Node::Text(inner) if levels > 0 => split(&inner, levels - 1, vocabulary),
            node => [Part::Tree(node)].into(),
        };
    }
    let mut parts = Vec::new();
    if let Some((prose, tree)) = markup::read(text).filter(|(prose, _)| !may_hold_tree(prose)) {
        push_prose(&mut parts, prose, vocabulary);
        parts.push(Part::Tree(tree));
        return parts;
    }
    let mut splitter = Splitter { text, from: 0, parts, budget: 4 * text.len(), vocabulary };
    splitter.run(levels);
    splitter.parts
}

/// Whether a text may hold a tree: worth a look.
pub(in crate::response) fn may_hold_tree(text: &str) -> bool {
    text.match_indices('{').any(|(at, _)| opening(&text[at..]).is_some())
}

struct Splitter<'t> {
    text: &'t str,
    from: usize,
    parts: Vec<Part>,
    /// How many bytes may be read in vain by the JSON parser, so that hostile input takes no more than linear time.
    budget: usize,
    vocabulary: Vocabulary,
}

/// How the members of an object are written.
#[derive(Clone, Copy, PartialEq)]
enum Opening {
    /// As JSON, or nearly.
    Plain,
    /// With escaped quotes: JSON that stood in a string.
    Escaped,
    /// With `&quot;`: JSON that stood in a page.
    Entities,
}

impl Splitter<'_> {
    fn run(&mut self, levels: usize) {
        let mut at = 0;
        while let Some(found) = self.text[at..].find('{') {
            let start = at + found;
            let rest = &self.text[start..];
            match opening(rest) {
                None => at = start + 1,
                Some(Opening::Plain) => {
                    push_prose(&mut self.parts, &self.text[self.from..start], self.vocabulary);
                    let (node, len) = self.object(rest);
                    self.parts.push(Part::Tree(node));
                    at = start + len.max(1);
                    self.from = at;
                }
                // All the rest is in the string: it is read one level down.
                Some(opening) if levels > 0 => {
                    push_prose(&mut self.parts, &self.text[self.from..start], self.vocabulary);
                    let inner =
                        if opening == Opening::Escaped { unescape(rest) } else { markup::unescape(rest) };
                    self.parts.extend(split(&inner, levels - 1, self.vocabulary));
                    return;
                }
                Some(_) => break,
            }
        }
        push_prose(&mut self.parts, &self.text[self.from..], self.vocabulary);
    }

    fn object(&mut self, rest: &str) -> (Node, usize) {
        // Well-formed objects cost nothing of the budget.
        if self.budget > 0 {
            match json::parse_prefix(rest) {
                Ok(found) => return found,
                Err(read) => self.budget = self.budget.saturating_sub(read),
            }
        }
        lenient_json::parse(rest, self.vocabulary)
    }
}

fn push_prose(parts: &mut Vec<Part>, prose: &str, vocabulary: Vocabulary) {
    let (before, fields) = prose.split_at(first_field(prose, vocabulary).unwrap_or(prose.len()));
    if !before.trim().is_empty() {
        parts.push(Part::Prose(before.into()));
    }
    if !fields.is_empty() {
        parts.push(Part::Tree(lenient_json::members(fields, vocabulary)));
    }
}

/// Where fields without braces begin: `error_code: X, error_msg: ...`, `code=X msg=...`, or JSON whose beginning is cut
/// off. Plain words (`message: ...`) are fields only with an equals sign: sentences have colons too.
fn first_field(prose: &str, vocabulary: Vocabulary) -> Option<usize> {
    let mut words = Tokens::new(prose).map(|(start, word)| (start, word, &prose[start + word.len()..]));
    let found = words.find(|(start, word, after)| {
        let telling = word.bytes().skip(1).any(|byte| byte == b'_' || byte.is_ascii_uppercase());
        let after = after.trim_start_matches(['"', '\'']);
        // `https://...?code=1&state=2` is an address.
        let in_address = prose[..*start].ends_with(['?', '&']);
        (vocabulary.begins_fields)(word)
            && !in_address
            && (after.starts_with('=') || (telling && after.starts_with(':')))
    });
    found.map(|(start, _, _)| start)
}

/// Whether the `{` that the text begins with opens an object, and how it is written; `{id}` in a sentence does not.
fn opening(text: &str) -> Option<Opening> {
    let inner = text.get(1..)?.trim_start();
    if inner.starts_with("&quot;") {
        return Some(Opening::Entities);
    }
    if inner.starts_with('\\') {
        // Escaped line breaks and blanks, then an escaped quote.
        let mut rest = inner;
        for _ in 0..64 {
            let unslashed = rest.trim_start_matches('\\');
            if unslashed.len() < rest.len() && unslashed.starts_with('"') {
                return Some(Opening::Escaped);
            }
            let after = unslashed.strip_prefix(['n', 'r', 't']).filter(|_| unslashed.len() < rest.len())?;
            rest = after.trim_start();
        }
        return None;
    }
    if inner.starts_with(['"', '\'', '{', '[']) {
        return Some(Opening::Plain);
    }
    let name =
        inner.bytes().take(40).take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
    (name > 0 && inner[name..].trim_start_matches(' ').starts_with(':')).then_some(Opening::Plain)
}

/// Takes one level of backslashes away.
fn unescape(text: &str) -> Cow<'_, str> {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        plain.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let mut letters = rest.chars();
        match letters.next() {
            Some('n') => plain.push('\n'),
            Some('t') => plain.push('\t'),
            Some('r') => plain.push('\r'),
            Some(letter @ ('"' | '\\' | '/' | '\'')) => plain.push(letter),
            // Anything else (`\u4e2d`) is for the next reader.
            Some(letter) => plain.extend(['\\', letter]),
            None => {}
        }
        rest = letters.as_str();
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}
