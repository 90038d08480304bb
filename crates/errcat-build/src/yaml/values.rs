//! Reads the values of a document through serde.

use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, IgnoredAny, MapAccess, SeqAccess, VariantAccess, Visitor,
};

use super::limits::DEEPEST;
use super::tree::{Mapping, Node, NodeId, Value};

/// The first document of a file.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) root: Node,
    /// The keys that their mapping has already.
    pub(super) repeated: Vec<Repeated>,
    /// Whether another document follows.
    pub(super) more: bool,
}

/// A key that its mapping has already.
#[derive(Debug)]
pub(super) struct Repeated {
    pub(super) key: String,
    pub(super) first: NodeId,
    pub(super) again: NodeId,
}

/// Why a document cannot be read.
#[derive(Debug)]
pub(super) enum Unreadable {
    /// This node is nested too deep.
    TooDeep(NodeId),
    /// The text is not YAML.
    Syntax(serde_yaml::Error),
}

/// Reads the first document of a text; null where there is none.
pub(super) fn read(text: &str) -> Result<Document, Unreadable> {
    let mut builder = Builder::default();
    let mut documents = serde_yaml::Deserializer::from_str(text);
    let root = match documents.next() {
        Some(document) => Seed(&mut builder).deserialize(document),
        None => Ok(Node { id: 0, value: Value::Null }),
    };
    match (root, builder.too_deep) {
        (Ok(root), _) => Ok(Document { root, repeated: builder.repeated, more: documents.next().is_some() }),
        (Err(_), Some(node)) => Err(Unreadable::TooDeep(node)),
        (Err(error), None) => Err(Unreadable::Syntax(error)),
    }
}

/// Numbers the nodes, and notes what must not be in a catalog.
#[derive(Debug, Default)]
struct Builder {
    next: NodeId,
    depth: usize,
    too_deep: Option<NodeId>,
    repeated: Vec<Repeated>,
}

impl Builder {
    /// Begins a collection, the node numbered last.
    fn open<E: serde::de::Error>(&mut self) -> Result<(), E> {
        self.depth += 1;
        if self.depth > DEEPEST {
            self.too_deep = self.next.checked_sub(1);
            return Err(E::custom("nested too deep"));
        }
        Ok(())
    }

    /// Notes the keys that are repeated in a mapping.
    fn note_repeated(&mut self, pairs: &[(Node, Node)]) {
        let mut seen: HashMap<(bool, Cow<'_, str>), NodeId> = HashMap::with_capacity(pairs.len());
        for (key, _) in pairs {
            // A text is another key than the number that it reads as.
            let (is_text, shown) = match &key.value {
                Value::Text(text) => (true, Some(Cow::Borrowed(text.as_str()))),
                other => (false, other.shown().map(Cow::Owned)),
            };
            let Some(shown) = shown else { continue };
            match seen.entry((is_text, shown)) {
                Entry::Vacant(place) => {
                    place.insert(key.id);
                }
                Entry::Occupied(first) => {
                    let key_text = first.key().1.clone().into_owned();
                    self.repeated.push(Repeated { key: key_text, first: *first.get(), again: key.id });
                }
            }
        }
    }
}

/// Reads the next node.
struct Seed<'b>(&'b mut Builder);

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        let id = self.0.next;
        self.0.next = id.saturating_add(1);
        let value = deserializer.deserialize_any(ValueVisitor(self.0))?;
        Ok(Node { id, value })
    }
}

/// Reads what follows a tag: the same node once more.
struct Tagged<'b>(&'b mut Builder);

impl<'de> DeserializeSeed<'de> for Tagged<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(ValueVisitor(self.0)).map(|_| Value::Tagged)
    }
}

struct ValueVisitor<'b>(&'b mut Builder);

impl<'de> Visitor<'de> for ValueVisitor<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
        Ok(Value::Bool(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Integer(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(i64::try_from(number).map_or(Value::LargeInteger, Value::Integer))
    }

    fn visit_i128<E>(self, _: i128) -> Result<Value, E> {
        Ok(Value::LargeInteger)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Value, E> {
        Ok(Value::LargeInteger)
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Float(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        self.0.open::<A::Error>()?;
        let mut items = Vec::new();
        while let Some(item) = list.next_element_seed(Seed(&mut *self.0))? {
            items.push(item);
        }
        self.0.depth -= 1;
        Ok(Value::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut mapping: A) -> Result<Value, A::Error> {
        self.0.open::<A::Error>()?;
        let mut pairs = Vec::new();
        while let Some(key) = mapping.next_key_seed(Seed(&mut *self.0))? {
            pairs.push((key, mapping.next_value_seed(Seed(&mut *self.0))?));
        }
        self.0.depth -= 1;
        self.0.note_repeated(&pairs);
        Ok(Value::Mapping(Mapping { pairs }))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<Value, A::Error> {
        let (IgnoredAny, value) = tagged.variant()?;
        value.newtype_variant_seed(Tagged(self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn keys_that_are_repeated() {
        let repeated = |text: &str| {
            let found = read(text).unwrap().repeated;
            found.into_iter().map(|one| (one.key, one.first, one.again)).collect::<Vec<_>>()
        };
        assert_eq!(repeated("a: 1\nb: 2\na: 3\n"), [("a".to_owned(), 1, 5)]);
        assert_eq!(repeated("1: a\n1: b\n~: c\nnull: d\n").len(), 2);
        // A text is another key than a number, and collections are not compared.
        assert_eq!(repeated("1: a\n'1': b\n? [x]\n: c\n? [x]\n: d\n"), []);
    }
}
