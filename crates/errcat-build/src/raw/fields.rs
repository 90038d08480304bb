//! Reads the keys of one mapping, and reports those that are missing, unknown or of the wrong type.

use serde::de::DeserializeOwned;
use serde_yaml::{Mapping, Value};

use super::{At, Both, RawWording, kind};
use crate::diagnostic::Diagnostics;
use crate::source::File;

/// A mapping that is being read. Every key that is asked for is known; [`close`](Self::close) reports the others.
pub(super) struct Fields<'v, 'd> {
    file: &'v File,
    mapping: &'v Mapping,
    path: String,
    known: Vec<&'static str>,
    faults: &'d mut Diagnostics,
}

impl<'v, 'd> Fields<'v, 'd> {
    /// Begins to read a mapping; a value of another type is reported.
    pub(super) fn open(
        file: &'v File,
        value: &'v Value,
        path: String,
        faults: &'d mut Diagnostics,
    ) -> Option<Self> {
        if let Value::Mapping(mapping) = value {
            return Some(Self { file, mapping, path, known: Vec::new(), faults });
        }
        let name = if path.is_empty() { "the file".to_owned() } else { format!("`{path}`") };
        let message = format!("{name} is {}, a mapping is due", kind(value));
        file.fault(faults, file.place(&path), "wrong-type", message, "write `key: value` pairs");
        None
    }

    /// Reports the keys that nobody asked for.
    pub(super) fn close(self) {
        for key in self.mapping.keys() {
            let shown = key.as_str().map_or_else(|| kind(key).to_owned(), str::to_owned);
            if self.known.contains(&shown.as_str()) {
                continue;
            }
            let path = self.child(&shown);
            let near = self.known.iter().find(|known| nearly_equal(known, &shown));
            let help = match near {
                Some(known) => format!("did you mean `{known}`?"),
                None => format!("the keys here are {}", self.known.join(", ")),
            };
            self.file.fault(
                self.faults,
                self.file.key_place(&path),
                "unknown-key",
                format!("unknown key `{shown}`"),
                help,
            );
        }
    }

    pub(super) fn path(&self) -> &str {
        &self.path
    }

