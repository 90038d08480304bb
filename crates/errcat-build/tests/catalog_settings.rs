//! `catalog.yaml`: what it says holds for all services, and settings of the build script count for more.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod common;

use std::fs;
use std::path::PathBuf;

use common::{SHOP, fresh};
use errcat_build::model::Lang;
use errcat_build::{CatalogSettings, Config, DiagnosticKind, Level, Lint, Lints};

/// A folder with these settings and a service, whose message leaves a quote open.
fn catalog(settings: &str, service: &str) -> PathBuf {
    let folder = fresh("settings");
    fs::write(folder.join("catalog.yaml"), settings).unwrap();
    fs::write(folder.join("shop.yaml"), service.replace("message: Sold out.", "message: 'Sold \"out.'"))
        .unwrap();
    folder
}

/// The service with its English texts alone.
fn english() -> String {
    SHOP.replace(", zh: 商店", "").replace(", zh: 已售罄。", "").replace(", zh: 请稍后再来。", "")
}

fn kinds(config: &Config) -> Vec<(Level, &'static str)> {
    let found = config.check().diagnostics;
    found.as_slice().iter().map(|one| (one.level, one.kind.name())).collect()
}

#[test]
fn languages_are_those_of_the_file_unless_the_build_script_says_others() {
    let folder = catalog("catalog: Shop\nlanguages: [en]\nlints: { all: allow }\n", &english());
    assert_eq!(kinds(&Config::new(&folder)), []);
    let missing = kinds(&Config::new(&folder).languages([Lang::EN, Lang::ZH]));
    assert_eq!(missing, [(Level::Error, "missing-key"); 3]);
    // Without the key, they are those of the title.
    let folder = catalog("catalog: Shop\nlints: { all: allow }\n", &english());
    assert_eq!(kinds(&Config::new(&folder)), []);
    let text = english().replace("{ en: Shop }", "{ en: Shop, zh: 商店 }");
    let folder = catalog("catalog: Shop\nlints: { all: allow }\n", &text);
    assert_eq!(kinds(&Config::new(&folder)), [(Level::Error, "missing-key"); 2]);
    assert_eq!(kinds(&Config::new(&folder).languages([Lang::EN])), []);
}

#[test]
fn lints_are_those_of_the_file_unless_the_build_script_says_others() {
    let quotes = |level| (level, "unbalanced-quotes");
    for (lints, found) in [
        ("{}", vec![quotes(Level::Warning)]),
        ("{ unbalanced-quotes: allow }", vec![]),
        ("{ unbalanced-quotes: deny }", vec![quotes(Level::Error)]),
        ("{ all: deny, class-contradicts-status: allow }", vec![quotes(Level::Error)]),
        ("{ all: allow }", vec![]),
        // A lint by its name counts for more, wherever it is.
        ("{ unbalanced-quotes: warn, all: allow }", vec![quotes(Level::Warning)]),
        ("{ all: allow, unbalanced-quotes: warn }", vec![quotes(Level::Warning)]),
    ] {
        let folder = catalog(&format!("catalog: Shop\nlints: {lints}\n"), SHOP);
        assert_eq!(kinds(&Config::new(&folder)), found, "{lints}");
        let allowed = Config::new(&folder).allow(Lint::UnbalancedQuotes);
        assert_eq!(kinds(&allowed), [], "{lints}");
        let denied = Config::new(&folder).deny(Lint::UnbalancedQuotes);
        assert_eq!(kinds(&denied), [quotes(Level::Error)], "{lints}");
        let replaced = Config::new(&folder).deny(Lint::UnbalancedQuotes).lints(Lints::default());
        assert_eq!(kinds(&replaced), [quotes(Level::Warning)], "{lints}");
    }
}

#[test]
fn what_the_file_says_is_told() {
    let folder = catalog("catalog: Shop\nlanguages: [zh, en]\nbase_url: https://errors.example/shop\n", SHOP);
    let settings = Config::new(&folder).check().settings;
    assert_eq!(settings.title.as_deref(), Some("Shop"));
    assert_eq!(settings.languages, Some(vec![Lang::ZH, Lang::EN]));
    assert_eq!(settings.base_url.as_deref(), Some("https://errors.example/shop/"));
    assert_eq!(CatalogSettings::of_folder(&folder).unwrap(), settings);
    // Where it is faulty, all of it is reported, and the rest of the folder is checked.
    fs::write(folder.join("catalog.yaml"), "catalog: Shop\nlanguages: [german]\nbase_url: nowhere\n")
        .unwrap();
    let faults = CatalogSettings::of_folder(&folder).unwrap_err();
    let found: Vec<_> = faults.as_slice().iter().map(|fault| fault.kind).collect();
    assert_eq!(found, [DiagnosticKind::UnknownWord, DiagnosticKind::InvalidLink]);
    assert_eq!(Config::new(&folder).check().diagnostics.count(Level::Warning), 1);
}

#[test]
fn a_service_can_be_in_a_file_of_that_name() {
    let folder = fresh("service");
    fs::write(folder.join("catalog.yaml"), SHOP).unwrap();
    let checked = Config::new(&folder).check();
    assert_eq!(checked.catalog.unwrap().services[0].module, "shop");
    assert_eq!(CatalogSettings::of_folder(&folder).unwrap(), CatalogSettings::default());
}

#[test]
fn settings_alone_are_no_catalog() {
    let folder = fresh("alone");
    fs::write(folder.join("catalog.yaml"), "catalog: Shop\n").unwrap();
    let faults = errcat_build::load(&folder).unwrap_err();
    let found: Vec<_> = faults.as_slice().iter().map(|fault| fault.kind).collect();
    assert_eq!(found, [DiagnosticKind::EmptyFolder], "{faults}");
}

#[test]
fn settings_are_no_overlay() {
    let (folder, overlay) = (catalog("catalog: Shop\n", SHOP), fresh("overlay"));
    fs::write(overlay.join("catalog.yaml"), "catalog: Shop\n").unwrap();
    let faults = Config::new(&folder).allow(Lint::UnbalancedQuotes).overlay(&overlay).check().diagnostics;
    let found: Vec<_> = faults.as_slice().iter().map(|fault| fault.kind).collect();
    assert_eq!(found, [DiagnosticKind::WrongType], "{faults}");
}
