//! Catalogs beside the bundled one: that of the project around the working directory, and those that `--catalog` and
//! `ERRCAT_CATALOG` name.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::{Run, SMALL, errcat, folder, path, run, small_catalog};
use serde_json::Value;
use tempfile::TempDir;

/// A project with the small catalog, and a folder deep in it.
fn project() -> (TempDir, PathBuf) {
    project_of("catalog: Our payments\nbase_url: https://errors.example\n", SMALL)
}

fn project_of(settings: &str, service: &str) -> (TempDir, PathBuf) {
    let root = tempfile::tempdir().unwrap();
    let deep = root.path().join("src/deep");
    fs::create_dir_all(&deep).unwrap();
    fs::create_dir(root.path().join("catalog")).unwrap();
    fs::write(root.path().join("catalog/catalog.yaml"), settings).unwrap();
    fs::write(root.path().join("catalog/pay.yaml"), service).unwrap();
    (root, deep)
}

/// A service in one language.
const ENGLISH: &str = "\
service: pay
title: { en: Payments }
prefixes: [PAY]
source: { title: Payments API Reference }
entries:
  - code: PAY.1001
    name: CardRefused
    message: Card refused.
    description: { en: The bank refused the card. }
    remediation: { en: Use another card. }
    class: failed_precondition
    retry: after_fix
  - code: PAY.1002
    name: CardLimit
    message: Limit reached.
    description: { en: The limit of the card is reached. }
    remediation: { en: Wait. }
    class: throttled
    retry: later
";

/// Runs in this folder.
fn in_folder(folder: &Path, args: &[&str]) -> Run {
    run(errcat(args).current_dir(folder))
}

/// Runs in this folder, with this on standard input.
fn with_input(folder: &Path, args: &[&str], input: &str) -> Run {
    run(errcat(args).current_dir(folder).write_stdin(input))
}

/// Standard output of a run in this folder that must succeed and say nothing else.
fn found(folder: &Path, args: &[&str]) -> String {
    let run = in_folder(folder, args);
    assert_eq!((run.status, run.err.as_str()), (0, ""), "{args:?}");
    run.out
}

#[test]
fn explain_knows_both_and_says_which() {
    let (root, deep) = project();
    let ours = found(&deep, &["PAY.1002"]);
    assert!(ours.ends_with("Our payments (../../catalog)\n"), "{ours}");
    assert!(!ours.contains("Rust"), "{ours}");
    let bundled = found(&deep, &["CSBS.6019"]);
    assert!(
        bundled.contains("errcat::csbs::Error::") && bundled.contains("bundled with errcat"),
        "{bundled}"
    );
    assert!(found(root.path(), &["PAY.1002"]).contains("Our payments (catalog)"));
    let json: Value =
        serde_json::from_str(&found(&deep, &["explain", "PAY.1002", "CSBS.6019", "--format", "json"]))
            .unwrap();
    assert_eq!((&json[0]["catalog"], &json[1]["catalog"]), (&"../../catalog".into(), &"bundled".into()));
}

#[test]
fn without_a_project_nothing_is_said_of_catalogs() {
    let elsewhere = tempfile::tempdir().unwrap();
    assert!(!found(elsewhere.path(), &["CSBS.6019"]).contains("Catalog"));
    assert_eq!(in_folder(elsewhere.path(), &["PAY.1002"]).status, 1);
}

