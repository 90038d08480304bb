//! Whatever catalogs, overlays, responses, logs, names of files and arguments hold: nothing of it reaches a terminal that
//! a terminal obeys or a reader cannot see, and JSON is JSON.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod common;

use std::fs;
use std::path::Path;

use common::{SMALL, UNSAFE, assert_harmless, errcat, in_terminal};
use serde_json::Value;
use tempfile::TempDir;

/// What hides in texts: unsafe characters, and sequences that clear the screen, set its title and its colours.
fn evil() -> String {
    format!("evil{UNSAFE}\u{1b}[2J\u{1b}]0;owned\u{7}\u{1b}[97;45m\u{1b}[8mtext")
}

/// As a string of JSON, with an escape for each half of a character.
fn quoted(text: &str) -> String {
    let units: Vec<String> = text.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
    format!("\"{}\"", units.concat())
}

/// As a string of YAML, whose escapes are whole characters.
fn yaml(text: &str) -> String {
    let chars: Vec<String> = text.chars().map(|c| format!("\\U{:08x}", u32::from(c))).collect();
    format!("\"{}\"", chars.concat())
}

/// A name of a file that is hostile too.
fn file_name(name: &str) -> String {
    format!("{name}{}", evil().replace('/', ""))
}

/// A folder with everything that is read, all of it hostile.
struct Hostile {
    folder: TempDir,
}

