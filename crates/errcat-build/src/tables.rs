//! Lays a valid catalog out as tables: see [`errcat_core::layout`].

mod pool;
mod tree;

use std::collections::HashMap;

use errcat_core::build::{Key, build};
use errcat_core::index::Parameters;
use errcat_core::layout::{self, HOLE};
use errcat_core::shape;

use crate::ident;
use crate::model::{Addition, Bilingual, Catalog, Entry, Former, Segment, Service, Template};
use pool::{Lists, Rows, Texts};
use tree::Branch;

/// The bytes of a compiled catalog. The same catalog gives the same bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Tables {
    /// Every distinct string, joined.
    pub text: String,
    /// Where each string begins in `text`, and one more for the end.
    pub texts: Vec<u8>,
    /// Rows of [`layout::service`].
    pub services: Vec<u8>,
    /// Rows of [`layout::code`].
    pub codes: Vec<u8>,
    /// Rows of [`layout::entry`].
    pub entries: Vec<u8>,
    /// Rows of [`layout::template`].
    pub templates: Vec<u8>,
    /// The lists, each its length and its items.
    pub lists: Vec<u8>,
    /// Rows of [`layout::node`].
    pub nodes: Vec<u8>,
    /// The byte that each node is chosen by: see [`layout::node`].
    pub firsts: Vec<u8>,
    /// Rows of [`layout::leaf`].
    pub leaves: Vec<u8>,
    /// Rows of [`layout::anchor`].
    pub anchors: Vec<u8>,
    /// A number for each of these: see [`layout::anchor`].
    pub parts: Vec<u8>,
    /// Pilots of the index over the codes.
    pub pilots: Vec<u8>,
    /// Slots of the index over the codes.
    pub slots: Vec<u8>,
    /// The other numbers of the index.
    pub parameters: Parameters,
    /// Whether every code has the shape that [`is_plain`](errcat_core::shape::is_plain) asks for.
    pub plain: bool,
}

impl Tables {
    /// Compiles a catalog.
    ///
    /// # Errors
    ///
    /// A message, if the codes are too many or too long for the index: the catalog cannot be compiled.
    pub fn new(catalog: &Catalog) -> Result<Self, String> {
        let mut maker = Maker::default();
        for service in &catalog.services {
            maker.service(service);
        }
        maker.finish()
    }

    /// The row of the first code of the service in this row.
    pub(crate) fn first_code(&self, service: usize) -> u32 {
        use layout::service::{FIRST_CODE, WIDTH};
        let (numbers, _) = self.services.as_chunks();
        numbers.get(service * WIDTH + FIRST_CODE).map_or(0, |number| u32::from_le_bytes(*number))
    }
}

/// The codes of a service in the order of the file, each with the positions of its entries.
pub(crate) fn codes(service: &Service) -> Vec<(&str, Vec<usize>)> {
    let mut places = HashMap::new();
    let mut codes: Vec<(&str, Vec<usize>)> = Vec::new();
    for (at, entry) in service.entries.iter().enumerate() {
        let place = *places.entry(entry.code.as_str()).or_insert_with(|| {
            codes.push((&entry.code, Vec::new()));
            codes.len() - 1
        });
        codes[place].1.push(at);
    }
    codes
}

#[derive(Default)]
struct Maker {
    texts: Texts,
    lists: Lists,
    services: Rows<{ layout::service::WIDTH }>,
    codes: Rows<{ layout::code::WIDTH }>,
    entries: Rows<{ layout::entry::WIDTH }>,
    templates: Rows<{ layout::template::WIDTH }>,
    branches: Vec<Branch>,
    /// Every spelling of a code, with the code's row.
    spellings: Vec<(String, u32)>,
}

