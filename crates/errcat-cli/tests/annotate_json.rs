//! `errcat annotate --json-field`: records of JSON with what their codes mean.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod common;

use common::{Run, errcat, keys, run};
use serde_json::{Value, json};

fn fed(args: &[&str], input: impl Into<Vec<u8>>) -> Run {
    run(errcat(&["annotate"]).args(args).write_stdin(input))
}

/// What was added to the one record of a run.
fn added(args: &[&str], record: &str) -> Value {
    let run = fed(args, record);
    assert_eq!((run.status, run.err.as_str()), (0, "1 records, 1 enriched, 0 not JSON\n"), "{record}");
    let value: Value = serde_json::from_str(&run.out).unwrap();
    value["errcat"].clone()
}

#[test]
fn the_rest_of_a_record_stays_as_it_is() {
    let log = concat!(
        "{\"n\" : 1.50, \"message\":\"CSBS.6019: x\" , \"u\":\"\\u00e9\"  }\r\n",
        "{\"message\":\"all is well\",\"n\":1e3}\n",
        "not JSON: CSBS.6019\n",
        "\n",
        "[\"CSBS.6019\"]\n",
        "{\"message\":\"cut off CSBS.6019\n",
        "{\"other\":\"CSBS.6019\",\"message\":\"CSBS.3001 } x\"}",
    );
    let run = fed(&["--json-field", "message"], log);
    assert_eq!((run.status, run.err.as_str()), (0, "6 records, 2 enriched, 2 not JSON\n"));
    let lines: Vec<&str> = run.out.split('\n').collect();
    let originals: Vec<&str> = log.split('\n').collect();
    assert_eq!(lines.len(), originals.len());
    assert_eq!(lines[1..6], originals[1..6]);
    for at in [0, 6] {
        let value: Value = serde_json::from_str(lines[at]).unwrap();
        let (before, rest) = lines[at].split_once(",\"errcat\":").unwrap();
        let after = if at == 0 { "}\r" } else { "}" };
        assert!(rest.ends_with(after));
        assert_eq!(format!("{before}{after}"), originals[at]);
        assert_eq!(keys(&value["errcat"]), ["code", "known", "args", "other_codes", "entry"]);
    }
    let last: Value = serde_json::from_str(lines[6]).unwrap();
    assert_eq!(last["errcat"]["code"], "CSBS.3001");
}

#[test]
fn fields_of_fields() {
    let record =
        r#"{"log.level":"e","error":{"inner":[{"text":"no"},{"text":"it is [SMS.2802]"}]},"m":"CSBS.6019"}"#;
    assert_eq!(added(&["--json-field", "error.inner.text"], record)["code"], "SMS.2802");
    assert_eq!(added(&["--json-field", "error"], record)["code"], "SMS.2802");
    let both = added(&["--json-field", "m", "--json-field", "error.inner.text"], record);
    assert_eq!((&both["code"], &both["other_codes"]), (&json!("CSBS.6019"), &json!(["SMS.2802"])));
    assert_eq!(added(&["--json-field", "a.b"], r#"{"a.b":"CSBS.6019"}"#)["code"], "CSBS.6019");
    let none = fed(&["--json-field", "error.text"], record);
    assert_eq!((none.status, none.out.as_str()), (1, record));
}

#[test]
fn arguments_and_language() {
    let record = json!({"body": "{\"error_code\":\"CSBS.3001\",\"error_msg\":\"Checkpoint_item (b-7) is not found.\"}"});
    let object = added(&["--json-field", "body", "--lang", "zh"], &record.to_string());
    assert_eq!(object["args"], json!({"checkpoint_item": "b-7"}));
    assert_eq!(object["entry"]["remediation"], "检查备份是否存在。");
}

#[test]
fn codes_behind_escapes() {
    let record = r#"{"message":"first line\nCSBS\u002e6019: x"}"#;
    assert_eq!(added(&["--json-field", "message"], record)["code"], "CSBS.6019");
}

#[test]
fn a_second_run_changes_nothing() {
    let once = fed(&["--json-field", "message"], "{\"message\":\"CSBS.6019\"}\n").out;
    let twice = fed(&["--json-field", "message"], once.as_str());
    assert_eq!(
        (twice.out.as_str(), twice.err.as_str()),
        (once.as_str(), "1 records, 0 enriched, 0 not JSON\n")
    );
}

#[test]
fn filters_hold_for_records() {
    let record = "{\"m\":\"SMS.7777 CSBS.6019\"}";
    assert_eq!(added(&["--json-field", "m"], record)["code"], "CSBS.6019");
    let unknown = added(&["--json-field", "m", "--unknown"], record);
    assert_eq!(
        (&unknown["code"], &unknown["known"], &unknown["entry"]),
        (&json!("SMS.7777"), &json!(false), &Value::Null)
    );
    assert_eq!(fed(&["--json-field", "m", "--class", "not_found"], record).status, 1);
}

/// Far longer than lines of text may be before they are looked at in pieces.
#[test]
fn a_record_of_megabytes() {
    let record = format!("{{\"pad\":\"{}\",\"m\":\"CSBS.6019\"}}\n", "x CSBS.3001 ".repeat(300_000));
    let run = fed(&["--json-field", "m"], record.as_str());
    assert_eq!(run.err, "1 records, 1 enriched, 0 not JSON\n");
    assert!(run.out.starts_with(record.trim_end().trim_end_matches('}')));
}
