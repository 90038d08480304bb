//! Adds the rows of a catalog to its tables.

use std::collections::HashMap;

use errcat_core::layout::{self, PLACEHOLDER};
use errcat_core::marks::Marks;

use super::codes::codes;
use super::interner::{Lists, Table, Texts};
use super::message_index::Message;
use super::page;
use crate::ident;
use crate::model::{Addition, Bilingual, Deprecation, Entry, FormerMeaning, Segment, Service, Template};

/// The tables as far as they are filled.
#[derive(Default)]
pub(super) struct Rows {
    pub(super) texts: Texts,
    pub(super) lists: Lists,
    pub(super) services: Table<{ layout::service::WIDTH }>,
    pub(super) codes: Table<{ layout::code::WIDTH }>,
    pub(super) entries: Table<{ layout::entry::WIDTH }>,
    pub(super) templates: Table<{ layout::template::WIDTH }>,
    pub(super) messages: Vec<Message>,
    /// Every spelling of a code, with the code's row.
    pub(super) spellings: Vec<(String, u32)>,
    /// The marks of the spellings.
    pub(super) marks: Marks,
}

/// What the row of an entry takes from what surrounds the entry.
struct Context {
    code: u32,
    position: u32,
    /// The rows of related codes.
    see: Vec<u32>,
    /// The row of the code to use in its place.
    replaced_by: Option<u32>,
    /// The address that the service's pattern gives.
    page: Option<String>,
}

impl Rows {
    /// Adds a service with all that is in it.
    pub(super) fn add_service(&mut self, service: &Service) {
        use layout::service as column;
        let mut row = [0; column::WIDTH];
        row[column::MODULE] = self.texts.id(&service.module);
        row[column::TITLE_EN] = self.texts.id(&service.title.en);
        row[column::TITLE_ZH] = self.texts.id(&service.title.zh);
        row[column::SOURCE] = self.texts.id(&service.source);
        row[column::SOURCE_LANG] = service.source_lang.number() as u32;
        let prefixes: Vec<&String> =
            service.prefixes.iter().flat_map(|prefix| [&prefix.text, &prefix.separator]).collect();
        row[column::PREFIXES] = self.text_list(prefixes);
        let aliases: Vec<&String> =
            service.aliases.iter().flat_map(|(alias, prefix)| [alias, prefix]).collect();
        row[column::ALIASES] = self.text_list(aliases);
        let confused: Vec<&String> =
            service.confused_with.iter().flat_map(|(prefix, what)| [prefix, &what.en, &what.zh]).collect();
        row[column::CONFUSED_WITH] = self.text_list(confused);
        row[column::URL] = self.optional_text(service.url.as_ref());
        row[column::SOURCE_URL] = self.optional_text(service.source_url.as_ref());
        row[column::FIRST_CODE] = self.codes.len();
        row[column::FIRST_ENTRY] = self.entries.len();
        row[column::ENTRIES] = service.entries.len() as u32;
        let service_row = self.services.len();
        let (first_code, first_entry) = (self.codes.len(), self.entries.len());
        let codes = codes(service);
        row[column::CODES] = codes.len() as u32;
        let places: HashMap<&str, u32> =
            (first_code..).zip(&codes).map(|(row, (code, _))| (*code, row)).collect();
        for (code, entries) in &codes {
            let mut row = [0; layout::code::WIDTH];
            row[layout::code::TEXT] = self.texts.id(code);
            row[layout::code::VARIANT] = self.texts.id(&ident::code_variant(code));
            row[layout::code::SERVICE] = service_row;
            row[layout::code::FIRST_ENTRY] = self.entries.len();
            row[layout::code::ENTRIES] = entries.len() as u32;
            let code_row = self.codes.push(row);
            self.spell(service, code, code_row);
            for at in entries {
                let entry = &service.entries[*at];
                let see: Vec<u32> =
                    entry.see.iter().filter_map(|code| places.get(code.as_str()).copied()).collect();
                let position = first_entry + *at as u32;
                let replaced_by = entry.replaced_by.as_deref().and_then(|code| places.get(code).copied());
                let page = service.url.as_deref().filter(|_| entry.url.is_none());
                let page = page.map(|pattern| page::address(pattern, service, entry));
                self.entry(entry, &Context { code: code_row, position, see, replaced_by, page });
            }
        }
        self.services.push(row);
    }

