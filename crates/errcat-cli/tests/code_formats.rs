//! Codes that are not a prefix, a dot and a number, through every verb.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod common;

use std::fs;

use common::{found, json, path};

/// Catalogs of codes as other projects write them.
const CATALOG: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/crates/formats/catalog");

/// Every code of the catalog.
fn codes() -> Vec<String> {
    let entries = json(&["export", "--catalog", CATALOG]);
    let entries = entries["entries"].as_array().unwrap().iter();
    entries.map(|entry| entry["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_code_is_explained_as_it_is_and_in_other_spellings() {
    for code in codes() {
        // A `-` at the front is an option, unless `--` says otherwise.
        let text = found(&["explain", "--catalog", CATALOG, "--", &code]);
        assert!(text.contains(&code), "{text}");
        let other = code.to_lowercase();
        let text = found(&["explain", "--catalog", CATALOG, "--", &other]);
        assert!(text.contains(&code), "{other}: {text}");
    }
    let text = found(&["--catalog", CATALOG, "card_declined"]);
    assert!(text.contains("The card was declined."), "{text}");
    assert!(found(&["--catalog", CATALOG, "ora00600"]).contains("ORA-00600"));
}

#[test]
fn the_exported_catalog_is_the_same() {
    let out = tempfile::tempdir().unwrap();
    found(&["export", "--format", "yaml", "--catalog", CATALOG, "--out", path(&out)]);
    let of = |catalog: &str| json(&["export", "--catalog", catalog]);
    assert_eq!(of(path(&out)), of(CATALOG));
    let oracle = fs::read_to_string(out.path().join("oracle.yaml")).unwrap();
    assert!(oracle.contains("separator: \"-\"") || oracle.contains("separator: '-'"), "{oracle}");
    found(&["check", path(&out), "--languages", "en"]);
}

#[test]
fn logs_and_responses_are_read() {
    let log = tempfile::tempdir().unwrap();
    let file = log.path().join("app.log");
    fs::write(&file, "charge failed: card_declined\nORA-00600: internal error code\nPAY-9999 happened\n")
        .unwrap();
    let file = file.to_str().unwrap();
    let text = found(&["annotate", "--catalog", CATALOG, file]);
    assert!(text.contains("The request does not fit the documentation."), "{text}");
    let unknown = found(&["unknown", "--catalog", CATALOG, file]);
    assert!(unknown.contains("code: PAY-9999"), "{unknown}");
    let body = log.path().join("body.json");
    fs::write(&body, r#"{"error": {"code": "42P01", "message": "relation \"t\" does not exist"}}"#).unwrap();
    let decoded = json(&["decode", "--catalog", CATALOG, "--format", "json", body.to_str().unwrap()]);
    assert!(decoded.to_string().contains("UndefinedTable"), "{decoded}");
}

#[test]
fn the_site_has_a_page_for_each_code() {
    let out = tempfile::tempdir().unwrap();
    found(&["docs", "--catalog", CATALOG, "--out", path(&out)]);
    for entry in json(&["export", "--catalog", CATALOG])["entries"].as_array().unwrap() {
        let (service, code) = (entry["service"].as_str().unwrap(), entry["code"].as_str().unwrap());
        let page = out.path().join(service).join(format!("{code}.html"));
        let text = fs::read_to_string(&page).unwrap_or_else(|error| panic!("{}: {error}", page.display()));
        assert!(text.contains(code), "{code}");
    }
}

#[test]
fn a_search_finds_words_of_codes() {
    for (words, code) in
        [("card_declined", "card_declined"), ("SNYK-CLI-0001", "SNYK-CLI-0001"), ("ORA-006", "ORA-00600")]
    {
        let text = found(&["search", "--catalog", CATALOG, words]);
        assert!(text.contains(code), "{words}: {text}");
    }
}

#[test]
fn another_separator_is_another_prefix() {
    let out = tempfile::tempdir().unwrap();
    for file in fs::read_dir(CATALOG).unwrap() {
        let file = file.unwrap().path();
        fs::copy(&file, out.path().join(file.file_name().unwrap())).unwrap();
    }
    let changes = json(&["diff", CATALOG, path(&out), "--format", "json"]);
    assert!(!changes.to_string().contains("prefix"), "{changes}");
    let oracle = out.path().join("oracle.yaml");
    let text = fs::read_to_string(&oracle).unwrap();
    fs::write(
        &oracle,
        text.replace("separator: \"-\"", "separator: \"_\"").replace("ORA-", "ORA_").replace("TNS-", "TNS_"),
    )
    .unwrap();
    let changes = json(&["diff", CATALOG, path(&out), "--format", "json"]);
    assert!(changes.to_string().contains("prefix-removed"), "{changes}");
}
