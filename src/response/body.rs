//! Parses bodies into prose and trees, in whatever syntax they are written. Parsers know syntax only: which keys matter
//! to an error is a [`Vocabulary`] that they are given.

mod http;
mod json;
mod lenient_json;
mod markup;
mod split;
mod tree;

pub(super) use http::{RequestId, split as split_head, status};
pub(super) use split::{LEVELS, Part, may_hold_tree, split};
pub(super) use tree::Node;

/// The words that tell fields from other text, where the syntax alone cannot.
#[derive(Clone, Copy, Debug)]
pub(super) struct Vocabulary {
    /// Whether errors have a key of this name.
    pub(super) is_key: fn(&str) -> bool,
    /// Whether a list of fields without braces can begin with this key.
    pub(super) begins_fields: fn(&str) -> bool,
}

/// Reads an array that stands in a text.
pub(super) fn array(text: &str, vocabulary: Vocabulary) -> Option<alloc::vec::Vec<Node>> {
    match json::parse(text) {
        Some(Node::Array(items)) => Some(items),
        // Cut off, or written as Python does.
        _ => match lenient_json::parse(text, vocabulary).0 {
            Node::Array(items) => Some(items),
            _ => None,
        },
    }
}

/// The trees among the parts.
pub(super) fn trees(parts: &[Part]) -> impl Iterator<Item = &Node> {
    parts.iter().filter_map(|part| match part {
        Part::Tree(tree) => Some(tree),
        Part::Prose(_) => None,
    })
}
