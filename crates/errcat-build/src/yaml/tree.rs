//! The values of a document.

/// The number of a node. Keys and values are numbered in the order in which they begin in the document.
pub(super) type NodeId = u32;

/// A key or a value of a document.
#[derive(Debug)]
pub(crate) struct Node {
    pub(super) id: NodeId,
    pub(crate) value: Value,
}

/// What a node holds.
#[derive(Debug)]
pub(crate) enum Value {
    Null,
    Bool(bool),
    Integer(i64),
    /// A number with a fraction.
    Float(f64),
    /// An integer that [`Value::Integer`] cannot hold.
    LargeInteger,
    Text(String),
    List(Vec<Node>),
    Mapping(Mapping),
    /// A value with a tag of its own: `!tag value`.
    Tagged,
}

impl Value {
    /// Returns what a reader would call a value of this type.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "a boolean",
            Self::Integer(_) | Self::Float(_) => "a number",
            Self::LargeInteger => "a number too large to read",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Mapping(_) => "a mapping",
            Self::Tagged => "a tagged value",
        }
    }

    /// Returns the text, if it is one.
    pub(crate) fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// Returns a scalar as it may be shown in a message.
    pub(crate) fn shown(&self) -> Option<String> {
        match self {
            Self::Null => Some("null".to_owned()),
            Self::Bool(flag) => Some(flag.to_string()),
            Self::Integer(number) => Some(number.to_string()),
            Self::Float(number) => Some(format!("{number:?}")),
            Self::Text(text) => Some(text.clone()),
            Self::LargeInteger | Self::List(_) | Self::Mapping(_) | Self::Tagged => None,
        }
    }
}

/// Keys and their values, in the order of the document.
#[derive(Debug)]
pub(crate) struct Mapping {
    pub(super) pairs: Vec<(Node, Node)>,
}

impl Mapping {
    /// A mapping without keys.
    pub(crate) const EMPTY: Self = Self { pairs: Vec::new() };

    /// Returns the value of a key.
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        self.pairs.iter().find(|(other, _)| other.value.as_text() == Some(key)).map(|(_, value)| value)
    }

    /// Returns the keys and their values.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&Node, &Node)> {
        self.pairs.iter().map(|(key, value)| (key, value))
    }
}

impl Node {
    /// Finds the node with this number in the tree below this one.
    pub(super) fn find(&self, id: NodeId) -> Option<&Self> {
        let mut node = self;
        while node.id != id {
            // The node is in the last child that begins before it or with it.
            node = match &node.value {
                Value::List(items) => {
                    let behind = items.partition_point(|item| item.id <= id);
                    items.get(behind.checked_sub(1)?)?
                }
                Value::Mapping(mapping) => {
                    let behind = mapping.pairs.partition_point(|(key, _)| key.id <= id);
                    let (key, value) = mapping.pairs.get(behind.checked_sub(1)?)?;
                    if value.id <= id { value } else { key }
                }
                _ => return None,
            };
        }
        Some(node)
    }
}

#[cfg(test)]
mod tests {
    use super::super::values;

    #[test]
    fn nodes_are_numbered_in_document_order() {
        let document = values::read("a: [b, {c: d}]\n? [e, f]\n: g\nh: i\n").unwrap();
        let found: Vec<String> = (0..)
            .map_while(|id| document.root.find(id))
            .map(|node| node.value.shown().unwrap_or_default())
            .collect();
        assert_eq!(found, ["", "a", "", "b", "", "c", "d", "", "e", "f", "g", "h", "i"]);
    }
}
