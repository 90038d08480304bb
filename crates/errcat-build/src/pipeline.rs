//! Runs the stages that can find a problem, one after another.

use std::path::PathBuf;

use crate::catalog_settings::CatalogSettings;
use crate::diagnostic::{Diagnostics, Lint};
use crate::languages::Languages;
use crate::lint::{LintLevel, Lints};
use crate::model::{Catalog, Lang};
use crate::settings;
use crate::stopwatch::Stopwatch;
use crate::yaml::{File, Links, Source};
use crate::{check, lint, lower, overlay, syntax, yaml};

/// What [`Config::check`](crate::Config::check) found.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Checked {
    /// The catalog, unless there is an error.
    pub catalog: Option<Catalog>,
    /// All errors and warnings, sorted by file, line and column.
    pub diagnostics: Diagnostics,
    /// What `catalog.yaml` says, as far as it could be read.
    pub settings: CatalogSettings,
}

/// What to check, and how.
#[derive(Debug)]
pub(crate) struct Settings {
    pub(crate) sources: Vec<Source>,
    pub(crate) overlays: Vec<PathBuf>,
    pub(crate) links: Links,
    /// Counts for more than what the files say.
    pub(crate) languages: Option<Vec<Lang>>,
    /// Takes the place of what the files say.
    pub(crate) lints: Option<Lints>,
    /// Single lints, whose levels count for more than both.
    pub(crate) levels: Vec<(Lint, LintLevel)>,
    pub(crate) deny_warnings: bool,
}

impl Settings {
    /// The languages in which texts are required of a catalog with these settings.
    fn languages(&self, catalog: &CatalogSettings) -> Languages {
        let given = self.languages.as_ref().or(catalog.languages.as_ref());
        given.map_or_else(Languages::default, |languages| languages.iter().copied().collect())
    }

    /// The lints that are on for a catalog with these settings.
    fn lints(&self, catalog: &CatalogSettings) -> Lints {
        let lints = self.lints.as_ref().unwrap_or(&catalog.lints).clone();
        self.levels.iter().fold(lints, |lints, (lint, level)| lints.at(*lint, *level))
    }
}

/// Runs the stages. Only the wanted services reach the catalog; all files are checked.
pub(crate) fn run(settings: &Settings, wanted: impl Fn(&str) -> bool, stopwatch: &mut Stopwatch) -> Checked {
    let mut diagnostics = Diagnostics::default();
    let mut files = yaml::read(&settings.sources, settings.links, &mut diagnostics);
    stopwatch.did("read");
    let of_catalog = settings::of_catalog(&mut files, &mut diagnostics);
    let (mut catalog, _) = model(&files, settings, &of_catalog, &mut diagnostics, stopwatch);
    if settings.deny_warnings {
        diagnostics.deny_warnings();
    }
    diagnostics.finish();
    let all = std::mem::take(&mut catalog.services).into_iter();
    (catalog.services, catalog.left_out) = all.partition(|service| wanted(&service.module));
    stopwatch.did("modelled");
    let catalog = (!diagnostics.has_errors()).then_some(catalog);
    Checked { catalog, diagnostics, settings: of_catalog }
}

/// Makes the model of files, with what the overlays add, whose files it returns.
fn model(
    files: &[File],
    settings: &Settings,
    of_catalog: &CatalogSettings,
    faults: &mut Diagnostics,
    stopwatch: &mut Stopwatch,
) -> (Catalog, Vec<File>) {
    let (languages, lints) = (settings.languages(of_catalog), settings.lints(of_catalog));
    let services = files.iter().filter_map(|file| syntax::read(file, languages, faults).ok());
    let services = services.collect::<Vec<_>>();
    stopwatch.did("taken apart");
    check::all(&services, faults);
    stopwatch.did("checked");
    let found = services.iter().map(lint::all).collect::<Vec<_>>();
    stopwatch.did("linted");
    let lowered = services.into_iter().filter_map(|service| lower::service(service, languages, faults).ok());
    let mut catalog = Catalog::new(lowered.collect());
    for found in found {
        found.report(&lints, faults);
    }
    let overlays = overlay::lay_over(&settings.overlays, settings.links, &mut catalog, faults);
    (catalog, overlays)
}

