//! `--overlay DIR`: what others add to the bundled catalog, and to one of YAML files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod common;

use common::{ENTRY_KEYS, ESCAPE, errcat_run, folder, found, json, keys, path, small_catalog};
use tempfile::TempDir;

const PAGE: &str = include_str!("../../../docs/overlays.md");

/// The first block of the page whose info string ends so.
fn block(info: &str) -> &'static str {
    PAGE.split_once(&format!("{info}\n")).unwrap().1.split_once("```").unwrap().0
}

/// The overlay that the page shows.
fn documented() -> TempDir {
    folder(block("overlay/csbs.yaml"))
}

/// An overlay of the bundled service csbs by this layer.
fn layer(name: &str, item: &str) -> TempDir {
    folder(&format!("overlay: csbs\nlayer: {name}\nentries:\n  - {item}\n"))
}

#[test]
fn explain_is_as_the_page_shows() {
    let overlay = documented();
    assert_eq!(found(&["explain", "CSBS.6019", "--overlay", path(&overlay)]), block("text output"));
    // In front of a bare code as well.
    assert_eq!(found(&["--overlay", path(&overlay), "csbs6019"]), block("text output"));
}

#[test]
fn explain_says_which_texts_are_translated_and_by_whom() {
    let overlay = documented();
    let text = found(&["explain", "CSBS.9009", "--lang", "zh", "--overlay", path(&overlay)]);
    assert!(text.contains("  原因   该用户尚未完成实名认证。\n"), "{text}");
    let layer = "  补充   Payments on-call\n         负责人：accounts-team\n         翻译：原因\n";
    assert_eq!(text.matches(layer).count(), 1, "{text}");
    // In English nothing is translated, and the second meaning of the code has no layer at all.
    let text = found(&["explain", "CSBS.9009", "--overlay", path(&overlay)]);
    assert_eq!((text.matches("Layer").count(), text.matches("translation").count()), (1, 0), "{text}");
}

#[test]
fn without_an_overlay_nothing_is_added() {
    for entry in json(&["export"])["entries"].as_array().unwrap() {
        assert_eq!(entry["additions"], serde_json::json!([]));
    }
}

#[test]
fn everything_else_is_as_in_the_bundled_catalog() {
    let overlay = documented();
    let mut with = json(&["export", "--overlay", path(&overlay)]);
    let mut added = Vec::new();
    for entry in with["entries"].as_array_mut().unwrap() {
        assert_eq!(keys(entry), ENTRY_KEYS);
        if entry["additions"] != serde_json::json!([]) {
            added.push(entry["code"].as_str().unwrap().to_owned());
            entry["additions"] = serde_json::json!([]);
        }
        if entry["name"] == "UserUnverified" {
            assert_eq!(entry["description"]["zh"], "该用户尚未完成实名认证。");
            entry["description"]["zh"] = json(&["explain", "CSBS.9009", "--format", "json"])[0]["entries"][0]
                ["description"]["zh"]
                .clone();
        }
    }
    assert_eq!(added, ["CSBS.9009", "CSBS.6019"]);
    assert_eq!(with, json(&["export"]));
}

#[test]
fn json_of_an_addition() {
    let overlay = documented();
    let answer =
        json(&["explain", "CSBS.6019", "CSBS.9009", "--format", "json", "--overlay", path(&overlay)]);
    assert_eq!(
        answer[0]["entries"][0]["additions"],
        serde_json::json!([{
            "layer": "Payments on-call",
            "runbook": "https://wiki.example/backup/restore-type",
            "owner": "storage-team",
            "severity": "high",
            "remediation": {
                "en": ["Stop the restore job.", "Take a server of the same type from the pool `restore`."],
                "zh": null,
            },
            "translated": [],
        }])
    );
    assert_eq!(
        answer[1]["entries"][0]["additions"],
        serde_json::json!([{
            "layer": "Payments on-call",
            "runbook": null,
            "owner": "accounts-team",
            "severity": null,
            "remediation": null,
            "translated": ["description.zh"],
        }])
    );
    assert_eq!(answer[1]["entries"][1]["additions"], serde_json::json!([]));
}

#[test]
fn layers_stand_in_the_order_of_the_options() {
    let (first, second) =
        (layer("One", "{ code: CSBS.6019, owner: a }"), layer("Two", "{ code: CSBS.6019, owner: b }"));
    for (folders, due) in [([&first, &second], ["One", "Two"]), ([&second, &first], ["Two", "One"])] {
        let args = [
            "list",
            "--format",
            "jsonl",
            "--service",
            "csbs",
            "--overlay",
            path(folders[0]),
            "--overlay",
            path(folders[1]),
        ];
        let listed = found(&args);
        let entry = listed.lines().find(|line| line.contains("\"CSBS.6019\"")).unwrap();
        let entry: serde_json::Value = serde_json::from_str(entry).unwrap();
        let layers: Vec<&str> =
            entry["additions"].as_array().unwrap().iter().map(|one| one["layer"].as_str().unwrap()).collect();
        assert_eq!(layers, due);
    }
}

