//! `errcat search`, and what `explain` and `check` say of spellings and coverage.
#![allow(missing_docs, clippy::unwrap_used, reason = "helpers of tests fail loudly")]

use assert_cmd::Command;
use serde_json::Value;

fn errcat(args: &[&str]) -> (i32, String, String) {
    let output = Command::cargo_bin("errcat").unwrap().env_remove("LANG").args(args).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

fn codes(args: &[&str]) -> Vec<String> {
    let (status, out, _) = errcat(&[&["search", "--format", "json"], args].concat());
    assert_eq!(status, 0, "{args:?}");
    let document: Value = serde_json::from_str(&out).unwrap();
    let results = document["results"].as_array().unwrap();
    let scores: Vec<f64> = results.iter().map(|hit| hit["score"].as_f64().unwrap()).collect();
    assert!(scores.is_sorted_by(|a, b| a >= b), "{scores:?}");
    results
        .iter()
        .map(|hit| {
            assert_eq!(hit["code"], hit["entry"]["code"]);
            assert_eq!(hit["name"], hit["entry"]["name"]);
            hit["code"].as_str().unwrap().to_owned()
        })
        .collect()
}

#[test]
fn words_of_both_languages_and_filters() {
    assert!(codes(&["disk", "shared"]).iter().take(3).any(|code| code == "CSBS.6010"));
    assert!(codes(&["共享云硬盘"]).iter().take(3).any(|code| code == "CSBS.6010"));
    // The document says that no space is left; every character of the query counts once.
    assert_eq!(codes(&["挂载点空间不足"])[0], "SMS.1351");
    assert_eq!(codes(&["csbs6019"])[0], "CSBS.6019");
    assert!(codes(&["disk", "--service", "sms"]).iter().all(|code| code.starts_with("SMS.")));
    assert!(codes(&["not", "found", "--status", "404", "--limit", "3"]).len() <= 3);
}

#[test]
fn marks_and_limits() {
    let (_, out, _) = errcat(&["search", "--color", "always", "8899"]);
    assert!(out.contains("\u{1b}[1m\u{1b}[33m8899\u{1b}[0m"), "{out:?}");
    let (_, out, _) = errcat(&["search", "8899", "--limit", "1"]);
    assert!(out.starts_with("SMS.") && !out.contains('\u{1b}'), "{out}");
    let (status, out, err) = errcat(&["search", "zzzzqqq"]);
    assert_eq!((status, out.as_str(), err.as_str()), (1, "", "nothing found\n"));
}

#[test]
fn spellings_are_told_apart() {
    for code in ["APIG.0101", "APIGW.0101"] {
        let (_, out, _) = errcat(&["explain", code]);
        assert!(out.starts_with(&format!("{code}  ")), "{out}");
    }
    let (status, _, err) = errcat(&["explain", "MSGSMS.0076"]);
    assert_eq!(status, 1);
    assert!(err.contains("Message & SMS") && !err.contains("did you mean"), "{err}");
}

#[test]
fn check_says_what_the_catalog_holds() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../catalog");
    let (status, out, _) = errcat(&["check", folder]);
    assert_eq!(status, 0);
    assert!(
        out.lines().any(|line| line.starts_with("remediation.zh") && line.matches("100 %").count() == 6),
        "{out}"
    );
    let (_, out, _) = errcat(&["check", folder, "--format", "json"]);
    let document: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(document["diagnostics"], Value::Array(Vec::new()));
    let sms = document["coverage"].as_array().unwrap().iter().find(|one| one["service"] == "sms").unwrap();
    assert_eq!(sms["fields"]["description.en"], sms["entries"]);
    assert_eq!(sms["undocumented"][1], "SMS.1302");
}
