//! `catalog.yaml`: what is said once for all services of a catalog.

use super::fields::{Fields, Need};
use super::item::{List, Text};
use crate::diagnostic::{DiagnosticKind, Diagnostics, Sound};
use crate::languages::Languages;
use crate::yaml::{File, Node, Place, Value};

/// The name of the settings file in the folder of a catalog.
pub(crate) const SETTINGS_FILE: &str = "catalog.yaml";

/// The key that the settings file has in place of `service`.
const KEY: &str = "catalog";

#[derive(Debug)]
pub(crate) struct SettingsSyntax<'f> {
    pub(crate) file: &'f File,
    pub(crate) title: Sound<Text>,
    /// Empty where the key is absent.
    pub(crate) languages: List<Text>,
    /// Names of lints, each with its level.
    pub(crate) lints: List<(Text, Text)>,
    pub(crate) base_url: Sound<Option<Text>>,
}

/// Returns whether a file holds settings: it has their key, or their name and nothing of a service.
pub(crate) fn is_settings(file: &File) -> bool {
    let has = |key| matches!(&file.root.value, Value::Mapping(keys) if keys.get(key).is_some());
    (has(KEY) || has_name(file)) && !has("service") && !has("entries")
}

fn has_name(file: &File) -> bool {
    file.path.rsplit('/').next() == Some(SETTINGS_FILE)
}

/// Returns where a settings file says that it is one.
pub(crate) fn settings_key(file: &File) -> Place {
    let Value::Mapping(keys) = &file.root.value else { return file.root.place() };
    let key = keys.iter().map(|(key, _)| key).find(|key| key.value.as_text() == Some(KEY));
    key.map_or_else(|| file.root.place(), Node::place)
}

/// Reads a settings file.
pub(crate) fn read_settings<'f>(file: &'f File, faults: &mut Diagnostics) -> Sound<SettingsSyntax<'f>> {
    if !has_name(file) {
        let message = format!("the settings of a catalog are in a file called `{SETTINGS_FILE}`");
        let help =
            format!("rename the file to `{SETTINGS_FILE}`, or write `service: ...` if it holds a service");
        file.fault(faults, settings_key(file), DiagnosticKind::MisplacedSettings, message, help);
    }
    Fields::read_file(file, Languages::any(), faults, |fields| SettingsSyntax {
        file,
        title: fields.text(KEY),
        languages: match fields.get("languages") {
            Some(_) => fields.texts("languages", Need::Items),
            None => Ok(Vec::new()),
        },
        lints: fields.text_pairs("lints", "{ LINT: LEVEL }"),
        base_url: fields.optional_text("base_url"),
    })
}