impl Maker {
    fn service(&mut self, service: &Service) {
        use layout::service as column;
        let mut row = [0; column::WIDTH];
        row[column::MODULE] = self.texts.id(&service.module);
        row[column::TITLE_EN] = self.texts.id(&service.title.en);
        row[column::TITLE_ZH] = self.texts.id(&service.title.zh);
        row[column::SOURCE] = self.texts.id(&service.source);
        row[column::SOURCE_LANG] = service.source_lang as u32;
        row[column::PREFIXES] = self.text_list(&service.prefixes);
        let aliases: Vec<&String> =
            service.aliases.iter().flat_map(|(alias, prefix)| [alias, prefix]).collect();
        row[column::ALIASES] = self.text_list(aliases);
        let confused: Vec<&String> =
            service.confused_with.iter().flat_map(|(prefix, what)| [prefix, &what.en, &what.zh]).collect();
        row[column::CONFUSED_WITH] = self.text_list(confused);
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
                self.entry(entry, code_row, position, &see);
            }
        }
        self.services.push(row);
    }

    /// The code itself, and the same with the other spellings of its prefix.
    fn spell(&mut self, service: &Service, code: &str, row: u32) {
        self.spellings.push((code.to_owned(), row));
        let prefixes = service.prefixes.iter().map(String::as_str);
        let Some((written, number)) = shape::split(code, prefixes) else { return };
        for (alias, _) in service.aliases.iter().filter(|(_, prefix)| prefix == written) {
            self.spellings.push((format!("{alias}.{number}"), row));
        }
    }

    fn entry(&mut self, entry: &Entry, code: u32, position: u32, see: &[u32]) {
        use layout::entry as column;
        let mut row = [0; column::WIDTH];
        row[column::CODE] = code;
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
        row[column::SOURCE] = self.texts.id(entry.source.as_deref().unwrap_or_default());
        if let Some(note) = &entry.note {
            let [en, zh] = self.both_lists(note);
            (row[column::NOTE_EN], row[column::NOTE_ZH]) = (en, zh);
        }
        row[column::SEE] = self.lists.id(see);
        let former: Vec<u32> = entry.former.iter().map(|former| self.former(former)).collect();
        row[column::FORMER] = self.lists.id(&former);
        row[column::POSITION] = position;
        let additions: Vec<u32> = entry.additions.iter().map(|addition| self.addition(addition)).collect();
        row[column::ADDITIONS] = self.lists.id(&additions);
        self.entries.push(row);
    }

    fn former(&mut self, former: &Former) -> u32 {
        use layout::former as item;
        let mut items = [0; item::WIDTH];
        items[item::STATUS] = former.status.map_or(0, u32::from);
        items[item::MESSAGE] = self.texts.id(former.message.as_deref().unwrap_or_default());
        items[item::DESCRIPTION_EN] = self.texts.id(&former.description.en);
        items[item::DESCRIPTION_ZH] = self.texts.id(&former.description.zh);
        self.lists.id(&items)
    }

    fn addition(&mut self, addition: &Addition) -> u32 {
        use layout::addition as item;
        let mut items = [0; item::WIDTH];
        items[item::LAYER] = self.texts.id(&addition.layer);
        items[item::RUNBOOK] = self.texts.id(addition.runbook.as_deref().unwrap_or_default());
        items[item::OWNER] = self.texts.id(addition.owner.as_deref().unwrap_or_default());
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
        let mut holes = Vec::new();
        let mut first_list = 0;
        for segment in &template.segments {
            match segment {
                Segment::Literal(text) => literals.push_str(text),
                Segment::Hole(param) => {
                    let list = entry.params[template.params[*param]].list;
                    holes.extend([literals.len() as u32, *param as u32, u32::from(list)]);
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
        // The items of a list stand behind their number.
        (row[column::FIRST_HOLE], row[column::HOLES]) =
            (self.lists.id(&holes) + 1, (holes.len() / HOLE) as u32);
        (row[column::FIRST_PARAM], row[column::PARAMS]) = (self.text_list(&names) + 1, names.len() as u32);
        row[column::LIST] = first_list;
        let row = self.templates.push(row);
        // The entry is the next one to be pushed.
        self.branches.extend(Branch::new(template, row, self.entries.len()));
        row
    }

    fn text_list<T: AsRef<str>>(&mut self, texts: impl IntoIterator<Item = T>) -> u32 {
        let ids: Vec<u32> = texts.into_iter().map(|text| self.texts.id(text.as_ref())).collect();
        self.lists.id(&ids)
    }

    fn both_lists(&mut self, both: &Bilingual<Vec<String>>) -> [u32; 2] {
        [self.text_list(&both.en), self.text_list(&both.zh)]
    }

    fn finish(mut self) -> Result<Tables, String> {
        let texts = &mut self.texts;
        let keys: Vec<Key<'_>> = self
            .spellings
            .iter()
            .map(|(spelling, id)| {
                let text = texts.id(spelling);
                Key { text: spelling, id: *id, offset: texts.offset(text) }
            })
            .collect();
        let (text, offsets) = self.texts.finish()?;
        let index = build(&keys).map_err(|error| error.to_string())?;
        let tree = tree::build(self.branches);
        Ok(Tables {
            text,
            texts: bytes(&offsets),
            services: self.services.bytes(),
            codes: self.codes.bytes(),
            entries: self.entries.bytes(),
            templates: self.templates.bytes(),
            lists: self.lists.bytes(),
            nodes: tree.nodes,
            firsts: tree.firsts,
            leaves: tree.leaves,
            anchors: tree.anchors,
            parts: tree.parts,
            pilots: index.pilots,
            slots: index.slots,
            parameters: index.parameters,
            plain: self.spellings.iter().all(|(spelling, _)| shape::is_plain(spelling)),
        })
    }
}

fn bytes(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}
