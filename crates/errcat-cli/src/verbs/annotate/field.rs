//! Fields of JSON records, by their names.

use std::collections::HashMap;

use serde_json::value::RawValue;

/// The name of a field, with dots between the names of nested ones.
pub(super) struct Field(String);

/// An object whose values are still text.
type Object<'r> = HashMap<String, &'r RawValue>;

impl Field {
    pub(super) fn new(name: &str) -> Self {
        Self(name.to_owned())
    }

    /// The values of the field in an object: as text, or as JSON if it is no text. In a list, each item is looked at.
    pub(super) fn values(&self, object: &Object<'_>) -> Vec<String> {
        let mut values = Vec::new();
        in_object(object, &self.0, &mut values);
        values
    }
}

/// The top of a record; `None` if it is no JSON object.
pub(super) fn object(record: &str) -> Option<Object<'_>> {
    serde_json::from_str(record).ok()
}

/// Looks for the whole name first, then for each way of cutting it: `log.level` is one key in many logs.
fn in_object(object: &Object<'_>, name: &str, values: &mut Vec<String>) {
    if let Some(value) = object.get(name) {
        return add(value, values);
    }
    for (dot, _) in name.match_indices('.') {
        let (first, rest) = name.split_at(dot);
        if let Some(value) = object.get(first) {
            in_value(value, rest.trim_start_matches('.'), values);
        }
    }
}

fn in_value(value: &RawValue, name: &str, values: &mut Vec<String>) {
    if let Ok(object) = serde_json::from_str::<Object<'_>>(value.get()) {
        in_object(&object, name, values);
    } else if let Ok(items) = serde_json::from_str::<Vec<&RawValue>>(value.get()) {
        for item in items {
            in_value(item, name, values);
        }
    }
}

fn add(value: &RawValue, values: &mut Vec<String>) {
    let text = serde_json::from_str::<String>(value.get());
    values.push(text.unwrap_or_else(|_| value.get().to_owned()));
}

#[cfg(test)]
mod tests {
    use super::{Field, object};

    #[test]
    fn fields_by_name() {
        let record =
            r#"{"a":{"b":"one","c.d":{"e":"two"}},"a.b":"three","l":[{"m":"four"},{"m":5},6],"n":{"x":1}}"#;
        let values = |name: &str| Field::new(name).values(&object(record).unwrap());
        assert_eq!(values("a.b"), ["three"]);
        assert_eq!(values("a.c.d.e"), ["two"]);
        assert_eq!(values("l.m"), ["four", "5"]);
        assert_eq!(values("n"), [r#"{"x":1}"#]);
        assert!(values("a.x").is_empty() && values("m").is_empty() && values("").is_empty());
        assert!(object("[1]").is_none() && object(r#"{"a":}"#).is_none());
    }
}
