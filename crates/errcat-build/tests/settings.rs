//! The settings of a compilation, and what overlays do to a catalog.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::{cases, fresh};
use errcat_build::model::{Entry, Lang, Severity};
use errcat_build::{CompileError, Config, Lint, Lints};

/// Two entries, with an open quote in one message and nothing but support as the remedy of the other.
const ENGLISH: &str = "\
service: pay
title: { en: Payments }
prefixes: [PAY]
source: { title: Handbook }
groups: [{ en: Cards }]
entries:
  - code: PAY.1
    name: CardDeclined
    group: Cards
    message: 'The bank declined \"%s.'
    params: [card]
    description: { en: The bank refuses. }
    remediation: { en: Use another card. }
    class: failed_precondition
    retry: after_fix
  - code: PAY.2
    name: LedgerClosed
    message: The ledger is closed.
    description: { en: Nothing is booked at night. }
    remediation: { en: Contact technical support. }
    class: unavailable
    retry: later
    note: { en: Seldom. }
";

fn file(name: &str, text: &str) -> PathBuf {
    let path = fresh(name).join("pay.yaml");
    fs::write(&path, text).unwrap();
    path
}

/// The codes of what is said, each with its severity.
fn said(config: &Config) -> Vec<String> {
    let checked = config.check();
    checked.diagnostics.as_slice().iter().map(|one| format!("{} {}", one.level, one.kind)).collect()
}

fn english() -> Config {
    Config::default().file(file("english", ENGLISH)).languages([Lang::EN])
}

#[test]
fn a_language_that_is_not_due_may_be_left_out() {
    let checked = english().check();
    let service = &checked.catalog.unwrap().services[0];
    assert_eq!((service.title.en.as_str(), service.title.zh.as_str()), ("Payments", ""));
    assert_eq!(service.title.any(), "Payments");
    assert_eq!(service.entries[0].group.as_ref().unwrap().any(), "Cards");
    assert!(service.entries[0].remediation.zh.is_empty());

    let path = file("both-due", ENGLISH);
    let both = said(&Config::default().file(&path));
    assert_eq!(both.iter().filter(|one| *one == "error missing-key").count(), 7, "{both:?}");
    let chinese = said(&Config::default().file(&path).languages([Lang::ZH]));
    assert_eq!(chinese.iter().filter(|one| *one == "error missing-key").count(), 7, "{chinese:?}");
    // No language is due, but a text is in one at least.
    let none = |text: &str| said(&Config::default().file(file("none-due", text)).languages([]));
    assert_eq!(none(ENGLISH), ["warning unbalanced-quotes"]);
    let empty = ENGLISH.replace("{ en: The bank refuses. }", "{}");
    assert_eq!(none(&empty), ["warning unbalanced-quotes", "error missing-key"]);
}

#[test]
fn a_group_can_be_in_chinese_alone() {
    let text = ENGLISH.replace("en: ", "zh: ").replace("title: Handbook", "title: Handbook, lang: zh");
    let checked = Config::default().file(file("chinese", &text)).languages([Lang::ZH]).check();
    let catalog = checked.catalog.unwrap();
    assert_eq!(catalog.services[0].entries[0].group.as_ref().unwrap().zh, "Cards");
}

/// The help lines that follow from what stands in the place of a text of `ENGLISH`.
fn helps(from: &str, to: &str, languages: impl IntoIterator<Item = Lang>) -> Vec<String> {
    let text = ENGLISH.replace("\"%s.", "%s.").replace(from, to);
    let checked = Config::default().file(file("helps", &text)).languages(languages).check();
    checked.diagnostics.as_slice().iter().map(|one| one.help.clone()).collect()
}

#[test]
fn helps_name_the_languages_that_are_due_and_no_others() {
    assert_eq!(helps("{ en: Payments }", "Payments", [Lang::EN]), ["write `{ en: ... }`"]);
    assert_eq!(helps("{ en: Payments }", "Payments", []), ["write `{ en: ..., zh: ... }`"]);
    assert_eq!(helps("{ en: Seldom. }", "Seldom.", [Lang::EN]), ["write `{ en: ... }`"]);
    let add = ["add `- { en: Ledger }` to `groups`"];
    assert_eq!(helps("group: Cards", "group: Ledger", [Lang::EN]), add);
    assert_eq!(helps("group: Cards", "group: Ledger", []), add);
}

