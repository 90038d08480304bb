//! Lays overlays over a valid catalog: each addition finds its entry, and says nothing that is not its own to say.

mod find;
mod texts;

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::diagnostic::{DiagnosticKind, Diagnostics, Sound, sound};
use crate::lower::optional_word;
use crate::model::{Addition, Bilingual, Catalog, Entry, Lang};
use crate::syntax::{RawAddition, RawOverlay, RawTranslation, Text, read_overlay};
use crate::yaml::{File, Source};
use crate::{Checked, yaml};

impl Catalog {
    /// Lays the overlays of these folders over the catalog, one after another.
    #[must_use]
    pub fn overlaid(mut self, folders: &[PathBuf]) -> Checked {
        let mut diagnostics = Diagnostics::default();
        lay_over(folders, &mut self, &mut diagnostics);
        diagnostics.sort();
        Checked { catalog: (!diagnostics.has_errors()).then_some(self), diagnostics }
    }
}

/// Lays the overlays of these folders over the catalog. Where that has faults, a service that is not there may be what is
/// faulty, and what is added to it is read, and no more.
pub(crate) fn lay_over(folders: &[PathBuf], catalog: &mut Catalog, faults: &mut Diagnostics) {
    let valid = !faults.has_errors();
    let folders: Vec<Source> = folders.iter().cloned().map(Source::Folder).collect();
    let files = if folders.is_empty() { Vec::new() } else { yaml::read(&folders, faults) };
    let overlays: Vec<RawOverlay<'_>> =
        files.iter().filter_map(|file| read_overlay(file, faults).ok()).collect();
    let mut seen = Seen::new();
    for overlay in &overlays {
        let is_there = |name: &Text| catalog.services.iter().any(|service| service.module == name.value);
        if valid || overlay.service.as_ref().is_ok_and(is_there) {
            lay_one(overlay, catalog, &mut seen, faults);
        }
    }
}

/// The entries that layers add to, by layer, service and number, and where they do.
type Seen = BTreeMap<(String, usize, usize), String>;

fn lay_one(overlay: &RawOverlay<'_>, catalog: &mut Catalog, seen: &mut Seen, faults: &mut Diagnostics) {
    let file = overlay.file;
    let row = find::service(file, &overlay.service, catalog, faults);
    for raw in overlay.entries.iter().flatten().flatten() {
        let addition = addition(file, raw, faults);
        let (Ok(row), Ok(layer)) = (row, &overlay.layer) else { continue };
        let service = &mut catalog.services[row];
        let Ok(number) = find::entry(file, raw, service, faults) else { continue };
        if let Ok(code) = &raw.code {
            let key = (layer.value.clone(), row, number);
            if let Some(first) = seen.get(&key) {
                let message = format!("layer `{}` adds to this entry in {first} already", layer.value);
                let help = "make one item of them";
                file.fault(faults, code.place, DiagnosticKind::DuplicateAddition, message, help);
                continue;
            }
            seen.insert(key, format!("{}:{}", file.path, code.place.line));
        }
        let vendor = service.source_lang;
        let entry = &mut service.entries[number];
        let translated = translate(file, raw, entry, vendor, faults);
        let (Ok(addition), Ok([description, remediation])) = (addition, translated) else { continue };
        for earlier in &mut entry.additions {
            texts::take_back(&mut earlier.translated_description, &description);
            texts::take_back(&mut earlier.translated_remediation, &remediation);
        }
        entry.additions.push(Addition {
            layer: layer.value.clone(),
            translated_description: description,
            translated_remediation: remediation,
            ..addition
        });
    }
}

/// What an item adds beside translations.
fn addition(file: &File, raw: &RawAddition, faults: &mut Diagnostics) -> Sound<Addition> {
    let severity = optional_word(file, &raw.severity, faults);
    let runbook = texts::link(file, &raw.runbook, faults);
    says_something(file, raw, faults);
    let owner = sound(&raw.owner)?.as_ref().map(|owner| owner.value.clone());
    let remediation = sound(&raw.remediation)?.as_ref().map(texts::values).unwrap_or_default();
    Ok(Addition { runbook: runbook?, owner, severity: severity?, remediation, ..Addition::default() })
}

fn says_something(file: &File, raw: &RawAddition, faults: &mut Diagnostics) {
    let nothing = matches!(
        raw,
        RawAddition {
            runbook: Ok(None),
            owner: Ok(None),
            severity: Ok(None),
            remediation: Ok(None),
            translation: Ok(None | Some(RawTranslation { description: Ok(None), remediation: Ok(None) })),
            ..
        }
    );
    if let (true, Ok(Text { place, value })) = (nothing, &raw.code) {
        let message = format!("nothing is added to `{value}`");
        let help = "write a `runbook`, `owner`, `severity`, `remediation` or `translation`, or leave it out";
        file.fault(faults, *place, DiagnosticKind::EmptyAddition, message, help);
    }
}

/// Puts the translations of an item into its entry; answers the languages of description and remediation.
fn translate(
    file: &File,
    raw: &RawAddition,
    entry: &mut Entry,
    vendor: Lang,
    faults: &mut Diagnostics,
) -> Sound<[Bilingual<bool>; 2]> {
    let Some(translation) = sound(&raw.translation)? else { return Ok(Default::default()) };
    let description =
        texts::translate(file, &translation.description, &mut entry.description, vendor, faults);
    let remediation =
        texts::translate(file, &translation.remediation, &mut entry.remediation, vendor, faults);
    Ok([description?, remediation?])
}
