//! Catalog files that `errcat export` writes have the messages, parameters and markers of those that were read.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use common::{folder, found, json, path};
use serde_yaml::Value;

/// How the messages of an entry are written. Markers are sorted: their order means nothing.
#[derive(Debug, PartialEq)]
struct Written {
    message: Value,
    params: Value,
    markers: Vec<String>,
    wordings: Value,
}

/// What the catalog files of a folder say, by service and by entry.
fn written(folder: &Path) -> BTreeMap<String, BTreeMap<String, Written>> {
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let catalogs = files.filter(|file| file.extension().is_some_and(|end| end == "yaml"));
    let of_file = |file: PathBuf| {
        let document: Value = serde_yaml::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        let entries = document["entries"].as_sequence().unwrap().iter();
        let entries = entries.map(|entry| (entry["name"].as_str().unwrap().to_owned(), of_entry(entry)));
        (document["service"].as_str().unwrap().to_owned(), entries.collect())
    };
    catalogs.map(of_file).collect()
}

fn of_entry(entry: &Value) -> Written {
    let value = |key: &str| entry.get(key).cloned().unwrap_or_default();
    let markers = value("markers");
    let markers = markers.as_sequence().into_iter().flatten();
    let mut markers: Vec<String> = markers.map(|marker| marker.as_str().unwrap().to_owned()).collect();
    markers.sort();
    Written { message: value("message"), params: value("params"), markers, wordings: value("wordings") }
}

/// Exports a catalog, and checks that the files say what those of the catalog say.
fn assert_written_as_read(catalog: &Path) {
    let out = tempfile::tempdir().unwrap();
    let read = catalog.to_str().unwrap();
    found(&["export", "--format", "yaml", "--catalog", read, "--out", path(&out)]);
    let (before, after) = (written(catalog), written(out.path()));
    assert!(!before.is_empty() && before.keys().eq(after.keys()), "{read}");
    for (service, entries) in &before {
        assert!(entries.keys().eq(after[service].keys()), "{read}: {service}");
        for (name, entry) in entries {
            assert_eq!(after[service][name], *entry, "{read}: {name}");
        }
    }
    assert_eq!(
        json(&["export", "--catalog", path(&out)]),
        json(&["export", "--catalog", read]),
        "the catalogs differ"
    );
}

#[test]
fn the_bundled_services_are_written_as_read() {
    assert_written_as_read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../catalog"));
}

#[test]
fn the_catalogs_of_the_tests_are_written_as_read() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for catalog in ["own-catalog/catalog", "two-catalogs/pay", "two-catalogs/warehouse"] {
        assert_written_as_read(&root.join("tests/crates").join(catalog));
    }
    assert_written_as_read(&root.join("tests/exports/nasty"));
    // Each of the lints' cases is a catalog by itself.
    for case in fs::read_dir(root.join("crates/errcat-build/tests/lint")).unwrap() {
        let case = case.unwrap().path();
        if case.extension().is_some_and(|end| end == "yaml") {
            assert_written_as_read(folder(&fs::read_to_string(case).unwrap()).path());
        }
    }
}

/// A catalog of one entry, which begins with these lines.
fn catalog(lines: &str) -> tempfile::TempDir {
    let lines = lines.trim_end().replace('\n', "\n    ");
    folder(&format!(
        "service: pay\ntitle: {{ en: Payments, zh: 支付 }}\nprefixes: [PAY]\nsource: {{ title: Payments API }}\n\
         entries:\n  - code: PAY.1\n    name: CardLost\n    {lines}\n    \
         description: {{ en: It is lost., zh: 已丢失。 }}\n    remediation: {{ en: Wait., zh: 等待。 }}\n    \
         class: internal\n    retry: never\n",
    ))
}

#[test]
fn every_form_of_a_placeholder_is_written_as_read() {
    for example in errcat_build::placeholder::examples() {
        let named = example.contains("name") || example.contains("{id}");
        let params = if example == "{0[1]}" { "params: [owner, card]" } else { "params: [card]" };
        let params = if named { "" } else { params };
        assert_written_as_read(catalog(&format!("message: 'Lost: {example}.'\n{params}")).path());
    }
}

#[test]
fn what_is_hard_to_tell_apart_is_written_as_read() {
    for lines in [
        // Text that looks like a placeholder.
        "message: '100%% of {{a}}, 5 % and 1%3da of %s'\nparams: [card]",
        // Arguments by position: out of order, twice, and one that the message leaves out.
        "message: '{1} of {0} of {1}'\nparams: [card, owner]",
        "message: '%2$s of %1$5.1f'\nparams: [card, owner]",
        "message: '{1} is lost'\nparams: [owner, card]",
        // Names and positions in one message.
        "message: '{imageId} of %s of <error details> of {}'\nparams: [card, owner]",
        // Parameters whose names are those of other placeholders.
        "message: '%s of {owner}'\nparams: [name]",
        // Markers: beside other placeholders, within them, and where a name would be.
        "message: 'xxx of /xxx'\nparams: [card, path]\nmarkers: [xxx, /xxx]",
        "message: 'The <id> of <id>'\nparams: [card, owner]\nmarkers: [<id>]",
        "message: 'The xxx%sxxx of ***'\nparams: [card, owner]\nmarkers: ['***']",
        "message: '磁盘***失败%s'\nparams: [disk, cause]\nmarkers: ['***']",
    ] {
        assert_written_as_read(catalog(lines).path());
    }
}

#[test]
fn wordings_are_written_as_read() {
    for lines in [
        "message: '%s of %s'\nparams: [card, owner]\nwordings: ['The %s of %s', 'The {card} of {owner}', '{1}: {0}']",
        "message: '%s of %s'\nparams: [card, owner]\nwordings: [{ message: '%s: %s', params: [owner, card] }]",
        "message: '%s of %s'\nparams: [card, owner]\nwordings: [{ message: '%s and %s', params: [card, card] }]",
        "message: '%s of %s'\nparams: [card, owner]\nwordings: [{ message: '{owner} lost it', params: [] }, 'xxx: xxx']\n\
         markers: [xxx]",
        "message: '[{id}, ...] of %s'\nparams: [owner]\nwordings: ['The cards [{id}, ...] of %s', '%s has [<id>, ...]']",
    ] {
        assert_written_as_read(catalog(lines).path());
    }
}

#[test]
fn parameters_of_an_undocumented_code_are_written_as_read() {
    assert_written_as_read(catalog("undocumented: true\nparams: [card, owner]").path());
}
