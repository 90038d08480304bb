//! Fields of JSON records, by their names.
//!
//! A record is read once, from its beginning to its end, for all fields together. Objects and lists are gone into where
//! the name of a field leads, and not deeper than [`DEEPEST`]; everything else is skipped, which takes no stack.

use std::fmt;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::value::RawValue;

/// Objects and lists within each other are looked into up to this depth. What is deeper is passed over.
const DEEPEST: usize = 64;

/// The fields that are looked at, by name; with dots between the names of nested ones.
pub(super) struct Fields(Vec<String>);

/// What a record holds.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Record {
    /// The values of the fields, in the order of the fields: as text, or as JSON if a value is not a string. In a list,
    /// each item is looked at.
    pub(super) values: Vec<String>,
    /// Whether the record has the key that was asked for.
    pub(super) has_key: bool,
}

impl Fields {
    pub(super) fn new(names: &[String]) -> Self {
        Self(names.to_vec())
    }

    /// Reads a record, and looks whether it has this key. Returns `None` if it is not a JSON object.
    pub(super) fn read(&self, record: &str, key: &str) -> Option<Record> {
        if !record.trim_start().starts_with('{') {
            return None;
        }
        let wanted: Vec<_> = self.0.iter().enumerate().map(|(field, name)| Wanted { field, name }).collect();
        let mut values = vec![Vec::new(); self.0.len()];
        let mut has_key = false;
        let mut reader = serde_json::Deserializer::from_str(record);
        let top = Part { wanted: &wanted, depth: 0, values: &mut values, key: Some((key, &mut has_key)) };
        top.deserialize(&mut reader).ok()?;
        reader.end().ok()?;
        Some(Record { values: values.into_iter().flatten().collect(), has_key })
    }
}

/// What is left of the name of a field, below the keys that led here.
#[derive(Clone, Copy)]
struct Wanted<'n> {
    field: usize,
    name: &'n str,
}

/// A part of a record that names lead into.
struct Part<'a, 'n> {
    /// At most one name per field.
    wanted: &'a [Wanted<'n>],
    depth: usize,
    /// The values of each field.
    values: &'a mut [Vec<String>],
    /// The key that is asked for, and whether it is there.
    key: Option<(&'a str, &'a mut bool)>,
}

impl<'de> DeserializeSeed<'de> for Part<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        if self.depth < DEEPEST {
            reader.deserialize_any(self)
        } else {
            IgnoredAny::deserialize(reader).map(drop)
        }
    }
}

impl<'de> Visitor<'de> for Part<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        let mut found = Found::default();
        let key = self.key.as_ref().map(|(key, _)| *key);
        while let Some(led) = map.next_key_seed(Key { wanted: self.wanted, key })? {
            if let Some((_, has_key)) = &mut self.key {
                **has_key |= led.is_key;
            }
            if led.whole.is_empty() && led.below.is_empty() {
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            let mut below = vec![Vec::new(); self.values.len()];
            let names: Vec<_> = led.below.iter().map(|(_, wanted)| *wanted).collect();
            let part = Part { wanted: &names, depth: self.depth + 1, values: &mut below, key: None };
            if led.whole.is_empty() {
                map.next_value_seed(part)?;
            } else {
                let raw: &RawValue = map.next_value()?;
                let text: String = serde_json::from_str(raw.get()).unwrap_or_else(|_| raw.get().to_owned());
                led.whole.iter().for_each(|field| found.whole(*field, &text));
                if !names.is_empty() {
                    let mut reader = serde_json::Deserializer::from_str(raw.get());
                    part.deserialize(&mut reader).map_err(A::Error::custom)?;
                }
            }
            for (dot, wanted) in led.below {
                found.below(
                    wanted.field,
                    dot,
                    below.get_mut(wanted.field).map(std::mem::take).unwrap_or_default(),
                );
            }
        }
        found.add_to(self.values);
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let Self { wanted, depth, values, .. } = self;
        while items.next_element_seed(Part { wanted, depth: depth + 1, values, key: None })?.is_some() {}
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
}

/// What is found in an object. The last of equal keys counts.
#[derive(Default)]
struct Found {
    /// By field, the value whose key is the whole name.
    whole: Vec<(usize, String)>,
    /// By field and the place of the dot where its name is cut, the values below the key.
    below: Vec<(usize, usize, Vec<String>)>,
}

impl Found {
    fn whole(&mut self, field: usize, text: &str) {
        self.whole.retain(|(known, _)| *known != field);
        self.whole.push((field, text.to_owned()));
    }

    fn below(&mut self, field: usize, dot: usize, values: Vec<String>) {
        self.below.retain(|(known, at, _)| (*known, *at) != (field, dot));
        self.below.push((field, dot, values));
    }

