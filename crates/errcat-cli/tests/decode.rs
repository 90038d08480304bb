//! `errcat decode`: from responses to causes and remedies.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod common;

use common::{ENTRY_KEYS, ESCAPE, Run, assert_fits, errcat, errcat_run, found, json, keys, plain, run};
use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

/// The sample response of "Listing Failed Source Servers".
const SERVERS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/data/sms-failed-servers.json");

const KEYS: [&str; 12] = [
    "code",
    "known",
    "status",
    "message",
    "args",
    "request_id",
    "other_codes",
    "subject",
    "rendered",
    "encoded_authorization_message",
    "entry",
    "file",
];

const CSBS_6019: &str = r#"{"error_code":"CSBS.6019","error_msg":"The source server (s-1) type (ECS) is not the same as the target server (s-2) type (BMS)."}"#;

/// A run with this on standard input.
fn fed(args: &[&str], input: impl Into<Vec<u8>>) -> Run {
    run(errcat(&["decode"]).args(args).write_stdin(input))
}

/// The objects of a run with `--format jsonl`.
fn lines(run: &Run) -> Vec<Value> {
    run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn codes(run: &Run) -> Vec<String> {
    lines(run).iter().map(|line| line["code"].as_str().unwrap_or("-").to_owned()).collect()
}

#[test]
fn a_response() {
    let expected = "\
CSBS.6019  TargetServerTypeMismatch                     500  failed precondition
Cloud Server Backup Service, Restoration management

  The source server (s-1) type (ECS) is not the same as the target server (s-2)
  type (BMS).

  Why    The type of the target server is different from that of the source
         server.
  Fix    Select a target server of the same type as the source server.
  Retry  after the fix
  Rust   errcat::csbs::Error::TargetServerTypeMismatch
  From   CSBS API Reference, Error Codes
  Page   https://support.huaweicloud.com/en-us/api-csbs/en-us_topic_0071888297.html
";
    for args in [&[][..], &["-"], &["--status", "500"]] {
        let run = fed(args, CSBS_6019);
        assert_eq!((run.status, run.err.as_str(), run.out.as_str()), (0, "", expected), "{args:?}");
    }
}

#[test]
fn the_failed_servers_of_a_list() {
    for (lang, fix) in [("en", "Fix"), ("zh", "处理")] {
        let text = found(&["decode", SERVERS, "--lang", lang]);
        assert_fits(&text, 80);
        let blocks: Vec<&str> = text.split("\n\nsms-").collect();
        assert_eq!(blocks.len(), 4, "{text}");
        for (block, (server, ip, code)) in blocks.iter().zip([
            ("ubuntu", "192.168.0.235", "SMS.1302"),
            ("win08", "192.168.0.163", "SMS.2802"),
            ("win16", "192.168.0.154", "SMS.1114"),
            ("centos", "192.168.77.77", "SMS.3805"),
        ]) {
            let (subject, rest) = block.split_once("\nSMS.").unwrap();
            // What the operator knows it by comes first, alone on its line.
            let subject = subject.trim_start_matches("sms-");
            assert!(subject.starts_with(&format!("{server}\nsource_ip={ip}, source_id=")), "{block}");
            // Nothing twice: not the host name that is the name, not the codes of the other servers.
            assert!(!subject.contains("host_name") && !subject.contains("null"), "{block}");
            assert!(format!("SMS.{rest}").starts_with(&format!("{code}  ")), "{block}");
            assert_eq!(block.matches(&format!("\n  {fix} ")).count(), 1, "{block}");
            assert!(!block.contains("\n  Also") && !block.contains("\n  其他"), "{block}");
        }
        // The arguments are in the message, or stand for it.
        assert!(blocks[0].contains("\n  first_path: /, second_path: /mnt/vdb1\n"), "{text}");
        assert!(blocks[1].contains("192.168.0.1 is reachable and port 8899"), "{text}");
        assert!(!text.contains('‹'), "{text}");
    }
}

#[test]
fn several_files_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let (one, two) = (file("one.json", CSBS_6019), file("two.log", "it failed: SMS.2802\n"));
    let text = found(&["decode", &one, &two]);
    assert!(text.starts_with(&format!("{one}\nCSBS.6019  ")), "{text}");
    assert!(text.contains(&format!("\n\n{two}\nSMS.2802  ")), "{text}");
    // Of one file there is nothing to be told.
    assert!(found(&["decode", &one]).starts_with("CSBS.6019  "));

    let run = errcat_run(&["decode", "--format", "jsonl", &one, &two]);
    let files: Vec<Value> = lines(&run).into_iter().map(|error| error["file"].clone()).collect();
    assert_eq!(files, [Value::from(one.as_str()), Value::from(two.as_str())]);
    let run = run_fed_with_dash(&one);
    assert_eq!((&run[0]["file"], &run[1]["file"]), (&Value::Null, &Value::from(one.as_str())));
}

