//! Reads the keys of one mapping, and reports those that are missing, unknown or no keys at all.

use serde_yaml::{Mapping, Value};

use super::kind;
use super::near::nearly_equal;
use crate::diagnostic::{Diagnostics, Reported, Sound};
use crate::languages::Languages;
use crate::source::{File, Place, child};

/// A mapping that is being read. Every key that is asked for is known; [`close`](Self::close) reports the others.
pub(super) struct Fields<'v, 'd> {
    pub(super) file: &'v File,
    mapping: &'v Mapping,
    path: String,
    known: Vec<&'static str>,
    /// The languages in which its texts are due.
    pub(super) languages: Languages,
    pub(super) faults: &'d mut Diagnostics,
}

/// Where a value is: its path, and what messages call it.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    pub(super) path: String,
    pub(super) shown: String,
}

/// What a list must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Need {
    /// It may be left out.
    Nothing,
    /// Its key must be there.
    Key,
    /// It must hold something.
    Items,
}

impl<'v, 'd> Fields<'v, 'd> {
    /// Begins to read the mapping that the file is.
    pub(super) fn of_file(file: &'v File, languages: Languages, faults: &'d mut Diagnostics) -> Sound<Self> {
        let spot = Spot { path: String::new(), shown: "the file".to_owned() };
        Self::open(file, &file.value, spot, languages, faults)
    }

    /// Begins to read a mapping; a value of another type is reported.
    pub(super) fn open(
        file: &'v File,
        value: &'v Value,
        spot: Spot,
        languages: Languages,
        faults: &'d mut Diagnostics,
    ) -> Sound<Self> {
        if let Value::Mapping(mapping) = value {
            return Ok(Self { file, mapping, path: spot.path, known: Vec::new(), languages, faults });
        }
        let message = format!("{} is {}, a mapping is due", spot.shown, kind(value));
        Err(file.fault(faults, file.place(&spot.path), "wrong-type", message, "write `key: value` pairs"))
    }

    /// Reports the keys that nobody asked for.
    pub(super) fn close(self) {
        for (number, key) in self.mapping.keys().enumerate() {
            let text = key.as_str();
            if text.is_some_and(|key| self.known.contains(&key)) {
                continue;
            }
            let near = text.and_then(|key| self.known.iter().find(|known| nearly_equal(known, key)));
            let help = match near {
                Some(known) => format!("did you mean `{known}`?"),
                None => format!("the keys here are {}", self.known.join(", ")),
            };
            let place = self.file.key_place(&self.path, number);
            let message = match shown_key(key) {
                Some(key) => format!("unknown key `{key}`"),
                None => format!("{} stands where a key is due", kind(key)),
            };
            self.file.fault(self.faults, place, "unknown-key", message, help);
        }
    }

    pub(super) fn spot(&self, key: &str) -> Spot {
        Spot { path: child(&self.path, key), shown: format!("`{key}`") }
    }

    /// Where the value of this key stands.
    pub(super) fn place(&self, key: &str) -> Place {
        self.file.place(&child(&self.path, key))
    }

    pub(super) fn get(&mut self, key: &'static str) -> Option<&'v Value> {
        if !self.known.contains(&key) {
            self.known.push(key);
        }
        self.mapping.get(key)
    }

    pub(super) fn require(&mut self, key: &'static str) -> Sound<&'v Value> {
        if let Some(value) = self.get(key) {
            return Ok(value);
        }
        Err(self.missing(format!("key `{key}` is missing"), format!("add `{key}: ...`")))
    }

    /// Reports that a key is missing here.
    pub(super) fn missing(&mut self, message: String, help: String) -> Reported {
        self.file.fault(self.faults, self.file.place(&self.path), "missing-key", message, help)
    }

    /// Reports a fault of the value at this spot.
    pub(super) fn fault(&mut self, spot: &Spot, code: &'static str, message: String, help: &str) -> Reported {
        self.file.fault(self.faults, self.file.place(&spot.path), code, message, help)
    }

    /// Reports a value of another type than the due one (`a text`).
    pub(super) fn wrong_type(&mut self, spot: &Spot, value: &Value, due: &str, help: &str) -> Reported {
        let message = format!("{} is {}, {due} is due", spot.shown, kind(value));
        if self.file.is_absent(&spot.path) {
            let due = due.strip_prefix("a ").unwrap_or(due);
            let help = format!("write the {due}, or leave the key out if it is optional");
            return self.fault(spot, "wrong-type", message, &help);
        }
        self.fault(spot, "wrong-type", message, help)
    }

    /// The items of a list, each with its spot; a value of another type is reported.
    pub(super) fn items(&mut self, spot: &Spot, value: &'v Value) -> Sound<Vec<(Spot, &'v Value)>> {
        let Value::Sequence(items) = value else {
            let help = "write `[first, second]`, or one `- item` a line";
            return Err(self.wrong_type(spot, value, "a list", help));
        };
        let spot = |at: usize| Spot {
            path: child(&spot.path, &at.to_string()),
            shown: format!("item {} of {}", at + 1, spot.shown),
        };
        Ok(items.iter().enumerate().map(|(at, item)| (spot(at), item)).collect())
    }

    /// The items of the list under this key.
    pub(super) fn items_of(&mut self, key: &'static str, need: Need) -> Sound<Vec<(Spot, &'v Value)>> {
        let value = match need {
            Need::Nothing => match self.get(key) {
                Some(value) => value,
                None => return Ok(Vec::new()),
            },
            Need::Key | Need::Items => self.require(key)?,
        };
        let spot = self.spot(key);
        let items = self.items(&spot, value)?;
        if need == Need::Items && items.is_empty() {
            let message = format!("{} is empty", spot.shown);
            return Err(self.fault(&spot, "empty-list", message, "write at least one item"));
        }
        Ok(items)
    }
}

/// A key as it may be shown; none for a collection.
pub(super) fn shown_key(key: &Value) -> Option<String> {
    match key {
        Value::Null => Some("null".to_owned()),
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => Some(text.clone()),
        _ => None,
    }
}