#[test]
fn the_project_can_be_left_out_and_replaced() {
    let (_root, deep) = project();
    assert_eq!(in_folder(&deep, &["--no-project-catalog", "PAY.1002"]).status, 1);
    assert!(!found(&deep, &["--no-project-catalog", "CSBS.6019"]).contains("Catalog"));
    let shop = folder(&SMALL.replace("service: pay", "service: shop").replace("PAY", "SHOP"));
    // `--catalog` and the variable replace both.
    let variable = |value: &str, code: &str| {
        run(errcat(&["explain", code]).current_dir(&deep).env("ERRCAT_CATALOG", value)).status
    };
    for (code, status) in [("SHOP.1001", 0), ("PAY.1001", 1), ("CSBS.6019", 1)] {
        assert_eq!(in_folder(&deep, &["explain", code, "--catalog", path(&shop)]).status, status, "{code}");
        assert_eq!(variable(path(&shop), code), status, "{code}");
    }
    // An empty variable is none, and the option counts for more than the variable.
    assert_eq!((variable("", "PAY.1001"), variable("", "CSBS.6019")), (0, 0));
    let mut both = errcat(&["explain", "SHOP.1001", "--catalog", path(&shop)]);
    assert_eq!(run(both.env("ERRCAT_CATALOG", "nowhere")).status, 0);
}

#[test]
fn several_catalogs_are_read_in_their_order() {
    let pay = small_catalog();
    let shop = folder(&SMALL.replace("service: pay", "service: shop").replace("PAY", "SHOP"));
    let here = tempfile::tempdir().unwrap();
    let listed = |args: &[&str]| -> Vec<String> {
        let out = found(here.path(), args);
        out.lines().map(|line| line.split(' ').next().unwrap().to_owned()).collect()
    };
    let (pay, shop) = (path(&pay), path(&shop));
    let codes = ["PAY.1001", "PAY.1002", "SHOP.1001", "SHOP.1002"];
    assert_eq!(listed(&["list", "--catalog", pay, "--catalog", shop]), codes);
    assert_eq!(listed(&["list", "--catalog", shop, "--catalog", pay])[0], "SHOP.1001");
    // Before the verb and behind it, they are one list.
    assert_eq!(listed(&["--catalog", pay, "list", "--catalog", shop]), codes);
    let joined = std::env::join_paths([pay, shop]).unwrap();
    let by_variable = run(errcat(&["list"]).current_dir(&here).env("ERRCAT_CATALOG", joined));
    assert_eq!((by_variable.status, by_variable.out.lines().count()), (0, 4));
}

#[test]
fn a_code_of_two_catalogs_has_the_meaning_of_the_first_and_that_is_said() {
    let other = SMALL
        .replace("service: pay", "service: bank")
        .replace("prefixes: [PAY, PAYMENT]\naliases: { PAYMENT: PAY }", "prefixes: [PAY, BANK]")
        .replace("code: PAY.1001", "code: BANK.7")
        .replace("CardLimit", "BankLimit")
        .replace("see: [PAY.1002]", "see: []");
    let (pay, bank) = (small_catalog(), folder(&other));
    let here = tempfile::tempdir().unwrap();
    let first =
        in_folder(here.path(), &["explain", "PAY.1002", "--catalog", path(&pay), "--catalog", path(&bank)]);
    let note =
        format!("note: {} has codes that {} has too, and comes first: `PAY.1002`\n", path(&pay), path(&bank));
    assert_eq!((first.status, first.err), (0, note));
    assert!(first.out.contains("CardLimit") && !first.out.contains("BankLimit"), "{}", first.out);
    let second =
        in_folder(here.path(), &["explain", "PAY.1002", "--catalog", path(&bank), "--catalog", path(&pay)]);
    assert!(second.out.contains("BankLimit") && !second.out.contains("CardLimit"), "{}", second.out);
    // What only one of them has is there in any case.
    let listed = in_folder(here.path(), &["list", "--catalog", path(&bank), "--catalog", path(&pay)]).out;
    assert!(listed.contains("BANK.7") && listed.contains("PAY.1001"), "{listed}");
}

#[test]
fn a_service_of_the_project_takes_the_place_of_a_bundled_one() {
    let service = SMALL
        .replace("service: pay", "service: csbs")
        .replace("PAYMENT", "BackupService")
        .replace("PAY", "CSBS");
    let (_root, deep) = project_of("catalog: Ours\n", &service);
    let run = in_folder(&deep, &["CSBS.1001"]);
    let note = "note: ../../catalog has services that the bundled catalog has too, and comes first: `csbs`\n";
    assert_eq!((run.status, run.err.as_str()), (0, note));
    assert_eq!(in_folder(&deep, &["CSBS.6019"]).status, 1);
    assert_eq!(in_folder(&deep, &["SMS.0202"]).status, 0);
}

