//! What JSON output says of an entry: the part that helps where a code was met, in one language.

use std::sync::OnceLock;

use errcat::{Catalog, Entry, Lang, Text};
use serde::Serialize;

use crate::text::json;

/// An entry as JSON.
#[derive(Serialize)]
pub(super) struct ShortEntry {
    code: &'static str,
    name: &'static str,
    service: &'static str,
    status: Option<u16>,
    class: &'static str,
    retry: &'static str,
    description: Text,
    remediation: Text,
}

/// Entries as JSON, each written out once.
pub(super) struct ShortEntries {
    lang: Lang,
    entries: Vec<OnceLock<String>>,
}

impl ShortEntries {
    pub(super) fn new(catalog: &'static Catalog, lang: Lang) -> Self {
        Self { lang, entries: catalog.entries().map(|_| OnceLock::new()).collect() }
    }

    /// Returns the entry as a JSON object; `null` if there is none.
    pub(super) fn json(&self, entry: Option<Entry>) -> &str {
        let place = entry.and_then(|entry| Some((entry, self.entries.get(entry.position())?)));
        place.map_or("null", |(entry, place)| {
            place.get_or_init(|| ShortEntry::new(entry, self.lang).to_json())
        })
    }
}

impl ShortEntry {
    pub(super) fn new(entry: Entry, lang: Lang) -> Self {
        Self {
            code: entry.code().as_str(),
            name: entry.name(),
            service: entry.service().name(),
            status: entry.status(),
            class: entry.class().as_str(),
            retry: entry.retry().as_str(),
            description: entry.description(lang),
            remediation: entry.remediation(lang),
        }
    }

    fn to_json(&self) -> String {
        // A structure of texts and numbers can always be written.
        json::to_string(self).unwrap_or_else(|_| "null".to_owned())
    }
}
