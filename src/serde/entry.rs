//! Entries and services.

use ::serde::ser::{Serialize, SerializeStruct, Serializer};

use super::Items;
use crate::tables::Tables;
use crate::{Addition, Deprecation, Entry, FormerMeaning, Lang, Service, Severity};

/// A text by language: `{"en": ..., "zh": ...}`, with a member for each language of the catalog, null where the text lacks it.
struct ByLanguage<L, F> {
    languages: L,
    text: F,
}

impl<L: Iterator<Item = Lang> + Clone, T, F: Fn(Lang) -> Option<T>> ByLanguage<L, F> {
    /// Returns `None` if the text is in no language.
    fn some(self) -> Option<Self> {
        self.languages.clone().any(|lang| (self.text)(lang).is_some()).then_some(self)
    }
}

impl<L: Iterator<Item = Lang> + Clone, T: Serialize, F: Fn(Lang) -> Option<T>> Serialize
    for ByLanguage<L, F>
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.languages.clone().map(|lang| (lang, (self.text)(lang))))
    }
}

/// Returns a text by language, from a catalog with these tables.
fn texts<T, F: Fn(Lang) -> Option<T>>(
    tables: &Tables,
    text: F,
) -> ByLanguage<impl Iterator<Item = Lang> + Clone + use<'_, T, F>, F> {
    ByLanguage { languages: tables.languages(), text }
}

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let message = Some(self.message()).filter(|message| !message.as_str().is_empty());
        let mut entry = serializer.serialize_struct("Entry", 26)?;
        entry.serialize_field("code", self.code().as_str())?;
        entry.serialize_field("name", self.name())?;
        entry.serialize_field("service", self.service().name())?;
        entry.serialize_field("status", &self.status())?;
        entry.serialize_field("group", &self.tables.languages().find_map(|lang| self.group_in(lang)))?;
        entry.serialize_field("message", &message)?;
        entry.serialize_field("params", &Items(self.params()))?;
        entry.serialize_field("wordings", &Items(self.wordings()))?;
        entry.serialize_field("description", &texts(self.tables, |lang| self.description_in(lang)))?;
        entry.serialize_field("remediation", &texts(self.tables, |lang| self.remediation_in(lang)))?;
        entry.serialize_field("class", self.class().as_str())?;
        entry.serialize_field("retry", self.retry().as_str())?;
        entry.serialize_field("lifecycle", self.lifecycle().as_str())?;
        entry.serialize_field("since", &self.since())?;
        entry.serialize_field("deprecated", &self.deprecated())?;
        entry.serialize_field("replaced_by", &self.replaced_by())?;
        entry.serialize_field("retry_after", &self.retry_after().map(|pause| pause.as_secs()))?;
        entry.serialize_field("severity", &self.severity().map(Severity::as_str))?;
        entry.serialize_field("undocumented", &self.is_undocumented())?;
        entry.serialize_field("note", &texts(self.tables, |lang| self.note_in(lang)).some())?;
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
        deprecation.serialize_field("note", &texts(self.tables, |lang| self.note_in(lang)).some())?;
        deprecation.end()
    }
}

/// A text of an entry that is translated: `"description.zh"`.
struct Translated(&'static str, Lang);

impl Serialize for Translated {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{}.{}", self.0, self.1))
    }
}

impl Serialize for Addition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let languages = || self.tables.languages();
        let description = languages().filter(|lang| self.translates_description(*lang));
        let remediation = languages().filter(|lang| self.translates_remediation(*lang));
        let translated = (description.map(|lang| Translated("description", lang)))
            .chain(remediation.map(|lang| Translated("remediation", lang)));
        let mut addition = serializer.serialize_struct("Addition", 6)?;
        addition.serialize_field("layer", self.layer())?;
        addition.serialize_field("runbook", &self.runbook())?;
        addition.serialize_field("owner", &self.owner())?;
        addition.serialize_field("severity", &self.severity().map(Severity::as_str))?;
        addition
            .serialize_field("remediation", &texts(self.tables, |lang| self.remediation_in(lang)).some())?;
        addition.serialize_field("translated", &Items(translated))?;
        addition.end()
    }
}

impl Serialize for FormerMeaning {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut former = serializer.serialize_struct("FormerMeaning", 3)?;
        former.serialize_field("status", &self.status())?;
        former.serialize_field("message", &self.message())?;
        former.serialize_field("description", &texts(self.tables, |lang| self.description_in(lang)))?;
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
                source.serialize_field("lang", &self.0.source_lang())?;
                source.end()
            }
        }

        let mut service = serializer.serialize_struct("Service", 5)?;
        service.serialize_field("name", self.name())?;
        service.serialize_field("title", &texts(self.tables, |lang| self.title_in(lang)))?;
        service.serialize_field("prefixes", &Items(self.prefixes()))?;
        service.serialize_field("source", &Source(*self))?;
        service.serialize_field("url", &self.url_pattern())?;
        service.end()
    }
}
