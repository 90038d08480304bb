//! `errcat export` in the formats of others: what is in them, and that nothing of the catalog breaks them. Readers that
//! are not ours read them in `tests/exports`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod common;

use std::collections::BTreeSet;
use std::fs;

use common::{SMALL, errcat_run, folder, found, json, path, small_catalog};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde_json::Value;

/// Texts that a careless writer of any format trips over.
const NASTY: &str = include_str!("../../../tests/exports/nasty/nasty.yaml");

#[test]
fn yaml_is_a_catalog_again() {
    let written = tempfile::tempdir().unwrap();
    found(&["export", "--format", "yaml", "--out", path(&written)]);
    assert_eq!(errcat_run(&["check", path(&written)]).status, 0);
    assert_eq!(found(&["export", "--catalog", path(&written)]), found(&["export"]));
}

#[test]
fn yaml_keeps_what_is_hard_to_write() {
    for text in [SMALL, NASTY] {
        let (first, second) = (folder(text), tempfile::tempdir().unwrap());
        let out = second.path().join("made/for/it");
        let out = out.to_str().unwrap();
        found(&["export", "--format", "yaml", "--catalog", path(&first), "--out", out]);
        assert_eq!(found(&["export", "--catalog", out]), found(&["export", "--catalog", path(&first)]));
        // Templates are the same too: they take the same arguments out of a message.
        for message in [
            "100% of a, b and c on d: [e, f] {} */ end",
            "only d of a",
            "c is gone $HOME",
            "Refused: card 7, lost",
        ] {
            let of = |folder: &str| errcat_run(&["match", message, "--format", "json", "--catalog", folder]);
            assert_eq!(of(out).out, of(path(&first)).out, "{message}");
        }
    }
}

#[test]
fn yaml_on_standard_output_is_one_document_a_service() {
    let text = found(&["export", "--format", "yaml"]);
    let documents: Vec<&str> = text.split("---\n").collect();
    assert_eq!(documents.len(), 6);
    assert!(documents.iter().all(|document| document.starts_with("service: ")));
    // One alone is a catalog file; codes that are filtered out are not referred to.
    let one = found(&["export", "--format", "yaml", "--service", "sms", "--status", "401"]);
    assert_eq!(errcat_run(&["check", path(&folder(&one))]).status, 0, "{one}");
}

