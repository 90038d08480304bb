//! The settings of a catalog, as far as the file says them without fault.

use super::words::{optional_language, word};
use crate::catalog_settings::CatalogSettings;
use crate::diagnostic::{DiagnosticKind, Diagnostics, Lint, Sound, sound};
use crate::lint::{self, LintLevel, Lints};
use crate::model::Lang;
use crate::syntax::{SettingsSyntax, Text, known};
use crate::text::address;
use crate::yaml::File;

/// The name that stands for every lint.
const ALL: &str = "all";

/// Lowers the settings. What is faulty is reported, and has its default.
pub(crate) fn settings(raw: SettingsSyntax<'_>, faults: &mut Diagnostics) -> CatalogSettings {
    let file = raw.file;
    let language = |tag: &Text| optional_language(file, &Ok(Some(tag.clone())), faults).ok().flatten();
    let languages: Vec<Lang> = known(&raw.languages).filter_map(language).collect();
    CatalogSettings {
        languages: (!languages.is_empty()).then_some(languages),
        lints: lints(&raw, faults),
        base_url: base_url(file, &raw.base_url, faults).unwrap_or_default(),
        title: raw.title.ok().map(|title| title.value),
    }
}

/// The lints with their levels. A lint by its name counts for more than `all`, wherever it is.
fn lints(raw: &SettingsSyntax<'_>, faults: &mut Diagnostics) -> Lints {
    let (mut all, mut each) = (Vec::new(), Vec::new());
    for (name, level) in known(&raw.lints) {
        let lints = if name.value == ALL { Some(Lint::ALL.to_vec()) } else { one(raw.file, name, faults) };
        let level = word::<LintLevel>(raw.file, &Ok(level.clone()), faults);
        if let (Some(lints), Ok(level)) = (lints, level) {
            let list = if name.value == ALL { &mut all } else { &mut each };
            list.extend(lints.into_iter().map(|lint| (lint, level)));
        }
    }
    all.into_iter().chain(each).fold(Lints::default(), |lints, (lint, level)| lints.at(lint, level))
}

fn one(file: &File, name: &Text, faults: &mut Diagnostics) -> Option<Vec<Lint>> {
    let lint = name.value.parse().ok();
    if lint.is_none() {
        lint::unknown(file, name, &[ALL], faults);
    }
    lint.map(|lint| vec![lint])
}

fn base_url(file: &File, given: &Sound<Option<Text>>, faults: &mut Diagnostics) -> Sound<Option<String>> {
    let Some(Text { value, place }) = sound(given)? else { return Ok(None) };
    address::base_url(value).map(Some).map_err(|why| {
        let message = format!("`{value}` is not the address of a site: {why}");
        let help = "write the whole address of a folder: `https://example.org/errors/`";
        file.fault(faults, *place, DiagnosticKind::InvalidLink, message, help)
    })
}
