//! Reads the keys of one mapping, and reports those that are missing, unknown or no keys at all.

use std::fmt;

use crate::diagnostic::{DiagnosticKind, Diagnostics, Reported, Sound};
use crate::languages::Languages;
use crate::model::Lang;
use crate::suggest::did_you_mean;
use crate::yaml::{File, Mapping, Node, Place, Value};

/// A mapping that is being read. Every key that is asked for is known; the others are reported at the end.
pub(super) struct Fields<'v, 'd> {
    pub(super) file: &'v File,
    mapping: &'v Mapping,
    /// Where the mapping is.
    here: Place,
    known: Vec<&'v str>,
    /// The keys that are required, and are not there.
    missing: Vec<String>,
    /// Whether keys are languages.
    by_language: bool,
    /// The languages of its texts.
    pub(super) languages: Languages,
    pub(super) faults: &'d mut Diagnostics,
}

/// Takes the place of a mapping that is not there, so that its reader says which keys are required.
static NO_KEYS: Mapping = Mapping::EMPTY;

/// What messages call a value: the one of a key, or an item of the list that a key has.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot<'k> {
    key: &'k str,
    /// The number of the item, from 1.
    item: Option<usize>,
}

impl<'k> Spot<'k> {
    /// The value of a key.
    pub(super) fn of(key: &'k str) -> Self {
        Self { key, item: None }
    }

    fn item(self, number: usize) -> Self {
        Self { item: Some(number), ..self }
    }

    /// What else an author may do than to write the value.
    pub(super) fn or_leave_out(self) -> &'static str {
        match self.item {
            Some(_) => "or leave the item out",
            None => "or leave the key out if it is optional",
        }
    }
}

