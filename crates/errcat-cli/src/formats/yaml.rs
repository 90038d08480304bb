//! YAML: catalog files again, one per service, as `catalog/README.md` describes them, and overlay files for what
//! overlays add, as `docs/overlays.md` describes them.
//!
//! A language that a text lacks has no key. The tables do not keep what only the compiler reads: `allow`, `typed`,
//! comments.

mod overlay;
mod params;
mod texts;

use errcat::{CodeRef, Entry, FormerMeaning, Lang, Service, Template};
use serde::Serialize;
use serde_json::{Map, Value};

use super::files::Files;
use super::selection::Selection;
use crate::outcome::Failure;
use crate::text::yaml;

use params::{Params, own_params};
use texts::{Both, Steps};

#[derive(Serialize)]
struct Head {
    service: &'static str,
    title: Both<&'static str>,
    prefixes: Vec<&'static str>,
    #[serde(skip_serializing_if = "Map::is_empty")]
    aliases: Map<String, Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    confused_with: Vec<Confusable>,
    source: Source,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    groups: Vec<Both<&'static str>>,
}

#[derive(Serialize)]
struct Confusable {
    prefix: &'static str,
    #[serde(flatten)]
    what: Both<&'static str>,
}

#[derive(Serialize)]
struct Source {
    title: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<&'static str>,
}

#[derive(Serialize)]
struct Item {
    code: &'static str,
    name: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lifecycle: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    undocumented: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<&'static str>,
    #[serde(flatten)]
    params: Params,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    wordings: Vec<Wording>,
    description: Both<Steps>,
    remediation: Both<Steps>,
    class: &'static str,
    retry: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    former: Vec<Earlier>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    see: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<Both<Steps>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Source>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Wording {
    Plain(&'static str),
    Carrying { message: &'static str, params: Vec<&'static str> },
}

#[derive(Serialize)]
struct Earlier {
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<&'static str>,
    description: Both<&'static str>,
}

/// Returns one file per service, then those of the overlays; on standard output, one document each.
pub(crate) fn files(selection: &Selection) -> Result<Files, Failure> {
    let file = |service: Service| Ok((format!("{}.yaml", service.name()), document(selection, service)?));
    let mut files = selection.services().map(file).collect::<Result<Vec<_>, Failure>>()?;
    files.extend(overlay::files(selection)?);
    Ok(Files::Many { files, contents: Vec::new(), separator: "---\n" })
}

/// The head, and the entries with a blank line between them.
fn document(selection: &Selection, service: Service) -> Result<String, Failure> {
    let of_service = selection.entries.iter().copied().filter(|entry| entry.service() == service);
    let entries: Vec<Entry> = of_service.collect();
    let mut text = String::new();
    yaml::block(&mut text, &serde_json::to_value(head(service, &entries))?, 0);
    text.push_str("entries:\n");
    for (at, entry) in entries.iter().enumerate() {
        if at > 0 {
            text.push('\n');
        }
        text.push_str("  - ");
        yaml::block(&mut text, &serde_json::to_value(item(selection, *entry))?, 4);
    }
    Ok(text)
}

fn head(service: Service, entries: &[Entry]) -> Head {
    let mut groups: Vec<Both<&'static str>> = Vec::new();
    for group in entries.iter().map(|entry| Both::new(|lang| entry.group_in(lang))) {
        if !group.is_empty() && !groups.contains(&group) {
            groups.push(group);
        }
    }
    let confused = service.confused_with_in(Lang::En).zip(service.confused_with_in(Lang::Zh));
    let lang = Some(service.source_lang()).filter(|lang| *lang != Lang::En).map(Lang::as_str);
    Head {
        service: service.name(),
        title: Both::new(|lang| service.title_in(lang)),
        prefixes: service.prefixes().collect(),
        aliases: service.aliases().map(|(alias, prefix)| (alias.to_owned(), prefix.into())).collect(),
        confused_with: confused
            .map(|((prefix, en), (_, zh))| Confusable { prefix, what: Both { en, zh } })
            .collect(),
        source: Source { title: service.source(), lang },
        groups,
    }
}

fn item(selection: &Selection, entry: Entry) -> Item {
    // A code that filters leave out cannot be referred to.
    let is_there = |code: &CodeRef| selection.holds_code(*code);
    Item {
        code: entry.code().as_str(),
        name: entry.name(),
        status: entry.status(),
        group: entry.group(Lang::En),
        lifecycle: Some(entry.lifecycle())
            .filter(|state| *state != errcat::Lifecycle::Active)
            .map(errcat::Lifecycle::as_str),
        undocumented: entry.is_undocumented().then_some(true),
        message: Some(entry.message().as_str()).filter(|message| !message.is_empty()),
        params: Params::new(entry),
        wordings: entry.wordings().map(|wording| wording_of(entry, wording)).collect(),
        description: Both::new(|lang| entry.description_in(lang).map(Steps::new)),
        remediation: Both::new(|lang| entry.remediation_in(lang).map(Steps::new)),
        class: entry.class().as_str(),
        retry: entry.retry().as_str(),
        former: entry.former().map(earlier).collect(),
        see: entry.see().filter(is_there).map(CodeRef::as_str).collect(),
        note: Some(Both::new(|lang| entry.note_in(lang).map(Steps::new))).filter(|note| !note.is_empty()),
        source: Some(entry.source())
            .filter(|title| *title != entry.service().source())
            .map(|title| Source { title, lang: None }),
    }
}

/// A wording, with the parameters that it takes by position where they are not those of the message.
fn wording_of(entry: Entry, wording: Template) -> Wording {
    let message = wording.as_str();
    match own_params(entry, wording) {
        Some(params) => Wording::Carrying { message, params },
        None => Wording::Plain(message),
    }
}

fn earlier(former: FormerMeaning) -> Earlier {
    Earlier {
        status: former.status(),
        message: former.message(),
        description: Both::new(|lang| former.description_in(lang)),
    }
}