impl Hostile {
    fn new() -> Self {
        let hostile = Self { folder: tempfile::tempdir().unwrap() };
        let text = yaml(&evil());
        let catalog = SMALL
            .replace("title: Payments API Reference", &format!("title: {text}"))
            .replace("en: Payments", &format!("en: {text}"))
            .replace("en: Cards", &format!("en: {text}"))
            .replace("group: Cards", &format!("group: {text}"))
            .replace("Check the card.", &text)
            .replace("en: The bank refused the card.", &format!("en: {text}"))
            .replace("en: Seldom.", &format!("en: {text}"))
            .replace("message: Lost.", &format!("message: {text}"))
            .replace("en: The card was lost.", &format!("en: {text}"))
            .replace("message: Limit reached.", &format!("message: {text}"));
        hostile.write("catalog/pay.yaml", &catalog);
        hostile.write(
            "changed/pay.yaml",
            &catalog.replace("code: PAY.1002", "code: PAY.1003").replace("[PAY.1002]", "[PAY.1003]"),
        );
        let layer = format!(
            "overlay: pay\nlayer: {text}\nentries:\n  - {{ code: PAY.1001, owner: {text}, remediation: {{ en: {text} }} }}\n"
        );
        hostile.write("overlay/pay.yaml", &layer);
        // Reported with the line that they are in, and by their own names.
        let faulty = format!(
            "service: pay\ntitle: {{ en: {text}, zh: {text} }}\n{text}: {text}\nentries: # evil\u{202e}\u{200b}\n  - {{ code: {text}, class: {text} }}\n"
        );
        hostile.write("faulty/pay.yaml", &faulty);
        hostile.write("broken/pay.yaml", &format!("service: {}\n\t- ]", evil().replace('\n', "")));
        let json = quoted(&evil());
        let bodies = format!(
            "{{\"error_code\":\"PAY.1001\",\"error_msg\":{json},\"request_id\":{json}}}\n\
             {{\"error_code\":\"PAY.1001\",\"error_msg\":\"{raw}\",\"request_id\":\"{raw}\",\"error_param\":[\"{raw}\"]}}\n\
             {{\"error_code\":{json},\"error_msg\":{json}}}\n\
             {{\"failed\":[{{\"name\":{json},{json}:{json},\"error_code\":\"PAY.7\"}},{{\"name\":\"{raw}\",\"error_code\":\"PAY.1002\"}}]}}\n\
             plain {raw} PAY.1001: Card {raw} was refused: {raw}.\n",
            raw = evil()
        );
        hostile.write(&file_name("body"), &bodies);
        let lines = format!(
            "{raw} PAY.1001: Card {raw} was refused: {raw}.\n{raw} PAY.7{raw}: {raw}\n{{\"m\":\"PAY.1001: {json}\",\"error_code\":\"VPC.0602\",\"error_msg\":{json},\"raw\":\"\u{202e}\"}}\n",
            raw = evil(),
            json = json.trim_matches('"'),
        );
        let lines = format!("{lines}{{\"m\":{json},\"n\":\"PAY.1001\"}}\n");
        hostile.write(&file_name("log"), &lines);
        hostile
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    /// Every verb, with what it shows.
    fn runs(&self) -> Vec<Vec<String>> {
        let (catalog, overlay) = (self.path("catalog"), self.path("overlay"));
        let (body, log) = (self.path(&file_name("body")), self.path(&file_name("log")));
        let (evil, faulty, broken) = (evil(), self.path("faulty"), self.path("broken"));
        let site = self.path(&file_name("site"));
        let (changed, pages) = (self.path("changed"), self.path("pages"));
        let evil_code = format!("PAY.7{evil}");
        let mut runs: Vec<Vec<String>> = Vec::new();
        let mut add = |args: &[&str], formats: &[&str]| {
            let args: Vec<String> = args.iter().map(|arg| (*arg).to_owned()).collect();
            if formats.is_empty() {
                runs.push(args.clone());
            }
            for format in formats {
                let format = ["--format".to_owned(), (*format).to_owned()];
                runs.push([args.clone(), format.to_vec()].concat());
            }
        };
        let own = ["--catalog", &catalog, "--overlay", &overlay];
        let with = |args: &[&'static str]| [args, &own[..]].concat();
        let entries = ["text", "json", "jsonl"];
        for lang in ["en", "zh"] {
            add(
                &[&with(&["explain", "PAY.1001", "PAY.1002", "PAY.7"])[..], &[&evil_code, "--lang", lang]]
                    .concat(),
                &entries,
            );
            add(&[&with(&["list", "--lang"])[..], &[lang]].concat(), &entries);
            add(&[&with(&["search", "bank", "evil", "--lang"])[..], &[lang, &evil]].concat(), &[]);
            add(&[&with(&["annotate", "--lang"])[..], &[lang, &log]].concat(), &entries);
        }
        add(&[&with(&["search"])[..], &[&evil]].concat(), &entries);
        add(&[&with(&["match"])[..], &[&evil]].concat(), &entries);
        add(&[&with(&["match"])[..], &[&format!("Card {evil} was refused: {evil}.")]].concat(), &entries);
        add(
            &[&with(&["decode"])[..], &[&body, &log, "--header", &format!("X-Request-Id: {evil}")]].concat(),
            &entries,
        );
        for form in ["--every", "--summary", "--codes", "--count", "--unknown", "--json-field=m"] {
            add(&[&with(&["annotate", form])[..], &[&log]].concat(), &[]);
        }
        add(&[&with(&["annotate", "--count"])[..], &[&log, &body]].concat(), &entries);
        add(&[&with(&["unknown"])[..], &[&log, &body]].concat(), &entries);
        add(&with(&["export"]), &["json", "jsonl", "csv", "yaml", "markdown", "openapi", "typescript"]);
        add(&[&with(&["docs", "--out"])[..], &[&site]].concat(), &[]);
        add(&["docs", "--catalog", &catalog, "--out", &self.path("catalog")], &[]);
        for folder in [&catalog, &faulty, &broken] {
            add(&["check", folder, "--warn", "all"], &["text", "json", "sarif"]);
            add(&["check", folder], &["text", "json", "sarif"]);
            add(&["explain", "PAY.1001", "--catalog", folder], &[]);
        }
        add(&["check", &catalog, "--overlay", &faulty], &[]);
        add(&["check", "--explain", &evil], &[]);
        add(&["diff", &catalog, &changed], &["text", "json", "markdown"]);
        add(&["diff", &catalog, &faulty], &[]);
        add(&["diff", &catalog, &evil], &[]);
        add(&["man", "--out", &pages], &[]);
        add(&["man", "--out", &body], &[]);
        add(&["schema"], &[]);
        add(&["schema", &evil], &[]);
        add(&["completions", "bash"], &[]);
        add(&["completions", &evil], &[]);
        // What is wrong with the arguments is said with them.
        add(&[&evil], &[]);
        add(&["explain", "--lang", &evil, "x"], &[]);
        add(&["list", "--service", &evil], &[]);
        add(&["list", "--catalog", &evil], &[]);
        add(&["list", "--overlay", &evil], &[]);
        add(&["decode", &evil], &[]);
        add(&["annotate", &evil], &[]);
        add(&["decode", "--header", &evil], &[]);
        add(&["match", "x", "--code", &evil], &[]);
        add(&["export", "--out", &format!("/nowhere/{evil}/x")], &[]);
        add(&["docs", "--out", &site, "--logo", &evil], &[]);
        add(&["docs", "--out", &site, "--base-url", &evil], &[]);
        runs
    }
}

/// A word for the shell.
fn shell_word(word: &str) -> String {
    format!("'{}'", word.replace('\'', "'\\''"))
}

#[test]
fn nothing_reaches_a_terminal_that_it_obeys() {
    let hostile = Hostile::new();
    let mut verbs = 0;
    for args in hostile.runs() {
        let words: Vec<String> = args.iter().map(|arg| shell_word(arg)).collect();
        let command =
            format!("LC_ALL=C.UTF-8 {} {} < /dev/null", env!("CARGO_BIN_EXE_errcat"), words.join(" "));
        let Some(shown) = in_terminal(&command) else { return };
        assert_harmless(&shown, &format!("{:?}", args.first()));
        verbs += usize::from(shown.contains("evil"));
    }
    assert!(verbs > 40, "hostile text was shown by {verbs} runs only");
}

/// A pipe may lead to a terminal. What `annotate` passes through is the user's own text, byte for byte.
#[test]
fn nothing_reaches_a_pipe_that_a_terminal_obeys() {
    let hostile = Hostile::new();
    for args in hostile.runs() {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let output = errcat(&args).args(["--color", "always"]).output().unwrap();
        let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert_harmless(&err, &format!("{args:?}"));
        let passes = args.first() == Some(&"annotate")
            && !args.iter().any(|arg| ["--codes", "--count", "json", "jsonl"].contains(arg));
        if !passes {
            assert_harmless(&out, &format!("{args:?}"));
        }
    }
}

#[test]
fn json_is_always_json() {
    let hostile = Hostile::new();
    let mut documents = 0;
    for args in hostile.runs() {
        let format = args.iter().position(|arg| arg == "--format").and_then(|at| args.get(at + 1));
        let Some(format) =
            format.filter(|format| ["json", "jsonl", "sarif", "openapi"].contains(&format.as_str()))
        else {
            continue;
        };
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let output = errcat(&args).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let parts: Vec<&str> = if format == "jsonl" { text.lines().collect() } else { vec![&text] };
        for part in parts.into_iter().filter(|part| !part.is_empty()) {
            let value: Value =
                serde_json::from_str(part).unwrap_or_else(|error| panic!("{args:?}: {error}: {part}"));
            documents += usize::from(value.to_string().contains('\u{202e}'));
        }
        assert!(!text.contains(|c: char| UNSAFE.contains(c)), "{args:?}: {text}");
    }
    assert!(documents > 15, "only {documents} documents held the hostile text");
}

/// Records get an object, and keep the rest: where a terminal obeys it, it is escaped there alone.
#[test]
fn records_stay_as_they_are_in_a_pipe() {
    let hostile = Hostile::new();
    let catalog = hostile.path("catalog");
    let log = Path::new(&hostile.path(&file_name("log"))).to_owned();
    let output =
        errcat(&["annotate", "--json-field", "n", "--catalog", &catalog]).arg(&log).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let last = text.lines().last().unwrap();
    let record: Value = serde_json::from_str(last).unwrap();
    assert_eq!(record["m"], Value::from(evil()));
    assert!(record["errcat"]["entry"]["description"].as_str().unwrap().contains('\u{202e}'), "{record}");
    assert!(!last.contains('\u{202e}'), "{last}");
}
