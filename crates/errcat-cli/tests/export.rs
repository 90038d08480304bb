//! `errcat export`: the whole catalog for other programs.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod common;

use std::collections::BTreeMap;

use common::{ENTRY_KEYS, errcat_run, found, json, keys};
use serde_json::Value;

#[test]
fn the_document_has_the_promised_keys() {
    let document = json(&["export", "--format", "json"]);
    assert_eq!(keys(&document), ["schema_version", "services", "entries"]);
    assert_eq!(document["schema_version"], 1);
    let services: Vec<&str> = document["services"]
        .as_array()
        .unwrap()
        .iter()
        .map(|service| service["name"].as_str().unwrap())
        .collect();
    assert_eq!(services, ["apigw", "cce_addonmgr", "csbs", "gateway", "imetal", "sms"]);
    // JSON is the default.
    assert_eq!(json(&["export"]), document);
}

#[test]
fn every_entry_has_the_promised_keys() {
    for entry in json(&["export"])["entries"].as_array().unwrap() {
        assert_eq!(keys(entry), ENTRY_KEYS, "{}", entry["code"]);
    }
}

#[test]
fn every_value_has_its_type() {
    let document = json(&["export"]);
    let text_or_null = |value: &Value| value.is_null() || value.as_str().is_some_and(|text| !text.is_empty());
    let texts = |value: &Value| value.as_array().is_some_and(|list| list.iter().all(Value::is_string));
    for entry in document["entries"].as_array().unwrap() {
        for key in ["code", "name", "service", "class", "retry", "lifecycle", "source"] {
            assert!(entry[key].as_str().is_some_and(|text| !text.is_empty()), "{key} of {entry}");
        }
        for key in ["group", "message"] {
            assert!(text_or_null(&entry[key]), "{key} of {entry}");
        }
        let status = &entry["status"];
        assert!(status.is_null() || status.as_u64().is_some_and(|status| (100..600).contains(&status)));
        assert!(texts(&entry["params"]) && texts(&entry["wordings"]), "{entry}");
        assert!(entry["undocumented"].is_boolean(), "{entry}");
        assert!(!entry["message"].is_null() || entry["undocumented"] == true, "{entry}");
        for key in ["description", "remediation"] {
            assert_eq!(keys(&entry[key]), ["en", "zh"], "{entry}");
            for lang in ["en", "zh"] {
                let text = &entry[key][lang];
                let steps = texts(text) && text.as_array().unwrap().len() > 1;
                assert!(text.as_str().is_some_and(|text| !text.trim().is_empty()) || steps, "{entry}");
            }
        }
    }
}

#[test]
fn every_documented_row_is_exported_verbatim() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/data/documented-rows.json");
    let rows: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let rows = rows.as_array().unwrap();
    assert_eq!(rows.len(), 101);
    let document = json(&["export"]);
    let mut by_code: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
    for entry in document["entries"].as_array().unwrap() {
        by_code.entry(entry["code"].as_str().unwrap()).or_default().push(entry);
    }
    for row in rows {
        let lang = row["lang"].as_str().unwrap();
        let entries = by_code.get(row["code"].as_str().unwrap()).unwrap_or_else(|| panic!("{row}"));
        let same = entries.iter().filter(|entry| {
            ["status", "message"].iter().all(|key| entry[key] == row[key])
                && ["description", "remediation"].iter().all(|key| entry[key][lang] == row[key])
                && entry["group"] == row["module"]
        });
        assert_eq!(same.count(), 1, "{row}");
    }
}

#[test]
fn one_entry_a_line() {
    let document = json(&["export"]);
    let lines = found(&["export", "--format", "jsonl"]);
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(Value::from(lines), document["entries"]);
}

#[test]
fn language_and_colour_change_nothing() {
    let document = found(&["export"]);
    assert_eq!(found(&["export", "--lang", "zh", "--color", "always"]), document);
    assert!(!document.contains('\u{1b}'));
    assert!(document.ends_with("}\n"));
}

#[test]
fn wrong_usage() {
    for args in [&["export", "--format", "xml"][..], &["export", "csbs"]] {
        let run = errcat_run(args);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{args:?}");
    }
}