/// The objects of a run that reads standard input, then a file.
fn run_fed_with_dash(file: &str) -> Vec<Value> {
    lines(&fed(&["--format", "jsonl", "-", file], CSBS_6019))
}

#[test]
fn json_of_the_failed_servers() {
    let run = errcat_run(&["decode", "--format", "jsonl", SERVERS]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert_eq!(codes(&run), ["SMS.1302", "SMS.2802", "SMS.1114", "SMS.3805"]);
    let errors = lines(&run);
    for error in &errors {
        assert_eq!(keys(error), KEYS);
        assert_eq!(keys(&error["entry"]), ENTRY_KEYS);
        assert_eq!((&error["known"], &error["entry"]["code"]), (&true.into(), &error["code"]));
        for key in ["status", "message", "request_id", "encoded_authorization_message"] {
            assert!(error[key].is_null(), "{key}: {error}");
        }
    }
    assert_eq!(errors[0]["args"], json!({"first_path": "/", "second_path": "/mnt/vdb1"}));
    assert_eq!(errors[0]["rendered"], Value::Null);
    assert_eq!(
        errors[0]["subject"],
        json!({
            "source_id": "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxx0001", "source_ip": "192.168.0.235", "name": "sms-ubuntu"
        })
    );
    assert_eq!(errors[1]["args"], json!({"ip_address": "192.168.0.1"}));
    assert_eq!(
        errors[1]["rendered"],
        "Failed to connect to the target server. Check whether its IP address 192.168.0.1 is reachable and port \
         8899 is enabled."
    );
    assert_eq!(errors[2]["args"], json!({}));
    // One document holds the same.
    assert_eq!(json(&["decode", "--format", "json", SERVERS]), Value::from(errors));
}

#[test]
fn several_files_and_standard_input() {
    let run = fed(&["--format", "jsonl", SERVERS, "-"], CSBS_6019);
    assert_eq!(run.status, 0);
    assert_eq!(codes(&run), ["SMS.1302", "SMS.2802", "SMS.1114", "SMS.3805", "CSBS.6019"]);
}

#[test]
fn several_bodies_one_after_another() {
    let second = "{\n  \"error_code\": \"SMS.2802\"\n}";
    for input in [
        format!("{CSBS_6019}{second}"),
        format!("{CSBS_6019}\n{second}\n"),
        format!("\u{feff}{CSBS_6019}\r\n\r\n{second}\r\n"),
        format!("{CSBS_6019}\n{{\"error_code\":\"SMS.2802\",\"error_para"),
    ] {
        let jsonl = fed(&["--format", "jsonl"], input.clone());
        assert_eq!((jsonl.status, jsonl.err.as_str()), (0, ""), "{input}");
        assert_eq!(codes(&jsonl), ["CSBS.6019", "SMS.2802"], "{input}");
        let text = fed(&[], input.clone()).out;
        assert!(text.contains("_topic_0071888297.html\n\nSMS.2802  Port8899Unreachable"), "{input}: {text}");
    }
}

#[test]
fn lines_of_a_log_without_a_code_are_counted_not_shown() {
    let log = "{\"level\":\"info\",\"message\":\"started\"}\n\
        {\"level\":\"error\",\"body\":\"{\\\"error_code\\\":\\\"SMS.2802\\\"}\"}\n\
        {\"level\":\"info\",\"message\":\"stopped\"}\n";
    let run = fed(&["--format", "jsonl"], log);
    assert_eq!((run.status, codes(&run)), (0, vec!["SMS.2802".to_owned()]));
    assert_eq!(run.err, "parts of the input without an error code: 2\n");
    let run = fed(&["--lang", "zh"], log);
    assert!(run.out.starts_with("SMS.2802  ") && run.err.ends_with(": 2\n"), "{}{}", run.out, run.err);
}

#[test]
fn dumps_of_curl() {
    let one = "HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json\r\nX-Request-Id: rid-1\r\n\r\n\
        {\"error_code\":\"VPC.0602\",\"error_msg\":\"no\"}";
    let run = fed(&["--format", "jsonl"], one);
    let errors = lines(&run);
    assert_eq!((run.status, errors.len()), (1, 1));
    assert_eq!((&errors[0]["status"], &errors[0]["request_id"]), (&401.into(), &"rid-1".into()));
    let two = format!("{one}\nHTTP/2 500\r\nx-request-id: rid-2\r\n\r\n{CSBS_6019}\n");
    let run = fed(&["--format", "jsonl"], two.clone());
    assert_eq!((run.status, codes(&run)), (1, vec!["VPC.0602".to_owned(), "CSBS.6019".to_owned()]));
    assert_eq!(lines(&run)[1]["request_id"], "rid-2");
    let text = fed(&[], two).out;
    assert!(text.contains("\n  HTTP   401\n  ReqId  rid-1\n"), "{text}");
    // The documented status stands in the heading already.
    assert!(text.ends_with("\n  ReqId  rid-2\n") && text.matches("HTTP").count() == 1, "{text}");
}

#[test]
fn status_and_headers() {
    let body = r#"{"error_code":"CSBS.9009"}"#;
    for (status, name) in [("403", "UserUnverified"), ("400", "ReducedSpaceBelowUsage")] {
        let run = fed(&["--format", "jsonl", "--status", status, "--header", "x-request-id:  r-7 "], body);
        let error = &lines(&run)[0];
        assert_eq!((&error["entry"]["name"], &error["request_id"]), (&name.into(), &"r-7".into()));
        assert_eq!(error["status"], status.parse::<u16>().unwrap());
    }
    for args in [&["--status", "42"][..], &["--status", "many"], &["--header", "no header"]] {
        let run = fed(args, body);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{args:?}");
        assert!(run.err.contains(args[1]), "{}", run.err);
    }
}

#[test]
fn an_unknown_code_of_a_known_prefix() {
    let run = fed(&[], r#"{"error_code":"SMS.2208","error_msg":"Insufficient permissions."}"#);
    assert_eq!((run.status, run.err.as_str()), (1, ""));
    let head =
        "SMS.2208  not in the catalog\nServer Migration Service\n\n  Insufficient permissions.\n\n  Like   ";
    assert!(run.out.starts_with(head), "{}", run.out);
    assert!(run.out.contains("SMS.9003  RequiredPermissionMissing"), "{}", run.out);
    assert!(run.out.contains("\n  Near   SMS."), "{}", run.out);
    // A label stands once, however many lines it has.
    assert_eq!(run.out.matches("  Like  ").count(), 1, "{}", run.out);
    for code in ["SMS.7777", "VPC.0602"] {
        let run = fed(&["--format", "jsonl"], format!("{{\"error_code\":\"{code}\"}}"));
        let error = &lines(&run)[0];
        assert_eq!((run.status, keys(error)), (1, KEYS.to_vec()));
        assert_eq!(
            (&error["code"], &error["known"], &error["entry"]),
            (&code.into(), &false.into(), &Value::Null)
        );
    }
    let run = fed(&[], r#"{"error_code":"VPC.0602"}"#);
    assert_eq!((run.status, run.out.as_str()), (1, "VPC.0602  not in the catalog\n"));
    // One unknown among known ones is enough.
    let run = fed(&["--format", "jsonl"], format!("{CSBS_6019}{{\"error_code\":\"SMS.7777\"}}"));
    assert_eq!((run.status, codes(&run)), (1, vec!["CSBS.6019".to_owned(), "SMS.7777".to_owned()]));
}

#[test]
fn no_code_at_all() {
    for input in ["", "\n", "{}", "[]", "null", "nothing to see", r#"{"message":"nothing to see"}"#] {
        let run = fed(&[], input);
        assert_eq!((run.status, run.err.as_str()), (1, ""), "{input:?}");
        assert!(run.out.starts_with("no error code found\n"), "{input:?}: {}", run.out);
        assert!(!run.out.ends_with("\n\n"), "{input:?}: {:?}", run.out);
        let run = fed(&["--format", "jsonl"], input);
        let errors = lines(&run);
        assert_eq!((run.status, errors.len(), keys(&errors[0])), (1, 1, KEYS.to_vec()), "{input:?}");
        assert!(errors[0]["code"].is_null());
    }
}

#[test]
fn any_bytes_are_read() {
    let mut body = b"\xff\xfe {\"error_code\":\"CSBS.6019\",\"error_msg\":\"\xff\"}".to_vec();
    let run = fed(&["--format", "jsonl"], body.clone());
    assert_eq!((run.status, codes(&run)), (0, vec!["CSBS.6019".to_owned()]));
    body.extend([0, 0xc3, 0x28]);
    assert_eq!(fed(&[], body).status, 0);
}

#[test]
fn input_that_cannot_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let missing = format!("{}/nowhere.json", folder.path().display());
    for path in [missing.as_str(), folder.path().to_str().unwrap()] {
        for args in [&["decode", path][..], &["decode", SERVERS, path]] {
            let run = errcat_run(args);
            assert_eq!((run.status, run.out.as_str()), (2, ""), "{args:?}");
            assert!(run.err.contains("cannot read") && run.err.contains(path), "{}", run.err);
        }
    }
}

#[test]
fn terminal_escapes_in_a_body_are_not_passed_on() {
    let in_json = "\\u001b]0;owned\\u0007\\u009b31m\\u001b[31m";
    for body in [
        format!(r#"{{"error_code":"CSBS.6019","error_msg":"x {in_json}","request_id":"r{in_json}"}}"#),
        format!(r#"{{"error_code":"SMS.2802","error_param":["{in_json}"]}}"#),
        format!(r#"{{"error_code":"SMS.2802","error_param":["a","{in_json}"]}}"#),
        format!(r#"{{"error_code":"VPC.{in_json}","error_msg":"x {in_json}"}}"#),
        format!(
            r#"{{"failed":[{{"name":"{in_json}","{in_json}":"y","error_code":"SMS.2802"}},
                {{"name":"b","error_code":"SMS.1114"}}]}}"#
        ),
        format!("plain {ESCAPE} \u{9b}31m \u{1b}[31m text"),
    ] {
        let text = fed(&["--color", "always"], body.clone());
        for shown in [&text.out, &text.err] {
            assert!(!shown.contains(ESCAPE) && !shown.contains(['\u{7}', '\u{9b}']), "{body}: {shown:?}");
            // Colours from outside are no colours of ours; red alone is never the whole of one.
            assert!(
                !plain(shown).contains('\u{1b}') && !shown.contains("31m\u{1b}[31m"),
                "{body}: {shown:?}"
            );
        }
        let document = fed(&["--format", "jsonl"], body.clone());
        assert!(!document.out.contains(['\u{1b}', '\u{7}', '\u{9b}']), "{body}: {:?}", document.out);
        assert!(!lines(&document).is_empty());
    }
}

#[test]
fn arguments_without_names_are_an_array() {
    let body =
        r#"{"error_code":"SMS.2802","error_param":["a","b","c"],"encoded_authorization_message":"c2VjcmV0"}"#;
    let run = fed(&["--format", "jsonl"], body);
    let error = &lines(&run)[0];
    assert_eq!((run.status, &error["args"]), (0, &json!(["a", "b", "c"])));
    assert_eq!(error["encoded_authorization_message"], "c2VjcmV0");
    let text = fed(&[], body).out;
    assert!(text.contains("\n  Args   a\n         b\n         c\n  Auth   holds an encoded"), "{text}");
}

#[test]
fn labels_are_aligned_in_both_languages() {
    let body = r#"{"error_code":"SMS.2208","error_msg":"Insufficient permissions.","request_id":"r-1",
        "cause":{"error_code":"CSBS.6019"},"encoded_authorization_message":"x"}"#;
    let known = r#"{"error_code":"CSBS.6019","request_id":"r-1","encoded_authorization_message":"x"}"#;
    for (lang, body) in [("en", body), ("zh", body), ("en", known), ("zh", known)] {
        let text = fed(&["--lang", lang, "--status", "401"], body).out;
        let facts = text.lines().filter(|line| line.starts_with("  ") && line[2..].contains("  "));
        let mut labels = 0;
        for line in facts {
            let (label, value) = line[2..].split_once("  ").unwrap();
            let blanks = value.len() - value.trim_start().len();
            if !label.trim().is_empty() {
                assert_eq!(2 + label.width() + 2 + blanks, 9, "{line}\n{text}");
                labels += 1;
            }
        }
        assert!(labels >= 5, "{text}");
        let english = text.lines().any(|line| {
            ["  Like", "  Near", "  Req", "  Also", "  Auth", "  Why", "  Fix"]
                .iter()
                .any(|label| line.starts_with(label))
        });
        assert_eq!(english, lang == "en", "{text}");
    }
}

#[test]
fn errors_on_other_lines_of_a_log() {
    let codes = |input: &str| -> Vec<String> {
        let output = assert_cmd::Command::cargo_bin("errcat")
            .unwrap()
            .args(["decode", "--format", "jsonl"])
            .write_stdin(input)
            .output()
            .unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        text.lines()
            .map(|line| {
                serde_json::from_str::<serde_json::Value>(line).unwrap()["code"].as_str().unwrap().to_owned()
            })
            .collect()
    };
    assert_eq!(
        codes("INFO start\nERROR {\"error_code\":\"SMS.1114\"} done\nERROR CSBS.6019 foo\n"),
        ["SMS.1114", "CSBS.6019"]
    );
    assert_eq!(codes("{\"error_code\":\"SMS.1114\"}\n2024 ERROR CSBS.6019 foo\n"), ["SMS.1114", "CSBS.6019"]);
    assert_eq!(
        codes("ERROR CSBS.6019 x\nERROR CSBS.3001 y\nERROR CSBS.6019 x\n"),
        ["CSBS.6019", "CSBS.3001"]
    );
    // A body that goes over several lines is one error.
    assert_eq!(
        codes("failed:\n{\n  \"error_code\": \"CSBS.3000\",\n  \"error_msg\": \"plan not found\"\n}\n"),
        ["CSBS.3000"]
    );
}

#[test]
fn parts_without_a_code_are_counted_and_not_kept() {
    let many = "{\"a\":1}\n".repeat(5_000);
    let none = fed(&["--format", "jsonl"], many.clone());
    assert_eq!(lines(&none).len(), 1_000);
    assert!(none.err.contains("parts of the input without an error code: 4000"), "{}", none.err);
    let one = fed(&["--format", "jsonl"], format!("{many}{CSBS_6019}\n{many}"));
    assert_eq!(codes(&one), ["CSBS.6019"]);
    assert!(one.err.contains("parts of the input without an error code: 10000"), "{}", one.err);
}
