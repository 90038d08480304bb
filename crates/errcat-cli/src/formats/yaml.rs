//! YAML: catalog files again, one per service, as `catalog/README.md` describes them, and overlay files for what
//! overlays add, as `docs/overlays.md` describes them.
//!
//! A language that a text lacks has no key. The tables do not keep what only the compiler reads: `allow`, `typed`,
//! comments.

mod overlay;
mod params;

use errcat::__command::own_url;
use errcat::{Entry, Lang, Service, Template};
use serde::Serialize;
use serde_json::{Map, Value as Json, json};

use super::files::Files;
use super::request::Request;
use super::selection::Selection;
use crate::outcome::Failure;
use crate::present::labels::Key;
use crate::present::localized::Localized;
use crate::present::view::{EntryView, Value};
use crate::text::yaml;

use params::{Params, own_params};

#[derive(Serialize)]
struct Head {
    service: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<Json>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    prefixes: Vec<Prefix>,
    #[serde(skip_serializing_if = "Option::is_none")]
    separator: Option<&'static str>,
    #[serde(skip_serializing_if = "Map::is_empty")]
    aliases: Map<String, Json>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    confused_with: Vec<Confusable>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'static str>,
    source: Source,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    groups: Vec<Json>,
}

/// A prefix, with its separator if that is not the one of the service.
#[derive(Serialize)]
#[serde(untagged)]
enum Prefix {
    Plain(&'static str),
    Separated { prefix: &'static str, separator: &'static str },
}

#[derive(Serialize)]
struct Confusable {
    prefix: &'static str,
    #[serde(flatten)]
    what: Option<Json>,
}

#[derive(Serialize)]
struct Source {
    title: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<String>,
}

/// Returns one file per service, then those of the overlays; on standard output, one document each.
pub(super) fn files(Request { selection, .. }: &Request) -> Result<Files, Failure> {
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
        yaml::block(&mut text, &item(selection, *entry), 4);
    }
    Ok(text)
}

fn head(service: Service, entries: &[Entry]) -> Head {
    let mut groups: Vec<Localized<&'static str>> = Vec::new();
    for group in entries.iter().filter_map(|entry| Localized::new(|lang| entry.group_in(lang))) {
        if !groups.contains(&group) {
            groups.push(group);
        }
    }
    let line = |line: Localized<&'static str>| line.data(|line| json!(line));
    let confused = service.confused_with_in(Lang::EN).zip(service.confused_with_in(Lang::ZH));
    let confusable = |((prefix, en), (_, zh)): ((&'static str, Option<&'static str>), (_, _))| Confusable {
        prefix,
        what: Localized::new(|lang| if lang == Lang::EN { en } else { zh }).map(line),
    };
    // The separator of the service is that of its first prefix.
    let common = service.spelled_prefixes().next().map_or(".", |(_, separator)| separator);
    let lang = Some(service.source_lang()).filter(|lang| *lang != Lang::EN).map(|lang| lang.to_string());
    Head {
        service: service.name(),
        title: Localized::new(|lang| service.title_in(lang)).map(line),
        prefixes: service
            .spelled_prefixes()
            .map(|(prefix, separator)| {
                if separator == common {
                    Prefix::Plain(prefix)
                } else {
                    Prefix::Separated { prefix, separator }
                }
            })
            .collect(),
        separator: Some(common).filter(|common| *common != "."),
        aliases: service.aliases().map(|(alias, prefix)| (alias.to_owned(), prefix.into())).collect(),
        confused_with: confused.map(confusable).collect(),
        url: service.url_pattern(),
        source: Source { title: service.source(), url: service.source_url(), lang },
        groups: groups.into_iter().map(line).collect(),
    }
}

/// An entry, key by key. Most keys have their value as the view has it.
fn item(selection: &Selection, entry: Entry) -> Json {
    let view = EntryView::new(entry);
    let mut item = Map::new();
    for fact in view.in_file_order() {
        let value = match (fact.key, &fact.value) {
            (Key::Message, _) => view.data(Key::Message),
            (Key::Params, _) => {
                Params::new(entry).add_to(&mut item);
                continue;
            }
            (Key::Wordings, Value::Messages(wordings)) => {
                wordings.iter().map(|wording| wording_of(entry, *wording)).collect()
            }
            // An address that the head of the file gives is not repeated.
            (Key::Url, _) => match own_url(entry) {
                Some(url) => json!(url),
                None => continue,
            },
            (Key::ReplacedBy, Value::Code(code)) if !selection.holds_code(*code) => continue,
            // Groups are referred to by one name.
            (Key::Group, Value::Line(group)) => json!(group.best(Lang::EN)),
            // A code that filters leave out cannot be referred to.
            (Key::See, Value::Codes(codes)) => {
                let codes = codes.iter().filter(|code| selection.holds_code(**code));
                let codes: Vec<&str> = codes.map(|code| code.as_str()).collect();
                if codes.is_empty() {
                    continue;
                }
                json!(codes)
            }
            (_, value) => value.data(),
        };
        item.insert(fact.key.as_str().to_owned(), value);
    }
    Json::Object(item)
}

/// A wording, with the parameters that it takes by position where they are not those of the message.
fn wording_of(entry: Entry, wording: Template) -> Json {
    let message = wording.as_str();
    match own_params(entry, wording) {
        Some(params) => json!({ "message": message, "params": params }),
        None => json!(message),
    }
}