    /// Adds the values to those of each field. A key that is the whole name counts alone: `log.level` is one key in many
    /// logs.
    fn add_to(mut self, values: &mut [Vec<String>]) {
        self.below.sort_by_key(|(_, dot, _)| *dot);
        for (field, _, below) in self.below {
            if let Some(values) =
                values.get_mut(field).filter(|_| self.whole.iter().all(|(known, _)| *known != field))
            {
                values.extend(below);
            }
        }
        for (field, text) in self.whole {
            if let Some(values) = values.get_mut(field) {
                values.push(text);
            }
        }
    }
}

/// Where a key leads.
#[derive(Default)]
struct Led<'n> {
    /// The fields whose whole name it is.
    whole: Vec<usize>,
    /// The fields whose name begins with it and a dot: where the dot is, and what follows it.
    below: Vec<(usize, Wanted<'n>)>,
    /// Whether it is the key that is asked for.
    is_key: bool,
}

/// Reads a key.
struct Key<'a, 'n> {
    wanted: &'a [Wanted<'n>],
    key: Option<&'a str>,
}

impl<'de, 'n> DeserializeSeed<'de> for Key<'_, 'n> {
    type Value = Led<'n>;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Led<'n>, D::Error> {
        reader.deserialize_str(self)
    }
}

impl<'n> Visitor<'_> for Key<'_, 'n> {
    type Value = Led<'n>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<Led<'n>, E> {
        let mut led = Led { is_key: self.key.is_some_and(|wanted| wanted == key), ..Led::default() };
        for wanted in self.wanted {
            match wanted.name.strip_prefix(key) {
                Some("") => led.whole.push(wanted.field),
                Some(rest) if rest.starts_with('.') => {
                    let name = rest.trim_start_matches('.');
                    led.below.push((key.len(), Wanted { field: wanted.field, name }));
                }
                _ => {}
            }
        }
        Ok(led)
    }
}

#[cfg(test)]
mod tests {
    use super::{DEEPEST, Fields};

    fn values(record: &str, names: &[&str]) -> Vec<String> {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        Fields::new(&names).read(record, "errcat").unwrap().values
    }

    #[test]
    fn fields_by_name() {
        let record =
            r#"{"a":{"b":"one","c.d":{"e":"two"}},"a.b":"three","l":[{"m":"four"},{"m":5},6],"n":{"x":1}}"#;
        assert_eq!(values(record, &["a.b"]), ["three"]);
        assert_eq!(values(record, &["a.c.d.e"]), ["two"]);
        assert_eq!(values(record, &["l.m"]), ["four", "5"]);
        assert_eq!(values(record, &["n"]), [r#"{"x":1}"#]);
        for none in ["a.x", "m", "", "a.b.c", "n.x.y"] {
            assert!(values(record, &[none]).is_empty(), "{none}");
        }
        // In the order of the fields, also where one is within the other.
        assert_eq!(values(record, &["n.x", "n", "a.b"]), ["1", r#"{"x":1}"#, "three"]);
        // The name is cut at its first dot before it is at the second; the last of equal keys counts.
        let record = r#"{"a.b":{"c":"late"},"a":{"b.c":"lost"},"a":{"b.c":"early"}}"#;
        assert_eq!(values(record, &["a.b.c"]), ["early", "late"]);
        assert_eq!(values("{\"m\":\"a\\u0041\\ud800\"}", &["m"]), ["\"a\\u0041\\ud800\""]);
    }

    #[test]
    fn the_key_is_seen_at_the_top_only() {
        let fields = Fields::new(&[]);
        assert!(fields.read(r#"{"errcat":1}"#, "errcat").unwrap().has_key);
        assert!(!fields.read(r#"{"a":{"errcat":1}}"#, "errcat").unwrap().has_key);
        for not_an_object in ["[]", "\"x\"", "{", "{} {}", "", "{\"a\":}", "{\"a\":1"] {
            assert_eq!(fields.read(not_an_object, "errcat"), None, "{not_an_object}");
        }
    }

    #[test]
    fn what_is_too_deep_is_passed_over() {
        let nested =
            |depth: usize| format!(r#"{{"a":{}{{"m":"x"}}{}}}"#, "[".repeat(depth), "]".repeat(depth));
        assert_eq!(values(&nested(DEEPEST - 2), &["a.m"]), ["x"]);
        for depth in [DEEPEST - 1, 127, 128, 100_000] {
            assert!(values(&nested(depth), &["a.m"]).is_empty(), "{depth}");
        }
        let unrelated = format!(r#"{{"b":{}{},"m":"x"}}"#, "[".repeat(100_000), "]".repeat(100_000));
        assert_eq!(values(&unrelated, &["m", "b.m"]), ["x"]);
        let open = format!(r#"{{"a":{}"#, "[".repeat(100_000));
        assert_eq!(Fields::new(&["a.m".to_owned()]).read(&open, "errcat"), None);
    }
}
