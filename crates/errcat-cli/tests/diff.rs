//! `errcat diff`: two folders or revisions, in each format.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod common;

use std::fs;

use common::{
    ESCAPE, SMALL, assert_fits, errcat, errcat_run, folder, found, json, keys, path, plain, run,
    small_catalog,
};
use tempfile::TempDir;

/// The small catalog with a change of each level, and a code more.
fn changed() -> TempDir {
    let text =
        SMALL.replace("class: throttled", "class: quota_exceeded").replace("status: 402", "status: 403");
    let more = "  - code: PAY.1003
    name: BankClosed
    message: Closed.
    description: { en: The bank is closed., zh: 银行休息。 }
    remediation: { en: Wait., zh: 请等待。 }
    class: unavailable
    retry: later
";
    folder(&(text.replace("Seldom.", "Often.") + more))
}

#[test]
fn text_by_level_and_kind() {
    let (old, new) = (small_catalog(), changed());
    assert_eq!(
        found(&["diff", path(&old), path(&new)]),
        "\
major: programs that use the catalog may have to change
  class-changed: programs that branch on the class take another branch
    PAY.1002  `CardLimit`: class `throttled` is `quota_exceeded` now

minor: new things, and answers that were not promised
  code-added: one more code is explained
    PAY.1003  code added: `pay::Code::Pay1003`, `pay::Error::BankClosed`
  status-changed: `Entry::status` and `Code::entry_for_status` give other
  answers
    PAY.1001  `CardRefused`: status `402` is `403` now

patch: texts
  note-changed: the note has other words
    PAY.1001  `CardRefused`: note reworded (en)

major: 1 major, 2 minor, 1 patch
"
    );
}

#[test]
fn colours_and_width() {
    let (old, new) = (small_catalog(), changed());
    let args = ["diff", path(&old), path(&new), "--color", "always"];
    let coloured = found(&args);
    assert!(coloured.contains("\u{1b}[31m") && coloured.contains("\u{1b}[33m"), "{coloured}");
    assert_eq!(plain(&coloured), found(&args[..3]));
    let narrow = run(errcat(&args[..3]).env("COLUMNS", "50"));
    assert_fits(&narrow.out, 50);
}

