//! Entries and services.

use ::serde::ser::{Serialize, SerializeStruct, Serializer};

use super::Items;
use crate::{Entry, Former, Lang, Service};

/// A value in both languages: `{"en": ..., "zh": ...}`.
struct Both<T>(T, T);

impl<T> Both<T> {
    fn new(of: impl Fn(Lang) -> T) -> Self {
        Self(of(Lang::En), of(Lang::Zh))
    }
}

impl<T: Serialize> Serialize for Both<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut both = serializer.serialize_struct("Both", 2)?;
        both.serialize_field("en", &self.0)?;
        both.serialize_field("zh", &self.1)?;
        both.end()
    }
}

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let message = Some(self.message()).filter(|message| !message.as_str().is_empty());
        let note = self.note(Lang::En).zip(self.note(Lang::Zh)).map(|(en, zh)| Both(en, zh));
        let mut entry = serializer.serialize_struct("Entry", 18)?;
        entry.serialize_field("code", self.code().as_str())?;
        entry.serialize_field("name", self.name())?;
        entry.serialize_field("service", self.service().name())?;
        entry.serialize_field("status", &self.status())?;
        entry.serialize_field("group", &self.group(Lang::En))?;
        entry.serialize_field("message", &message)?;
        entry.serialize_field("params", &Items(self.params()))?;
        entry.serialize_field("wordings", &Items(self.wordings()))?;
        entry.serialize_field("description", &Both::new(|lang| self.description(lang)))?;
        entry.serialize_field("remediation", &Both::new(|lang| self.remediation(lang)))?;
        entry.serialize_field("class", self.class().as_str())?;
        entry.serialize_field("retry", self.retry().as_str())?;
        entry.serialize_field("lifecycle", self.lifecycle().as_str())?;
        entry.serialize_field("undocumented", &self.is_undocumented())?;
        entry.serialize_field("note", &note)?;
        entry.serialize_field("see", &Items(self.see()))?;
        entry.serialize_field("former", &Items(self.former()))?;
        entry.serialize_field("source", self.source())?;
        entry.end()
    }
}

impl Serialize for Former {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut former = serializer.serialize_struct("Former", 3)?;
        former.serialize_field("status", &self.status())?;
        former.serialize_field("message", &self.message())?;
        former.serialize_field("description", &Both::new(|lang| self.description(lang)))?;
        former.end()
    }
}

impl Serialize for Service {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct Source(Service);

        impl Serialize for Source {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut source = serializer.serialize_struct("Source", 2)?;
                source.serialize_field("title", self.0.source())?;
                source.serialize_field("lang", self.0.source_lang().as_str())?;
                source.end()
            }
        }

        let mut service = serializer.serialize_struct("Service", 4)?;
        service.serialize_field("name", self.name())?;
        service.serialize_field("title", &Both::new(|lang| self.title(lang)))?;
        service.serialize_field("prefixes", &Items(self.prefixes()))?;
        service.serialize_field("source", &Source(*self))?;
        service.end()
    }
}
