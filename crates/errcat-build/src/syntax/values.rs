//! Reads the values under the keys of a mapping, each by its type.

use super::fields::{Fields, Need, Spot};
use super::item::{At, List, Text};
use crate::diagnostic::{DiagnosticKind, Sound};
use crate::model::{Bilingual, Lang};
use crate::placeholder::MOST_PLACEHOLDERS;
use crate::yaml::{Node, Value};

impl<'v> Fields<'v, '_> {
    /// The value of a key that may be left out.
    pub(super) fn optional<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Self, Spot<'static>, &'v Node) -> Sound<T>,
    ) -> Sound<Option<T>> {
        self.get(key).map(|node| read(self, Spot::of(key), node)).transpose()
    }

    /// A text that says something.
    pub(super) fn text_at(&mut self, spot: Spot<'_>, node: &Node) -> Sound<Text> {
        let Value::Text(text) = &node.value else {
            let help = match node.value {
                Value::Null => "write the text",
                Value::List(_) | Value::Mapping(_) => {
                    "write one text, in quotes where it begins with `[` or `{`"
                }
                _ => "put the value in quotes, so that YAML reads it as a text",
            };
            return Err(self.wrong_type(spot, node, "a text", help));
        };
        if text.trim().is_empty() {
            let help = format!("write the text, {}", spot.or_leave_out());
            return Err(self.fault(node, DiagnosticKind::EmptyText, format!("{spot} is empty"), &help));
        }
        Ok(At { value: text.clone(), place: node.place() })
    }

    pub(super) fn text(&mut self, key: &'static str) -> Sound<Text> {
        let node = self.require(key)?;
        self.text_at(Spot::of(key), node)
    }

    pub(super) fn optional_text(&mut self, key: &'static str) -> Sound<Option<Text>> {
        self.optional(key, |fields, spot, node| fields.text_at(spot, node))
    }

    /// A word of a closed set, which lowering looks up.
    pub(super) fn word(&mut self, key: &'static str, words: &[&str]) -> Sound<Text> {
        let node = self.require(key)?;
        self.word_at(Spot::of(key), node, words)
    }

    pub(super) fn optional_word(&mut self, key: &'static str, words: &[&str]) -> Sound<Option<Text>> {
        self.optional(key, |fields, spot, node| fields.word_at(spot, node, words))
    }

    fn word_at(&mut self, spot: Spot<'_>, node: &Node, words: &[&str]) -> Sound<Text> {
        if node.value.as_text().is_some() {
            return self.text_at(spot, node);
        }
        Err(self.wrong_type(spot, node, "a text", &format!("use one of {}", words.join(", "))))
    }

    pub(super) fn flag(&mut self, key: &'static str) -> Sound<Option<bool>> {
        self.optional(key, |fields, spot, node| match node.value {
            Value::Bool(flag) => Ok(flag),
            _ => Err(fields.wrong_type(spot, node, "a boolean", "write `true` or `false`")),
        })
    }

    /// A whole number; messages call the right ones as `due` says: `a number from 100 to 599`.
    pub(super) fn number(&mut self, key: &'static str, due: &str) -> Sound<Option<At<i64>>> {
        self.optional(key, |fields, spot, node| {
            let help = match &node.value {
                Value::Integer(value) => return Ok(At { value: *value, place: node.place() }),
                Value::List(_) if key == "status" => {
                    "write one number, and an entry for each other status".to_owned()
                }
                Value::Text(text) if text.trim().parse::<i64>().is_ok() => {
                    "write the number without quotes".to_owned()
                }
                _ => format!("write {due}"),
            };
            Err(fields.wrong_type(spot, node, "a whole number", &help))
        })
    }

    pub(super) fn texts(&mut self, key: &'static str, need: Need) -> List<Text> {
        self.items_as(key, need, |fields, spot, item| fields.text_at(spot, item))
    }

    /// The names of placeholders.
    pub(super) fn names(&mut self, key: &'static str, need: Need) -> List<Text> {
        if let Some(node) = self.get(key)
            && let Value::List(items) = &node.value
            && items.len() > MOST_PLACEHOLDERS
        {
            let message = format!("`{key}` has {} items, {MOST_PLACEHOLDERS} is the most", items.len());
            let help = "name the placeholders of the message, and nothing else";
            return Err(self.fault(node, DiagnosticKind::TooManyPlaceholders, message, help));
        }
        self.texts(key, need)
    }

    /// A mapping of texts to texts, such as the example. The place of a key is that of the key, not of its value.
    pub(super) fn text_pairs(&mut self, key: &'static str, example: &str) -> List<(Text, Text)> {
        let Some(node) = self.get(key) else { return Ok(Vec::new()) };
        let spot = Spot::of(key);
        let Value::Mapping(mapping) = &node.value else {
            return Err(self.wrong_type(spot, node, "a mapping", &format!("write `{example}`")));
        };
        let pairs = mapping.iter().map(|(name, value)| {
            let Some(text) = name.value.as_text() else {
                let kind = name.value.kind();
                let shown = name.value.shown();
                let shown = shown.map_or_else(|| "a key".to_owned(), |key| format!("key `{key}`"));
                let message = format!("{shown} of {spot} is {kind}, a text is due");
                let help = "put the key in quotes, so that YAML reads it as a text";
                return Err(self.fault(name, DiagnosticKind::WrongType, message, help));
            };
            let value = self.text_at(Spot::of(text), value)?;
            Ok((At { value: text.to_owned(), place: name.place() }, value))
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
        self.items_as(key, need, |fields, spot, item| fields.inside(spot, item, &read))
    }

    pub(super) fn mapping<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Fields<'v, '_>) -> T,
    ) -> Sound<T> {
        let node = self.require(key)?;
        self.inside(Spot::of(key), node, read)
    }

    pub(super) fn optional_mapping<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Fields<'v, '_>) -> T,
    ) -> Sound<Option<T>> {
        self.optional(key, |fields, spot, node| fields.inside(spot, node, read))
    }

    /// `{ en: ..., zh: ... }`, each one text.
    pub(super) fn bilingual(&mut self, key: &'static str) -> Sound<Bilingual<String>> {
        self.mapping(key, texts_here)?
    }

    pub(super) fn optional_bilingual(&mut self, key: &'static str) -> Sound<Option<Bilingual<String>>> {
        self.optional(key, |fields, spot, node| fields.inside(spot, node, texts_here)?)
    }

    /// `{ en: ..., zh: ... }`, each one text or a list of steps, as many in each language.
    pub(super) fn steps(&mut self, key: &'static str) -> Sound<Bilingual<Vec<Text>>> {
        let node = self.require(key)?;
        self.steps_at(Spot::of(key), node)
    }

    pub(super) fn optional_steps(&mut self, key: &'static str) -> Sound<Option<Bilingual<Vec<Text>>>> {
        self.optional(key, |fields, spot, node| fields.steps_at(spot, node))
    }

    fn steps_at(&mut self, spot: Spot<'_>, node: &'v Node) -> Sound<Bilingual<Vec<Text>>> {
        let Bilingual { en, zh } =
            self.inside(spot, node, |fields| fields.each_language(Fields::steps_of_language))??;
        if !en.is_empty() && !zh.is_empty() && en.len() != zh.len() {
            let message = format!("{spot} has {} steps in English and {} in Chinese", en.len(), zh.len());
            let help = "write the same steps in both languages";
            return Err(self.fault(node, DiagnosticKind::StepsDiffer, message, help));
        }
        Ok(Bilingual { en, zh })
    }

    /// Reads the value of each language that is required or there.
    fn each_language<T: Default>(
        &mut self,
        read: impl Fn(&mut Self, &'static str) -> Sound<T>,
    ) -> Sound<Bilingual<T>> {
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
        let (en, zh) = (of(Lang::EN, "en"), of(Lang::ZH, "zh"));
        let (en, zh) = (en?, zh?);
        if en.is_none() && zh.is_none() {
            let message = "neither `en` nor `zh` is there".to_owned();
            return Err(self.missing_key(message, "add `en: ...`, `zh: ...` or both"));
        }
        Ok(Bilingual { en: en.unwrap_or_default(), zh: zh.unwrap_or_default() })
    }

    fn steps_of_language(&mut self, key: &'static str) -> Sound<Vec<Text>> {
        let node = self.require(key)?;
        let spot = Spot::of(key);
        if !matches!(node.value, Value::List(_)) {
            return Ok(vec![self.text_at(spot, node)?]);
        }
        // All of them, before the first problem ends this.
        let steps: Vec<Sound<Text>> =
            self.items(spot, node)?.map(|(spot, item)| self.text_at(spot, item)).collect();
        if steps.is_empty() {
            let help = "write at least one step, or a text";
            return Err(self.fault(node, DiagnosticKind::EmptyText, format!("{spot} is empty"), help));
        }
        steps.into_iter().collect()
    }
}

/// The mapping that is being read is `{ en: ..., zh: ... }`.
pub(super) fn texts_here(fields: &mut Fields<'_, '_>) -> Sound<Bilingual<String>> {
    fields.each_language(|fields, key| Ok(fields.text(key)?.value))
}
