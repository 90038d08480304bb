//! `--catalog DIR`: the verbs over YAML files that are read at run time.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod common;

use common::{ENTRY_KEYS, ESCAPE, SMALL, errcat_run, folder, found, json, keys, path, small_catalog};

#[test]
fn explain_in_both_languages() {
    let catalog = small_catalog();
    assert_eq!(
        found(&["explain", "PAY.1001", "--catalog", path(&catalog)]),
        "\
PAY.1001  CardRefused                                   402  failed precondition
Payments, Cards

  Card ‹card› was refused: ‹reason›.
  Refused: card ‹card›, ‹reason›

  Why    The bank refused the card.
  Fix    1. Check the card.
         2. Use another card.
  Retry  after the fix
  Note   Seldom.
  See    PAY.1002
  From   Payments API Reference
"
    );
    assert_eq!(
        found(&["--catalog", path(&catalog), "--lang", "zh", "pay1002"]),
        "\
PAY.1002  CardLimit                                                         流控
支付 [已废弃]

  Limit reached.

  原因   已达到该卡限额。
  处理   请等待。
  重试   稍后重试，等待当前状态结束
  曾用   400  卡已挂失。
  来源   Payments API Reference
"
    );
}

#[test]
fn it_takes_the_place_of_the_bundled_catalog() {
    let catalog = small_catalog();
    let run = errcat_run(&["explain", "CSBS.6019", "--catalog", path(&catalog)]);
    assert_eq!((run.status, run.out.as_str()), (1, ""));
    let run = errcat_run(&["list", "--service", "csbs", "--catalog", path(&catalog)]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("the catalog holds pay"), "{}", run.err);
    // And the other way round.
    assert_eq!(errcat_run(&["explain", "PAY.1001"]).status, 1);
}

#[test]
fn lookups_work_as_in_the_bundled_catalog() {
    let catalog = small_catalog();
    let plain = found(&["explain", "PAY.1001", "--catalog", path(&catalog)]);
    for written in ["pay.1001", "PAY1001", "[PAY.1001]"] {
        assert_eq!(found(&["explain", written, "--catalog", path(&catalog)]), plain, "{written}");
    }
    for written in ["PAYMENT.1001", "payment1001"] {
        let said = format!("{written} is another spelling of PAY.1001\n{plain}");
        assert_eq!(found(&["explain", written, "--catalog", path(&catalog)]), said);
    }
    let run = errcat_run(&["explain", "PAY.10O1", "--catalog", path(&catalog)]);
    assert_eq!(run.status, 1);
    assert!(run.err.contains("Payments (pay)") && run.err.contains("PAY.1001  CardRefused"), "{}", run.err);
    for service in ["pay", "PAY", "payment"] {
        let listed = found(&["list", "--service", service, "--catalog", path(&catalog)]);
        assert_eq!(listed.lines().count(), 2, "{service}");
    }
    let listed = found(&["list", "--class", "throttled", "--catalog", path(&catalog)]);
    assert!(listed.starts_with("PAY.1002") && listed.lines().count() == 1, "{listed}");
}

#[test]
fn codes_of_any_shape_are_found_in_text() {
    let catalog = folder(&SMALL.replace("PAY.1001", "PAY.7").replace("PAY.1002", "PAY.CARD_LIMIT"));
    for (text, codes) in [
        ("it failed: PAY.7.", &["PAY.7"][..]),
        ("[PAY.CARD_LIMIT] Limit reached.", &["PAY.CARD_LIMIT"]),
        ("PAY.CARD_LIMIT, after PAY.7", &["PAY.CARD_LIMIT", "PAY.7"]),
        ("see PAY.8 and PAY.CARD_LIMITS in pay.rs", &[]),
    ] {
        let file = catalog.path().join("log.txt");
        std::fs::write(&file, text).unwrap();
        let args = ["decode", file.to_str().unwrap(), "--catalog", path(&catalog), "--format", "jsonl"];
        let answer: serde_json::Value =
            serde_json::from_str(errcat_run(&args).out.lines().next().unwrap()).unwrap();
        let others = answer["other_codes"].as_array().unwrap();
        let found: Vec<_> =
            [&answer["code"]].into_iter().chain(others).filter_map(|code| code.as_str()).collect();
        assert_eq!(found, codes, "{text}");
    }
}

