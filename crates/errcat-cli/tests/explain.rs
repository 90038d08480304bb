//! `errcat explain`: what people and programs get.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod common;

use std::io::{BufRead, BufReader, Read};
use std::process::Stdio;

use common::{ENTRY_KEYS, ESCAPE, assert_fits, errcat, errcat_run, found, json, keys, plain, run};

const CSBS_6019: &str = "\
CSBS.6019  TargetServerTypeMismatch                     500  failed precondition
Cloud Server Backup Service, Restoration management

  The source server (‹source_server›) type (‹source_type›) is not the same as
  the target server (‹target_server›) type (‹target_type›).

  Why    The type of the target server is different from that of the source
         server.
  Fix    Select a target server of the same type as the source server.
  Retry  after the fix
  Rust   errcat::csbs::Error::TargetServerTypeMismatch
  From   CSBS API Reference, Error Codes
  Page   https://support.huaweicloud.com/en-us/api-csbs/en-us_topic_0071888297.html
";

const CSBS_6019_ZH: &str = "\
CSBS.6019  TargetServerTypeMismatch                          500  前提条件不满足
云服务器备份，恢复管理

  The source server (‹source_server›) type (‹source_type›) is not the same as
  the target server (‹target_server›) type (‹target_type›).

  原因   目标服务器与源服务器的类型不一致。
  处理   选择与源服务器类型相同的目标服务器。
  重试   处理后重试
  Rust   errcat::csbs::Error::TargetServerTypeMismatch
  来源   CSBS API Reference, Error Codes
  页面   https://support.huaweicloud.com/en-us/api-csbs/en-us_topic_0071888297.html
";

#[test]
fn a_code_in_both_languages() {
    assert_eq!(found(&["explain", "CSBS.6019"]), CSBS_6019);
    assert_eq!(found(&["explain", "CSBS.6019", "--lang", "zh"]), CSBS_6019_ZH);
    assert_eq!(found(&["--lang", "en", "explain", "CSBS.6019"]), CSBS_6019);
}

#[test]
fn language_of_the_locale() {
    for (variable, value, expected) in [
        ("LC_ALL", "zh_CN.UTF-8", CSBS_6019_ZH),
        ("LC_ALL", "zh_TW", CSBS_6019_ZH),
        ("LC_ALL", "de_DE.UTF-8", CSBS_6019),
        ("LC_ALL", "", CSBS_6019),
    ] {
        let run = run(errcat(&["explain", "CSBS.6019"]).env(variable, value));
        assert_eq!(run.out, expected, "{variable}={value}");
    }
    let run = run(errcat(&["explain", "CSBS.6019"]).env_remove("LC_ALL").env("LANG", "zh_CN.UTF-8"));
    assert_eq!(run.out, CSBS_6019_ZH);
}

#[test]
fn codes_as_people_write_them() {
    for written in [
        "CSBS.6019",
        "csbs.6019",
        "CSBS6019",
        "csbs6019",
        "[CSBS.6019]",
        "\"CSBS.6019\",",
        "(csbs.6019).",
        " CSBS.6019 ",
        "CSBS-6019",
        "CSBS 6019",
        "CSBS_6019",
    ] {
        assert_eq!(found(&["explain", written]), CSBS_6019, "{written:?}");
        assert_eq!(found(&[written]), CSBS_6019, "bare {written:?}");
    }
    // Without its separators a code has more than one of them to lose.
    let whole = found(&["explain", "SVCSTG.CCE-ADDONMGR.4030301"]);
    assert!(whole.starts_with("SVCSTG.CCE-ADDONMGR.4030301"));
    assert_eq!(found(&["explain", "svcstg.cce_addonmgr.4030301"]), whole);
    // A prefix that begins with another one.
    let code = found(&["explain", "APIGW.0101"]);
    assert!(code.starts_with("APIGW.0101  "), "{code}");
    for written in ["apigw.0101", "APIGW0101"] {
        assert_eq!(found(&["explain", written]), code, "{written}");
    }
}