#[test]
fn lints_one_by_one() {
    assert_eq!(said(&english()), ["warning unbalanced-quotes"]);
    assert_eq!(said(&english().allow(Lint::UnbalancedQuotes)), [""; 0]);
    assert_eq!(said(&english().deny(Lint::UnbalancedQuotes)), ["error unbalanced-quotes"]);
    let both = ["warning unbalanced-quotes", "warning contact-support-only"];
    assert_eq!(said(&english().warn(Lint::ContactSupportOnly)), both);
    let denied = english().deny(Lint::ContactSupportOnly);
    assert_eq!(said(&denied), ["warning unbalanced-quotes", "error contact-support-only"]);
    assert!(denied.check().catalog.is_none());
    // The last word counts.
    assert_eq!(said(&english().deny(Lint::UnbalancedQuotes).warn(Lint::UnbalancedQuotes)), both[..1]);
    assert_eq!(said(&english().lints(Lints::none()).warn(Lint::UnbalancedQuotes)), both[..1]);
    assert_eq!(said(&english().deny_warnings(true)), ["error unbalanced-quotes"]);
}

#[test]
fn folders_and_files_in_their_order() {
    let folder = fresh("folder");
    let shop = fs::read_to_string(cases("overlay").join("base.yml")).unwrap();
    fs::write(folder.join("shop.yml"), shop).unwrap();
    let other = cases("reject").join("beside.yml");
    let modules = |config: Config| {
        let services = config.check().catalog.unwrap().services;
        services.into_iter().map(|service| service.module).collect::<Vec<_>>()
    };
    assert_eq!(modules(Config::new(&folder).file(&other)), ["shop", "other"]);
    assert_eq!(modules(Config::default().file(&other).folder(&folder)), ["other", "shop"]);
    assert_eq!(said(&Config::default().file(&other).file(&other))[0], "error duplicate-service");
    assert_eq!(said(&Config::default()), ["error empty-folder"]);
}

#[test]
fn names_that_cannot_be_part_of_a_path() {
    for name in ["", "..", "a/b", "a b", "a=b", "支付"] {
        let error = english().name(name).out_dir(fresh("name")).compile().unwrap_err();
        assert!(matches!(error, CompileError::Name(_)), "{error}");
        assert!(error.to_string().starts_with(&format!("`{name}` cannot be the name of a catalog")));
        assert_eq!(format!("{error:?}"), error.to_string(), "`main` shows it by its Debug");
    }
    let out = fresh("named");
    english().name("pay-2_x").out_dir(&out).compile().unwrap();
    assert!(out.join("errcat/pay-2_x/catalog.rs").is_file());
}

/// The entries of the base catalog with these overlays, each a text in a folder of its own.
fn overlaid(overlays: &[&str]) -> Vec<Entry> {
    let config = Config::default().file(cases("overlay").join("base.yml"));
    let config = overlays.iter().fold(config, |config, text| config.overlay(folder_of(text)));
    let checked = config.check();
    let mut catalog = checked.catalog.unwrap_or_else(|| panic!("{}", checked.diagnostics));
    catalog.services.remove(0).entries
}

fn folder_of(overlay: &str) -> PathBuf {
    let folder = fresh("overlay");
    fs::write(folder.join("shop.yaml"), format!("overlay: shop\n{overlay}")).unwrap();
    folder
}

