//! `errcat list`: the catalog, or a part of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod common;

use std::collections::BTreeSet;

use common::{
    ENTRY_KEYS, assert_fits, errcat, errcat_run, found, json, keys, path, plain, run, small_catalog,
};

/// The codes of a list, one a line.
fn codes(args: &[&str]) -> Vec<String> {
    let text = found(args);
    text.lines().map(|line| line.split(' ').next().unwrap().to_owned()).collect()
}

#[test]
fn one_line_an_entry() {
    let catalog = small_catalog();
    assert_eq!(
        found(&["list", "--catalog", path(&catalog)]),
        "PAY.1001  402  failed precondition  CardRefused\n\
         PAY.1002    -  throttled            CardLimit\n"
    );
    assert_eq!(
        found(&["list", "--catalog", path(&catalog), "--lang", "zh"]),
        "PAY.1001  402  前提条件不满足       CardRefused\n\
         PAY.1002    -  流控                 CardLimit\n"
    );
}

#[test]
fn everything_in_the_order_of_the_files() {
    let all = codes(&["list"]);
    let export = json(&["export"]);
    let exported: Vec<&str> =
        export["entries"].as_array().unwrap().iter().map(|entry| entry["code"].as_str().unwrap()).collect();
    assert_eq!(all, exported);
    assert_eq!(all.iter().filter(|code| *code == "CSBS.9009").count(), 2);
}

#[test]
fn filters_leave_what_they_say() {
    let entries = json(&["list", "--format", "json"]);
    let entries = entries.as_array().unwrap();
    let expect = |args: &[&str], passes: &dyn Fn(&serde_json::Value) -> bool| {
        let expected: Vec<&str> = entries
            .iter()
            .filter(|entry| passes(entry))
            .map(|entry| entry["code"].as_str().unwrap())
            .collect();
        assert!(!expected.is_empty() && expected.len() < entries.len(), "{args:?} filters nothing");
        assert_eq!(codes(&[&["list"], args].concat()), expected, "{args:?}");
    };
    expect(&["--service", "csbs"], &|entry| entry["service"] == "csbs");
    expect(&["--service", "BackupService"], &|entry| entry["service"] == "csbs");
    expect(&["--service", "APIGW"], &|entry| entry["service"] == "apigw");
    expect(&["--service", "apig"], &|entry| entry["service"] == "gateway");
    expect(&["--status", "403"], &|entry| entry["status"] == 403);
    expect(&["--class", "throttled"], &|entry| entry["class"] == "throttled");
    expect(&["--retry", "backoff"], &|entry| entry["retry"] == "backoff");
    expect(&["--status", "403", "--status", "404"], &|entry| {
        entry["status"] == 403 || entry["status"] == 404
    });
    expect(&["--service", "csbs", "--service", "imetal", "--status", "400", "--retry", "later"], &|entry| {
        (entry["service"] == "csbs" || entry["service"] == "imetal")
            && entry["status"] == 400
            && entry["retry"] == "later"
    });
    let services: BTreeSet<&str> = entries.iter().map(|entry| entry["service"].as_str().unwrap()).collect();
    let apart: usize = services.iter().map(|name| codes(&["list", "--service", name]).len()).sum();
    assert_eq!(apart, entries.len());
}

#[test]
fn the_services_of_the_documents() {
    for (service, entries) in [("imetal", 25), ("csbs", 66), ("cce_addonmgr", 11), ("apigw", 41)] {
        assert_eq!(codes(&["list", "--service", service]).len(), entries, "{service}");
    }
}

#[test]
fn nothing_found() {
    let run = errcat_run(&["list", "--service", "imetal", "--status", "599"]);
    assert_eq!((run.status, run.out.as_str()), (1, ""));
    let run = errcat_run(&["list", "--service", "imetal", "--status", "599", "--format", "json"]);
    assert_eq!((run.status, run.out.trim()), (1, "[]"));
    let run = errcat_run(&["list", "--service", "imetal", "--status", "599", "--format", "jsonl"]);
    assert_eq!((run.status, run.out.as_str()), (1, ""));
}

#[test]
fn wrong_filters_are_wrong_usage() {
    for (args, said) in [
        (&["list", "--service", "nosuch"][..], "no service `nosuch`"),
        (&["list", "--status", "600"], "600"),
        (&["list", "--status", "4xx"], "4xx"),
        (&["list", "--class", "broken"], "failed_precondition"),
        (&["list", "--retry", "maybe"], "after_fix"),
        (&["list", "surplus"], "surplus"),
    ] {
        let run = errcat_run(args);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{args:?}");
        assert!(run.err.contains(said), "{args:?}: {}", run.err);
    }
    let run = errcat_run(&["list", "--service", "nosuch"]);
    for service in ["apigw", "cce_addonmgr", "csbs", "gateway", "imetal", "sms"] {
        assert!(run.err.contains(service), "{}", run.err);
    }
}

#[test]
fn json_of_entries() {
    let entries = json(&["list", "--service", "csbs", "--format", "json"]);
    let entries = entries.as_array().unwrap();
    assert_eq!(entries.len(), 66);
    let explained = &json(&["explain", "CSBS.6019", "--format", "json"])[0]["entries"][0];
    let listed = entries.iter().find(|entry| entry["code"] == "CSBS.6019").unwrap();
    assert_eq!(listed, explained);
    for key in ENTRY_KEYS {
        assert!(keys(listed).contains(&key), "{key}");
    }
    let lines = found(&["list", "--service", "csbs", "--format", "jsonl"]);
    let lines: Vec<serde_json::Value> =
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(&lines, entries);
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for lang in ["en", "zh"] {
        for columns in [80, 140] {
            let run = run(errcat(&["list", "--lang", lang]).env("COLUMNS", columns.to_string()));
            assert_eq!(run.status, 0);
            assert_fits(&run.out, columns);
        }
    }
}

#[test]
fn colour() {
    let plainly = found(&["list", "--service", "imetal"]);
    assert!(!plainly.contains('\u{1b}'));
    let coloured = found(&["list", "--service", "imetal", "--color", "always"]);
    assert!(coloured.contains("\u{1b}["));
    assert_eq!(plain(&coloured), plainly);
}

#[test]
fn a_narrow_terminal_loses_the_class_then_breaks_the_line() {
    for columns in [30, 40, 60, 80] {
        let run = run(errcat(&["list"]).env("COLUMNS", columns.to_string()));
        // A name is whole, wherever it stands.
        for entry in json(&["list", "--format", "json"]).as_array().unwrap() {
            let name = entry["name"].as_str().unwrap();
            assert!(run.out.lines().any(|line| line.ends_with(&format!("  {name}"))), "{name}");
        }
        let widest = run.out.lines().filter(|line| !line.starts_with("  "));
        assert_fits(&widest.collect::<Vec<_>>().join("\n"), columns.max(34));
    }
    let text = run(errcat(&["list", "--service", "cce_addonmgr"]).env("COLUMNS", "50")).out;
    assert!(text.starts_with("SVCSTG.CCE-ADDONMGR.4000003  400\n  RequestBodyInvalid\n"), "{text}");
}
