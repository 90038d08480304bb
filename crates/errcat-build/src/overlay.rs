//! Lays overlays over a valid catalog: each addition finds its entry, and says nothing that is not its own to say.

mod find;
mod texts;

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::diagnostic::{DiagnosticKind, Diagnostics, Sound, sound};
use crate::lower::{link, optional_word};
use crate::model::{Addition, Bilingual, Catalog, Entry, Lang};
use crate::syntax::{AdditionSyntax, OverlaySyntax, Text, TranslationSyntax, read_overlay};
use crate::yaml::{self, File, Links, Place, Source};

/// Lays the overlays of these folders over the catalog, and returns their files. Where the catalog has faults, a service
/// that is not there may be what is faulty, and what is added to it is read, and no more.
pub(crate) fn lay_over(
    folders: &[PathBuf],
    links: Links,
    catalog: &mut Catalog,
    faults: &mut Diagnostics,
) -> Vec<File> {
    let valid = !faults.has_errors();
    let folders: Vec<Source> = folders.iter().cloned().map(Source::Folder).collect();
    let files = if folders.is_empty() { Vec::new() } else { yaml::read(&folders, links, faults) };
    let overlays: Vec<OverlaySyntax<'_>> =
        files.iter().filter_map(|file| read_overlay(file, faults).ok()).collect();
    let mut seen = Seen::new();
    for overlay in &overlays {
        let is_there = |name: &Text| catalog.services.iter().any(|service| service.module == name.value);
        if valid || overlay.service.as_ref().is_ok_and(is_there) {
            lay_one(overlay, catalog, &mut seen, faults);
        }
    }
    files
}

/// The entries that layers add to, by layer, service and number, and where they do.
type Seen<'f> = BTreeMap<(String, usize, usize), (&'f File, Place)>;

fn lay_one<'f>(
    overlay: &OverlaySyntax<'f>,
    catalog: &mut Catalog,
    seen: &mut Seen<'f>,
    faults: &mut Diagnostics,
) {
    let file = overlay.file;
    let row = find::service(file, &overlay.service, catalog, faults);
    let rows = row.map(|row| find::rows_by_code(&catalog.services[row])).unwrap_or_default();
    for raw in overlay.entries.iter().flatten().flatten() {
        let addition = addition(file, raw, faults);
        let (Ok(row), Ok(layer)) = (row, &overlay.layer) else { continue };
        let service = &mut catalog.services[row];
        let Ok(number) = find::entry(file, raw, service, &rows, faults) else { continue };
        if let Ok(code) = &raw.code {
            let key = (layer.value.clone(), row, number);
            if let Some((first, place)) = seen.get(&key) {
                let first = format!("{}:{}", first.path, first.line(*place));
                let message = format!("layer `{}` adds to this entry in {first} already", layer.value);
                let help = "make one item of them";
                file.fault(faults, code.place, DiagnosticKind::DuplicateAddition, message, help);
                continue;
            }
            seen.insert(key, (file, code.place));
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
fn addition(file: &File, raw: &AdditionSyntax, faults: &mut Diagnostics) -> Sound<Addition> {
    let severity = optional_word(file, &raw.severity, faults);
    let runbook = link(file, &raw.runbook, faults);
    says_something(file, raw, faults);
    let owner = sound(&raw.owner)?.as_ref().map(|owner| owner.value.clone());
    let remediation = sound(&raw.remediation)?.as_ref().map(texts::values).unwrap_or_default();
    Ok(Addition { runbook: runbook?, owner, severity: severity?, remediation, ..Addition::default() })
}

fn says_something(file: &File, raw: &AdditionSyntax, faults: &mut Diagnostics) {
    let nothing = matches!(
        raw,
        AdditionSyntax {
            runbook: Ok(None),
            owner: Ok(None),
            severity: Ok(None),
            remediation: Ok(None),
            translation: Ok(None | Some(TranslationSyntax { description: Ok(None), remediation: Ok(None) })),
            ..
        }
    );
    if let (true, Ok(Text { place, value })) = (nothing, &raw.code) {
        let message = format!("nothing is added to `{value}`");
        let help = "write a `runbook`, `owner`, `severity`, `remediation` or `translation`, or leave it out";
        file.fault(faults, *place, DiagnosticKind::EmptyAddition, message, help);
    }
}

/// Puts the translations of an item into its entry, and returns the languages of description and remediation.
fn translate(
    file: &File,
    raw: &AdditionSyntax,
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