#[test]
fn an_overlay_adds_and_changes_nothing_else() {
    let plain = overlaid(&[]);
    let mut with = overlaid(&["\
layer: On call
entries:
  - code: SHOP.1001
    runbook: https://wiki.example/sold-out
    owner: stock
    severity: critical
    remediation: { zh: [查看监控。] }
  - { code: SHOP.1002, name: NotNow, severity: low }
"]);
    let addition = with[0].additions.pop().unwrap();
    assert_eq!(addition.layer, "On call");
    assert_eq!(addition.runbook.as_deref(), Some("https://wiki.example/sold-out"));
    assert_eq!((addition.owner.as_deref(), addition.severity), (Some("stock"), Some(Severity::Critical)));
    assert_eq!((addition.remediation.en.len(), addition.remediation.zh[0].as_str()), (0, "查看监控。"));
    assert_eq!(with[2].additions.pop().unwrap().severity, Some(Severity::Low));
    assert_eq!(plain, with);
}

#[test]
fn layers_stack_and_the_last_translation_counts() {
    let layer = |name: &str, zh: &str| {
        format!(
            "layer: {name}\nentries:\n  - code: SHOP.1001\n    owner: {name}\n    translation: {{ description: {{ zh: {zh} }} }}\n"
        )
    };
    let (first, second) = (layer("First", "卖完了。"), layer("Second", "已售空。"));
    let entries = overlaid(&[&first, &second]);
    assert_eq!(entries[0].description.zh, ["已售空。"]);
    assert_eq!(entries[0].description.en, ["The stock is empty."]);
    let layers: Vec<_> = entries[0]
        .additions
        .iter()
        .map(|one| (one.layer.as_str(), one.translated_description.zh, one.translated_remediation.zh))
        .collect();
    assert_eq!(layers, [("First", false, false), ("Second", true, false)]);
    assert_eq!(overlaid(&[&second, &first])[0].description.zh, ["卖完了。"]);
}

#[test]
fn one_layer_in_two_folders_adds_once() {
    let text = "layer: On call\nentries:\n  - { code: SHOP.1001, owner: stock }\n";
    let config = Config::default().file(cases("overlay").join("base.yml"));
    let config = config.overlay(folder_of(text)).overlay(folder_of(text));
    assert_eq!(said(&config), ["error duplicate-addition"]);
}

#[test]
fn a_translation_fills_what_a_catalog_lacks() {
    let overlay = fresh("fills");
    let text = "overlay: pay\nlayer: Translators\nentries:\n  - code: PAY.1\n    translation: { remediation: { zh: 更换银行卡。 } }\n";
    fs::write(overlay.join("pay.yaml"), text).unwrap();
    let catalog = english().overlay(overlay).check().catalog.unwrap();
    let entry = &catalog.services[0].entries[0];
    assert_eq!((entry.remediation.zh[0].as_str(), entry.description.zh.len()), ("更换银行卡。", 0));
}

#[test]
fn overlays_of_a_faulty_catalog_are_read_and_no_more() {
    let faulty = ENGLISH.replace("retry: later", "retry: soon");
    let overlay = fresh("beside-a-fault");
    let text = "overlay: pay\nlayer: L\nentries:\n  - { code: PAY.77, owner: 7 }\n";
    fs::write(overlay.join("pay.yaml"), text).unwrap();
    let config = Config::default().file(file("faulty", &faulty)).languages([Lang::EN]).overlay(overlay);
    let mut found = said(&config);
    found.sort();
    assert_eq!(found, ["error unknown-word", "error wrong-type", "warning unbalanced-quotes"]);
}

#[test]
fn an_overlay_of_a_service_that_is_not_wanted_is_right() {
    let base = cases("overlay").join("base.yml");
    let overlay = folder_of("layer: L\nentries:\n  - { code: SHOP.1001, owner: stock }\n");
    let config = Config::default().file(base).file(cases("reject").join("beside.yml"));
    let checked = config.services(|name| name == "other").overlay(overlay).check();
    assert!(checked.diagnostics.is_empty(), "{}", checked.diagnostics);
    assert_eq!(checked.catalog.unwrap().services.len(), 1);
}

#[test]
fn only_a_catalog_of_one_file_has_its_items_beside_it() {
    let beside = |config: Config| {
        let out = fresh("beside").join("out");
        config.compile_to(&out).unwrap();
        code(&out).contains("pub use self :: ")
    };
    let (one, two) = (cases("overlay").join("base.yml"), cases("reject").join("beside.yml"));
    assert!(beside(Config::default().file(&one)));
    assert!(!beside(Config::default().file(&one).file(&two)));
    // Which services are wanted can hang on cargo features, which only add.
    assert!(!beside(Config::default().file(&one).file(&two).services(|name| name == "shop")));
}

fn code(out: &Path) -> String {
    fs::read_to_string(out.join("catalog.rs")).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}