impl fmt::Display for Spot<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.item {
            Some(number) => write!(f, "item {number} of `{}`", self.key),
            None => write!(f, "`{}`", self.key),
        }
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
        let here = file.root.place();
        if let Value::Mapping(mapping) = &file.root.value {
            return Ok(Fields::new(file, mapping, here, languages, faults).read(read));
        }
        let keys = Self::required_keys(file, here, Languages::any(), read).join(", ");
        let kind = if matches!(file.root.value, Value::Null) { "empty" } else { file.root.value.kind() };
        let message = format!("the file is {kind}, a mapping is due");
        let help = format!("write a mapping with the keys {keys}");
        Err(file.fault(faults, here, DiagnosticKind::WrongType, message, help))
    }

    /// Reads a mapping inside of this one; a value of another type is reported.
    pub(super) fn inside<T>(
        &mut self,
        spot: Spot<'_>,
        node: &'v Node,
        read: impl FnOnce(&mut Fields<'v, '_>) -> T,
    ) -> Sound<T> {
        if let Value::Mapping(mapping) = &node.value {
            let inside = Fields::new(self.file, mapping, node.place(), self.languages.clone(), self.faults);
            return Ok(inside.read(read));
        }
        let keys = Self::required_keys(self.file, node.place(), self.languages.clone(), read);
        let pairs = keys.iter().map(|key| format!("{key}: ...")).collect::<Vec<_>>().join(", ");
        Err(self.wrong_type(spot, node, "a mapping", &format!("write `{{ {pairs} }}`")))
    }

    fn new(
        file: &'v File,
        mapping: &'v Mapping,
        here: Place,
        languages: Languages,
        faults: &'d mut Diagnostics,
    ) -> Self {
        Self {
            file,
            mapping,
            here,
            known: Vec::new(),
            missing: Vec::new(),
            by_language: false,
            languages,
            faults,
        }
    }

    fn read<T>(mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let value = read(&mut self);
        self.close();
        value
    }

    /// The keys that a reader requires, or all that it knows where it requires none.
    fn required_keys<T>(
        file: &'v File,
        here: Place,
        languages: Languages,
        read: impl FnOnce(&mut Fields<'v, '_>) -> T,
    ) -> Vec<String> {
        let mut unheard = Diagnostics::default();
        let mut fields = Fields::new(file, &NO_KEYS, here, languages, &mut unheard);
        read(&mut fields);
        if !fields.missing.is_empty() {
            return fields.missing;
        }
        if fields.by_language {
            return vec![Lang::EN.to_string()];
        }
        fields.known.into_iter().map(str::to_owned).collect()
    }

    /// Reports the keys that nobody asked for.
    fn close(self) {
        for (key, _) in self.mapping.iter() {
            let text = key.value.as_text();
            if text.is_some_and(|key| self.known.contains(&key)) {
                continue;
            }
            let near = text.and_then(|key| did_you_mean(self.known.iter().copied(), key));
            let help = near.unwrap_or_else(|| self.known_keys(text));
            let message = match key.value.shown() {
                Some(key) => format!("unknown key `{key}`"),
                None => format!("{} stands where a key is due", key.value.kind()),
            };
            self.file.fault(self.faults, key.place(), DiagnosticKind::UnknownKey, message, help);
        }
    }

    /// Returns what to write in place of an unknown key.
    fn known_keys(&self, unknown: Option<&str>) -> String {
        if !self.by_language {
            return format!("the keys here are {}", self.known.join(", "));
        }
        match unknown.and_then(Lang::parse) {
            Some(lang) if self.languages.allow(lang) => format!("write `{lang}`"),
            Some(lang) => format!("leave it out, or add the language to `title` too: `{lang}: ...`"),
            None => "write the tag of a language, such as `en` or `pt-BR`".to_owned(),
        }
    }

    /// Returns the keys that are languages which texts may be in here, and lets no other key be one.
    pub(super) fn languages_here(&mut self) -> Vec<(Lang, &'v str)> {
        self.by_language = true;
        let keys = self.mapping.iter().filter_map(|(key, _)| key.value.as_text());
        let tags = keys.filter_map(|key| Some((Lang::parse(key)?, key)));
        tags.filter(|(lang, key)| lang.as_str() == *key && self.languages.allow(*lang)).collect()
    }

    /// Returns where the value of this key is, or the mapping that lacks it.
    pub(super) fn place(&self, key: &str) -> Place {
        self.mapping.get(key).map_or(self.here, Node::place)
    }

    pub(super) fn get(&mut self, key: &'v str) -> Option<&'v Node> {
        if !self.known.contains(&key) {
            self.known.push(key);
        }
        self.mapping.get(key)
    }

    pub(super) fn require(&mut self, key: &'v str) -> Sound<&'v Node> {
        if let Some(node) = self.get(key) {
            return Ok(node);
        }
        Err(self.missing(key, &format!("add `{key}: ...`")))
    }

    /// Reports that a key is missing here.
    pub(super) fn missing(&mut self, key: &str, help: &str) -> Reported {
        self.missing.push(key.to_owned());
        self.missing_key(format!("key `{key}` is missing"), help)
    }

    pub(super) fn missing_key(&mut self, message: String, help: &str) -> Reported {
        self.file.fault(self.faults, self.here, DiagnosticKind::MissingKey, message, help)
    }

    /// Reports a problem of this value.
    pub(super) fn fault(
        &mut self,
        node: &Node,
        kind: DiagnosticKind,
        message: String,
        help: &str,
    ) -> Reported {
        self.file.fault(self.faults, node.place(), kind, message, help)
    }

    /// Reports a value of another type than the required one (`a text`).
    pub(super) fn wrong_type(&mut self, spot: Spot<'_>, node: &Node, due: &str, help: &str) -> Reported {
        let message = format!("{spot} is {}, {due} is due", node.value.kind());
        if matches!(node.value, Value::Null) {
            let help = format!("{help}, {}", spot.or_leave_out());
            return self.fault(node, DiagnosticKind::WrongType, message, &help);
        }
        self.fault(node, DiagnosticKind::WrongType, message, help)
    }

    /// The items of a list, each with what messages call it; a value of another type is reported.
    pub(super) fn items<'k>(
        &mut self,
        spot: Spot<'k>,
        node: &'v Node,
    ) -> Sound<impl Iterator<Item = (Spot<'k>, &'v Node)> + use<'v, 'k>> {
        let Value::List(items) = &node.value else {
            let help = "write `[first, second]`, or one `- item` a line";
            return Err(self.wrong_type(spot, node, "a list", help));
        };
        Ok(items.iter().enumerate().map(move |(at, item)| (spot.item(at + 1), item)))
    }

    /// Reads each item of the list under this key.
    pub(super) fn items_as<T>(
        &mut self,
        key: &'static str,
        need: Need,
        mut read: impl FnMut(&mut Self, Spot<'static>, &'v Node) -> Sound<T>,
    ) -> Sound<Vec<Sound<T>>> {
        let node = match need {
            Need::Nothing => match self.get(key) {
                Some(node) => node,
                None => return Ok(Vec::new()),
            },
            Need::Key | Need::Items => self.require(key)?,
        };
        let spot = Spot::of(key);
        let items: Vec<Sound<T>> =
            self.items(spot, node)?.map(|(spot, item)| read(self, spot, item)).collect();
        if need == Need::Items && items.is_empty() {
            let message = format!("{spot} is empty");
            return Err(self.fault(node, DiagnosticKind::EmptyList, message, "write at least one item"));
        }
        Ok(items)
    }
}
