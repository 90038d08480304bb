//! Entries and services.

use ::serde::ser::{Serialize, SerializeStruct, Serializer};

use super::Items;
use crate::{Addition, Deprecation, Entry, FormerMeaning, Lang, Service, Severity};

/// A text in each language: `{"en": ..., "zh": ...}`, null in a language that the catalog lacks.
struct Both<T>([Option<T>; 2]);

impl<T> Both<T> {
    fn new(text: impl Fn(Lang) -> Option<T>) -> Self {
        Self([text(Lang::EN), text(Lang::ZH)])
    }

    /// Returns `None` if it is in no language.
    fn some(self) -> Option<Self> {
        self.0.iter().any(Option::is_some).then_some(self)
    }
}

impl<T: Serialize> Serialize for Both<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut both = serializer.serialize_struct("Both", 2)?;
        both.serialize_field("en", &self.0[0])?;
        both.serialize_field("zh", &self.0[1])?;
        both.end()
    }
}

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let message = Some(self.message()).filter(|message| !message.as_str().is_empty());
        let mut entry = serializer.serialize_struct("Entry", 26)?;
        entry.serialize_field("code", self.code().as_str())?;
        entry.serialize_field("name", self.name())?;
        entry.serialize_field("service", self.service().name())?;
        entry.serialize_field("status", &self.status())?;
        entry.serialize_field("group", &self.group(Lang::EN))?;
        entry.serialize_field("message", &message)?;
        entry.serialize_field("params", &Items(self.params()))?;
        entry.serialize_field("wordings", &Items(self.wordings()))?;
        entry.serialize_field("description", &Both::new(|lang| self.description_in(lang)))?;
        entry.serialize_field("remediation", &Both::new(|lang| self.remediation_in(lang)))?;
        entry.serialize_field("class", self.class().as_str())?;
        entry.serialize_field("retry", self.retry().as_str())?;
        entry.serialize_field("lifecycle", self.lifecycle().as_str())?;
        entry.serialize_field("since", &self.since())?;
        entry.serialize_field("deprecated", &self.deprecated())?;
        entry.serialize_field("replaced_by", &self.replaced_by())?;
        entry.serialize_field("retry_after", &self.retry_after().map(|pause| pause.as_secs()))?;
        entry.serialize_field("severity", &self.severity().map(Severity::as_str))?;
        entry.serialize_field("undocumented", &self.is_undocumented())?;
        entry.serialize_field("note", &Both::new(|lang| self.note_in(lang)).some())?;
        entry.serialize_field("see", &Items(self.see()))?;
        entry.serialize_field("former", &Items(self.former()))?;
        entry.serialize_field("source", self.source())?;
        entry.serialize_field("source_url", &self.source_url())?;
        entry.serialize_field("url", &self.url())?;
        entry.serialize_field("additions", &Items(self.additions()))?;
        entry.end()
    }
}

impl Serialize for Deprecation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut deprecation = serializer.serialize_struct("Deprecation", 2)?;
        deprecation.serialize_field("since", &self.since())?;
        deprecation.serialize_field("note", &Both::new(|lang| self.note_in(lang)).some())?;
        deprecation.end()
    }
}

impl Serialize for Addition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let translated = [
            ("description.en", self.translates_description(Lang::EN)),
            ("description.zh", self.translates_description(Lang::ZH)),
            ("remediation.en", self.translates_remediation(Lang::EN)),
            ("remediation.zh", self.translates_remediation(Lang::ZH)),
        ];
        let translated = translated.iter().filter_map(|(text, is)| is.then_some(*text));
        let mut addition = serializer.serialize_struct("Addition", 6)?;
        addition.serialize_field("layer", self.layer())?;
        addition.serialize_field("runbook", &self.runbook())?;
        addition.serialize_field("owner", &self.owner())?;
        addition.serialize_field("severity", &self.severity().map(Severity::as_str))?;
        addition.serialize_field("remediation", &Both::new(|lang| self.remediation_in(lang)).some())?;
        addition.serialize_field("translated", &Items(translated))?;
        addition.end()
    }
}

impl Serialize for FormerMeaning {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut former = serializer.serialize_struct("FormerMeaning", 3)?;
        former.serialize_field("status", &self.status())?;
        former.serialize_field("message", &self.message())?;
        former.serialize_field("description", &Both::new(|lang| self.description_in(lang)))?;
        former.end()
    }
}

impl Serialize for Service {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct Source(Service);

        impl Serialize for Source {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut source = serializer.serialize_struct("Source", 3)?;
                source.serialize_field("title", self.0.source())?;
                source.serialize_field("url", &self.0.source_url())?;
                source.serialize_field("lang", self.0.source_lang().as_str())?;
                source.end()
            }
        }

        let mut service = serializer.serialize_struct("Service", 5)?;
        service.serialize_field("name", self.name())?;
        service.serialize_field("title", &Both::new(|lang| self.title_in(lang)))?;
        service.serialize_field("prefixes", &Items(self.prefixes()))?;
        service.serialize_field("source", &Source(*self))?;
        service.serialize_field("url", &self.url_pattern())?;
        service.end()
    }
}