#[test]
fn json_of_changes() {
    let (old, new) = (small_catalog(), changed());
    let document = json(&["diff", path(&old), path(&new), "--format", "json"]);
    assert_eq!(keys(&document), ["verdict", "changes"]);
    assert_eq!(document["verdict"], "major");
    let changes = document["changes"].as_array().unwrap();
    for change in changes {
        assert_eq!(keys(change), ["level", "kind", "service", "code", "detail"]);
    }
    let kinds: Vec<&str> = changes.iter().map(|change| change["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["class-changed", "status-changed", "code-added", "note-changed"]);
    assert_eq!(changes[0]["code"], "PAY.1002");
    let renamed = folder(&SMALL.replace("service: pay", "service: payments"));
    let document = json(&["diff", path(&old), path(&renamed), "--format", "json"]);
    assert_eq!(
        document["changes"],
        serde_json::json!([{
            "level": "major",
            "kind": "service-renamed",
            "service": "pay",
            "code": null,
            "detail": "service `pay` is `payments` now"
        }])
    );
}

#[test]
fn markdown_for_a_changelog() {
    let (old, new) = (small_catalog(), changed());
    assert_eq!(
        found(&["diff", path(&old), path(&new), "--format", "markdown"]),
        "\
### Added

- `PAY.1003`: code added: `pay::Code::Pay1003`, `pay::Error::BankClosed`

### Changed

- **Breaking:** `PAY.1002`: `CardLimit`: class `throttled` is `quota_exceeded` now
- `PAY.1001`: `CardRefused`: status `402` is `403` now
- `PAY.1001`: `CardRefused`: note reworded (en)
"
    );
    assert_eq!(
        found(&["diff", path(&new), path(&old), "--format", "markdown"]).lines().last(),
        Some("- **Breaking:** `PAY.1003`: code removed: `pay::Code::Pay1003`, `pay::Error::BankClosed`")
    );
}

#[test]
fn a_whole_service_is_one_line_for_people() {
    let (old, new) = (small_catalog(), small_catalog());
    let shop =
        "service: shop\ntitle: { en: Shop, zh: 商店 }\nprefixes: [SHOP]\nsource: { title: Shop }\nentries:\n";
    let entry = SMALL.split_once("  - code: PAY.1002").unwrap().1.replace("CardLimit", "SoldOut");
    fs::write(new.path().join("shop.yaml"), format!("{shop}  - code: SHOP.1{entry}")).unwrap();
    let args = ["diff", path(&old), path(&new), "--format", "markdown"];
    assert_eq!(found(&args), "### Added\n\n- Service `shop` added, with 1 code\n");
    let text = found(&args[..3]);
    assert!(
        text.contains("    shop  service `shop` added, with 1 code\n") && !text.contains("SHOP.1"),
        "{text}"
    );
    // Programs are told of each code.
    let document = json(&["diff", path(&old), path(&new), "--format", "json"]);
    assert_eq!(document["changes"][1]["code"], "SHOP.1");
}

#[test]
fn nothing_changed() {
    let (old, new) = (small_catalog(), small_catalog());
    let args = ["diff", path(&old), path(&new)];
    assert_eq!(found(&args), "no changes\n");
    assert_eq!(found(&[&args[..], &["--format", "markdown"]].concat()), "No changes.\n");
    assert_eq!(
        json(&[&args[..], &["--format", "json", "--deny", "patch"]].concat()),
        serde_json::json!({ "verdict": "none", "changes": [] })
    );
}

#[test]
fn what_is_denied() {
    let old = small_catalog();
    for (from, to, level) in [
        ("class: throttled", "class: conflict", "major"),
        ("status: 402", "status: 403", "minor"),
        ("Seldom.", "Often.", "patch"),
    ] {
        let new = folder(&SMALL.replace(from, to));
        let args = ["diff", path(&old), path(&new)];
        assert_eq!(errcat_run(&args).status, 0);
        let mut denies = false;
        for deny in ["major", "minor", "patch"] {
            denies |= deny == level;
            let run = errcat_run(&[&args[..], &["--deny", deny]].concat());
            assert_eq!((run.status, run.err.as_str()), (if denies { 4 } else { 0 }, ""), "{level}, {deny}");
            let verdict = run.out.lines().last().unwrap();
            let end = if denies { format!("; denied from {deny} up") } else { String::new() };
            assert_eq!(verdict, format!("{level}: 1 {level}{end}"));
        }
        let json = errcat_run(&[&args[..], &["--deny", "patch", "--format", "json"]].concat());
        assert_eq!(json.status, 4);
        assert!(json.out.contains(&format!("\"verdict\": \"{level}\"")), "{}", json.out);
    }
}

#[test]
fn faulty_catalogs() {
    let (good, one) = (small_catalog(), folder(&SMALL.replace("402", "42")));
    let other = folder(&SMALL.replace("after_fix", "soon"));
    let run = errcat_run(&["diff", path(&one), path(&good)]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(
        run.err.starts_with(&format!("error: the catalog in {} has faults\n", path(&one))),
        "{}",
        run.err
    );
    assert!(run.err.contains("pay.yaml:11:13: error[status-out-of-range]"), "{}", run.err);
    let both = errcat_run(&["diff", path(&one), path(&other)]);
    assert_eq!(both.status, 2);
    assert!(both.err.contains("status-out-of-range") && both.err.contains("unknown-word"), "{}", both.err);
    let empty = tempfile::tempdir().unwrap();
    let run = errcat_run(&["diff", path(&good), path(&empty)]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("error[empty-folder]"), "{}", run.err);
}

#[test]
fn the_catalogs_are_given_once() {
    let good = small_catalog();
    for option in ["--catalog", "--overlay"] {
        let run = errcat_run(&["diff", path(&good), path(&good), option, path(&good)]);
        assert_eq!((run.status, run.out.as_str()), (2, ""));
        assert!(run.err.contains("leave `--catalog` and `--overlay` out"), "{}", run.err);
    }
    assert_eq!(errcat_run(&["diff", path(&good)]).status, 2);
}

#[test]
fn no_terminal_is_told_what_to_do() {
    let hostile = folder(&SMALL.replace("Limit reached.", "\"Limit\\n\\e]0;owned\\a `<b>.\""));
    let old = small_catalog();
    for format in ["text", "json", "markdown"] {
        let out = found(&["diff", path(&old), path(&hostile), "--format", format]);
        assert!(out.contains("message-changed") || format == "markdown", "{out}");
        assert!(!out.contains(['\u{1b}', '\u{7}']), "{out:?}");
        assert!(format != "markdown" || (out.contains(r"\<b\>") && !out.contains("<b>")), "{out}");
    }
    let run = errcat_run(&["diff", ESCAPE, path(&old)]);
    assert_eq!(run.status, 2);
    assert!(!run.err.contains(['\u{1b}', '\u{7}']), "{:?}", run.err);
}
