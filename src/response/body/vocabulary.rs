//! What a parser is told about keys.

/// The words that tell fields from other text, where the syntax alone cannot.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Vocabulary {
    /// Whether errors have a key of this name.
    pub(crate) is_key: fn(&str) -> bool,
    /// Whether a list of fields without braces can begin with this key.
    pub(crate) begins_fields: fn(&str) -> bool,
}