#[test]
fn a_bare_code_takes_options() {
    for args in [["CSBS.6019", "--lang", "zh"], ["--lang", "zh", "CSBS.6019"]] {
        assert_eq!(found(&args), CSBS_6019_ZH, "{args:?}");
    }
    assert_eq!(found(&["--lang=zh", "CSBS.6019"]), CSBS_6019_ZH);
    assert_eq!(found(&["--color", "never", "CSBS.6019"]), CSBS_6019);
    let document = found(&["explain", "CSBS.6019", "--format", "json"]);
    assert_eq!(found(&["CSBS.6019", "--format", "json"]), document);
    assert_eq!(found(&["--format", "json", "CSBS.6019"]), document);
}

#[test]
fn several_codes_in_the_order_they_were_asked_for() {
    let both = found(&["explain", "SMS.2802", "csbs.6019"]);
    assert_eq!(both, format!("{}\n{CSBS_6019}", found(&["explain", "SMS.2802"])));
    assert_eq!(found(&["SMS.2802", "csbs.6019"]), both);
}

#[test]
fn every_meaning_of_a_code() {
    let text = found(&["explain", "CSBS.9009"]);
    let heads: Vec<&str> = text.lines().filter(|line| line.starts_with("CSBS.9009  ")).collect();
    assert_eq!(heads.len(), 2, "{text}");
    assert!(heads[0].contains("UserUnverified") && heads[0].contains("  403  "), "{text}");
    assert!(heads[1].contains("  400  "), "{text}");
    assert_eq!(text.matches("\n  Fix    ").count(), 2, "{text}");
}

#[test]
fn steps_are_numbered_below_each_other() {
    let text = found(&["explain", "SMS.2802"]);
    let fix = text.split("\n  Fix    ").nth(1).unwrap();
    let fix = fix.split("\n  Retry  ").next().unwrap();
    assert!(fix.starts_with("1. "), "{text}");
    for (at, line) in fix.lines().enumerate().skip(1) {
        let line = line.strip_prefix("         ").unwrap_or_else(|| panic!("line {at} of {fix}"));
        let step = line.starts_with(|first: char| first.is_ascii_digit()) && line.contains(". ");
        assert!(step || line.starts_with("   "), "line {at}: {line}");
    }
    assert_eq!(fix.lines().filter(|line| line.contains("4. ")).count(), 1, "{fix}");
}

#[test]
fn states_are_shown() {
    let text = found(&["explain", "CSBS.1002"]);
    assert!(text.lines().nth(1).unwrap().contains("[not used currently]"), "{text}");
    assert!(text.contains("Retry  later"), "{text}");
    let text = found(&["explain", "SMS.1302"]);
    assert!(text.lines().nth(1).unwrap().contains("[undocumented]"), "{text}");
    assert!(!text.contains("\n\n\n"), "{text}");
}

#[test]
fn a_bare_number_is_that_of_several_services() {
    // A spreadsheet takes the zeros away.
    for number in ["0002", "2", "[0002]"] {
        let run = errcat_run(&[number]);
        assert_eq!((run.status, run.out.as_str()), (1, ""), "{number}");
        let codes: Vec<&str> = run.err.lines().filter_map(|line| line.strip_prefix("    ")).collect();
        assert_eq!(codes, ["CSBS.0002  VolumeStorageTypeMismatch", "iMetal.0002  RequiredParametersMissing"]);
    }
    let answers: serde_json::Value =
        serde_json::from_str(&errcat_run(&["explain", "6019", "--format", "json"]).out).unwrap();
    assert_eq!(answers[0]["suggestions"], serde_json::json!(["CSBS.6019"]));
    let run = errcat_run(&["99999"]);
    assert!(run.err.contains("codes of the catalog begin with"), "{}", run.err);
}

