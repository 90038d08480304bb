//! Each diagnostic code has a page in the documentation, made of its prose and its case. `ERRCAT_UPDATE=1` rewrites the pages.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use errcat_build::{CODES, Code, Severity};

const COMMAND: &str = "ERRCAT_UPDATE=1 cargo test -p errcat-build --features explain --test explain";

fn package() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn docs() -> PathBuf {
    package().join("../../docs")
}

/// The names of the Markdown files of a folder, without their ends.
fn pages_in(folder: &Path) -> BTreeSet<String> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let pages = paths.filter(|path| path.extension().is_some_and(|end| end == "md"));
    pages.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect()
}

/// Compares a file with what it is to hold, or rewrites it.
fn assert_fresh(path: &Path, due: &str) {
    if std::env::var_os("ERRCAT_UPDATE").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, due).unwrap();
    }
    let found = fs::read_to_string(path).unwrap_or_default();
    assert!(found == due, "{} is not what it is made of: run `{COMMAND}`", path.display());
}

#[test]
fn every_code_has_prose() {
    let prose = pages_in(&package().join("src/explain"));
    for Code { code, severity, .. } in CODES {
        let folder = if *severity == Severity::Error { "reject (overlay)" } else { "lint" };
        assert!(
            prose.contains(*code),
            "`{code}` has no page: write crates/errcat-build/src/explain/{code}.md (what it means, a line `## What to do`, \
             and the remedy), add \"{code}\" to \"{folder}\" in src/explain.rs, with the case {code}.yaml of that folder \
             of tests, and run `{COMMAND}`"
        );
    }
    let codes: BTreeSet<String> = CODES.iter().map(|code| code.code.to_owned()).collect();
    let others: Vec<&String> = prose.difference(&codes).collect();
    assert!(others.is_empty(), "src/explain has pages for codes that there are not: {others:?}");
}

#[test]
fn every_page_is_whole() {
    for code in CODES {
        let page = code.page();
        assert!(!page.is_empty(), "add \"{}\" to src/explain.rs", code.code);
        let (meaning, rest) = page.split_once("\n## Example\n").unwrap();
        let (example, remedy) = rest.split_once("\n## What to do\n").unwrap();
        assert!(meaning.contains(code.summary) && meaning.trim().lines().count() > 4, "{page}");
        assert!(example.contains(&format!("{}[{}]: ", code.severity, code.code)), "{page}");
        assert!(!remedy.trim().is_empty(), "{page}");
        assert!(page.matches("```").count().is_multiple_of(2), "{page}");
    }
}

#[test]
fn prose_fits_a_terminal() {
    for code in CODES {
        let path = package().join(format!("src/explain/{}.md", code.code));
        for line in fs::read_to_string(path).unwrap().lines() {
            assert!(line.chars().count() <= 80, "{}: more than 80 columns: {line}", code.code);
        }
    }
}

#[test]
fn the_documentation_has_the_pages() {
    let folder = docs().join("diagnostics");
    for code in CODES {
        assert_fresh(&folder.join(format!("{}.md", code.code)), &code.page());
    }
    let codes: BTreeSet<String> = CODES.iter().map(|code| code.code.to_owned()).collect();
    assert_eq!(pages_in(&folder), codes, "a page of docs/diagnostics belongs to no code: delete it");
}

/// What the index has below its head.
fn table() -> String {
    let row = |code: &Code| {
        let Code { code, severity, summary, .. } = code;
        format!("| [`{code}`](diagnostics/{code}.md) | {severity} | {summary} |\n")
    };
    CODES.iter().map(row).collect()
}

#[test]
fn the_index_lists_every_code() {
    const HEAD: &str = "| code | severity | what is wrong |\n| --- | --- | --- |\n";
    let path = docs().join("diagnostics.md");
    let text = fs::read_to_string(&path).unwrap();
    let (before, _) = text.split_once(HEAD).expect("docs/diagnostics.md has a table of the codes");
    assert_fresh(&path, &format!("{before}{HEAD}{}", table()));
    let example = before.split("```text\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let said = include_str!("reject/many-faults.txt");
    assert!(said.contains(example), "no checker says this: {example}");
}

#[test]
fn the_guide_lists_every_code() {
    const HEAD: &str = "- [Diagnostics](diagnostics.md)\n";
    let path = docs().join("SUMMARY.md");
    let text = fs::read_to_string(&path).unwrap();
    let (before, after) = text.split_once(HEAD).expect("docs/SUMMARY.md has the diagnostics");
    let rest = after.lines().skip_while(|line| line.starts_with("  - ")).map(|line| format!("{line}\n"));
    let rows = CODES.iter().map(|Code { code, .. }| format!("  - [{code}](diagnostics/{code}.md)\n"));
    let due: String = rows.chain(rest).collect();
    assert_fresh(&path, &format!("{before}{HEAD}{due}"));
}
