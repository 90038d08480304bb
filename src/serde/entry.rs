//! Entries and services.

use ::serde::ser::{Serialize, SerializeStruct, Serializer};
use errcat_core::layout::entry as column;

use super::Items;
use crate::catalog::BothTexts;
use crate::{Addition, Entry, Former, Lang, Service, Severity, Text};

/// A text in both languages: `{"en": ..., "zh": ...}`, null in a language that the catalog lacks.
struct Both<T>(Option<T>, Option<T>);

impl Both<&'static str> {
    fn new([en, zh]: [&'static str; 2]) -> Self {
        let text = |text: &'static str| Some(text).filter(|text| !text.is_empty());
        Self(text(en), text(zh))
    }
}

impl From<BothTexts> for Both<Text> {
    fn from(both: BothTexts) -> Self {
        let text = |text: Text| Some(text).filter(|text| !text.is_empty());
        Self(text(both.en), text(both.zh))
    }
}

impl Both<Text> {
    /// Nothing, where it is in no language.
    fn some(self) -> Option<Self> {
        (self.0.is_some() || self.1.is_some()).then_some(self)
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
        let both = |en, zh| Both::from(self.both_texts(en, zh));
        let mut entry = serializer.serialize_struct("Entry", 19)?;
        entry.serialize_field("code", self.code().as_str())?;
        entry.serialize_field("name", self.name())?;
        entry.serialize_field("service", self.service().name())?;
        entry.serialize_field("status", &self.status())?;
        entry.serialize_field("group", &self.group(Lang::En))?;
        entry.serialize_field("message", &message)?;
        entry.serialize_field("params", &Items(self.params()))?;
        entry.serialize_field("wordings", &Items(self.wordings()))?;
        entry.serialize_field("description", &both(column::DESCRIPTION_EN, column::DESCRIPTION_ZH))?;
        entry.serialize_field("remediation", &both(column::REMEDIATION_EN, column::REMEDIATION_ZH))?;
        entry.serialize_field("class", self.class().as_str())?;
        entry.serialize_field("retry", self.retry().as_str())?;
        entry.serialize_field("lifecycle", self.lifecycle().as_str())?;
        entry.serialize_field("undocumented", &self.is_undocumented())?;
        entry.serialize_field("note", &both(column::NOTE_EN, column::NOTE_ZH).some())?;
        entry.serialize_field("see", &Items(self.see()))?;
        entry.serialize_field("former", &Items(self.former()))?;
        entry.serialize_field("source", self.source())?;
        entry.serialize_field("additions", &Items(self.additions()))?;
        entry.end()
    }
}

impl Serialize for Addition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let translated = [
            ("description.en", self.translates_description(Lang::En)),
            ("description.zh", self.translates_description(Lang::Zh)),
            ("remediation.en", self.translates_remediation(Lang::En)),
            ("remediation.zh", self.translates_remediation(Lang::Zh)),
        ];
        let translated = translated.iter().filter_map(|(text, is)| is.then_some(*text));
        let mut addition = serializer.serialize_struct("Addition", 6)?;
        addition.serialize_field("layer", self.layer())?;
        addition.serialize_field("runbook", &self.runbook())?;
        addition.serialize_field("owner", &self.owner())?;
        addition.serialize_field("severity", &self.severity().map(Severity::as_str))?;
        addition.serialize_field("remediation", &Both::from(self.remediations()).some())?;
        addition.serialize_field("translated", &Items(translated))?;
        addition.end()
    }
}

impl Serialize for Former {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut former = serializer.serialize_struct("Former", 3)?;
        former.serialize_field("status", &self.status())?;
        former.serialize_field("message", &self.message())?;
        former.serialize_field("description", &Both::new(self.descriptions()))?;
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
        service.serialize_field("title", &Both::new(self.titles()))?;
        service.serialize_field("prefixes", &Items(self.prefixes()))?;
        service.serialize_field("source", &Source(*self))?;
        service.end()
    }
}
