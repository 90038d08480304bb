//! The JSON Schemas of catalog and overlay files say what the reader says. `ERRCAT_UPDATE=1` rewrites `catalog/schema.json`.
#![recursion_limit = "256"]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use common::fresh;
use errcat_build::model::Lang;
use errcat_build::{
    CatalogSettings, Config, Diagnostics, catalog_schema, load, overlay_schema, settings_schema,
};
use jsonschema::Validator;
use serde_json::{Value, json};

fn schema() -> String {
    catalog_schema(Lang::ALL.iter().copied())
}

fn parsed() -> Value {
    serde_json::from_str(&schema()).unwrap()
}

fn validator() -> Validator {
    jsonschema::draft7::new(&parsed()).unwrap()
}

/// The root of the project.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn yaml_files(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|end| end == "yaml" || end == "yml")).collect();
    paths.sort();
    assert!(!paths.is_empty());
    paths
}

/// What a validator sees of a file; none if it is no YAML, or has a key that JSON cannot have.
fn instance(path: &Path) -> Option<Value> {
    serde_yaml::from_str(&fs::read_to_string(path).ok()?).ok()
}

#[test]
fn the_committed_schema_is_fresh() {
    let path = root().join("catalog/schema.json");
    if std::env::var_os("ERRCAT_UPDATE").is_some() {
        fs::write(&path, schema()).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        committed,
        schema(),
        "run `ERRCAT_UPDATE=1 cargo test -p errcat-build --features schema --test schema`"
    );
}

#[test]
fn good_files_are_valid_and_name_the_schema() {
    let validator = validator();
    for path in yaml_files(&root().join("catalog")) {
        let text = fs::read_to_string(&path).unwrap();
        let first = text.lines().next();
        assert_eq!(first, Some("# yaml-language-server: $schema=./schema.json"), "{}", path.display());
        let instance = instance(&path).unwrap();
        let faults =
            validator.iter_errors(&instance).map(|fault| format!("{}: {fault}", fault.instance_path()));
        assert_eq!(faults.collect::<Vec<_>>(), Vec::<String>::new(), "{}", path.display());
    }
    let lint = yaml_files(&common::cases("lint"));
    for path in lint.iter().chain(&yaml_files(&root().join("tests/crates/own-catalog/catalog"))) {
        assert!(validator.is_valid(&instance(path).unwrap()), "{}", path.display());
    }
}

/// What can be seen without comparing one place of a file with another.
const SHAPE: &[&str] = &[
    "code-too-long",
    "empty-list",
    "empty-text",
    "invalid-name",
    "many-faults",
    "missing-key",
    "retry-after-out-of-range",
    "status-out-of-range",
    "unknown-key",
    "unknown-lint",
    "unknown-word",
    "wrong-type",
    "yaml-syntax",
];

/// Cases of these codes that a schema cannot see, and cases of other codes that it sees.
const OTHERWISE: &[&str] = &[
    // One spelling is too long, not the one that is written.
    "code-too-long-alias",
    // Words that Rust, the site or Windows have taken.
    "invalid-name-all",
    "invalid-name-all-entry",
    "invalid-name-device",
    "invalid-name-errcat",
    // Settings are not a service; they have a schema of their own.
    "misplaced-settings",
    // A list with too many names, which is all that the schema can count.
    "too-many-placeholders-params",
    // Their cases are of the wrong shape besides.
    "more-diagnostics",
    "too-deep",
    // The overlays are not among these cases; the placeholders of a pattern are not looked at.
    "invalid-link-head",
    "invalid-link-source",
    "invalid-link-url",
    // Not as UTF-8, so that there is nothing to see.
    "unreadable-file",
    // A space.
    "wrong-prefix-characters",
    // A key that is a number, which JSON writes as a text.
    "wrong-type-alias",
];

