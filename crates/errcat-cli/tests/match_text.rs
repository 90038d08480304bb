//! `errcat match`: from a message to the entries that it may be of.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod common;

use common::{ESCAPE, assert_fits, errcat_run, found, json, keys, path, small_catalog};

const MISMATCH: &str =
    "The source server (s-1) type (ECS) is not the same as the target server (s-2) type (BMS).";
const TIE: &str = "Server (s-1) is already in service.";

#[test]
fn the_entry_that_fits() {
    let expected = "\
CSBS.6019  TargetServerTypeMismatch                     500  failed precondition
Cloud Server Backup Service, Restoration management

  The source server (‹source_server›) type (‹source_type›) is not the same as
  the target server (‹target_server›) type (‹target_type›).

  Args   source_server: s-1
         source_type: ECS
         target_server: s-2
         target_type: BMS
  Why    The type of the target server is different from that of the source
         server.
  Fix    Select a target server of the same type as the source server.
  Retry  after the fix
  Rust   errcat::csbs::Error::TargetServerTypeMismatch
  From   CSBS API Reference, Error Codes
  Page   https://support.huaweicloud.com/en-us/api-csbs/en-us_topic_0071888297.html
";
    assert_eq!(found(&["match", MISMATCH]), expected);
    // Unquoted, with blanks around it, without the full stop.
    let words: Vec<&str> = MISMATCH.trim_end_matches('.').split(' ').collect();
    assert_eq!(found(&[&["match"][..], &words].concat()), expected);
    assert_eq!(found(&["match", &format!("  {MISMATCH}\n")]), expected);
    let chinese = found(&["match", "--lang", "zh", MISMATCH]);
    assert!(
        chinese.contains("\n  参数   source_server: s-1\n") && chinese.contains("\n  处理   "),
        "{chinese}"
    );
    assert_fits(&chinese, 80);
}

#[test]
fn a_tie_shows_all_and_says_so() {
    let text = found(&["match", TIE]);
    assert!(text.starts_with("2 meanings fit equally well"), "{text}");
    let heads: Vec<&str> = text.lines().filter(|line| line.starts_with("CSBS.")).collect();
    assert_eq!(heads.len(), 2, "{text}");
    assert!(heads[0].starts_with("CSBS.6005") && heads[1].starts_with("CSBS.6004"), "{text}");
    assert_eq!(text.matches("\n  Fix    ").count(), 2, "{text}");
    assert!(found(&["match", TIE, "--lang", "zh"]).starts_with("2条"), "{text}");
}

#[test]
fn json_of_matches() {
    let document = json(&["match", TIE, "--format", "json"]);
    assert_eq!(keys(&document), ["matches"]);
    let matches = document["matches"].as_array().unwrap();
    assert_eq!(matches.len(), 2);
    for found in matches {
        assert_eq!(keys(found), ["code", "name", "args", "score"]);
        assert_eq!(found["args"], serde_json::json!({"server": "s-1"}));
        assert_eq!(found["score"], matches[0]["score"]);
    }
    assert_eq!((&matches[0]["code"], &matches[1]["code"]), (&"CSBS.6005".into(), &"CSBS.6004".into()));
    assert!(matches[0]["score"].as_u64().unwrap() > 10);
    let lines = found(&["match", TIE, "--format", "jsonl"]);
    let lines: Vec<serde_json::Value> =
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(&lines, matches);
}

#[test]
fn a_code_narrows() {
    for code in ["CSBS.6004", "csbs6004", "[CSBS.6004]"] {
        let text = found(&["match", TIE, "--code", code]);
        assert!(text.starts_with("CSBS.6004  ") && !text.contains("\nCSBS.6005  "), "{text}");
    }
    let run = errcat_run(&["match", TIE, "--code", "CSBS.6019"]);
    assert_eq!((run.status, run.out.as_str()), (1, ""));
    let run = errcat_run(&["match", TIE, "--code", "CSBS.1234567"]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(run.err.contains("CSBS.1234567"), "{}", run.err);
}

#[test]
fn nothing_fits() {
    for text in ["no such message anywhere", "", " ", "‹›%s{}"] {
        let run = errcat_run(&["match", text]);
        assert_eq!((run.status, run.out.as_str()), (1, ""), "{text:?}");
        assert!(run.err.contains("no message of the catalog fits"), "{}", run.err);
        let run = errcat_run(&["match", text, "--format", "json"]);
        assert_eq!((run.status, run.err.as_str()), (1, ""));
        let document: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        assert_eq!(document, serde_json::json!({"matches": []}));
    }
    assert_eq!(errcat_run(&["match"]).status, 2);
}

#[test]
fn another_wording_is_shown_where_it_is_the_one_that_fits() {
    let catalog = small_catalog();
    let text = found(&["match", "Refused: card 42, stolen", "--catalog", path(&catalog)]);
    assert!(text.starts_with("PAY.1001  CardRefused"), "{text}");
    assert!(
        text.contains("\n  Refused: card ‹card›, ‹reason›\n\n  Args   card: 42\n         reason: stolen\n"),
        "{text}"
    );
}

#[test]
fn terminal_escapes_are_not_passed_on() {
    let text = format!("Server (s{ESCAPE}\u{9b}31m) is already in service.");
    let coloured = found(&["match", &text, "--color", "always"]);
    assert!(coloured.contains("owned"), "{coloured:?}");
    assert!(!coloured.contains(ESCAPE) && !coloured.contains(['\u{7}', '\u{9b}']), "{coloured:?}");
    let document = found(&["match", &text, "--format", "json"]);
    assert!(!document.contains(['\u{1b}', '\u{7}', '\u{9b}']), "{document:?}");
    let document: serde_json::Value = serde_json::from_str(&document).unwrap();
    assert_eq!(document["matches"][0]["args"]["server"], format!("s{ESCAPE}\u{9b}31m"));
}