#[test]
fn the_catalog_is_not_written_over() {
    let catalog = small_catalog();
    let run =
        errcat_run(&["export", "--format", "yaml", "--catalog", path(&catalog), "--out", path(&catalog)]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(run.err.contains("is the catalog that is read"), "{}", run.err);
    assert_eq!(fs::read_to_string(catalog.path().join("pay.yaml")).unwrap(), SMALL);
}

#[test]
fn edits_are_replaced_only_by_force() {
    for (format, file) in [("yaml", "pay.yaml"), ("markdown", "index.md")] {
        let (catalog, folder) = (small_catalog(), tempfile::tempdir().unwrap());
        let args = ["export", "--catalog", path(&catalog), "--format", format, "--out", path(&folder)];
        let read = || fs::read_to_string(folder.path().join(file)).unwrap();
        assert_eq!(found(&args), "");
        let written = read();
        // What says the same is no edit.
        assert_eq!(found(&args), "");
        fs::write(folder.path().join(file), "edited").unwrap();
        // Of a run that was stopped.
        fs::write(folder.path().join(".errcat.0.new"), "half").unwrap();
        fs::write(folder.path().join("notes.new"), "of the user").unwrap();
        let run = errcat_run(&args);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{format}");
        assert!(run.err.contains(file) && run.err.contains("--force"), "{}", run.err);
        assert_eq!(read(), "edited");
        assert_eq!(found(&[&args[..], &["--force"]].concat()), "");
        assert_eq!(read(), written);
        assert!(!folder.path().join(".errcat.0.new").exists() && folder.path().join("notes.new").exists());
    }
    assert_eq!(errcat_run(&["export", "--force"]).status, 2);
}

#[cfg(unix)]
#[test]
fn nothing_outside_of_the_folder_is_written() {
    use std::os::unix::fs::symlink;

    let (catalog, outside, folder) =
        (small_catalog(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let victim = outside.path().join("victim");
    fs::write(&victim, "of the user").unwrap();
    symlink(&victim, folder.path().join("pay.yaml")).unwrap();
    // Where an unfinished file would be written.
    symlink(&victim, folder.path().join(".errcat.0.new")).unwrap();
    // The folder of the overlay files.
    symlink(outside.path(), folder.path().join("overlay")).unwrap();
    let args = ["export", "--catalog", path(&catalog), "--format", "yaml", "--out", path(&folder)];
    assert_eq!(errcat_run(&args).status, 2);
    assert_eq!(found(&[&args[..], &["--force"]].concat()), "");
    assert!(fs::symlink_metadata(folder.path().join("pay.yaml")).unwrap().is_file());

    let overlay = tempfile::tempdir().unwrap();
    fs::write(
        overlay.path().join("pay.yaml"),
        "overlay: pay\nlayer: On call\nentries:\n  - { code: PAY.1001, owner: cards }\n",
    )
    .unwrap();
    let run = errcat_run(&[&args[..], &["--force", "--overlay", path(&overlay)]].concat());
    assert_eq!(run.status, 2);
    assert!(run.err.contains("in the place of a folder"), "{}", run.err);
    assert_eq!(fs::read_to_string(&victim).unwrap(), "of the user");
    assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 1);

    // Manual pages too.
    let pages = tempfile::tempdir().unwrap();
    symlink(&victim, pages.path().join("errcat.1")).unwrap();
    assert_eq!(found(&["man", "--out", path(&pages)]), "");
    assert_eq!(fs::read_to_string(&victim).unwrap(), "of the user");
}

#[test]
fn filters_hold_for_every_format() {
    let filters = ["--service", "csbs", "--status", "403"];
    let document = json(&[&["export"][..], &filters].concat());
    assert_eq!(document["services"].as_array().unwrap().len(), 1);
    let codes: BTreeSet<&str> =
        document["entries"].as_array().unwrap().iter().map(|entry| entry["code"].as_str().unwrap()).collect();
    assert!(codes.contains("CSBS.9009") && !codes.contains("CSBS.6019"), "{codes:?}");
    for format in ["jsonl", "csv", "yaml", "markdown", "openapi", "typescript"] {
        let text = found(&[&["export", "--format", format][..], &filters].concat());
        assert!(codes.iter().all(|code| text.contains(code)), "{format}");
        assert!(!text.contains("CSBS.6019") && !text.contains("SMS."), "{format}");
    }
}

#[test]
fn nothing_found_writes_nothing() {
    let out = tempfile::tempdir().unwrap();
    let file = out.path().join("out");
    for format in ["csv", "yaml", "markdown", "openapi", "typescript"] {
        let run = errcat_run(&[
            "export",
            "--format",
            format,
            "--status",
            "599",
            "--lang",
            "en",
            "--out",
            file.to_str().unwrap(),
        ]);
        assert_eq!((run.status, run.out.as_str(), run.err.as_str()), (1, "", "nothing found\n"), "{format}");
        assert!(!file.exists());
    }
    let run = errcat_run(&["export", "--status", "599"]);
    let document: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((run.status, document["entries"].as_array().map(Vec::len)), (1, Some(0)));
}

#[test]
fn what_cannot_be_written_is_said() {
    let file = small_catalog();
    let inside = file.path().join("pay.yaml/x");
    for format in ["json", "markdown"] {
        let run = errcat_run(&["export", "--format", format, "--out", inside.to_str().unwrap()]);
        assert_eq!(run.status, 2);
        assert!(run.err.starts_with("error: cannot write ") && run.err.contains("pay.yaml"), "{}", run.err);
    }
}

#[test]
fn exports_do_not_depend_on_the_locale() {
    for format in ["json", "csv", "markdown", "openapi", "typescript"] {
        let args = ["export", "--format", format];
        let zh = common::run(common::errcat(&args).env("LC_ALL", "zh_CN.UTF-8"));
        assert_eq!(zh.out, found(&args), "{format}");
    }
}

/// The rows of a CSV, as maps from column to cell would be read: this reader knows no quoted cells with line breaks.
fn rows(args: &[&str]) -> Vec<Vec<String>> {
    let text = found(&[&["export", "--format", "csv"], args].concat());
    assert!(text.lines().count() == text.matches("\r\n").count(), "a line break that ends no row");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn csv_has_a_row_for_every_spelling_of_a_code() {
    let rows = rows(&[]);
    let codes: Vec<&str> = rows.iter().skip(1).map(|row| row[0].as_str()).collect();
    assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len(), "a join would multiply lines");
    let row = |code: &str| rows.iter().find(|row| row[0] == code).unwrap_or_else(|| panic!("{code}"));
    assert_eq!(row("CSBS.9009")[2..4], ["1", "2"]);
    for entry in json(&["export"])["entries"].as_array().unwrap() {
        assert!(codes.contains(&entry["code"].as_str().unwrap()));
    }
}

#[test]
fn csv_has_every_meaning_when_asked() {
    let rows = rows(&["--all-meanings"]);
    let keys: BTreeSet<(&str, &str)> = rows.iter().map(|row| (row[0].as_str(), row[2].as_str())).collect();
    assert_eq!(keys.len(), rows.len());
    let statuses = |code: &str| -> Vec<&str> {
        rows.iter().filter(|row| row[0] == code).map(|row| row[6].as_str()).collect()
    };
    assert_eq!(statuses("CSBS.9009"), ["403", "400"]);
    assert_eq!(statuses("APIGW.0201").len(), 6);
    let run = errcat_run(&["export", "--all-meanings"]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
}

#[test]
fn csv_has_the_languages_that_are_asked_for() {
    let texts = |args: &[&str]| rows(args)[0][24..].to_vec();
    assert_eq!(
        texts(&[]),
        [
            "group_en",
            "group_zh",
            "description_en",
            "description_zh",
            "remediation_en",
            "remediation_zh",
            "added_remediation_en",
            "added_remediation_zh"
        ]
    );
    assert_eq!(
        texts(&["--lang", "zh"]),
        ["group_zh", "description_zh", "remediation_zh", "added_remediation_zh"]
    );
}

#[test]
fn csv_says_which_cells_a_spreadsheet_may_run() {
    let catalog = folder(NASTY);
    let run = errcat_run(&["export", "--format", "csv", "--catalog", path(&catalog)]);
    assert_eq!(run.status, 0);
    assert!(run.err.contains("NASTY.1, OLD.1, NO.1") && run.err.contains("formulas"), "{}", run.err);
    // Verbatim all the same: a column that is joined or searched must not have marks put in.
    assert!(run.out.contains(",=1+1 | `a|b`"), "{}", run.out);
    assert!(!run.out.contains('\u{1b}') && !run.out.contains('\u{9b}'));
    // The bundled catalog has none: `found` fails on a warning.
    found(&["export", "--format", "csv"]);
}

/// What a reader of the rendered page sees, a blank for each break; inline HTML is what gets in the way.
fn rendered(markdown: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_SMART_PUNCTUATION;
    let mut text = String::new();
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Text(part) | Event::Code(part) => text.push_str(&part),
            Event::Html(html) | Event::InlineHtml(html) => {
                assert!(
                    html.starts_with("<a id=\"") || html.starts_with("</a>") || html.trim().is_empty(),
                    "{html}"
                );
            }
            Event::Start(Tag::Image { .. }) | Event::Rule => panic!("{markdown}"),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell | TagEnd::Heading(_)) => {
                text.push('\n');
            }
            _ => {}
        }
    }
    // Quotes may be made typographic ones.
    text.replace(['“', '”'], "\"").replace(['‘', '’'], "'")
}

