//! `errcat unknown`: from codes in logs to entries of a catalog file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod common;

use std::fs;

use common::{ESCAPE, Run, errcat, keys, run};
use serde_json::{Value, json};

const LOG: &str = "\
10:00 ERROR CSBS.7001: Disk (d-1) of server s-1 is full: 95% used
10:01 ERROR CSBS.6019: this one is known
10:02 ERROR CSBS.7001: Disk (d-2) of server s-9 is full: 97% used
10:03 ERROR CSBS.7001: Disk (d-77) of server s-3 is full: 99% used
{\"error_code\":\"VPC.0602\",\"error_msg\":\"Subnet {x} is in use: # 1\",\"status\":409}
10:04 INFO report.2024 and Python.311 are no codes
10:05 ERROR SMS.7777
";

fn fed(args: &[&str], input: impl Into<Vec<u8>>) -> Run {
    run(errcat(&["unknown"]).args(args).write_stdin(input))
}

#[test]
fn entries_to_fill_in() {
    let run = fed(&[], LOG);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let expected = "\
# csbs.yaml: add to its entries, and fill in what is marked.
  # Seen 3 times, first at -:1.
  - code: CSBS.7001
    name:  # FILL IN: what went wrong, in 2 to 6 words, as in TargetServerTypeMismatch
    # Guessed from 3 messages.
    message: \"Disk (%s) of server %s is full: %s%% used\"
    params:
      - disk
      - server
      - full
    description:
      en:  # FILL IN: why it happened
      zh:  # FILL IN
    remediation:
      en:  # FILL IN: what to do
      zh:  # FILL IN
";
    assert!(run.out.starts_with(expected), "{}", run.out);
    let heads: Vec<&str> = run.out.lines().filter(|line| line.starts_with("# ")).collect();
    assert_eq!(heads.len(), 3);
    assert_eq!(heads[2], "# vpc.yaml: a new file.");
    let none = fed(&[], "CSBS.6019 3.1.166\n");
    assert_eq!((none.status, none.out.as_str()), (1, ""));
}

/// What a person would write into the gaps.
fn filled(stub: &str) -> String {
    let mut names = ["DiskFull", "SubnetInUse", "SomethingElse"].into_iter();
    let fill = |line: &str| {
        let Some((key, _)) = line.split_once("  # FILL IN").filter(|(key, _)| !key.is_empty()) else {
            return line.to_owned();
        };
        match key.trim() {
            "name:" => format!("{key} {}", names.next().unwrap()),
            "class:" => format!("{key} internal"),
            "retry:" => format!("{key} never"),
            "title: { en: , zh: }" => "title: { en: Network, zh: 网络 }".to_owned(),
            "source: { title: , lang: en }" => "source: { title: API Reference, lang: en }".to_owned(),
            _ => format!("{key} Something to say here."),
        }
    };
    stub.lines().map(fill).collect::<Vec<_>>().join("\n") + "\n"
}

#[test]
fn the_check_asks_for_every_gap_and_accepts_what_is_filled() {
    let stubs = fed(&[], LOG).out;
    let (csbs, rest) = stubs.split_once("\n# sms.yaml").unwrap();
    let (_, vpc) = rest.split_once("\n# vpc.yaml").unwrap();
    let head = "service: csbs\ntitle: { en: Backup, zh: 备份 }\nprefixes: [CSBS]\nsource: { title: Codes }\nentries:\n";
    for file in [format!("{head}{csbs}\n"), format!("# vpc.yaml{vpc}")] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.yaml");
        fs::write(&path, &file).unwrap();
        let check = || run(&mut errcat(&["check", common::path(&folder), "--format", "json"]));
        let report: Value = serde_json::from_str(&check().out).unwrap();
        let faults = report["diagnostics"].as_array().unwrap();
        let lines: Vec<u64> = faults.iter().map(|fault| fault["line"].as_u64().unwrap()).collect();
        for (at, line) in file.lines().enumerate().filter(|(_, line)| line.contains("  # FILL IN")) {
            assert!(lines.contains(&(at as u64 + 1)), "nothing is said of line {}: {line}\n{report}", at + 1);
        }
        fs::write(&path, filled(&file)).unwrap();
        let accepted = check();
        assert_eq!((accepted.status, accepted.out.contains("\"error\"")), (0, false), "{}", accepted.out);
    }
    // The new entry reads what it was made of.
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("csbs.yaml"), filled(&format!("{head}{csbs}\n"))).unwrap();
    let decoded = run(errcat(&["decode", "--format", "jsonl", "--catalog", common::path(&folder)])
        .write_stdin("CSBS.7001: Disk (d-5) of server s-8 is full: 91% used"));
    let object: Value = serde_json::from_str(decoded.out.lines().next().unwrap()).unwrap();
    assert_eq!(object["args"], json!({"disk": "d-5", "server": "s-8", "full": "91"}));
}

#[test]
fn for_programs() {
    let run = fed(&["--format", "jsonl"], LOG);
    let objects: Vec<Value> = run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let codes: Vec<&str> = objects.iter().map(|object| object["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["CSBS.7001", "SMS.7777", "VPC.0602"]);
    let expected = [
        "code",
        "service",
        "count",
        "first_file",
        "first_line",
        "statuses",
        "template",
        "params",
        "messages",
    ];
    assert_eq!(keys(&objects[0]), expected);
    assert_eq!((&objects[0]["service"], &objects[2]["service"]), (&json!("csbs"), &Value::Null));
    assert_eq!((&objects[2]["statuses"], &objects[2]["first_line"]), (&json!([409]), &json!(5)));
    assert_eq!(objects[2]["messages"], json!(["Subnet {x} is in use: # 1"]));
    assert_eq!(objects[1]["template"], Value::Null);
    let document: Value = serde_json::from_str(&fed(&["--format", "json"], LOG).out).unwrap();
    assert_eq!(document["codes"], Value::from(objects));
}

#[test]
fn messages_are_hostile() {
    let log =
        format!("x CSBS.7001: {ESCAPE} a: b # \"c\" %s {{d}}\ny SMS.7001: - no: yes\nz SMS.7002: \u{9b}2J\n");
    let text = fed(&[], log.as_str()).out;
    assert!(!text.contains(['\u{1b}', '\u{7}', '\u{9b}']), "{text:?}");
    let folder = tempfile::tempdir().unwrap();
    let head = "service: csbs\ntitle: { en: B, zh: 备 }\nprefixes: [CSBS]\nsource: { title: C }\nentries:\n";
    let stub = filled(text.split("\n# sms.yaml").next().unwrap());
    fs::write(folder.path().join("csbs.yaml"), format!("{head}{stub}")).unwrap();
    let run = run(&mut errcat(&["check", common::path(&folder)]));
    assert_eq!(run.status, 0, "{}{}", run.out, run.err);
}
