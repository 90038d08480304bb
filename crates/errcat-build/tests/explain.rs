//! Each kind of diagnostic has a page in the crate and in the documentation. A page consists of hand-written prose and of
//! the test case that is named after the kind. `ERRCAT_UPDATE=1` rewrites the pages.
//!
//! The prose of a lint is the documentation of its module; that of other kinds is in the page itself, before `## Example`
//! and after `## What to do`.
//!
//! The feature `explain` compiles the pages into the crate. The tests that write them do without it, since a new kind has
//! no page yet.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use errcat_build::{DiagnosticKind, Level, Lint};

const COMMAND: &str = "ERRCAT_UPDATE=1 cargo test -p errcat-build --test explain";

const EXAMPLE: &str = "## Example\n";
const REMEDY: &str = "## What to do\n";
const ALLOWING: &str = "## How to allow it\n";

fn package() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn docs() -> PathBuf {
    package().join("../../docs")
}

fn pages() -> PathBuf {
    package().join("src/diagnostic/pages")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_default()
}

/// All kinds, sorted by name.
fn kinds() -> Vec<DiagnosticKind> {
    let mut kinds = DiagnosticKind::ALL.to_vec();
    kinds.sort();
    kinds
}

fn lint(kind: DiagnosticKind) -> Option<Lint> {
    Lint::ALL.iter().copied().find(|lint| lint.kind() == kind)
}

/// The stems of the Markdown files in a folder.
fn pages_in(folder: &Path) -> BTreeSet<String> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let pages = paths.filter(|path| path.extension().is_some_and(|end| end == "md"));
    pages.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect()
}

/// Compares a file with what it should contain, or rewrites it.
fn assert_fresh(path: &Path, expected: &str) {
    if std::env::var_os("ERRCAT_UPDATE").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, expected).unwrap();
    }
    assert!(read(path) == expected, "{} is out of date: run `{COMMAND}`", path.display());
}

/// What a kind means, and what to do about it.
fn prose(kind: DiagnosticKind) -> (String, String) {
    let name = kind.name();
    let (path, text) = if lint(kind).is_some() {
        let path = package().join(format!("src/lint/{}.rs", name.replace('-', "_")));
        let mut text = String::new();
        for line in read(&path).lines().map_while(|line| line.strip_prefix("//!")) {
            text.push_str(line.strip_prefix(' ').unwrap_or(line));
            text.push('\n');
        }
        (path, text)
    } else {
        let path = pages().join(format!("{name}.md"));
        let page = read(&path);
        // Below the generated head, and without the generated example.
        let head = page.starts_with("# ").then(|| page.splitn(5, '\n').nth(4)).flatten().unwrap_or(&page);
        let (meaning, rest) = head.split_once(EXAMPLE).unwrap_or((head, head));
        let remedy = rest.split_once(REMEDY).map_or("", |(_, remedy)| remedy);
        (path, format!("{meaning}{REMEDY}{remedy}"))
    };
    let (meaning, remedy) = text.split_once(REMEDY).unwrap_or((&text, ""));
    let (meaning, remedy) = (meaning.trim().to_owned(), remedy.trim().to_owned());
    assert!(
        !meaning.is_empty() && !remedy.is_empty(),
        "`{name}` is not documented: write what it means, a line `{}`, and the remedy into {}, the case {name}.yaml into \
         a folder below crates/errcat-build/tests, and run `{COMMAND}`",
        REMEDY.trim(),
        path.display()
    );
    for line in meaning.lines().chain(remedy.lines()) {
        assert!(line.chars().count() <= 80, "{name}: more than 80 columns: {line}");
    }
    (meaning, remedy)
}

/// The file that is named after the kind, and what the checker says about it.
fn example(kind: DiagnosticKind) -> String {
    let name = kind.name();
    let tests = package().join("tests");
    let folder = ["lint", "overlay", "reject", "settings"]
        .into_iter()
        .find(|folder| tests.join(format!("{folder}/{name}.txt")).is_file());
    let folder = folder
        .unwrap_or_else(|| panic!(
            "`{name}` has no test case: write {name}.yaml into a folder below crates/errcat-build/tests, and run \
             `ERRCAT_UPDATE=1 cargo test -p errcat-build --test lint --test reject`"
        ));
    let file = |name: &str| read(&tests.join(folder).join(name));
    let (yaml, output) = (file(&format!("{name}.yaml")), file(&format!("{name}.txt")));
    let mut example = String::new();
    if !yaml.is_empty() {
        let shown = if folder == "settings" { "catalog" } else { name };
        example.push_str(&format!("`{shown}.yaml`:\n\n{}", fenced("yaml", &yaml)));
    }
    if output.contains("beside.yml") {
        example.push_str(&format!(
            "`beside.yml`, in the same folder:\n\n{}",
            fenced("yaml", &file("beside.yml"))
        ));
    }
    if folder == "overlay" {
        example.push_str(&format!("It is laid over this catalog:\n\n{}", fenced("yaml", &file("base.yml"))));
    }
    let (diagnostics, _) = output.trim_end().rsplit_once('\n').unwrap();
    example + "What the checker says:\n\n" + &fenced("text", &shortened(diagnostics))
}