/// A text as it is to be seen: without the marks of its code spans.
fn seen(text: &str) -> String {
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace('`', "")
        .replace(['“', '”'], "\"")
        .replace(['‘', '’'], "'")
}

#[test]
fn markdown_shows_the_texts_as_they_are() {
    let document = json(&["export"]);
    for lang in ["en", "zh"] {
        let text = rendered(&found(&["export", "--format", "markdown", "--lang", lang]));
        let lines: BTreeSet<&str> = text.lines().map(|line| line.trim_start_matches([' '])).collect();
        for entry in document["entries"].as_array().unwrap() {
            for key in ["description", "remediation"] {
                let value = &entry[key][lang];
                let steps = value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
                for step in steps {
                    let step = seen(step.as_str().unwrap());
                    assert!(lines.iter().any(|line| line.ends_with(&step)), "{}: {step}", entry["code"]);
                }
            }
        }
    }
}

#[test]
fn markdown_lets_no_text_mean_anything() {
    let catalog = folder(NASTY);
    let markdown = found(&["export", "--format", "markdown", "--catalog", path(&catalog)]);
    assert!(!markdown.contains("{{#include"), "mdBook would include a file: {markdown}");
    assert!(!markdown.contains('\u{1b}') && !markdown.contains('\u{9b}'));
    let text = rendered(&markdown);
    for shown in [
        "Nasty | *things* {{#include /etc/passwd}}",
        "=1+1 | a|b <script>alert(1)</script> # no heading",
        "- no list",
        "rm -rf * and one ` alone -- or",
        "1) no list",
        "[x](y) was ![z](w)",
        "100% of ‹first›, ‹second› and ‹id› on ‹place›: [‹ids›, …] {} */ end",
        "Another | page",
    ] {
        assert!(text.contains(shown), "{shown}\n{text}");
    }
}

