//! `errcat annotate`: notes in text, counts, codes, filters, files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod common;

use std::fs;

use common::{ESCAPE, Run, assert_fits, errcat, found, json, keys, plain, run, small_catalog};
use serde_json::{Value, json};

/// What every line of a note begins with.
const MARK: &str = "  │";

const LOG: &str = "\
10:00 ERROR [CSBS.6019]: The source server (s-1) type (ECS) is not the same as the target server (s-2) type (BMS).
10:01 INFO agent 3.1.166 at 10.0.0.1
10:02 WARN CSBS.9009: User is unverified.
10:03 ERROR SMS.7777: what is that, after CSBS.6019 again
10:04 ERROR {\"error_code\":\"CSBS.3001\",\"error_msg\":\"Checkpoint_item (b-7) is not found.\"}
10:05 DEBUG retry CSBS.6019
";

fn fed(args: &[&str], input: impl Into<Vec<u8>>) -> Run {
    run(errcat(&["annotate"]).args(args).write_stdin(input))
}

/// The text without its notes.
fn without_notes(text: &str) -> String {
    let lines: Vec<&str> = text.split('\n').filter(|line| !line.starts_with(MARK)).collect();
    lines.join("\n")
}

#[test]
fn notes_below_the_first_lines() {
    let expected = "\
10:00 ERROR [CSBS.6019]: The source server (s-1) type (ECS) is not the same as the target server (s-2) type (BMS).
  │  CSBS.6019  TargetServerTypeMismatch  500  failed precondition
  │  Why    The type of the target server is different from that of the source
  │         server.
  │  Fix    Select a target server of the same type as the source server.
  │  Retry  after the fix
10:01 INFO agent 3.1.166 at 10.0.0.1
10:02 WARN CSBS.9009: User is unverified.
  │  CSBS.9009  UserUnverified  403  permission denied
  │  Why    The user is not authenticated by real name. Authenticate the user's
  │         real name and try again.
  │  Fix    Authenticate the user's real name and try again.
  │  Retry  after the fix
10:03 ERROR SMS.7777: what is that, after CSBS.6019 again
10:04 ERROR {\"error_code\":\"CSBS.3001\",\"error_msg\":\"Checkpoint_item (b-7) is not found.\"}
  │  CSBS.3001  BackupNotFound  404  not found
  │  Why    The backup does not exist.
  │  Fix    Check whether the backup exists.
  │  Retry  after the fix
10:05 DEBUG retry CSBS.6019
";
    for args in [&[][..], &["-"], &["--threads", "1"]] {
        let run = fed(args, LOG);
        assert_eq!((run.status, run.err.as_str(), run.out.as_str()), (0, "", expected), "{args:?}");
    }
}

#[test]
fn notes_below_every_line_or_at_the_end() {
    let every = fed(&["--every"], LOG);
    assert_eq!(every.out.matches("  TargetServerTypeMismatch").count(), 3);
    assert_eq!(without_notes(&every.out), LOG);

    let summary = fed(&["--summary"], LOG);
    let notes = summary.out.strip_prefix(LOG).expect("the text comes first, unchanged");
    assert!(notes.starts_with("  │  CSBS.6019: 3 times, lines 1 to 6\n  │  CSBS.6019  Target"), "{notes}");
    assert!(notes.contains("  │  CSBS.3001: once, line 5\n"));
    assert!(notes.contains("SMS.7777  not in the catalog"));
    assert_fits(notes, 80);
}

#[test]
fn another_meaning_of_a_code_is_explained_too() {
    let log =
        "a CSBS.9009: User is unverified.\nb CSBS.9009: User is unverified.\nc CSBS.9009\nd CSBS.9009\n";
    let out = fed(&[], log).out;
    let heads: Vec<&str> = out.lines().filter(|line| line.contains("CSBS.9009  ")).collect();
    assert_eq!(
        heads,
        [
            "  │  CSBS.9009  UserUnverified  403  permission denied",
            "  │  CSBS.9009  ReducedSpaceBelowUsage  400  failed precondition"
        ]
    );
    assert!(out.find("c CSBS").unwrap() < out.find("ReducedSpace").unwrap(), "{out}");
}

#[test]
fn text_without_a_line_end() {
    let out = fed(&[], "x\nCSBS.6019 at the end").out;
    assert!(out.starts_with("x\nCSBS.6019 at the end\n  │  CSBS.6019  Target"), "{out}");
    assert!(!out.ends_with('\n'));
    assert_eq!(without_notes(&out), "x\nCSBS.6019 at the end");
}

#[test]
fn findings() {
    let run = fed(&["--format", "jsonl"], LOG);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let objects: Vec<Value> = run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    for object in &objects {
        assert_eq!(keys(object), ["file", "line", "offset", "code", "known", "args", "entry"]);
        let (code, offset) = (object["code"].as_str().unwrap(), object["offset"].as_u64().unwrap() as usize);
        assert_eq!(LOG.get(offset..offset + code.len()), Some(code));
        assert_eq!(object["line"], LOG[..offset].matches('\n').count() + 1);
    }
    let codes: Vec<&str> = objects.iter().map(|object| object["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["CSBS.6019", "CSBS.9009", "SMS.7777", "CSBS.6019", "CSBS.3001", "CSBS.6019"]);
    assert_eq!(
        objects[0],
        json!({
            "file": "-", "line": 1, "offset": 13, "code": "CSBS.6019", "known": true,
            "args": {"source_server": "s-1", "source_type": "ECS", "target_server": "s-2", "target_type": "BMS"},
            "entry": {
                "code": "CSBS.6019", "name": "TargetServerTypeMismatch", "service": "csbs", "status": 500,
                "class": "failed_precondition", "retry": "after_fix",
                "description": "The type of the target server is different from that of the source server.",
                "remediation": "Select a target server of the same type as the source server.",
            },
        })
    );
    assert_eq!((&objects[2]["known"], &objects[2]["entry"]), (&json!(false), &Value::Null));
    assert_eq!(objects[4]["args"], json!({"checkpoint_item": "b-7"}));

    let array: Value = serde_json::from_str(&fed(&["--format", "json"], LOG).out).unwrap();
    assert_eq!(array, Value::from(objects));
    assert_eq!(fed(&["--format", "json"], "nothing").out, "[]\n");
    let chinese = fed(&["--format", "jsonl", "--lang", "zh"], "CSBS.6019").out;
    assert!(chinese.contains("选择与源服务器类型相同的目标服务器。"), "{chinese}");
}

#[test]
fn only_codes() {
    let run = fed(&["--codes"], LOG);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert_eq!(run.out, "CSBS.6019\nCSBS.9009\nSMS.7777\nCSBS.6019\nCSBS.3001\nCSBS.6019\n");
    let none = fed(&["--codes"], "agent 3.1.166\n");
    assert_eq!((none.status, none.out.as_str(), none.err.as_str()), (1, "", ""));
}

#[test]
fn counts() {
    let run = fed(&["--count"], LOG);
    let head =
        "COUNT  FIRST  LAST  CODE       MEANING\n    3      1     6  CSBS.6019  TargetServerTypeMismatch\n";
    assert!(run.out.starts_with(head), "{}", run.out);
    assert!(run.out.contains("    1      4     4  SMS.7777   not in the catalog\n"));
    assert!(
        run.out.contains(
            "CSBS.9009  UserUnverified\n                    and 1 more: errcat explain CSBS.9009\n"
        )
    );
    assert_fits(&run.out, 80);

    let run = fed(&["--count", "--format", "json"], LOG);
    let object: Value = serde_json::from_str(&run.out).unwrap();
    let codes = object["codes"].as_array().unwrap();
    assert_eq!(codes.len(), 4);
    let first = &codes[0];
    assert_eq!(
        keys(first),
        ["code", "known", "count", "first_line", "last_line", "first_file", "last_file", "entry"]
    );
    assert_eq!((&first["code"], &first["count"]), (&json!("CSBS.6019"), &json!(3)));
    assert_eq!((&first["first_line"], &first["last_line"]), (&json!(1), &json!(6)));
    assert_eq!(first["entry"]["name"], "TargetServerTypeMismatch");
    assert_eq!(fed(&["--count", "--format", "jsonl"], LOG).out.lines().count(), 4);
    let none = fed(&["--count", "--format", "json"], "nothing");
    assert_eq!((none.status, none.out.as_str()), (1, "{\n  \"codes\": []\n}\n"));
}

#[test]
fn filters() {
    let log = "CSBS.6019 SMS.2802 SMS.7777 CSBS.7777 APIGW.0101 CSBS.9009\n";
    let codes = |args: &[&str]| {
        let run = fed(&[&["--codes"], args].concat(), log);
        (run.status, run.out.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    };
    assert_eq!(codes(&[]).1.len(), 6);
    assert_eq!(codes(&["--service", "sms"]).1, ["SMS.2802", "SMS.7777"]);
    assert_eq!(codes(&["--service", "APIGW"]).1, ["APIGW.0101"]);
    assert_eq!(codes(&["--class", "unavailable"]).1, ["SMS.2802"]);
    assert_eq!(codes(&["--class", "permission_denied"]).1, ["CSBS.9009"]);
    assert_eq!(codes(&["--unknown"]).1, ["SMS.7777", "CSBS.7777"]);
    assert_eq!(codes(&["--unknown", "--service", "csbs"]).1, ["CSBS.7777"]);
    assert_eq!(codes(&["--unknown", "--class", "internal"]), (1, vec![]));
    assert_eq!(codes(&["--retry", "never", "--service", "imetal"]), (1, vec![]));
    let run = fed(&["--codes", "--service", "nosuch"], log);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("no service `nosuch`"), "{}", run.err);
    let notes = fed(&["--unknown"], log).out;
    assert!(notes.contains("│  SMS.7777  not in the catalog\n") && !notes.contains("Port8899"), "{notes}");
    assert!(notes.contains("│  Near   SMS.77"), "{notes}");
}

#[test]
fn several_files_in_their_order() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let (a, b, c) = (
        file("a.log", "one CSBS.6019\ntwo\n"),
        file("b.log", ""),
        file("c.log", "x\nCSBS.6019 SMS.2802\nno end"),
    );
    let text = found(&["annotate", &a, &b, &c]);
    assert_eq!(without_notes(&text), "one CSBS.6019\ntwo\nx\nCSBS.6019 SMS.2802\nno end");
    assert_eq!(found(&["annotate", "--codes", &c, &a]), "CSBS.6019\nSMS.2802\nCSBS.6019\n");
    let counts = json(&["annotate", "--count", "--format", "json", &a, &b, &c]);
    let first = &counts["codes"][0];
    assert_eq!((&first["first_file"], &first["first_line"]), (&json!(a), &json!(1)));
    assert_eq!((&first["last_file"], &first["last_line"]), (&json!(c), &json!(2)));
    assert!(found(&["annotate", "--count", &a, &c]).contains("a.log:1"));

    // What can be read is shown; the fault is said.
    let missing = folder.path().join("missing.log");
    let missing = missing.to_str().unwrap();
    let run = run(&mut errcat(&["annotate", "--codes", &a, missing, &c]));
    assert_eq!((run.status, run.out.as_str()), (2, "CSBS.6019\nCSBS.6019\nSMS.2802\n"));
    assert!(run.err.starts_with("error: cannot read ") && run.err.contains("missing.log"), "{}", run.err);
    assert_eq!(run.err.lines().count(), 1);
}

#[test]
fn a_file_without_a_line_end_before_another() {
    let folder = tempfile::tempdir().unwrap();
    let (a, b) = (folder.path().join("a"), folder.path().join("b"));
    fs::write(&a, "CSBS.6019").unwrap();
    fs::write(&b, "CSBS.3001\n").unwrap();
    let text = found(&["annotate", a.to_str().unwrap(), b.to_str().unwrap()]);
    assert_eq!(without_notes(&text), "CSBS.6019\nCSBS.3001\n");
    // Two words that only the end of a file parts.
    assert_eq!(
        found(&["annotate", "--codes", a.to_str().unwrap(), b.to_str().unwrap()]),
        "CSBS.6019\nCSBS.3001\n"
    );
}

#[test]
fn a_catalog_of_ones_own() {
    let folder = small_catalog();
    let catalog = common::path(&folder);
    let run =
        run(errcat(&["annotate", "--catalog", catalog])
            .write_stdin("PAY.1001 CSBS.6019 PAYMENT.1002 PAY.7\n"));
    assert_eq!(run.status, 0);
    assert!(
        run.out.contains("│  PAY.1001  CardRefused") && run.out.contains("│  PAY.1002  CardLimit"),
        "{}",
        run.out
    );
    assert!(!run.out.contains("TargetServer"));
}

#[test]
fn styles_are_ours_and_the_text_stays_as_it_is() {
    let log = format!("{ESCAPE}\u{1b}[32m CSBS.6019 \u{1b}[0m\r\n");
    let piped = fed(&[], log.as_str()).out;
    assert!(piped.starts_with(&log) && piped.contains("Target"), "{piped:?}");
    assert!(!piped[log.len()..].contains('\u{1b}'), "{piped:?}");
    let colored = fed(&["--color", "always"], log.as_str()).out;
    assert!(
        colored.starts_with(&log) && colored[log.len()..].contains("\u{1b}[1m\u{1b}[31mCSBS.6019\u{1b}[0m")
    );
    assert_eq!(plain(&colored[log.len()..]), piped[log.len()..]);
    // A name of a file may hold anything.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a\u{9b}\u{1b}[2J.log");
    fs::write(&path, "CSBS.6019\n").unwrap();
    for args in [&["--format", "jsonl"][..], &["--count"], &["--count", "--format", "json"]] {
        let text = found(&[&["annotate"], args, &[path.to_str().unwrap(), path.to_str().unwrap()]].concat());
        assert!(!text.contains(['\u{1b}', '\u{9b}']), "{text:?}");
    }
}

#[test]
fn wrong_uses() {
    for args in [
        &["--codes", "--count"][..],
        &["--codes", "--format", "json"],
        &["--every", "--summary"],
        &["--summary", "--format", "jsonl"],
        &["--json-field", "m", "--count"],
        &["--threads", "0"],
    ] {
        assert_eq!(fed(args, "").status, 2, "{args:?}");
    }
    let folder = tempfile::tempdir().unwrap();
    let directory = run(&mut errcat(&["annotate", folder.path().to_str().unwrap()]));
    assert_eq!((directory.status, directory.out.as_str()), (2, ""));
}