/// A text of many lines without most of them.
fn shortened(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    match &lines[..] {
        [first @ .., before, last] if lines.len() > 100 => {
            format!("{}\n[...]\n{before}\n{last}", first[..12].join("\n"))
        }
        _ => text.to_owned(),
    }
}

fn fenced(language: &str, text: &str) -> String {
    format!("```{language}\n{}\n```\n\n", text.trim_end())
}

/// How a lint is switched off, or on.
fn allowing(lint: Lint) -> String {
    let (state, other, option, config) = if lint.is_default() {
        ("on", "off", "allow", format!("lints(Lints::default().without(Lint::{lint:?}))"))
    } else {
        ("off", "on", "lint", format!("lints(Lints::default().with(Lint::{lint:?}))"))
    };
    format!(
        "\n{ALLOWING}\nOn one entry, with the reason:\n\n\
         ```yaml\n    allow: [{{ lint: {lint}, reason: the vendor's text is so }}]\n```\n\n\
         The lint is {state} by default. To switch it {other}:\n\n\
         - `errcat check --{option} {lint}`;\n- in a build script, `Config::{config}`.\n"
    )
}

fn page(kind: DiagnosticKind) -> String {
    let level = if kind.level() == Level::Error { "Error" } else { "Warning" };
    let (meaning, remedy) = prose(kind);
    let mut page = format!("# {kind}\n\n{level}: {}.\n\n{meaning}\n\n{EXAMPLE}\n", kind.summary());
    page.push_str(&format!("{}{REMEDY}\n{remedy}\n", example(kind)));
    page.push_str(&lint(kind).map(allowing).unwrap_or_default());
    page
}

#[test]
fn every_kind_has_a_page() {
    for kind in kinds() {
        let page = page(kind);
        assert!(page.contains(&format!("{}[{kind}]: ", kind.level())), "{page}");
        assert!(page.matches("```").count().is_multiple_of(2), "{page}");
        for folder in [pages(), docs().join("diagnostics")] {
            assert_fresh(&folder.join(format!("{kind}.md")), &page);
        }
        // What this test was compiled with is as old as the pages were then.
        #[cfg(feature = "explain")]
        assert!(std::env::var_os("ERRCAT_UPDATE").is_some() || kind.page() == page);
    }
    let names: BTreeSet<String> = kinds().iter().map(ToString::to_string).collect();
    for folder in [pages(), docs().join("diagnostics")] {
        assert_eq!(pages_in(&folder), names, "a page in {} has no kind: delete it", folder.display());
    }
}

/// The table of the index.
fn table() -> String {
    let row = |kind: DiagnosticKind| {
        format!("| [`{kind}`](diagnostics/{kind}.md) | {} | {} |\n", kind.level(), kind.summary())
    };
    kinds().into_iter().map(row).collect()
}

#[test]
fn the_index_lists_every_kind() {
    const HEAD: &str = "| kind | level | what is wrong |\n| --- | --- | --- |\n";
    let path = docs().join("diagnostics.md");
    let text = fs::read_to_string(&path).unwrap();
    let (before, _) = text.split_once(HEAD).expect("docs/diagnostics.md has a table of the kinds");
    assert_fresh(&path, &format!("{before}{HEAD}{}", table()));
    let example = before.split("```text\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let said = include_str!("reject/many-faults.txt");
    assert!(said.contains(example), "no checker says this: {example}");
}

#[test]
fn the_guide_lists_every_kind() {
    const HEAD: &str = "- [Diagnostics](diagnostics.md)\n";
    let path = docs().join("SUMMARY.md");
    let text = fs::read_to_string(&path).unwrap();
    let (before, after) = text.split_once(HEAD).expect("docs/SUMMARY.md has the diagnostics");
    let rest = after.lines().skip_while(|line| line.starts_with("  - ")).map(|line| format!("{line}\n"));
    let rows = kinds().into_iter().map(|kind| format!("  - [{kind}](diagnostics/{kind}.md)\n"));
    let expected: String = rows.chain(rest).collect();
    assert_fresh(&path, &format!("{before}{HEAD}{expected}"));
}