#[test]
fn an_unknown_code() {
    let run = errcat_run(&["explain", "CSBS.6O19"]);
    assert_eq!((run.status, run.out.as_str()), (1, ""));
    assert!(run.err.contains("CSBS.6O19"), "{}", run.err);
    assert!(run.err.contains("Cloud Server Backup Service (csbs)"), "{}", run.err);
    assert!(run.err.contains("CSBS.6019  TargetServerTypeMismatch"), "{}", run.err);
    for (written, service) in [("SMS.99999", "Server Migration Service"), ("apigw.9999", "API Gateway")] {
        let run = errcat_run(&["explain", written]);
        assert_eq!(run.status, 1);
        assert!(run.err.contains(service), "{}", run.err);
    }
    // A service may document a few codes of a prefix that belongs to another one.
    for (written, says) in
        [("BackupService.0001", "Cloud Backup and Recovery"), ("CCE.01400001", "newer scheme")]
    {
        let run = errcat_run(&["explain", written]);
        assert!(run.status == 1 && run.err.contains(says), "{}", run.err);
    }
    assert_eq!(errcat_run(&["explain", "BackupService.4003"]).status, 0);
    let run = errcat_run(&["explain", "NOSUCH.1234567"]);
    assert_eq!((run.status, run.out.as_str()), (1, ""));
    assert!(run.err.contains("NOSUCH.1234567") && !run.err.contains("did you mean"), "{}", run.err);
    let run = errcat_run(&["explain", "CSBS.6O19", "--lang", "zh"]);
    assert!(run.err.contains("云服务器备份"), "{}", run.err);
}

#[test]
fn suggestions_are_of_the_service_that_the_prefix_names() {
    for (written, prefix) in [
        ("CSBS.6O19", "CSBS."),
        ("CSBS.0412", "CSBS."),
        ("SMS.9998", "SMS."),
        ("APIG.0199", "APIG."),
        ("iMetal.0113", "iMetal."),
        ("apig.0199", "APIG."),
    ] {
        let run = errcat_run(&["explain", written]);
        assert_eq!(run.status, 1, "{written}");
        let suggested: Vec<&str> = run.err.lines().filter_map(|line| line.strip_prefix("    ")).collect();
        assert!(!suggested.is_empty() && suggested.len() <= 3, "{}", run.err);
        assert!(suggested.iter().all(|code| code.starts_with(prefix)), "{}", run.err);
    }
}

#[test]
fn a_known_code_is_shown_beside_an_unknown_one() {
    for codes in [["CSBS.6019", "CSBS.6O19"], ["CSBS.6O19", "CSBS.6019"]] {
        let run = errcat_run(&["explain", codes[0], codes[1]]);
        assert_eq!((run.status, run.out.as_str()), (1, CSBS_6019), "{codes:?}");
        assert!(run.err.contains("CSBS.6O19"));
    }
}

#[test]
fn wrong_usage() {
    for args in [
        &["explain"][..],
        &[],
        &["explain", "CSBS.6019", "--lang", "fr"],
        &["explain", "CSBS.6019", "--format", "xml"],
        &["explain", "CSBS.6019", "--nosuch"],
        &["nosuchverb"],
    ] {
        let run = errcat_run(args);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{args:?}");
        assert!(!run.err.is_empty(), "{args:?}");
    }
    for args in [&["--help"][..], &["explain", "--help"], &["--version"]] {
        let run = errcat_run(args);
        assert_eq!((run.status, run.err.as_str()), (0, ""), "{args:?}");
        assert!(run.out.contains("errcat"), "{}", run.out);
    }
}

#[test]
fn an_empty_code_is_unknown() {
    for written in ["", " ", "[]", "...", "错误码"] {
        let run = errcat_run(&["explain", written]);
        assert_eq!((run.status, run.out.as_str()), (1, ""), "{written:?}");
    }
}

