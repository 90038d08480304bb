//! Overlay files: what overlays add to the entries, one file per layer and service.
//!
//! A translation is in the catalog file too, where it has taken the place of the text that it replaces; its overlay
//! says whose it is.

use errcat::Service;
use serde::Serialize;
use serde_json::{Map, Value as Json, json};

use crate::formats::Selection;
use crate::outcome::Failure;
use crate::present::data::steps;
use crate::present::labels::Key;
use crate::present::view::{EntryView, Layer, Value};
use crate::text::yaml;

/// The folder of the overlay files, below that of the catalog files, which are not read from there.
const FOLDER: &str = "overlay";

/// What a layer says of an entry, in the order of overlay files.
const KEYS: [Key; 4] = [Key::Runbook, Key::Owner, Key::Severity, Key::Remediation];
/// The texts that a layer can translate.
const TRANSLATED: [Key; 2] = [Key::Description, Key::Remediation];

#[derive(Serialize)]
struct Head {
    overlay: &'static str,
    layer: &'static str,
    entries: Vec<Json>,
}

/// Returns the files with their names, numbered so that the layers keep their order when they are read again.
pub(super) fn files(selection: &Selection) -> Result<Vec<(String, String)>, Failure> {
    let views = selection.entries.iter().map(|entry| EntryView::new(*entry));
    let views: Vec<EntryView> = views.filter(|view| !view.layers.is_empty()).collect();
    let mut files = Vec::new();
    for (number, layer) in layers(&views).into_iter().enumerate() {
        for service in selection.services() {
            let entries = items(&views, service, layer);
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
fn layers(views: &[EntryView]) -> Vec<&'static str> {
    let mut layers: Vec<&'static str> = Vec::new();
    for view in views {
        // A layer that is not known yet belongs behind the one before it.
        let mut next = 0;
        for layer in &view.layers {
            let known = layers.iter().position(|known| *known == layer.name);
            next = 1 + known.unwrap_or_else(|| {
                layers.insert(next, layer.name);
                next
            });
        }
    }
    layers
}

fn items(views: &[EntryView], service: Service, name: &str) -> Vec<Json> {
    let views = views.iter().filter(|view| view.entry.service() == service);
    let layers = views.flat_map(|view| view.layers.iter().map(move |layer| (view, layer)));
    layers.filter(|(_, layer)| layer.name == name).map(|(view, layer)| item(view, layer)).collect()
}

fn item(view: &EntryView, layer: &Layer) -> Json {
    let entry = [Key::Code, Key::Name].iter().filter_map(|key| Some((*key, view.get(*key)?)));
    let added = KEYS.iter().filter_map(|key| Some((*key, layer.get(*key)?)));
    let keys = entry.chain(added).map(|(key, value)| (key.as_str().to_owned(), value.data()));
    let translation = translation(view, layer).map(|texts| (Key::Translation.as_str().to_owned(), texts));
    keys.chain(translation).collect::<Map<_, _>>().into()
}

/// Returns the texts of the entry that are the layer's.
fn translation(view: &EntryView, layer: &Layer) -> Option<Json> {
    let Value::Texts(translated) = layer.get(Key::Translation)? else { return None };
    let of = |key: Key| {
        let Value::Prose(text) = view.get(key)? else { return None };
        let langs = text.iter().filter(|(lang, _)| translated.contains(&(key, *lang)));
        let texts = langs.map(|(lang, text)| (lang.to_string(), steps(text)));
        let texts: Map<_, _> = texts.collect();
        (!texts.is_empty()).then(|| (key.as_str().to_owned(), json!(texts)))
    };
    Some(TRANSLATED.iter().filter_map(|key| of(*key)).collect::<Map<_, _>>().into())
}