#[test]
fn every_verb_reads_both() {
    let (root, deep) = project();
    let body = r#"{"error_code": "PAY.1001", "error_msg": "Card 4711 was refused: stolen."}"#;
    let decoded = with_input(&deep, &["decode"], body);
    assert!(decoded.status == 0 && decoded.out.contains("CardRefused"), "{}", decoded.out);
    let matched = found(&deep, &["match", "Card 4711 was refused: stolen."]);
    assert!(matched.contains("PAY.1001"), "{matched}");
    let searched = found(&deep, &["search", "bank refused card"]);
    assert!(searched.contains("PAY.1001"), "{searched}");
    let annotated = with_input(&deep, &["annotate"], "failed: PAY.1001, then CSBS.6019\n");
    assert!(annotated.out.contains("CardRefused") && annotated.out.contains("TargetServerTypeMismatch"));
    let unknown = with_input(&deep, &["unknown"], "PAY.1001 PAY.7777 CSBS.6019\n");
    assert!(unknown.out.contains("PAY.7777") && !unknown.out.contains("PAY.1001"), "{}", unknown.out);
    let listed = found(&deep, &["list"]);
    assert!(listed.starts_with("PAY.1001") && listed.contains("CSBS.6019"), "{listed:.80}");
    let exported: Value = serde_json::from_str(&found(&deep, &["export"])).unwrap();
    assert_eq!(exported["services"][0]["name"], "pay");
    assert_eq!(exported["services"].as_array().unwrap().len(), 7);
    let api: Value = serde_json::from_str(&found(&deep, &["export", "--format", "openapi"])).unwrap();
    assert_eq!(api["info"]["title"], "Our payments");
    // An export does not write over the catalog that it is of.
    let over = in_folder(root.path(), &["export", "--format", "yaml", "--out", "catalog", "--force"]);
    assert!(over.status == 2 && over.err.contains("write to another folder"), "{}", over.err);
    // Overlays are laid over both.
    fs::create_dir(root.path().join("overlay")).unwrap();
    for (service, code) in [("pay", "PAY.1001"), ("csbs", "CSBS.6019")] {
        let text = format!(
            "overlay: {service}\nlayer: Team\nentries:\n  - {{ code: {code}, owner: us-{service} }}\n"
        );
        fs::write(root.path().join(format!("overlay/{service}.yaml")), text).unwrap();
    }
    for (code, owner) in [("PAY.1001", "us-pay"), ("CSBS.6019", "us-csbs")] {
        assert!(found(root.path(), &[code, "--overlay", "overlay"]).contains(owner), "{code}");
    }
    let checked = found(root.path(), &["check", "--overlay", "overlay"]);
    assert!(checked.contains("2 additions, "), "{checked}");
}

#[test]
fn check_and_schema_follow_the_settings_unless_told_otherwise() {
    let (root, deep) =
        project_of("catalog: Ours\nlanguages: [en]\nlints: { unbalanced-quotes: deny }\n", ENGLISH);
    let checked = found(&deep, &["check"]);
    assert!(checked.contains("../../catalog: 2 entries, no faults"), "{checked}");
    assert_eq!(found(root.path(), &["check"]).lines().next(), Some("catalog: 2 entries, no faults"));
    // The arguments count for more.
    assert_eq!(in_folder(&deep, &["check", "--languages", "en,zh"]).status, 4);
    let required = |args: &[&str]| -> Value {
        serde_json::from_str::<Value>(&found(&deep, args)).unwrap()["definitions"]["TextByLanguage"]["required"].clone()
    };
    assert_eq!(required(&["schema"]), serde_json::json!(["en"]));
    assert_eq!(required(&["schema", "--no-project-catalog"]), Value::Null);
    assert_eq!(required(&["schema", "--languages", "en,zh"]), serde_json::json!(["en", "zh"]));

    let file = root.path().join("catalog/pay.yaml");
    fs::write(&file, ENGLISH.replace("message: Limit reached.", "message: 'Limit \"reached.'")).unwrap();
    let denied = in_folder(&deep, &["check"]);
    assert!(denied.status == 4 && denied.out.contains("error[unbalanced-quotes]"), "{}", denied.out);
    assert_eq!(in_folder(&deep, &["check", "--allow", "unbalanced-quotes"]).status, 0);
    let warned = in_folder(&deep, &["check", "--lint", "unbalanced-quotes"]);
    assert!(warned.status == 0 && warned.out.contains("warning[unbalanced-quotes]"), "{}", warned.out);
    // What is suspicious keeps nobody from reading a code.
    assert_eq!(in_folder(&deep, &["PAY.1002"]).status, 0);
    // The schema helps to mend a service that is faulty.
    fs::write(&file, "service: pay\n").unwrap();
    assert_eq!(required(&["schema"]), serde_json::json!(["en"]));
}