#[test]
fn json_of_codes() {
    let document = json(&["explain", "csbs.9009", "SMS.1302", "--format", "json"]);
    let answers = document.as_array().unwrap();
    assert_eq!(answers.len(), 2);
    for answer in answers {
        assert_eq!(keys(answer), ["input", "code", "found", "suggestions", "entries"]);
    }
    assert_eq!(answers[0]["input"], "csbs.9009");
    assert_eq!(answers[0]["code"], "CSBS.9009");
    assert_eq!(answers[0]["found"], true);
    assert_eq!(answers[0]["suggestions"], serde_json::json!([]));
    let entries = answers[0]["entries"].as_array().unwrap();
    assert_eq!(entries.len(), 2);
    assert_eq!((&entries[0]["status"], &entries[1]["status"]), (&403.into(), &400.into()));
    assert_eq!(entries[0]["name"], "UserUnverified");
    assert_eq!(keys(&entries[0]["description"]), ["en", "zh"]);
    // Absent values are null, not left out.
    let unknown = &answers[1]["entries"][0];
    for key in ["status", "group", "message"] {
        assert!(unknown[key].is_null() && unknown.get(key).is_some(), "{key}: {unknown}");
    }
    assert_eq!((&unknown["undocumented"], &unknown["wordings"]), (&true.into(), &serde_json::json!([])));
    assert_eq!(unknown["params"], serde_json::json!(["first_path", "second_path"]));

    let entry = &json(&["explain", "SMS.2802", "--format", "json"])[0]["entries"][0];
    for lang in ["en", "zh"] {
        assert_eq!(entry["remediation"][lang].as_array().map(Vec::len), Some(4), "{entry}");
        assert!(entry["description"][lang].is_string(), "{entry}");
    }
}

#[test]
fn json_of_an_entry_has_the_promised_keys() {
    let entry = &json(&["explain", "CSBS.6019", "--format", "json"])[0]["entries"][0];
    let address = "https://support.huaweicloud.com/en-us/api-csbs/en-us_topic_0071888297.html";
    let expected = serde_json::json!({
        "code": "CSBS.6019",
        "name": "TargetServerTypeMismatch",
        "service": "csbs",
        "status": 500,
        "group": "Restoration management",
        "message":
            "The source server (%s) type (%s) is not the same as the target server (%s) type (%s).",
        "params": ["source_server", "source_type", "target_server", "target_type"],
        "wordings": [],
        "description": {
            "en": "The type of the target server is different from that of the source server.",
            "zh": "目标服务器与源服务器的类型不一致。",
        },
        "remediation": {
            "en": "Select a target server of the same type as the source server.",
            "zh": "选择与源服务器类型相同的目标服务器。",
        },
        "class": "failed_precondition",
        "retry": "after_fix",
        "lifecycle": "active",
        "since": null,
        "deprecated": null,
        "replaced_by": null,
        "retry_after": null,
        "severity": null,
        "undocumented": false,
        "note": null,
        "see": [],
        "former": [],
        "source": "CSBS API Reference, Error Codes",
        "source_url": address,
        "url": address,
        "additions": [],
    });
    for key in ENTRY_KEYS {
        assert_eq!(entry[key], expected[key], "{key}");
    }
    assert_eq!(keys(entry), ENTRY_KEYS);
}

#[test]
fn json_of_an_unknown_code() {
    let run = errcat_run(&["explain", "CSBS.6O19", "CSBS.6019", "--format", "json"]);
    assert_eq!((run.status, run.err.as_str()), (1, ""));
    let document: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(
        document[0],
        serde_json::json!({
            "input": "CSBS.6O19", "code": null, "found": false, "suggestions": ["CSBS.6019"], "entries": []
        })
    );
    assert_eq!(document[1]["found"], true);
    // One object a line, the same objects.
    let run = errcat_run(&["explain", "CSBS.6O19", "CSBS.6019", "--format", "jsonl"]);
    assert_eq!(run.status, 1);
    let lines: Vec<serde_json::Value> =
        run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(serde_json::Value::from(lines), document);
}