    /// Adds a code to the index, in every spelling of its prefix.
    fn spell(&mut self, service: &Service, code: &str, row: u32) {
        for spelling in service.spellings(code) {
            self.marks.add(&spelling, service.split(&spelling));
            self.spellings.push((spelling, row));
        }
    }

    fn entry(&mut self, entry: &Entry, context: &Context) {
        use layout::entry as column;
        let mut row = [0; column::WIDTH];
        row[column::CODE] = context.code;
        row[column::NAME] = self.texts.id(&entry.name);
        row[column::STATUS] = entry.status.map_or(0, u32::from);
        if let Some(group) = &entry.group {
            row[column::GROUP_EN] = self.texts.id(&group.en);
            row[column::GROUP_ZH] = self.texts.id(&group.zh);
        }
        row[column::MESSAGE] = self.template(entry, &entry.message);
        let wordings: Vec<u32> = entry.wordings.iter().map(|wording| self.template(entry, wording)).collect();
        row[column::WORDINGS] = self.lists.id(&wordings);
        let [en, zh] = self.both_lists(&entry.description);
        (row[column::DESCRIPTION_EN], row[column::DESCRIPTION_ZH]) = (en, zh);
        let [en, zh] = self.both_lists(&entry.remediation);
        (row[column::REMEDIATION_EN], row[column::REMEDIATION_ZH]) = (en, zh);
        row[column::CLASS] = entry.class as u32;
        row[column::RETRY] = entry.retry as u32;
        row[column::LIFECYCLE] = entry.lifecycle as u32;
        row[column::UNDOCUMENTED] = u32::from(entry.undocumented);
        row[column::SINCE] = self.optional_text(entry.since.as_ref());
        row[column::DEPRECATED] =
            entry.deprecated.as_ref().map_or(0, |deprecated| self.deprecation(deprecated));
        row[column::REPLACED_BY] = context.replaced_by.map_or(0, |row| row + 1);
        row[column::RETRY_AFTER] = entry.retry_after.unwrap_or(0);
        row[column::SEVERITY] = entry.severity.map_or(0, |severity| severity as u32 + 1);
        row[column::SOURCE] = self.optional_text(entry.source.as_ref());
        row[column::SOURCE_URL] = self.optional_text(entry.source_url.as_ref());
        row[column::URL] = self.optional_text(entry.url.as_ref());
        row[column::PAGE] = self.optional_text(context.page.as_ref());
        if let Some(note) = &entry.note {
            let [en, zh] = self.both_lists(note);
            (row[column::NOTE_EN], row[column::NOTE_ZH]) = (en, zh);
        }
        row[column::SEE] = self.lists.id(&context.see);
        let former: Vec<u32> = entry.former.iter().map(|former| self.former(former)).collect();
        row[column::FORMER] = self.lists.id(&former);
        row[column::POSITION] = context.position;
        let additions: Vec<u32> = entry.additions.iter().map(|addition| self.addition(addition)).collect();
        row[column::ADDITIONS] = self.lists.id(&additions);
        self.entries.push(row);
    }

    fn former(&mut self, former: &FormerMeaning) -> u32 {
        use layout::former as item;
        let mut items = [0; item::WIDTH];
        items[item::STATUS] = former.status.map_or(0, u32::from);
        items[item::MESSAGE] = self.optional_text(former.message.as_ref());
        items[item::DESCRIPTION_EN] = self.texts.id(&former.description.en);
        items[item::DESCRIPTION_ZH] = self.texts.id(&former.description.zh);
        self.lists.id(&items)
    }