#[test]
fn several_catalogs_are_checked_each() {
    let faulty = folder(&SMALL.replace("402", "42"));
    let fine = folder(&SMALL.replace("service: pay", "service: shop").replace("PAY", "SHOP"));
    let here = tempfile::tempdir().unwrap();
    let run = in_folder(here.path(), &["check", "--catalog", path(&faulty), "--catalog", path(&fine)]);
    assert!(run.status == 4 && run.out.contains("error[status-out-of-range]"), "{}{}", run.out, run.err);
    let (one, other) = (small_catalog(), fine);
    let run = in_folder(here.path(), &["check", "--catalog", path(&one), "--catalog", path(&other)]);
    assert!(run.status == 0 && run.out.contains(": 4 entries, "), "{}{}", run.out, run.err);
}

#[test]
fn a_site_has_title_and_address_of_the_settings() {
    let (root, _) = project();
    found(root.path(), &["docs", "--out", "site", "--catalog", "catalog"]);
    let read = |name: &str| fs::read_to_string(root.path().join("site").join(name)).unwrap();
    assert!(read("index.html").contains("Our payments"));
    assert!(read("sitemap.xml").contains("https://errors.example/pay/PAY.1001.html"));
    assert!(read("pay/PAY.1001.html").contains("crate::pay::Error::CardRefused"));
    let told = ["--title", "Told", "--base-url", "https://told.example"];
    found(root.path(), &[&["docs", "--out", "site", "--catalog", "catalog"][..], &told].concat());
    assert!(read("index.html").contains("Told") && read("sitemap.xml").contains("https://told.example/"));
    // Of both catalogs, each code with its own path in Rust.
    found(root.path(), &["docs", "--out", "both"]);
    let read = |name: &str| fs::read_to_string(root.path().join("both").join(name)).unwrap();
    assert!(read("pay/PAY.1001.html").contains("crate::pay::Error::CardRefused"));
    assert!(read("csbs/CSBS.6019.html").contains("errcat::csbs::Error::TargetServerTypeMismatch"));
}

#[test]
fn the_first_language_is_that_of_exports_with_one() {
    let chinese = |settings: &str| {
        let (root, _) = project_of(settings, SMALL);
        let args = ["export", "--format", "markdown", "--catalog", "catalog"];
        let told = found(root.path(), &[&args[..], &["--lang", "en"]].concat());
        assert!(told.contains("The bank refused the card."), "{told}");
        found(root.path(), &args).contains("银行拒绝了该卡。")
    };
    assert!(!chinese("catalog: Ours\n") && !chinese("catalog: Ours\nlanguages: [en, zh]\n"));
    assert!(chinese("catalog: Ours\nlanguages: [zh, en]\n"));
}