#[test]
fn markdown_is_a_book() {
    let out = tempfile::tempdir().unwrap();
    found(&["export", "--format", "markdown", "--out", path(&out)]);
    let read = |name: &str| fs::read_to_string(out.path().join(name)).unwrap();
    let mut links = 0;
    for page in ["SUMMARY.md", "index.md", "csbs.md", "sms.md"] {
        let text = read(page);
        for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
            let Event::Start(Tag::Link { dest_url, .. }) = event else { continue };
            // The page of the vendor.
            if dest_url.starts_with("https://support.huaweicloud.com/") {
                continue;
            }
            links += 1;
            match dest_url.strip_prefix('#') {
                Some(anchor) => {
                    assert!(text.contains(&format!("<a id=\"{anchor}\"></a>")), "{page}: {anchor}");
                }
                None => assert!(out.path().join(&*dest_url).is_file(), "{page}: {dest_url}"),
            }
        }
    }
    assert!(links > 500, "{links}");
    assert!(read("SUMMARY.md").starts_with("# Summary\n"));
}

#[test]
fn openapi_refers_to_what_is_there() {
    fn references<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
        match value {
            Value::Object(object) => {
                found.extend(object.get("$ref").and_then(Value::as_str));
                object.values().for_each(|value| references(value, found));
            }
            Value::Array(items) => items.iter().for_each(|item| references(item, found)),
            _ => {}
        }
    }

    let document = json(&["export", "--format", "openapi"]);
    assert_eq!(document["openapi"], "3.1.0");
    let mut found = Vec::new();
    references(&document, &mut found);
    assert!(found.len() > 500);
    for reference in found {
        assert!(document.pointer(reference.strip_prefix('#').unwrap()).is_some(), "{reference}");
    }
    let codes = &document["components"]["schemas"]["GatewayErrorCode"]["enum"];
    assert!(codes.as_array().unwrap().contains(&Value::from("APIG.0308")));
    let example = &document["components"]["examples"]["CSBS.9009.UserUnverified"];
    assert_eq!(example["value"]["error_msg"], "User is unverified.");
    let zh = json(&["export", "--format", "openapi", "--lang", "zh"]);
    assert!(
        zh["components"]["examples"]["CSBS.6019"]["description"]
            .as_str()
            .unwrap()
            .contains("选择与源服务器类型相同")
    );
}

/// Generators of clients put these texts into comments of other languages.
#[test]
fn openapi_ends_no_comment() {
    fn strings<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
        match value {
            Value::String(text) => found.push(text),
            Value::Array(items) => items.iter().for_each(|item| strings(item, found)),
            Value::Object(map) => map.values().for_each(|item| strings(item, found)),
            _ => {}
        }
    }
    let hostile = SMALL
        .replace("The bank refused the card.", "\"a */ evil() /* b\\n// c\"")
        .replace("Limit reached.", "\"a */ evil()\"")
        .replace("title: Payments API Reference", "title: a */ evil()")
        .replace("en: Payments", "en: a */ evil()")
        .replace("Wait.", "a */ evil()")
        .replace("en: Cards", "en: a */ evil()")
        .replace("group: Cards", "group: a */ evil()");
    let catalog = folder(&hostile);
    let document = json(&["export", "--format", "openapi", "--catalog", path(&catalog)]);
    let mut found = Vec::new();
    strings(&document, &mut found);
    let hostile: Vec<&&str> = found.iter().filter(|text| text.contains("evil()")).collect();
    assert!(hostile.len() > 5, "{hostile:?}");
    assert!(!hostile.iter().any(|text| text.contains("*/")), "{hostile:?}");
    // Of a comment that ends with its line, too.
    let enums = &document["components"]["schemas"]["PayErrorCode"]["x-enum-descriptions"];
    assert!(!enums.as_array().unwrap().iter().any(|text| text.as_str().unwrap().contains('\n')), "{enums}");
}

#[test]
fn typescript_escapes_what_ends_a_string_or_a_comment() {
    let catalog = folder(NASTY);
    let text = found(&["export", "--format", "typescript", "--catalog", path(&catalog)]);
    assert!(!text.contains(['\u{2028}', '\u{1b}', '\u{9b}']));
    // The comment of the first code goes on behind the `*/` of its message.
    assert!(text.contains("{{}} *\\/ end */\n  \"NASTY.1\": {"), "{text}");
    assert!(text.contains("ids: readonly Argument[]"), "{text}");
    assert!(
        text.contains("const aliases: Readonly<Record<string, ErrorCode>> = {\"OLD.1\":\"NASTY.1\"};"),
        "{text}"
    );
}