impl Catalog {
    /// Lays the overlays of these folders over the catalog, one after another.
    #[must_use]
    pub fn overlaid(self, folders: &[PathBuf]) -> Checked {
        self.overlaid_from(folders, Links::Followed)
    }

    /// As [`overlaid`](Self::overlaid), for folders that are not trusted: symbolic links among their files are errors.
    #[must_use]
    pub fn overlaid_without_links(self, folders: &[PathBuf]) -> Checked {
        self.overlaid_from(folders, Links::Refused)
    }

    fn overlaid_from(mut self, folders: &[PathBuf], links: Links) -> Checked {
        let mut diagnostics = Diagnostics::default();
        overlay::lay_over(folders, links, &mut self, &mut diagnostics);
        diagnostics.finish();
        let catalog = (!diagnostics.has_errors()).then_some(self);
        Checked { catalog, diagnostics, settings: CatalogSettings::default() }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{Settings, model};
    use crate::catalog_settings::CatalogSettings;
    use crate::diagnostic::Diagnostics;
    use crate::lint::Lints;
    use crate::stopwatch::Stopwatch;
    use crate::yaml::{self, File, Links, Source};

    /// The files of these sources and overlays after all stages, and what was reported.
    fn checked(sources: Vec<Source>, overlays: Vec<PathBuf>) -> (Vec<File>, Diagnostics) {
        let settings = Settings {
            sources,
            overlays,
            links: Links::Followed,
            languages: None,
            lints: Some(Lints::all()),
            levels: Vec::new(),
            deny_warnings: false,
        };
        let mut diagnostics = Diagnostics::default();
        let mut files = yaml::read(&settings.sources, settings.links, &mut diagnostics);
        let (_, overlays) =
            model(&files, &settings, &CatalogSettings::default(), &mut diagnostics, &mut Stopwatch::start());
        files.extend(overlays);
        (files, diagnostics)
    }

    fn below(folder: &str) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
    }

    #[test]
    fn a_clean_catalog_is_parsed_once() {
        // Some of its entries allow what a lint finds in them.
        let (files, diagnostics) = checked(vec![Source::Folder(below("../../catalog"))], Vec::new());
        assert!(diagnostics.is_empty() && files.len() > 1, "{diagnostics}");
        assert!(files.iter().all(|file| !file.is_located()));
    }

    #[test]
    fn only_files_with_something_to_report_are_located() {
        let catalog = Source::Folder(below("../../catalog"));
        let faulty = Source::File(below("tests/reject/many-faults.yaml"));
        let warned = Source::File(below("tests/lint/unbalanced-quotes.yaml"));
        let (files, diagnostics) = checked(vec![catalog, faulty, warned], Vec::new());
        let reported = |file: &File| diagnostics.as_slice().iter().any(|one| one.path == file.path);
        for file in &files {
            assert_eq!(file.is_located(), reported(file), "{}", file.path);
        }
        assert_eq!(files.iter().filter(|file| file.is_located()).count(), 2);
    }

    #[test]
    fn clean_overlays_are_parsed_once() {
        let folder = std::env::temp_dir().join(format!("errcat-clean-overlay-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let overlay = "overlay: csbs\nlayer: Team\nentries:\n  - { code: CSBS.6019, owner: backup }\n";
        std::fs::write(folder.join("csbs.yaml"), overlay).unwrap();
        let (files, diagnostics) =
            checked(vec![Source::Folder(below("../../catalog"))], vec![folder.clone()]);
        std::fs::remove_dir_all(&folder).unwrap();
        assert!(diagnostics.is_empty(), "{diagnostics}");
        assert!(files.iter().any(|file| file.path.ends_with("csbs.yaml") && !file.path.contains("catalog")));
        assert!(files.iter().all(|file| !file.is_located()));
    }
}
