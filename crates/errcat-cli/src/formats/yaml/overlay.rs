//! Overlay files: what overlays add to the entries, one file per layer and service.
//!
//! A translation is in the catalog file too, where it has taken the place of the text that it replaces; its overlay
//! says whose it is.

use errcat::{Addition, Entry, Lang, Service};
use serde::Serialize;

use super::texts::{Both, Steps};
use crate::formats::Selection;
use crate::outcome::Failure;
use crate::text::yaml;

/// The folder of the overlay files, below that of the catalog files, which are not read from there.
const FOLDER: &str = "overlay";

#[derive(Serialize)]
struct Head {
    overlay: &'static str,
    layer: &'static str,
    entries: Vec<Item>,
}

#[derive(Serialize)]
struct Item {
    code: &'static str,
    name: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    runbook: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    severity: Option<&'static str>,
    #[serde(skip_serializing_if = "Both::is_empty")]
    remediation: Both<Steps>,
    #[serde(skip_serializing_if = "Translation::is_empty")]
    translation: Translation,
}

#[derive(Serialize)]
struct Translation {
    #[serde(skip_serializing_if = "Both::is_empty")]
    description: Both<Steps>,
    #[serde(skip_serializing_if = "Both::is_empty")]
    remediation: Both<Steps>,
}

impl Translation {
    fn is_empty(&self) -> bool {
        self.description.is_empty() && self.remediation.is_empty()
    }
}

/// Returns the files with their names, numbered so that the layers keep their order when they are read again.
pub(super) fn files(selection: &Selection) -> Result<Vec<(String, String)>, Failure> {
    let mut files = Vec::new();
    for (number, layer) in layers(selection).into_iter().enumerate() {
        for service in selection.services() {
            let entries = items(selection, service, layer);
            if !entries.is_empty() {
                let mut text = String::new();
                let head = Head { overlay: service.name(), layer, entries };
                yaml::block(&mut text, &serde_json::to_value(head)?, 0);
                files.push((format!("{FOLDER}/{:03}-{}.yaml", number + 1, service.name()), text));
            }
        }
    }
    Ok(files)
}

/// Returns the layers, an earlier one before those that come after it in an entry.
fn layers(selection: &Selection) -> Vec<&'static str> {
    let mut layers: Vec<&'static str> = Vec::new();
    for entry in &selection.entries {
        // A layer that is not known yet belongs behind the one before it.
        let mut next = 0;
        for addition in entry.additions() {
            let known = layers.iter().position(|layer| *layer == addition.layer());
            next = 1 + known.unwrap_or_else(|| {
                layers.insert(next, addition.layer());
                next
            });
        }
    }
    layers
}

fn items(selection: &Selection, service: Service, layer: &str) -> Vec<Item> {
    let entries = selection.entries.iter().filter(|entry| entry.service() == service);
    let additions = entries.flat_map(|entry| entry.additions().map(|addition| (*entry, addition)));
    additions
        .filter(|(_, addition)| addition.layer() == layer)
        .map(|(entry, addition)| item(entry, addition))
        .collect()
}

fn item(entry: Entry, addition: Addition) -> Item {
    let translated =
        |lang: Lang| entry.description_in(lang).filter(|_| addition.translates_description(lang));
    let remedied = |lang: Lang| entry.remediation_in(lang).filter(|_| addition.translates_remediation(lang));
    Item {
        code: entry.code().as_str(),
        name: entry.name(),
        runbook: addition.runbook(),
        owner: addition.owner(),
        severity: addition.severity().map(errcat::Severity::as_str),
        remediation: Both::new(|lang| addition.remediation_in(lang).map(Steps::new)),
        translation: Translation {
            description: Both::new(|lang| translated(lang).map(Steps::new)),
            remediation: Both::new(|lang| remedied(lang).map(Steps::new)),
        },
    }
}
