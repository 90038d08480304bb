//! `errcat check`: faults of a folder of catalog files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod common;

use common::{ESCAPE, errcat, errcat_run, folder, found, json, keys, path, plain, run};

/// The root of the project.
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// The small catalog, with placeholders of one dialect and nothing else that is suspicious.
fn small() -> String {
    let small = common::SMALL.replace("{reason}", "%s").replace("params: [card]", "params: [card, reason]");
    small.replace("Refused: card %s, %s", "Refused: card %s (%s)")
}

fn small_catalog() -> tempfile::TempDir {
    folder(&small())
}

/// The small catalog with two faults, in lines 11 and 19.
fn faulty() -> tempfile::TempDir {
    folder(&small().replace("402", "42").replace("after_fix", "soon"))
}

#[test]
fn a_good_folder() {
    let catalog = small_catalog();
    let text = found(&["check", path(&catalog)]);
    assert!(text.starts_with(&format!("{}: 2 entries, no faults\n\n", path(&catalog))), "{text}");
    assert!(text.contains("\nstatus           50 %\n"), "{text}");
    let document = json(&["check", path(&catalog), "--format", "json"]);
    assert_eq!(document["diagnostics"], serde_json::json!([]));
    assert_eq!(document["coverage"][0]["fields"]["status"], 1);
    assert_eq!(found(&["check", path(&catalog), "--format", "jsonl"]), "");
}

#[test]
fn the_bundled_catalog_is_good() {
    let bundled = concat!(env!("CARGO_MANIFEST_DIR"), "/../../catalog");
    assert!(found(&["check", bundled]).contains(" entries, no faults\n"));
    // The folder of this name is the default.
    let run = run(errcat(&["check"]).current_dir(ROOT));
    assert_eq!(run.status, 0, "{}", run.out);
    assert!(run.out.starts_with("catalog: "), "{}", run.out);
}

#[test]
fn every_fault_is_shown() {
    let catalog = faulty();
    let run = errcat_run(&["check", path(&catalog)]);
    assert_eq!((run.status, run.err.as_str()), (4, ""));
    let file = format!("{}/pay.yaml", path(&catalog));
    assert_eq!(
        run.out,
        format!(
            "{file}:11:13: error[status-out-of-range]: 42 is not an HTTP status\n   \
             |\n\
             11 |     status: 42\n   \
             |             ^^\n   \
             = help: write a number from 100 to 599, or leave the key out where no status is documented\n\
             {file}:19:12: error[unknown-word]: `soon` is not a retry\n   \
             |\n\
             19 |     retry: soon\n   \
             |            ^^^^\n   \
             = help: use one of never, after_fix, later, backoff\n\
             2 errors\n\
             `errcat check --explain status-out-of-range` says more\n"
        )
    );
    let coloured = errcat_run(&["check", path(&catalog), "--color", "always"]);
    assert_eq!(coloured.status, 4);
    assert!(coloured.out.contains("\u{1b}["));
    assert_eq!(plain(&coloured.out), run.out);
}

#[test]
fn one_fault_is_one_fault() {
    let catalog = folder(&small().replace("402", "42"));
    let run = errcat_run(&["check", path(&catalog)]);
    assert_eq!(run.status, 4);
    assert!(run.out.contains("\n1 error\n"), "{}", run.out);
}

#[test]
fn json_of_faults() {
    let catalog = faulty();
    let run = errcat_run(&["check", path(&catalog), "--format", "json"]);
    assert_eq!((run.status, run.err.as_str()), (4, ""));
    let document: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(keys(&document), ["diagnostics", "coverage"]);
    assert_eq!(document["coverage"], serde_json::json!([]));
    let diagnostics = document["diagnostics"].as_array().unwrap();
    assert_eq!(diagnostics.len(), 2);
    for diagnostic in diagnostics {
        assert_eq!(keys(diagnostic), ["path", "line", "column", "severity", "code", "message", "help"]);
        assert_eq!(diagnostic["path"], format!("{}/pay.yaml", path(&catalog)));
        assert_eq!(diagnostic["severity"], "error");
    }
    assert_eq!((&diagnostics[0]["line"], &diagnostics[0]["column"]), (&11.into(), &13.into()));
    assert_eq!(diagnostics[0]["code"], "status-out-of-range");
    assert_eq!(diagnostics[1]["message"], "`soon` is not a retry");
    assert_eq!(diagnostics[1]["help"], "use one of never, after_fix, later, backoff");

    let run = errcat_run(&["check", path(&catalog), "--format", "jsonl"]);
    assert_eq!(run.status, 4);
    let lines: Vec<serde_json::Value> =
        run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(&lines, diagnostics);
}

