//! Reads the values under the keys of a mapping, each by its type.

use serde::de::DeserializeOwned;
use serde_yaml::Value;

use super::fields::{Fields, Need, Spot, shown_key};
use super::{At, Both, List, RawWording, Text, kind};
use crate::diagnostic::{DiagnosticKind, Sound};
use crate::model::Lang;
use crate::yaml::child;

impl<'v> Fields<'v, '_> {
    /// The value of a key that may be left out.
    fn optional<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Self, Spot, &'v Value) -> Sound<T>,
    ) -> Sound<Option<T>> {
        let spot = self.spot(key);
        self.get(key).map(|value| read(self, spot, value)).transpose()
    }

    /// Reads one value by serde.
    fn scalar<T: DeserializeOwned>(&mut self, spot: &Spot, value: &Value, due: &str, help: &str) -> Sound<T> {
        serde_yaml::from_value(value.clone()).map_err(|_| self.wrong_type(spot, value, due, help))
    }

    /// A text that says something.
    fn text_at(&mut self, spot: &Spot, value: &Value) -> Sound<Text> {
        let Value::String(text) = value else {
            let help = match value {
                Value::Null => "write the text",
                Value::Sequence(_) | Value::Mapping(_) => {
                    "write one text, in quotes where it begins with `[` or `{`"
                }
                _ => "put the value in quotes, so that YAML reads it as a text",
            };
            return Err(self.wrong_type(spot, value, "a text", help));
        };
        if text.trim().is_empty() {
            let help = format!("write the text, {}", spot.or_leave_out());
            return Err(self.fault(
                spot,
                DiagnosticKind::EmptyText,
                format!("{} is empty", spot.shown),
                &help,
            ));
        }
        Ok(At { value: text.clone(), place: self.file.place(&spot.path) })
    }

    pub(super) fn text(&mut self, key: &'static str) -> Sound<Text> {
        let value = self.require(key)?;
        self.text_at(&self.spot(key), value)
    }

    pub(super) fn optional_text(&mut self, key: &'static str) -> Sound<Option<Text>> {
        self.optional(key, |fields, spot, value| fields.text_at(&spot, value))
    }

    /// A word of a closed set, which lowering looks up.
    pub(super) fn word(&mut self, key: &'static str, words: &[&str]) -> Sound<Text> {
        let value = self.require(key)?;
        self.word_at(&self.spot(key), value, words)
    }

    pub(super) fn optional_word(&mut self, key: &'static str, words: &[&str]) -> Sound<Option<Text>> {
        self.optional(key, |fields, spot, value| fields.word_at(&spot, value, words))
    }

    fn word_at(&mut self, spot: &Spot, value: &Value, words: &[&str]) -> Sound<Text> {
        if value.is_string() {
            return self.text_at(spot, value);
        }
        Err(self.wrong_type(spot, value, "a text", &format!("use one of {}", words.join(", "))))
    }

    pub(super) fn flag(&mut self, key: &'static str) -> Sound<Option<bool>> {
        let help = "write `true` or `false`";
        self.optional(key, |fields, spot, value| fields.scalar(&spot, value, "a boolean", help))
    }

    pub(super) fn status(&mut self, key: &'static str) -> Sound<Option<At<i64>>> {
        self.optional(key, |fields, spot, value| {
            let help = match value {
                Value::Sequence(_) => "write one number, and an entry for each other status",
                Value::String(text) if text.trim().parse::<i64>().is_ok() => {
                    "write the number without quotes"
                }
                _ => "write a number from 100 to 599",
            };
            let value = fields.scalar(&spot, value, "a whole number", help)?;
            Ok(At { value, place: fields.file.place(&spot.path) })
        })
    }

    pub(super) fn texts(&mut self, key: &'static str, need: Need) -> List<Text> {
        let items = self.items_of(key, need)?;
        Ok(items.into_iter().map(|(spot, item)| self.text_at(&spot, item)).collect())
    }

    /// A mapping of texts to texts. The place of a key is that of the key, not of its value.
    pub(super) fn text_pairs(&mut self, key: &'static str) -> List<(Text, Text)> {
        let Some(value) = self.get(key) else { return Ok(Vec::new()) };
        let spot = self.spot(key);
        let Value::Mapping(mapping) = value else {
            return Err(self.wrong_type(&spot, value, "a mapping", "write `{ OTHER: PREFIX }`"));
        };
        let pairs = mapping.iter().enumerate().map(|(number, (name, value))| {
            let place = self.file.key_place(&spot.path, number);
            let Some(text) = name.as_str() else {
                let shown = shown_key(name).map_or_else(|| "a key".to_owned(), |key| format!("key `{key}`"));
                let message = format!("{shown} of {} is {}, a text is due", spot.shown, kind(name));
                let help = "put the key in quotes, so that YAML reads it as a text";
                return Err(self.file.fault(self.faults, place, DiagnosticKind::WrongType, message, help));
            };
            let path = child(&spot.path, text);
            let spot = Spot { path, shown: format!("`{text}`"), is_item: false };
            let value = self.text_at(&spot, value)?;
            Ok((At { value: text.to_owned(), place }, value))
        });
        Ok(pairs.collect())
    }

    /// Reads each item of a list of mappings.
    pub(super) fn list<T>(
        &mut self,
        key: &'static str,
        need: Need,
        read: impl Fn(&mut Fields<'v, '_>) -> T,
    ) -> List<T> {
        let items = self.items_of(key, need)?;
        Ok(items.into_iter().map(|(spot, item)| self.inside(&spot, item, &read)).collect())
    }

    pub(super) fn mapping<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Fields<'v, '_>) -> T,
    ) -> Sound<T> {
        let value = self.require(key)?;
        self.inside(&self.spot(key), value, read)
    }

    pub(super) fn optional_mapping<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Fields<'v, '_>) -> Sound<T>,
    ) -> Sound<Option<T>> {
        self.optional(key, |fields, spot, value| fields.inside(&spot, value, read)?)
    }

    /// `{ en: ..., zh: ... }`, each one text.
    pub(super) fn both(&mut self, key: &'static str) -> Sound<Both<String>> {
        self.mapping(key, both_here)?
    }

    /// `{ en: ..., zh: ... }`, each one text or a list of steps, as many in each language.
    pub(super) fn both_steps(&mut self, key: &'static str) -> Sound<Both<Vec<Text>>> {
        let value = self.require(key)?;
        self.both_steps_at(&self.spot(key), value)
    }

    pub(super) fn optional_both_steps(&mut self, key: &'static str) -> Sound<Option<Both<Vec<Text>>>> {
        self.optional(key, |fields, spot, value| fields.both_steps_at(&spot, value))
    }

    fn both_steps_at(&mut self, spot: &Spot, value: &'v Value) -> Sound<Both<Vec<Text>>> {
        let Both { en, zh } = self.inside(spot, value, |both| both.each_language(Fields::steps))??;
        if !en.is_empty() && !zh.is_empty() && en.len() != zh.len() {
            let message =
                format!("{} has {} steps in English and {} in Chinese", spot.shown, en.len(), zh.len());
            return Err(self.fault(
                spot,
                DiagnosticKind::StepsDiffer,
                message,
                "write the same steps in both languages",
            ));
        }
        Ok(Both { en, zh })
    }

    /// Reads the value of each language that is due or there.
    fn each_language<T: Default>(
        &mut self,
        read: impl Fn(&mut Self, &'static str) -> Sound<T>,
    ) -> Sound<Both<T>> {
        let mut of = |lang: Lang, key: &'static str| {
            if self.get(key).is_some() {
                return read(self, key).map(Some);
            }
            if !self.languages.contains(lang) {
                return Ok(None);
            }
            let help = format!(
                "add `{key}: ...`, or do not ask for the language (`Config::languages`, `check --languages`)"
            );
            Err(self.missing(key, &help))
        };
        let (en, zh) = (of(Lang::En, "en"), of(Lang::Zh, "zh"));
        let (en, zh) = (en?, zh?);
        if en.is_none() && zh.is_none() {
            let message = "neither `en` nor `zh` is there".to_owned();
            return Err(self.missing_key(message, "add `en: ...`, `zh: ...` or both"));
        }
        Ok(Both { en: en.unwrap_or_default(), zh: zh.unwrap_or_default() })
    }

    fn steps(&mut self, key: &'static str) -> Sound<Vec<Text>> {
        let value = self.require(key)?;
        let spot = self.spot(key);
        if !matches!(value, Value::Sequence(_)) {
            return Ok(vec![self.text_at(&spot, value)?]);
        }
        let items = self.items(&spot, value)?;
        if items.is_empty() {
            let help = "write at least one step, or a text";
            return Err(self.fault(
                &spot,
                DiagnosticKind::EmptyText,
                format!("{} is empty", spot.shown),
                help,
            ));
        }
        // All of them, before the first fault ends this.
        let steps: Vec<Sound<Text>> =
            items.into_iter().map(|(spot, item)| self.text_at(&spot, item)).collect();
        steps.into_iter().collect()
    }

    /// Other wordings: a text each, or `{ message, params }`.
    pub(super) fn wordings(&mut self, key: &'static str) -> List<RawWording> {
        let items = self.items_of(key, Need::Nothing)?;
        let wordings = items.into_iter().map(|(spot, item)| {
            if !matches!(item, Value::Mapping(_)) {
                return Ok(RawWording { message: self.text_at(&spot, item), params: None });
            }
            self.inside(&spot, item, |fields| RawWording {
                message: fields.text("message"),
                params: Some(fields.texts("params", Need::Key)),
            })
        });
        Ok(wordings.collect())
    }
}

/// The mapping that is being read is `{ en: ..., zh: ... }`.
pub(super) fn both_here(fields: &mut Fields<'_, '_>) -> Sound<Both<String>> {
    fields.each_language(|fields, key| Ok(fields.text(key)?.value))
}
