//! `errcat schema`: what editors check catalog files with.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod common;

use common::{found, json, small_catalog};

#[test]
fn it_is_the_schema_beside_the_catalog() {
    let committed =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../catalog/schema.json"));
    assert_eq!(found(&["schema", "--languages", "en,zh"]), committed.unwrap());
}

#[test]
fn it_needs_no_catalog() {
    let schema = json(&["schema", "--catalog", "nowhere"]);
    assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
    // A file that `check` takes has no key that the schema does not know.
    let text = std::fs::read_to_string(small_catalog().path().join("pay.yaml")).unwrap();
    let keys = text.lines().filter(|line| line.starts_with(char::is_alphabetic));
    for key in keys.filter_map(|line| line.split(':').next()) {
        assert!(schema["properties"][key].is_object(), "{key}");
    }
}

#[test]
fn overlays_and_languages() {
    let schema = json(&["schema", "overlay"]);
    assert!(schema["definitions"]["Addition"]["properties"]["runbook"].is_object(), "{schema}");
    let required = |args: &[&str]| json(args)["definitions"]["TextByLanguage"]["required"].clone();
    assert_eq!(required(&["schema"]), serde_json::Value::Null);
    assert_eq!(required(&["schema", "--languages", "de,en"]), serde_json::json!(["de", "en"]));
    assert_eq!(required(&["schema", "--languages", "en"]), serde_json::json!(["en"]));
}
