//! What a body holds, whatever it was written in.

use alloc::string::String;
use alloc::vec::Vec;

/// A value of a body. Objects keep the order of their keys, and keys that stand twice.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::response) enum Node {
    /// `null`.
    Null,
    /// A text.
    Text(String),
    /// A number or a boolean, as it is written.
    Bare(String),
    /// An array.
    Array(Vec<Node>),
    /// An object.
    Object(Vec<(String, Node)>),
}

impl Node {
    /// The text of a scalar that is not empty.
    pub(in crate::response) fn scalar(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Bare(text) if !text.trim().is_empty() => Some(text),
            _ => None,
        }
    }
}