#[test]
fn export_says_what_the_files_say() {
    let catalog = small_catalog();
    let document = json(&["export", "--catalog", path(&catalog)]);
    assert_eq!(document["services"].as_array().unwrap().len(), 1);
    let service = &document["services"][0];
    assert_eq!((&service["name"], &service["title"]["zh"]), (&"pay".into(), &"支付".into()));
    assert_eq!(service["prefixes"], serde_json::json!(["PAY", "PAYMENT"]));
    let entries = document["entries"].as_array().unwrap();
    assert_eq!(entries.len(), 2);
    let expected = serde_json::json!({
        "code": "PAY.1001",
        "name": "CardRefused",
        "service": "pay",
        "status": 402,
        "group": "Cards",
        "message": "Card %s was refused: {reason}.",
        "params": ["card", "reason"],
        "wordings": ["Refused: card %s, {reason}"],
        "description": { "en": "The bank refused the card.", "zh": "银行拒绝了该卡。" },
        "remediation": {
            "en": ["Check the card.", "Use another card."], "zh": ["检查银行卡。", "更换银行卡。"]
        },
        "class": "failed_precondition",
        "retry": "after_fix",
        "lifecycle": "active",
        "undocumented": false,
        "note": { "en": "Seldom.", "zh": "少见。" },
        "see": ["PAY.1002"],
        "former": [],
        "source": "Payments API Reference",
        "additions": [],
    });
    for key in ENTRY_KEYS {
        assert_eq!(entries[0][key], expected[key], "{key}");
    }
    assert_eq!((&entries[1]["status"], &entries[1]["group"]), (&().into(), &().into()));
    assert_eq!(entries[1]["lifecycle"], "retired");
    assert!(keys(&entries[0]).starts_with(&["code", "name", "service"]));
}

#[test]
fn several_files_in_the_order_of_their_names() {
    let catalog = small_catalog();
    let shop =
        SMALL.replace("service: pay", "service: shop").replace("PAYMENT", "STORE").replace("PAY", "SHOP");
    std::fs::write(catalog.path().join("b-shop.yml"), shop).unwrap();
    std::fs::write(catalog.path().join("notes.txt"), "no catalog").unwrap();
    let listed = found(&["list", "--catalog", path(&catalog)]);
    let codes: Vec<&str> = listed.lines().map(|line| line.split(' ').next().unwrap()).collect();
    assert_eq!(codes, ["SHOP.1001", "SHOP.1002", "PAY.1001", "PAY.1002"]);
}

#[test]
fn a_faulty_catalog_is_unreadable_input() {
    let catalog = folder(&SMALL.replace("402", "42").replace("after_fix", "soon"));
    for verb in [&["explain", "PAY.1001"][..], &["list"], &["export"]] {
        let run = errcat_run(&[verb, &["--catalog", path(&catalog)]].concat());
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{verb:?}");
        assert!(run.err.contains("pay.yaml:11:13: error[status-out-of-range]"), "{}", run.err);
        assert!(run.err.contains("pay.yaml:19:12: error[unknown-word]"), "{}", run.err);
    }
}

#[test]
fn a_catalog_that_is_not_there_is_unreadable_input() {
    let empty = tempfile::tempdir().unwrap();
    let missing = format!("{}/nowhere", path(&empty));
    for folder in [path(&empty), missing.as_str()] {
        let run = errcat_run(&["list", "--catalog", folder]);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{folder}");
        assert!(run.err.contains(folder), "{}", run.err);
    }
}

#[test]
fn terminal_escapes_in_a_file_are_not_passed_on() {
    let in_yaml = "\\e]0;owned\\a\\x9b31m";
    let catalog = folder(
        &SMALL
            .replace("Limit reached.", &format!("\"Limit {in_yaml}\""))
            .replace("The limit of the card is reached.", &format!("\"Why {in_yaml}\""))
            .replace("en: Wait.", &format!("en: \"Fix {in_yaml}\""))
            .replace("en: Payments", &format!("en: \"Title {in_yaml}\""))
            .replace("Payments API Reference", &format!("\"Source {in_yaml}\"")),
    );
    for verb in [&["explain", "PAY.1002"][..], &["explain", "PAY.1O02"], &["list"]] {
        let run = errcat_run(&[verb, &["--color", "always", "--catalog", path(&catalog)]].concat());
        assert_ne!(run.status, 2, "{}", run.err);
        for text in [&run.out, &run.err] {
            assert!(!text.contains(ESCAPE) && !text.contains(['\u{7}', '\u{9b}']), "{verb:?}: {text:?}");
        }
    }
    // JSON escapes them, and loses nothing.
    let document = found(&["export", "--catalog", path(&catalog)]);
    assert!(!document.contains('\u{1b}') && !document.contains('\u{7}'));
    let document: serde_json::Value = serde_json::from_str(&document).unwrap();
    assert_eq!(document["entries"][1]["message"], format!("Limit {ESCAPE}\u{9b}31m"));
}