    fn child(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}/{key}", self.path) }
    }

    fn get(&mut self, key: &'static str) -> Option<&'v Value> {
        self.known.push(key);
        self.mapping.get(key)
    }

    fn require(&mut self, key: &'static str) -> Option<&'v Value> {
        let value = self.get(key);
        if value.is_none() {
            let place = self.file.place(&self.path);
            let help = format!("add `{key}: ...`");
            self.file.fault(self.faults, place, "missing-key", format!("key `{key}` is missing"), help);
        }
        value
    }

    fn wrong_type(&mut self, path: &str, value: &Value, due: &str, help: &str) {
        let place = self.file.place(path);
        let key = path.rsplit('/').next().unwrap_or(path);
        let message = format!("`{key}` is {}, {due} is due", kind(value));
        self.file.fault(self.faults, place, "wrong-type", message, help);
    }

    /// Reads one value by serde.
    fn scalar<T: DeserializeOwned>(&mut self, path: &str, value: &Value, due: &str, help: &str) -> Option<T> {
        let read = serde_yaml::from_value(value.clone()).ok();
        if read.is_none() {
            self.wrong_type(path, value, due, help);
        }
        read
    }

    /// A text that says something.
    fn text_at(&mut self, path: String, value: &Value) -> Option<At<String>> {
        let Value::String(text) = value else {
            let help = "put the value in quotes, so that YAML reads it as a text";
            self.wrong_type(&path, value, "a text", help);
            return None;
        };
        if text.trim().is_empty() {
            let key = path.rsplit('/').next().unwrap_or(&path);
            let place = self.file.place(&path);
            let help = "write the text, or leave the key out if it is optional";
            self.file.fault(self.faults, place, "empty-text", format!("`{key}` is empty"), help);
            return None;
        }
        Some(At { value: text.clone(), path })
    }

    pub(super) fn text(&mut self, key: &'static str) -> Option<At<String>> {
        let value = self.require(key)?;
        self.text_at(self.child(key), value)
    }

    pub(super) fn optional_text(&mut self, key: &'static str) -> Option<At<String>> {
        let value = self.get(key)?;
        self.text_at(self.child(key), value)
    }

    pub(super) fn flag(&mut self, key: &'static str) -> Option<bool> {
        let value = self.get(key)?;
        self.scalar(&self.child(key), value, "a boolean", "write `true` or `false`")
    }

    pub(super) fn number(&mut self, key: &'static str) -> Option<At<i64>> {
        let value = self.get(key)?;
        let path = self.child(key);
        let number = self.scalar(&path, value, "a whole number", "write the number without quotes")?;
        Some(At { value: number, path })
    }

    pub(super) fn texts(&mut self, key: &'static str, required: bool) -> Vec<At<String>> {
        let value = if required { self.require(key) } else { self.get(key) };
        let items = self.items(key, value);
        items.into_iter().filter_map(|(path, item)| self.text_at(path, item)).collect()
    }

    /// A mapping of texts to texts.
    pub(super) fn text_pairs(&mut self, key: &'static str) -> Vec<(At<String>, At<String>)> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let path = self.child(key);
        let Value::Mapping(mapping) = value else {
            self.wrong_type(&path, value, "a mapping", "write `{ OTHER: PREFIX }`");
            return Vec::new();
        };
        let pairs = mapping.iter().filter_map(|(name, value)| {
            let path = format!("{path}/{}", name.as_str().unwrap_or_default());
            Some((self.text_at(path.clone(), name)?, self.text_at(path, value)?))
        });
        pairs.collect()
    }

    /// The items of a list, with their paths; a value of another type is reported.
    fn items(&mut self, key: &str, value: Option<&'v Value>) -> Vec<(String, &'v Value)> {
        let path = self.child(key);
        match value {
            None => Vec::new(),
            Some(Value::Sequence(items)) => {
                items.iter().enumerate().map(|(at, item)| (format!("{path}/{at}"), item)).collect()
            }
            Some(other) => {
                self.wrong_type(&path, other, "a list", "write `[first, second]`, or one `- item` a line");
                Vec::new()
            }
        }
    }

    /// Reads each item of a list of mappings.
    pub(super) fn list<T>(&mut self, key: &'static str, read: impl Fn(&mut Fields<'v, '_>) -> T) -> Vec<T> {
        let value = self.get(key);
        self.each(key, value, read)
    }

    /// As [`list`](Self::list); the list must be there and hold something.
    pub(super) fn required_list<T>(
        &mut self,
        key: &'static str,
        read: impl Fn(&mut Fields<'v, '_>) -> T,
    ) -> Vec<T> {
        let value = self.require(key);
        if matches!(value, Some(Value::Sequence(items)) if items.is_empty()) {
            let place = self.file.place(&self.child(key));
            self.file.fault(
                self.faults,
                place,
                "empty-list",
                format!("`{key}` is empty"),
                "write at least one item",
            );
        }
        self.each(key, value, read)
    }

    fn each<T>(
        &mut self,
        key: &str,
        value: Option<&'v Value>,
        read: impl Fn(&mut Fields<'v, '_>) -> T,
    ) -> Vec<T> {
        let items = self.items(key, value);
        items.into_iter().filter_map(|(path, item)| self.inside(path, item, &read)).collect()
    }

    fn inside<T>(
        &mut self,
        path: String,
        value: &'v Value,
        read: impl Fn(&mut Fields<'v, '_>) -> T,
    ) -> Option<T> {
        let mut fields = Fields::open(self.file, value, path, self.faults)?;
        let read = read(&mut fields);
        fields.close();
        Some(read)
    }

    pub(super) fn mapping<T>(
        &mut self,
        key: &'static str,
        required: bool,
        read: impl Fn(&mut Fields<'v, '_>) -> T,
    ) -> Option<T> {
        let value = if required { self.require(key) } else { self.get(key) }?;
        self.inside(self.child(key), value, read)
    }

    /// `{ en: ..., zh: ... }`, each one text.
    pub(super) fn both(&mut self, key: &'static str) -> Option<Both<String>> {
        self.mapping(key, true, both_here).flatten()
    }

    /// `{ en: ..., zh: ... }`, each one text or a list of steps, as many in each language.
    pub(super) fn both_steps(&mut self, key: &'static str, required: bool) -> Option<Both<Vec<String>>> {
        let both = self.mapping(key, required, |fields| {
            let (en, zh) = (fields.steps("en"), fields.steps("zh"));
            Some(Both { en: en?, zh: zh? })
        });
        let both = both.flatten()?;
        if both.en.len() != both.zh.len() {
            let place = self.file.place(&self.child(key));
            self.file.fault(
                self.faults,
                place,
                "steps-differ",
                format!("`{key}` has {} steps in English and {} in Chinese", both.en.len(), both.zh.len()),
                "write the same steps in both languages",
            );
        }
        Some(both)
    }

    fn steps(&mut self, key: &'static str) -> Option<Vec<String>> {
        let value = self.require(key)?;
        if !matches!(value, Value::Sequence(_)) {
            return self.text_at(self.child(key), value).map(|text| vec![text.value]);
        }
        let items = self.items(key, Some(value));
        if items.is_empty() {
            let place = self.file.place(&self.child(key));
            let help = "write at least one step, or a text";
            self.file.fault(self.faults, place, "empty-text", format!("`{key}` is empty"), help);
            return None;
        }
        items.into_iter().map(|(path, item)| self.text_at(path, item).map(|text| text.value)).collect()
    }

    /// Other wordings: a text each, or `{ message, params }`.
    pub(super) fn wordings(&mut self, key: &'static str) -> Vec<RawWording> {
        let value = self.get(key);
        let mut wordings = Vec::new();
        for (path, item) in self.items(key, value) {
            let wording = if matches!(item, Value::Mapping(_)) {
                let read = |fields: &mut Fields<'v, '_>| {
                    let message = fields.text("message");
                    let params = Some(fields.texts("params", true));
                    Some(RawWording { message: message?, params })
                };
                self.inside(path, item, read).flatten()
            } else {
                self.text_at(path, item).map(|message| RawWording { message, params: None })
            };
            wordings.extend(wording);
        }
        wordings
    }
}

/// The mapping that is being read is `{ en: ..., zh: ... }`.
pub(super) fn both_here(fields: &mut Fields<'_, '_>) -> Option<Both<String>> {
    let (en, zh) = (fields.text("en"), fields.text("zh"));
    Some(Both { en: en?.value, zh: zh?.value })
}

/// Whether two keys differ by at most two letters left out, added, changed or swapped, or by case and hyphens.
fn nearly_equal(known: &str, given: &str) -> bool {
    let plain = |key: &str| key.to_lowercase().replace(['-', '_', ' '], "");
    let (known, given) = (plain(known), plain(given));
    let common_start = known.bytes().zip(given.bytes()).take_while(|(a, b)| a == b).count();
    let rest = |text: &str| text.bytes().skip(common_start).collect::<Vec<_>>();
    let (known_rest, given_rest) = (rest(&known), rest(&given));
    let common_end = known_rest.iter().rev().zip(given_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    known_rest.len().max(given_rest.len()) - common_end <= 2
}