#[test]
fn files_of_the_wrong_shape_are_not_valid() {
    let validator = validator();
    let mut wrong = Vec::new();
    for path in yaml_files(&common::cases("reject")) {
        let name = path.file_stem().unwrap().to_str().unwrap();
        let due = SHAPE.iter().any(|code| name.starts_with(code)) == OTHERWISE.contains(&name);
        let valid = instance(&path).is_some_and(|instance| validator.is_valid(&instance));
        if valid != due {
            wrong.push(format!("{name}: valid is {valid}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A file in which every mapping that there can be stands once, with all its keys.
fn everything() -> Value {
    let both = json!({ "en": "One.", "zh": "一。" });
    json!({
        "service": "pay", "title": both, "separator": ".",
        "prefixes": [{ "prefix": "PAY", "separator": "." }, "PAYMENT"], "aliases": { "PAYMENT": "PAY" },
        "confused_with": [{ "prefix": "PAYPAL", "en": "One.", "zh": "一。" }],
        "url": "https://pay.example/{code}",
        "source": { "title": "Manual", "url": "https://pay.example", "lang": "en" }, "groups": [both], "typed": true,
        "entries": [
            {
                "code": "PAY.1", "name": "One", "status": 400, "group": "One.", "lifecycle": "active",
                "since": "1.0", "deprecated": { "since": "2.0", "note": both }, "replaced_by": "PAY.2",
                "undocumented": false, "message": "Lost %s: \"xxx.", "params": ["what", "why"], "markers": ["xxx"],
                "wordings": [{ "message": "Lost %s.", "params": ["what"] }],
                "description": both, "remediation": both, "class": "internal", "retry": "later",
                "retry_after": 30, "severity": "high",
                "former": [{ "status": 400, "message": "Gone.", "description": both }],
                "see": ["PAY.2"], "note": both, "source": { "title": "Other", "url": "https://other.example" }, "url": "https://pay.example/1",
                "allow": [
                    { "lint": "unbalanced-quotes", "reason": "as documented" },
                    { "lint": "mixed-placeholders", "reason": "as documented" },
                ],
            },
            {
                "code": "PAY.2", "name": "Two", "message": "Two.", "description": both, "remediation": both,
                "class": "internal", "retry": "later",
            },
        ],
    })
}

fn diagnostics(file: &Value) -> Diagnostics {
    let folder = fresh("keys");
    fs::write(folder.join("pay.yaml"), serde_yaml::to_string(file).unwrap()).unwrap();
    Config::new(folder).check().diagnostics
}

/// The schema of a mapping that has keys of its own, behind references and alternatives.
fn keyed<'s>(root: &'s Value, schema: &'s Value) -> Option<&'s Value> {
    if schema["properties"].is_object() {
        return Some(schema);
    }
    if let Some(path) = schema["$ref"].as_str() {
        return keyed(root, root.pointer(path.strip_prefix('#')?)?);
    }
    ["allOf", "anyOf"]
        .iter()
        .filter_map(|key| schema[*key].as_array())
        .flatten()
        .find_map(|one| keyed(root, one))
}

/// All mappings below this one: each with its path, and its schema.
fn mappings<'s>(
    root: &'s Value,
    schema: &'s Value,
    value: &Value,
    path: &str,
    found: &mut Vec<(String, &'s Value)>,
) {
    if let Some(items) = value.as_array() {
        for (at, item) in items.iter().enumerate() {
            mappings(root, &schema["items"], item, &format!("{path}/{at}"), found);
        }
    }
    let (Some(keys), Some(schema)) = (value.as_object(), keyed(root, schema)) else { return };
    found.push((path.to_owned(), schema));
    for (key, value) in keys {
        mappings(root, &schema["properties"][key], value, &format!("{path}/{key}"), found);
    }
}

#[test]
fn schema_and_reader_have_the_same_keys() {
    let (root, file) = (parsed(), everything());
    assert!(diagnostics(&file).is_empty(), "{}", diagnostics(&file));
    assert!(validator().is_valid(&file));
    let mut found = Vec::new();
    mappings(&root, &root, &file, "", &mut found);
    for (path, schema) in &found {
        let properties: BTreeSet<&str> =
            schema["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        let mut with_other = file.clone();
        let mapping = with_other.pointer_mut(path).unwrap().as_object_mut().unwrap();
        mapping.insert("something-else".into(), json!("x"));
        let faults = diagnostics(&with_other);
        let fault = faults.as_slice().iter().find(|fault| fault.kind.name() == "unknown-key").unwrap();
        let known = fault.help.strip_prefix("the keys here are ").unwrap();
        assert_eq!(known.split(", ").collect::<BTreeSet<_>>(), properties, "at {path:?}");
        assert!(!validator().is_valid(&with_other), "{path}");
    }
    // None is left out.
    let seen: BTreeSet<*const Value> = found.iter().map(|(_, schema)| std::ptr::from_ref(*schema)).collect();
    for (name, definition) in root["definitions"].as_object().unwrap() {
        let is_mapping = definition["properties"].is_object();
        assert_eq!(is_mapping, seen.contains(&std::ptr::from_ref(definition)), "{name}");
    }
}

#[test]
fn schema_and_reader_require_the_same_keys() {
    let (root, file) = (parsed(), everything());
    let mut found = Vec::new();
    mappings(&root, &root, &file, "", &mut found);
    for (path, _) in found {
        for key in file.pointer(&path).unwrap().as_object().unwrap().keys() {
            let mut without = file.clone();
            without.pointer_mut(&path).unwrap().as_object_mut().unwrap().remove(key);
            let missing = format!("key `{key}` is missing");
            let is_due = diagnostics(&without).as_slice().iter().any(|fault| fault.message == missing);
            assert_eq!(!validator().is_valid(&without), is_due, "{key} of {path:?}");
        }
    }
}

#[test]
fn an_undocumented_code_needs_no_message() {
    let mut file = everything();
    let entry = file.pointer_mut("/entries/1").unwrap().as_object_mut().unwrap();
    entry.remove("message");
    assert!(!validator().is_valid(&file));
    file["entries"][1]["undocumented"] = true.into();
    assert!(validator().is_valid(&file));
    let folder = fresh("undocumented");
    fs::write(folder.join("pay.yaml"), serde_yaml::to_string(&file).unwrap()).unwrap();
    load(folder).unwrap();
}

#[test]
fn languages_that_are_not_due_may_be_left_out() {
    let english =
        jsonschema::draft7::new(&serde_json::from_str(&catalog_schema([Lang::EN])).unwrap()).unwrap();
    let mut file = everything();
    file["entries"][1]["description"].as_object_mut().unwrap().remove("zh");
    file["title"].as_object_mut().unwrap().remove("zh");
    assert!(english.is_valid(&file) && !validator().is_valid(&file));
    let folder = fresh("english");
    fs::write(folder.join("pay.yaml"), serde_yaml::to_string(&file).unwrap()).unwrap();
    let checked = Config::new(folder).languages([Lang::EN]).check();
    assert!(checked.diagnostics.is_empty(), "{}", checked.diagnostics);
    file["title"].as_object_mut().unwrap().remove("en");
    assert!(!english.is_valid(&file));
}

/// An overlay with every key.
fn whole_overlay() -> Value {
    let both = json!({ "en": "One.", "zh": "一。" });
    let english = json!({ "en": ["One."] });
    json!({
        "overlay": "pay", "layer": "On call",
        "entries": [{
            "code": "PAY.2", "name": "Two", "runbook": "https://wiki.example/two", "owner": "cards",
            "severity": "high", "remediation": english,
            "translation": { "description": { "zh": "二。" }, "remediation": { "zh": "一。" } },
        }, { "code": "PAY.1", "remediation": both }],
    })
}

#[test]
fn overlays_have_a_schema_too() {
    let root: Value = serde_json::from_str(&overlay_schema()).unwrap();
    let validator = jsonschema::draft7::new(&root).unwrap();
    let catalog = fresh("base");
    fs::write(catalog.join("pay.yaml"), serde_yaml::to_string(&everything()).unwrap()).unwrap();
    let faults_of = |overlay: &Value| {
        let folder = fresh("overlay");
        fs::write(folder.join("pay.yaml"), serde_yaml::to_string(overlay).unwrap()).unwrap();
        Config::new(&catalog).overlay(folder).check().diagnostics
    };
    let overlay = whole_overlay();
    assert!(validator.is_valid(&overlay));
    assert!(faults_of(&overlay).is_empty(), "{}", faults_of(&overlay));
    let mut found = Vec::new();
    mappings(&root, &root, &overlay, "", &mut found);
    assert!(found.len() > 5);
    for (path, _) in &found {
        let mut with_other = overlay.clone();
        with_other.pointer_mut(path).unwrap().as_object_mut().unwrap().insert("other".into(), json!("x"));
        assert!(!validator.is_valid(&with_other), "{path}");
        assert!(
            faults_of(&with_other).as_slice().iter().any(|fault| fault.kind.name() == "unknown-key"),
            "{path}"
        );
        for key in overlay.pointer(path).unwrap().as_object().unwrap().keys() {
            let mut without = overlay.clone();
            without.pointer_mut(path).unwrap().as_object_mut().unwrap().remove(key);
            let is_due =
                faults_of(&without).as_slice().iter().any(|fault| fault.kind.name() == "missing-key");
            assert_eq!(!validator.is_valid(&without), is_due, "{key} of {path:?}");
        }
    }
}

#[test]
fn overlays_of_the_wrong_shape_are_not_valid() {
    let validator = jsonschema::draft7::new(&serde_json::from_str(&overlay_schema()).unwrap()).unwrap();
    let shape = [
        "invalid-link",
        "empty-list",
        "empty-text",
        "missing-key",
        "unknown-key",
        "unknown-word",
        "wrong-type",
    ];
    for path in yaml_files(&common::cases("overlay")) {
        let name = path.file_stem().unwrap().to_str().unwrap();
        if name == "base" {
            continue;
        }
        let due = !["many", "yaml-syntax"].iter().chain(&shape).any(|code| name.starts_with(code));
        let valid = instance(&path).is_some_and(|instance| validator.is_valid(&instance));
        assert_eq!(valid, due, "{name}");
    }
}

#[test]
fn the_schema_of_settings_says_what_the_reader_says() {
    let schema: Value = serde_json::from_str(&settings_schema()).unwrap();
    let validator = jsonschema::draft7::new(&schema).unwrap();
    let cases = yaml_files(&common::cases("settings"));
    for path in cases {
        let name = path.file_stem().unwrap().to_str().unwrap();
        let instance = instance(&path).unwrap();
        // The file beside it is what is wrong with this one.
        assert_eq!(validator.is_valid(&instance), name == "duplicate-settings", "{name}");
    }
    for valid in [
        json!({ "catalog": "Payments" }),
        json!({
            "catalog": "Payments",
            "languages": ["en"],
            "lints": { "all": "warn", "unbalanced-quotes": "deny" },
            "base_url": "https://errors.example",
        }),
    ] {
        assert!(validator.is_valid(&valid), "{valid}");
        let folder = fresh("settings");
        fs::write(folder.join("catalog.yaml"), valid.to_string()).unwrap();
        CatalogSettings::of_folder(&folder).unwrap();
    }
}