#[test]
fn colour() {
    let plainly = [
        run(&mut errcat(&["explain", "CSBS.6019"])),
        run(errcat(&["explain", "CSBS.6019"]).env("NO_COLOR", "1")),
        run(&mut errcat(&["explain", "CSBS.6019", "--color", "never"])),
        run(errcat(&["explain", "CSBS.6019"]).env("NO_COLOR", "1").env("CLICOLOR_FORCE", "1")),
        run(errcat(&["explain", "CSBS.6019", "--color", "never"]).env("CLICOLOR_FORCE", "1")),
    ];
    for run in plainly {
        assert_eq!(run.out, CSBS_6019);
    }
    for run in [
        run(&mut errcat(&["--color", "always", "explain", "CSBS.6019"])),
        run(errcat(&["explain", "CSBS.6019", "--color=always"]).env("NO_COLOR", "1")),
    ] {
        assert!(run.out.contains("\u{1b}["), "{:?}", run.out);
        assert_eq!(plain(&run.out), CSBS_6019);
        // Every line ends as it began: uncoloured.
        for line in run.out.lines() {
            let last = line.rfind("\u{1b}[").map_or("\u{1b}[0m", |at| &line[at..]);
            assert!(last.starts_with("\u{1b}[0m"), "{line:?}");
        }
    }
    // JSON is never coloured.
    let document = found(&["explain", "CSBS.6019", "--format", "json", "--color", "always"]);
    assert!(!document.contains('\u{1b}'));
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    let listed = found(&["list"]);
    let codes: Vec<&str> = listed.lines().map(|line| line.split(' ').next().unwrap()).collect();
    assert!(codes.len() > 500);
    for lang in ["en", "zh"] {
        let mut widest = Vec::new();
        for columns in ["60", "80", "140"] {
            let mut command = errcat(&["explain", "--lang", lang]);
            let run = run(command.args(&codes).env("COLUMNS", columns));
            assert_eq!((run.status, run.err.as_str()), (0, ""));
            assert_fits(&run.out, columns.parse().unwrap());
            assert!(!run.out.lines().any(|line| line.ends_with(' ')), "blanks at the end of a line");
            widest.push(run.out.lines().map(unicode_width::UnicodeWidthStr::width).max().unwrap());
        }
        assert!(widest[1] >= 78 && widest[2] > 80, "the width is not used: {widest:?}");
    }
    for columns in ["", "0", "-1", "many", "99999999999999999999"] {
        let run = run(errcat(&["explain", "CSBS.6019"]).env("COLUMNS", columns));
        assert_eq!(run.status, 0, "COLUMNS={columns}");
        assert_fits(&run.out, 140);
    }
}

#[test]
fn a_heading_puts_status_and_class_to_the_right() {
    for (columns, width) in [("60", 60), ("80", 80)] {
        let run = run(errcat(&["explain", "CSBS.6019"]).env("COLUMNS", columns));
        let head = run.out.lines().next().unwrap();
        let second = run.out.lines().nth(1).unwrap();
        assert!(head.chars().count() == width || second == "500  failed precondition", "{}", run.out);
    }
}

#[test]
fn a_closed_pipe_is_no_error() {
    for args in [
        &["list"][..],
        &["list", "--format", "json"],
        &["export"],
        &["export", "--format", "jsonl"],
        &["explain", "CSBS.6019"],
    ] {
        let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin("errcat"))
            .args(args)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // As `head -1` does: one line, then no more.
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let mut errors = String::new();
        child.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
        let status = child.wait().unwrap();
        assert_eq!((status.code(), errors.as_str()), (Some(0), ""), "{args:?}");
        assert!(!line.is_empty());
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_an_error() {
    for args in [&["list"][..], &["export"], &["explain", "CSBS.6019"]] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = std::process::Command::new(assert_cmd::cargo::cargo_bin("errcat"))
            .args(args)
            .stdout(full)
            .output()
            .unwrap();
        let errors = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{args:?}: {errors}");
        assert!(errors.contains("cannot write the result"), "{errors}");
    }
}