    fn deprecation(&mut self, deprecation: &Deprecation) -> u32 {
        use layout::deprecation as item;
        let mut items = [0; item::WIDTH];
        items[item::SINCE] = self.optional_text(deprecation.since.as_ref());
        items[item::NOTE_EN] = self.texts.id(&deprecation.note.en);
        items[item::NOTE_ZH] = self.texts.id(&deprecation.note.zh);
        self.lists.id(&items)
    }

    fn addition(&mut self, addition: &Addition) -> u32 {
        use layout::addition as item;
        let mut items = [0; item::WIDTH];
        items[item::LAYER] = self.texts.id(&addition.layer);
        items[item::RUNBOOK] = self.optional_text(addition.runbook.as_ref());
        items[item::OWNER] = self.optional_text(addition.owner.as_ref());
        items[item::SEVERITY] = addition.severity.map_or(0, |severity| severity as u32 + 1);
        let [en, zh] = self.both_lists(&addition.remediation);
        (items[item::REMEDIATION_EN], items[item::REMEDIATION_ZH]) = (en, zh);
        let (description, remediation) = (&addition.translated_description, &addition.translated_remediation);
        let bits = [description.en, description.zh, remediation.en, remediation.zh];
        items[item::TRANSLATED] = bits.iter().rev().fold(0, |sum, bit| sum * 2 + u32::from(*bit));
        self.lists.id(&items)
    }

    fn template(&mut self, entry: &Entry, template: &Template) -> u32 {
        use layout::template as column;
        let mut literals = String::new();
        let mut placeholders = Vec::new();
        // 1 more than the number of the parameter, 0 for none.
        let mut first_list = 0;
        for segment in &template.segments {
            match segment {
                Segment::Literal(text) => literals.push_str(text),
                Segment::Placeholder { param, written } => {
                    let list = entry.params[template.params[*param]].list;
                    let written = written.clone().map_marker(|marker| self.texts.id(&marker));
                    placeholders.extend([literals.len() as u32, *param as u32, written.to_number(list)]);
                    if list && first_list == 0 {
                        first_list = *param as u32 + 1;
                    }
                }
            }
        }
        let names: Vec<&String> = template.params.iter().map(|param| &entry.params[*param].name).collect();
        let mut row = [0; column::WIDTH];
        row[column::RAW] = self.texts.id(&template.raw);
        let literals_id = self.texts.id(&literals);
        row[column::LITERALS] = self.texts.offset(literals_id);
        row[column::LITERALS_END] = row[column::LITERALS] + literals.len() as u32;
        // The number of items comes first in a list.
        (row[column::FIRST_PLACEHOLDER], row[column::PLACEHOLDERS]) =
            (self.lists.id(&placeholders) + 1, (placeholders.len() / PLACEHOLDER) as u32);
        (row[column::FIRST_PARAM], row[column::PARAMS]) = (self.text_list(&names) + 1, names.len() as u32);
        row[column::LIST] = first_list;
        let row = self.templates.push(row);
        // The entry is the next one to be pushed.
        self.messages.extend(Message::new(template, row, self.entries.len()));
        row
    }

    /// The text, or the empty one that stands for none.
    fn optional_text(&mut self, text: Option<&String>) -> u32 {
        self.texts.id(text.map_or("", String::as_str))
    }

    fn text_list<T: AsRef<str>>(&mut self, texts: impl IntoIterator<Item = T>) -> u32 {
        let ids: Vec<u32> = texts.into_iter().map(|text| self.texts.id(text.as_ref())).collect();
        self.lists.id(&ids)
    }

    fn both_lists(&mut self, both: &Bilingual<Vec<String>>) -> [u32; 2] {
        [self.text_list(&both.en), self.text_list(&both.zh)]
    }
}