#[test]
fn a_folder_that_is_not_there_is_unreadable_input() {
    let catalog = small_catalog();
    let missing = format!("{}/nowhere", path(&catalog));
    let file = format!("{}/pay.yaml", path(&catalog));
    for folder in [&missing, &file] {
        let run = errcat_run(&["check", folder]);
        assert_eq!(run.status, 2, "{}{}", run.out, run.err);
        assert!(run.err.contains(folder.as_str()), "{}", run.err);
    }
}

#[test]
fn an_empty_folder_is_a_finding() {
    let empty = tempfile::tempdir().unwrap();
    let run = errcat_run(&["check", path(&empty)]);
    assert_eq!(run.status, 4);
    assert!(run.out.contains("error[empty-folder]"), "{}", run.out);
}

#[test]
fn the_folder_may_be_given_as_for_every_verb() {
    let catalog = faulty();
    let run = run(errcat(&["check", "--catalog", path(&catalog)]).current_dir(ROOT));
    assert_eq!(run.status, 4, "{}", run.out);
    assert!(run.out.contains("pay.yaml:11:13"), "{}", run.out);
}

#[test]
fn terminal_escapes_in_a_file_are_not_passed_on() {
    let in_yaml = "\\e]0;owned\\a\\x9b31m";
    let catalog = folder(
        &small()
            .replace("name: CardRefused", &format!("name: \"{in_yaml}\""))
            .replace("code: PAY.1001", &format!("code: \"{in_yaml}\""))
            .replace("class: throttled", &format!("class: \"{in_yaml}\"\n    \"{in_yaml}\": x")),
    );
    let run = errcat_run(&["check", path(&catalog), "--color", "always"]);
    assert_eq!(run.status, 4);
    assert!(run.out.contains("error[invalid-name]") && run.out.contains("owned"), "{:?}", run.out);
    assert!(!run.out.contains(ESCAPE) && !run.out.contains(['\u{7}', '\u{9b}']), "{:?}", run.out);
}