#[test]
fn notes_stay_short() {
    let (head, entries) = SMALL.split_at(SMALL.find("  - code: PAY.1001").unwrap());
    let entry = &entries[entries.find("  - code: PAY.1002").unwrap()..];
    let numbered = |at: usize| {
        entry
            .replace("PAY.1002", &format!("PAY.{at}"))
            .replace("CardLimit", &format!("Limit{at}"))
            .replace("reached.", &format!("reached {at}."))
    };
    let one = format!("{head}{}", common::many(300, numbered));
    let (other, one) = (folder(&one.replace("service: pay", "service: bank")), folder(&one));
    let here = tempfile::tempdir().unwrap();
    let run =
        in_folder(here.path(), &["explain", "PAY.7", "--catalog", path(&one), "--catalog", path(&other)]);
    assert_eq!((run.status, run.err.lines().count()), (0, 1), "{}", run.err);
    assert!(run.err.contains("`PAY.0`, `PAY.1`") && run.err.ends_with(" and 295 more\n"), "{}", run.err);
}

#[test]
fn diff_compares_what_it_is_given() {
    let (root, _) = project();
    assert_eq!(found(root.path(), &["diff", "catalog", "catalog"]), "no changes\n");
    let run =
        run(errcat(&["diff", "catalog", "catalog"]).current_dir(&root).env("ERRCAT_CATALOG", "nowhere"));
    assert_eq!(run.status, 0, "{}", run.err);
}

#[test]
fn completions_know_the_codes_of_the_project() {
    let (_root, deep) = project();
    let candidates = |args: &[&str]| {
        let mut line = vec!["--", "errcat"];
        line.extend(args);
        let index = (line.len() - 2).to_string();
        let mut command = errcat(&line);
        command.current_dir(&deep).env("ERRCAT_COMPLETE", "bash").env("_CLAP_COMPLETE_INDEX", index);
        run(command.env("_CLAP_IFS", "\n")).out
    };
    assert!(candidates(&["explain", "PAY.10"]).contains("PAY.1001"));
    assert!(!candidates(&["explain", "--no-project-catalog", "PAY.10"]).contains("PAY.1001"));
    let shop = folder(&SMALL.replace("service: pay", "service: shop").replace("PAY", "SHOP"));
    let both = ["explain", "--catalog", path(&shop), "--catalog", "../../catalog"];
    for code in ["SHOP.1001", "PAY.1001"] {
        assert!(candidates(&[&both[..], &[&code[..7]]].concat()).contains(code), "{code}");
    }
}

#[test]
fn a_faulty_project_is_reported_with_a_way_around() {
    let (_root, deep) = project_of("catalog: Ours\nlanguages: en\n", SMALL);
    let run = in_folder(&deep, &["CSBS.6019"]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    for said in ["../../catalog/catalog.yaml:2:12: error[wrong-type]", "--no-project-catalog"] {
        assert!(run.err.contains(said), "{}", run.err);
    }
    assert_eq!(in_folder(&deep, &["--no-project-catalog", "CSBS.6019"]).status, 0);
    // One that is no YAML at all is not passed over.
    let (_root, deep) = project_of("catalog: 'Ours\n", SMALL);
    assert!(in_folder(&deep, &["CSBS.6019"]).err.contains("error[yaml-syntax]"));
}

#[test]
fn files_of_other_tools_are_passed_over() {
    for text in ["schema: olm.package\nname: pay\n", "", "packages:\n  catalog: yes\n", SMALL] {
        let (root, deep) = project_of(text, "not: errcat\n");
        assert_eq!(in_folder(&deep, &["CSBS.6019"]).status, 0, "{text}");
        // The one of a folder above is found.
        let above = root.path().join("src/catalog");
        fs::create_dir(&above).unwrap();
        fs::write(above.join("catalog.yaml"), "catalog: Nearer\n").unwrap();
        fs::write(above.join("pay.yaml"), SMALL).unwrap();
        assert!(found(&deep, &["PAY.1002"]).contains("Nearer (../catalog)"), "{text}");
    }
    // Nor is a pipe or a folder of the name opened.
    let root = tempfile::tempdir().unwrap();
    fs::create_dir_all(root.path().join("catalog/catalog.yaml")).unwrap();
    assert_eq!(in_folder(root.path(), &["CSBS.6019"]).status, 0);
}