#[test]
fn every_reading_verb_has_them() {
    let overlay = documented();
    let body = overlay.path().join("body.json");
    std::fs::write(&body, r#"{"error_code": "CSBS.6019", "error_msg": "x"}"#).unwrap();
    let text = found(&["decode", body.to_str().unwrap(), "--overlay", path(&overlay)]);
    assert!(text.contains("owner: storage-team"), "{text}");
    for words in ["storage-team", "stop restore job", "Payments on-call"] {
        let hits = json(&["search", words, "--format", "json", "--overlay", path(&overlay)]);
        assert!(hits["results"][0]["code"].as_str().unwrap().starts_with("CSBS."), "{words}");
    }
    assert_eq!(errcat_run(&["search", "storage-team"]).out.matches("CSBS.6019").count(), 0);
}

#[test]
fn over_a_catalog_of_yaml_files() {
    let catalog = small_catalog();
    let overlay = folder(
        "overlay: pay\nlayer: On call\nentries:\n  - { code: PAY.1002, remediation: { zh: 联系银行。 } }\n",
    );
    let text = found(&["explain", "PAY.1002", "--catalog", path(&catalog), "--overlay", path(&overlay)]);
    assert!(text.contains("  Fix       Wait.\n  Fix       On call: 联系银行。\n"), "{text}");
    assert!(!text.contains("Layer") && !text.contains("Rust"), "{text}");
}

#[test]
fn a_catalog_in_one_language_is_read() {
    let text = common::SMALL
        .replace(", zh: 银行拒绝了该卡。 }", " }")
        .replace(", zh: [检查银行卡。, 更换银行卡。] }", " }");
    let catalog = folder(&text);
    let shown = found(&["explain", "PAY.1001", "--lang", "zh", "--catalog", path(&catalog)]);
    assert!(shown.contains("原因   The bank refused the card."), "{shown}");
    let entry = &json(&["export", "--catalog", path(&catalog)])["entries"][0];
    assert_eq!(entry["description"], serde_json::json!({"en": "The bank refused the card.", "zh": null}));
    // `check` wants both, unless it is told otherwise.
    assert_eq!(errcat_run(&["check", path(&catalog)]).status, 4);
    assert_eq!(errcat_run(&["check", path(&catalog), "--languages", "en"]).status, 0);
    assert_eq!(errcat_run(&["check", path(&catalog), "--languages", "en,zh"]).status, 4);
    assert_eq!(errcat_run(&["check", path(&catalog), "--languages", "de"]).status, 4);
    let run = errcat_run(&["check", path(&catalog), "--languages", "german"]);
    assert_eq!(run.status, 2, "{}", run.err);
}

#[test]
fn check_finds_the_faults_of_an_overlay() {
    let overlay = layer("On call", "{ code: CSBS.60l9, owner: storage }");
    // Over the bundled catalog, and over one of files.
    let run = errcat_run(&["check", "--overlay", path(&overlay)]);
    assert_eq!(run.status, 4);
    assert!(
        run.out.contains("pay.yaml:4:13: error[unknown-code]: service `csbs` has no code `CSBS.60l9`"),
        "{}",
        run.out
    );
    assert!(run.out.contains("help: did you mean `CSBS.6019`?"), "{}", run.out);
    let catalog = small_catalog();
    let run = errcat_run(&["check", path(&catalog), "--overlay", path(&overlay), "--format", "json"]);
    let document: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let found_there = document["diagnostics"].as_array().unwrap().iter();
    let errors =
        found_there.filter(|one| one["severity"] == "error").map(|one| one["code"].as_str().unwrap());
    assert_eq!((run.status, errors.collect::<Vec<_>>()), (4, vec!["unknown-service"]));

    let text = found(&["check", "--overlay", path(&documented())]);
    assert!(text.contains(" entries, 2 additions, no faults\n"), "{text}");
}

#[test]
fn a_faulty_overlay_is_unreadable_input() {
    let overlay = layer("On call", "{ code: CSBS.6019 }");
    for verb in [&["explain", "CSBS.6019"][..], &["list"], &["export"]] {
        let run = errcat_run(&[verb, &["--overlay", path(&overlay)]].concat());
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{verb:?}");
        assert!(run.err.contains("error[empty-addition]"), "{}", run.err);
    }
    let missing = format!("{}/nowhere", path(&overlay));
    for verb in [&["explain", "CSBS.6019"][..], &["check"]] {
        let run = errcat_run(&[verb, &["--overlay", &missing]].concat());
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{verb:?}");
        assert!(run.err.contains(&missing), "{}", run.err);
    }
}

#[test]
fn terminal_escapes_in_an_overlay_are_not_passed_on() {
    let text = "\"\\e]0;owned\\a\"";
    let overlay =
        layer(text, &format!("{{ code: CSBS.6019, owner: {text}, remediation: {{ en: {text} }} }}"));
    let shown = found(&["explain", "CSBS.6019", "--color", "always", "--overlay", path(&overlay)]);
    assert!(!shown.contains(ESCAPE) && !shown.contains('\u{7}'), "{shown:?}");
    assert_eq!(shown.matches("owned").count(), 4, "{shown}");
}