#[test]
fn the_folder_is_given_once() {
    let catalog = small_catalog();
    let run = errcat_run(&["check", path(&catalog), "--catalog", path(&catalog)]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(run.err.contains("the folder once"), "{}", run.err);
}

/// The small catalog with two warnings, one of them off by default.
fn suspicious() -> tempfile::TempDir {
    folder(
        &small()
            .replace("Limit reached.", "Limit (%s reached.\n    params: [limit]")
            .replace("en: Wait.", "en: Contact support."),
    )
}

#[test]
fn warnings_fail_nothing_unless_denied() {
    let catalog = suspicious();
    let text = found(&["check", path(&catalog)]);
    let file = format!("{}/pay.yaml", path(&catalog));
    let warning = format!(
        "{file}:24:20: warning[unbalanced-brackets]: `(` has no partner in this message\n   \
         |\n\
         24 |     message: Limit (%s reached.\n   \
         |                    ^\n   \
         = help: write its partner, or allow it where the vendor's text has none\n"
    );
    let summary = format!("{}: 2 entries, 1 warning\n", path(&catalog));
    let more = "`errcat check --explain unbalanced-brackets` says more\n";
    assert!(text.starts_with(&format!("{warning}{summary}{more}\n")), "{text}");

    let denied = errcat_run(&["check", path(&catalog), "--deny-warnings"]);
    assert_eq!((denied.status, denied.err.as_str()), (4, ""));
    assert_eq!(denied.out, format!("{}1 error\n{more}", warning.replace("warning[", "error[")));
    let document = json(&["check", path(&catalog), "--format", "json"]);
    assert_eq!(document["diagnostics"][0]["severity"], "warning");
    assert_eq!(document["coverage"][0]["entries"], 2);
}

#[test]
fn lints_are_chosen() {
    let catalog = suspicious();
    let codes = |more: &[&str]| {
        let args = [&["check", path(&catalog), "--format", "jsonl"], more].concat();
        let lines = found(&args);
        let code = |line: &str| {
            let line: serde_json::Value = serde_json::from_str(line).unwrap();
            line["code"].as_str().unwrap().to_owned()
        };
        lines.lines().map(code).collect::<Vec<_>>()
    };
    assert_eq!(codes(&[]), ["unbalanced-brackets"]);
    assert_eq!(codes(&["--lint", "all"]), ["unbalanced-brackets", "contact-support-only"]);
    assert_eq!(codes(&["--lint", "contact-support-only", "--allow", "all"]), ["contact-support-only"]);
    assert_eq!(codes(&["--lint", "all", "--allow", "unbalanced-brackets"]), ["contact-support-only"]);
    assert!(codes(&["--allow", "unbalanced-brackets"]).is_empty());
    let unknown = errcat_run(&["check", path(&catalog), "--lint", "brackets"]);
    assert_eq!(unknown.status, 2);
    assert!(unknown.err.contains("unbalanced-brackets"), "{}", unknown.err);
}

#[test]
fn sarif_of_faults() {
    let catalog = folder(&small().replace("402", "42").replace("Limit reached.", "限（额 reached."));
    let run = errcat_run(&["check", path(&catalog), "--format", "sarif"]);
    assert_eq!((run.status, run.err.as_str()), (4, ""));
    let log: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let driver = &log["runs"][0]["tool"]["driver"];
    assert_eq!(driver["name"], "errcat");
    let results = log["runs"][0]["results"].as_array().unwrap();
    let uri = format!("file://{}/pay.yaml", path(&catalog));
    for (result, (code, level, region)) in results.iter().zip([
        ("status-out-of-range", "error", [11, 13, 15]),
        ("unbalanced-brackets", "warning", [24, 15, 16]),
    ]) {
        assert_eq!((&result["ruleId"], &result["level"]), (&code.into(), &level.into()));
        let rule = &driver["rules"][usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!((&rule["id"], &rule["defaultConfiguration"]["level"]), (&code.into(), &level.into()));
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], uri);
        let [line, start, end] = region;
        let found = &place["region"];
        assert_eq!(
            (&found["startLine"], &found["startColumn"], &found["endColumn"]),
            (&line.into(), &start.into(), &end.into())
        );
    }
    assert_eq!(results.len(), 2);
    // Each rule leads to its page.
    for rule in driver["rules"].as_array().unwrap() {
        let (_, page) = rule["helpUri"].as_str().unwrap().split_once("/blob/HEAD/").unwrap();
        assert!(std::path::Path::new(ROOT).join(page).is_file(), "{rule}");
    }
    assert_eq!(results[0]["locations"][0]["physicalLocation"]["region"]["snippet"]["text"], "    status: 42");

    // On a long line, the snippet is the part around the place.
    let one_line = tempfile::tempdir().unwrap();
    let texts = vec!["x".repeat(100); 100].join(" ");
    let text = format!(r#"{{"service":"pay","title":{{"en":"{texts}","zh":"{texts}"}},"entries":7}}"#);
    std::fs::write(one_line.path().join("pay.yaml"), &text).unwrap();
    let run = errcat_run(&["check", path(&one_line), "--format", "sarif"]);
    let log: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let regions = log["runs"][0]["results"].as_array().unwrap().iter();
    let regions: Vec<_> =
        regions.map(|result| &result["locations"][0]["physicalLocation"]["region"]).collect();
    assert!(regions.iter().all(|region| region["snippet"]["text"].as_str().unwrap().len() < 1000));
    let at = text.find("7}").unwrap() + 1;
    assert!(regions.iter().any(|region| region["startColumn"] == at), "{regions:?}");

    // What concerns no line has no region, and no findings are an empty list.
    let empty = tempfile::tempdir().unwrap();
    let run = errcat_run(&["check", path(&empty), "--format", "sarif"]);
    let log: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert!(log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"].is_null());
    let good = json(&["check", path(&small_catalog()), "--format", "sarif"]);
    assert_eq!(good["runs"][0]["results"], serde_json::json!([]));
}

#[test]
fn a_code_is_explained() {
    for kind in errcat_build::DiagnosticKind::ALL {
        let page = found(&["check", "--explain", kind.name()]);
        assert_eq!(page, kind.page());
        assert!(page.starts_with(&format!("# {kind}\n")), "{page}");
    }
    let page = found(&["check", "--explain", "duplicate-name", "--color", "always"]);
    assert!(page.starts_with("\u{1b}[1m# duplicate-name\u{1b}[0m\n"), "{page:?}");
    let typo = errcat_run(&["check", "--explain", "duplicate-names"]);
    assert_eq!((typo.status, typo.out.as_str()), (2, ""));
    assert!(typo.err.contains("'duplicate-name'"), "{}", typo.err);
    let mixed = errcat_run(&["check", "catalog", "--explain", "duplicate-name"]);
    assert_eq!(mixed.status, 2);
}

/// A gate that looks at the first line only must fail all the same.
#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_changes_no_status() {
    let faulty = "  - { code: PAY.1, colour: red }\n".repeat(3_000);
    let catalog = folder(&format!("service: pay\nentries:\n{faulty}"));
    let script = "\"$0\" check \"$1\" | head -n 1; echo \"${PIPESTATUS[0]}\"";
    let output = std::process::Command::new("bash")
        .args(["-c", script, env!("CARGO_BIN_EXE_errcat"), path(&catalog)])
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(text.lines().last(), Some("4"), "{text}");
}