#[test]
fn terminal_escapes_are_not_passed_on() {
    let written = format!("CSBS.{ESCAPE}6019\u{9b}31m");
    for args in [
        &["explain", written.as_str()][..],
        &[written.as_str()],
        &["explain", &written, "--lang", "zh"],
        &["list", "--service", &written],
        &["explain", "CSBS.6019", "--catalog", &written],
        &["explain", "CSBS.6019", "--lang", &written],
        &["list", "--status", &written],
        &["list", "--class", &written],
        &["check", &written],
        &[ESCAPE],
    ] {
        let run = run(errcat(args).args(["--color", "always"]).env("CLICOLOR_FORCE", "1"));
        assert_ne!(run.status, 0, "{args:?}");
        for text in [&run.out, &run.err] {
            assert!(!text.contains(ESCAPE) && !text.contains(['\u{7}', '\u{9b}']), "{args:?}: {text:?}");
        }
    }
    let run = errcat_run(&["explain", "--format", "json", &written]);
    assert!(!run.out.contains(['\u{1b}', '\u{7}']), "{:?}", run.out);
    let document: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(document[0]["input"], written);
}

#[test]
#[cfg(unix)]
fn any_bytes_are_taken_as_arguments() {
    use std::os::unix::ffi::OsStrExt;
    let bytes = std::ffi::OsStr::from_bytes(b"CSBS.\xff6019");
    let output = errcat(&["explain"]).arg(bytes).output().unwrap();
    assert!(matches!(output.status.code(), Some(1 | 2)), "{output:?}");
    let long = "1".repeat(100_000);
    let run = errcat_run(&["explain", &format!("CSBS.{long}")]);
    assert_eq!(run.status, 1);
}

#[test]
fn slips_of_the_fingers_find_the_code_that_was_meant() {
    for (written, meant) in [
        ("CSBS.6091", "CSBS.6019"), // swapped neighbours
        ("csbs.6091", "CSBS.6019"),
        ("CSBS.60I9", "CSBS.6019"), // look-alikes
        ("CSBS.6O19", "CSBS.6019"),
        ("C5BS.6019", "CSBS.6019"), // a slip in the prefix
        ("SCBS.6019", "CSBS.6019"),
        ("CSB.6019", "CSBS.6019"),
        ("CSBS.619", "CSBS.6019"), // a zero lost, and one too many
        ("SMS.415", "SMS.0415"),
        ("SMS.02802", "SMS.2802"),
        ("iMetal.004", "iMetal.0004"),
        ("CSBS.60199", "CSBS.6019"),         // a digit twice
        ("BackupService.6019", "CSBS.6019"), // the other prefix of the service
        ("imetal.7717", "SMS.7717"),         // the wrong service
    ] {
        let run = errcat_run(&["explain", written, "--format", "json"]);
        let answer: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        let suggestions = answer[0]["suggestions"].as_array().unwrap();
        assert!(run.status == 1 && suggestions.len() <= 3, "{written}: {}", run.out);
        assert_eq!(suggestions[0], meant, "{written}: {suggestions:?}");
    }
    // Another service is not a slip.
    assert_eq!(json_suggestions("RDS.1102"), serde_json::json!([]));
    // Case changes nothing.
    for written in ["apigw.0199", "ApiGw.0199"] {
        assert_eq!(json_suggestions(written), json_suggestions("APIGW.0199"), "{written}");
    }
    assert_eq!(json_suggestions("IMETAL.0113"), json_suggestions("iMetal.0113"));
}

fn json_suggestions(written: &str) -> serde_json::Value {
    let run = errcat_run(&["explain", written, "--format", "json"]);
    let answer: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    answer[0]["suggestions"].clone()
}

#[test]
fn lists_are_pasted_with_their_commas() {
    let both = found(&["explain", "CSBS.6019", "SMS.1114"]);
    assert_eq!(found(&["explain", "CSBS.6019,SMS.1114"]), both);
    assert_eq!(found(&["explain", "CSBS.6019、SMS.1114,"]), both);
}
