//! Reads the keys of one mapping, and reports those that are missing, unknown or no keys at all.

use std::sync::LazyLock;

use serde_yaml::{Mapping, Value};

use super::kind;
use crate::diagnostic::{DiagnosticKind, Diagnostics, Reported, Sound};
use crate::languages::Languages;
use crate::suggest::did_you_mean;
use crate::yaml::{File, Place, child};

/// A mapping that is being read. Every key that is asked for is known; the others are reported at the end.
pub(super) struct Fields<'v, 'd> {
    pub(super) file: &'v File,
    mapping: &'v Mapping,
    path: String,
    known: Vec<&'static str>,
    /// The keys that are due, and are not there.
    missing: Vec<&'static str>,
    /// The languages in which its texts are due.
    pub(super) languages: Languages,
    pub(super) faults: &'d mut Diagnostics,
}

/// Stands where there is no mapping, so that its reader says which keys are due.
static NO_KEYS: LazyLock<Mapping> = LazyLock::new(Mapping::new);

/// Where a value is: its path, and what messages call it.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    pub(super) path: String,
    pub(super) shown: String,
    pub(super) is_item: bool,
}

impl Spot {
    /// What else an author may do than to write the value.
    pub(super) fn or_leave_out(&self) -> &'static str {
        if self.is_item { "or leave the item out" } else { "or leave the key out if it is optional" }
    }
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
    /// Reads the mapping that the file is.
    pub(super) fn read_file<T>(
        file: &'v File,
        languages: Languages,
        faults: &mut Diagnostics,
        read: impl FnOnce(&mut Fields<'v, '_>) -> T,
    ) -> Sound<T> {
        let path = String::new();
        if let Value::Mapping(mapping) = &file.value {
            return Ok(Fields::new(file, mapping, path, languages, faults).read(read));
        }
        let keys = Self::keys_due(file, &path, languages, read).join(", ");
        let kind = if file.value.is_null() { "empty" } else { kind(&file.value) };
        let message = format!("the file is {kind}, a mapping is due");
        let help = format!("write a mapping with the keys {keys}");
        Err(file.fault(faults, file.place(&path), DiagnosticKind::WrongType, message, help))
    }

    /// Reads a mapping that stands in this one; a value of another type is reported.
    pub(super) fn inside<T>(
        &mut self,
        spot: &Spot,
        value: &'v Value,
        read: impl FnOnce(&mut Fields<'v, '_>) -> T,
    ) -> Sound<T> {
        if let Value::Mapping(mapping) = value {
            let path = spot.path.clone();
            return Ok(Fields::new(self.file, mapping, path, self.languages, self.faults).read(read));
        }
        let keys = Self::keys_due(self.file, &spot.path, self.languages, read);
        let pairs = keys.iter().map(|key| format!("{key}: ...")).collect::<Vec<_>>().join(", ");
        Err(self.wrong_type(spot, value, "a mapping", &format!("write `{{ {pairs} }}`")))
    }

    fn new(
        file: &'v File,
        mapping: &'v Mapping,
        path: String,
        languages: Languages,
        faults: &'d mut Diagnostics,
    ) -> Self {
        Self { file, mapping, path, known: Vec::new(), missing: Vec::new(), languages, faults }
    }

    fn read<T>(mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let value = read(&mut self);
        self.close();
        value
    }

    /// The keys that a reader demands, or all that it knows where it demands none.
    fn keys_due<T>(
        file: &'v File,
        path: &str,
        languages: Languages,
        read: impl FnOnce(&mut Fields<'v, '_>) -> T,
    ) -> Vec<&'static str> {
        let mut unheard = Diagnostics::default();
        let mut fields = Fields::new(file, &NO_KEYS, path.to_owned(), languages, &mut unheard);
        read(&mut fields);
        if fields.missing.is_empty() { fields.known } else { fields.missing }
    }

    /// Reports the keys that nobody asked for.
    fn close(self) {
        for (number, key) in self.mapping.keys().enumerate() {
            let text = key.as_str();
            if text.is_some_and(|key| self.known.contains(&key)) {
                continue;
            }
            let near = text.and_then(|key| did_you_mean(self.known.iter().copied(), key));
            let help = near.unwrap_or_else(|| format!("the keys here are {}", self.known.join(", ")));
            let place = self.file.key_place(&self.path, number);
            let message = match shown_key(key) {
                Some(key) => format!("unknown key `{key}`"),
                None => format!("{} stands where a key is due", kind(key)),
            };
            self.file.fault(self.faults, place, DiagnosticKind::UnknownKey, message, help);
        }
    }

    pub(super) fn spot(&self, key: &str) -> Spot {
        Spot { path: child(&self.path, key), shown: format!("`{key}`"), is_item: false }
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
        Err(self.missing(key, &format!("add `{key}: ...`")))
    }

    /// Reports that a key is missing here.
    pub(super) fn missing(&mut self, key: &'static str, help: &str) -> Reported {
        self.missing.push(key);
        self.missing_key(format!("key `{key}` is missing"), help)
    }

    pub(super) fn missing_key(&mut self, message: String, help: &str) -> Reported {
        self.file.fault(self.faults, self.file.place(&self.path), DiagnosticKind::MissingKey, message, help)
    }

    /// Reports a fault of the value at this spot.
    pub(super) fn fault(
        &mut self,
        spot: &Spot,
        kind: DiagnosticKind,
        message: String,
        help: &str,
    ) -> Reported {
        self.file.fault(self.faults, self.file.place(&spot.path), kind, message, help)
    }

    /// Reports a value of another type than the due one (`a text`).
    pub(super) fn wrong_type(&mut self, spot: &Spot, value: &Value, due: &str, help: &str) -> Reported {
        let message = format!("{} is {}, {due} is due", spot.shown, kind(value));
        if value.is_null() {
            let help = format!("{help}, {}", spot.or_leave_out());
            return self.fault(spot, DiagnosticKind::WrongType, message, &help);
        }
        self.fault(spot, DiagnosticKind::WrongType, message, help)
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
            is_item: true,
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
            return Err(self.fault(&spot, DiagnosticKind::EmptyList, message, "write at least one item"));
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
