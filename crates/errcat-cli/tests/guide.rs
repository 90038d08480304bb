//! The guide and the other pages: links lead somewhere, the book has every page, and commands print what is shown.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// The root of the project.
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// Pages whose Rust blocks are files of a project, which tests of their own build.
const PROJECTS: &[&str] = &["annotate.md", "overlays.md", "own-catalogs.md"];

/// The Markdown files below a folder of the project, as paths from its root.
fn markdown(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(Path::new(ROOT).join(folder)).unwrap() {
        let entry = entry.unwrap();
        let path = Path::new(folder).join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            found.extend(markdown(path.to_str().unwrap()));
        } else if path.extension().is_some_and(|end| end == "md") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The pages that people read.
fn pages() -> Vec<PathBuf> {
    let mut pages: Vec<PathBuf> = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(PathBuf::from).into();
    pages.extend(["docs", "catalog"].iter().flat_map(|folder| markdown(folder)));
    pages.extend(
        ["errcat-core", "errcat-build", "errcat-cli"].map(|name| format!("crates/{name}/README.md").into()),
    );
    pages
}

fn read(page: &Path) -> String {
    fs::read_to_string(Path::new(ROOT).join(page))
        .unwrap_or_else(|error| panic!("{}: {error}", page.display()))
}

fn events(text: &str) -> Parser<'_> {
    Parser::new_ext(text, Options::ENABLE_TABLES)
}

fn links(text: &str) -> Vec<String> {
    let links = events(text).filter_map(|event| match event {
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
            Some(dest_url.into_string())
        }
        _ => None,
    });
    links.collect()
}

/// The code blocks of a page, each with what its fence says.
fn blocks(text: &str) -> Vec<(String, String)> {
    let mut blocks = Vec::new();
    let mut open = None;
    for event in events(text) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                open = Some((info.into_string(), String::new()));
            }
            Event::Text(text) => open.iter_mut().for_each(|(_, code)| code.push_str(&text)),
            Event::End(TagEnd::CodeBlock) => blocks.extend(open.take()),
            _ => {}
        }
    }
    blocks
}

/// The anchors of a page's headings, as forges and mdBook make them.
fn anchors(text: &str) -> BTreeSet<String> {
    let mut anchors = BTreeSet::new();
    let mut heading: Option<String> = None;
    for event in events(text) {
        match event {
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::Text(text) | Event::Code(text) => heading = heading.map(|heading| heading + &text),
            Event::End(TagEnd::Heading(_)) => anchors.extend(heading.take().map(|heading| {
                let kept =
                    heading.chars().filter(|letter| letter.is_alphanumeric() || " -_".contains(*letter));
                kept.collect::<String>().to_lowercase().replace(' ', "-")
            })),
            _ => {}
        }
    }
    anchors
}

/// What is wrong with a link of a page; nothing with those that lead elsewhere.
fn broken(page: &Path, link: &str) -> Option<String> {
    let own = concat!(env!("CARGO_PKG_REPOSITORY"), "/blob/HEAD/");
    let (target, anchor) = link.split_once('#').unwrap_or((link, ""));
    let target = match target.strip_prefix(own) {
        Some(path) => PathBuf::from(path),
        None if target.contains("://") => return None,
        None if target.is_empty() => page.to_owned(),
        None => page.parent().unwrap().join(target),
    };
    let file = Path::new(ROOT).join(&target);
    if !file.exists() {
        return Some(format!("{}: {link} leads nowhere", page.display()));
    }
    let known = anchor.is_empty() || anchors(&fs::read_to_string(file).ok()?).contains(anchor);
    (!known).then(|| format!("{}: {link} leads to no heading", page.display()))
}

#[test]
fn links_lead_somewhere() {
    let pages = pages();
    let wrong: Vec<String> = pages
        .iter()
        .flat_map(|page| {
            links(&read(page)).into_iter().filter_map(|link| broken(page, &link)).collect::<Vec<_>>()
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    // A page links to others, or this reads nothing.
    assert!(pages.len() > 40 && links(&read(Path::new("docs/SUMMARY.md"))).len() > 40);
}

#[test]
fn the_book_has_every_page_once() {
    let listed = links(&read(Path::new("docs/SUMMARY.md")));
    let once: BTreeSet<&str> = listed.iter().map(String::as_str).collect();
    assert_eq!(listed.len(), once.len(), "docs/SUMMARY.md lists a page twice");
    for page in markdown("docs") {
        let name = page.strip_prefix("docs").unwrap().to_str().unwrap();
        assert!(name == "SUMMARY.md" || once.contains(name), "add a line with {name} to docs/SUMMARY.md");
    }
}

#[test]
fn rust_blocks_are_tested() {
    let tested = read(Path::new("src/guide.rs"));
    for page in markdown("docs") {
        let name = page.strip_prefix("docs").unwrap().to_str().unwrap();
        let has_rust = blocks(&read(&page)).iter().any(|(info, _)| info.starts_with("rust"));
        assert!(
            !has_rust || PROJECTS.contains(&name) || tested.contains(&format!("\"docs/{name}\"")),
            "docs/{name} has Rust blocks: add it to src/guide.rs"
        );
    }
}

/// The commands of a block, each with the output that is shown below it.
fn commands(block: &str) -> Vec<(&str, Vec<&str>)> {
    let mut commands: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in block.lines() {
        match line.strip_prefix("$ ") {
            Some(command) => commands.push((command, Vec::new())),
            None => commands.last_mut().expect("a block begins with a command").1.push(line),
        }
    }
    commands
}

/// Whether the output is as shown; a line `...` stands for any lines.
fn is_shown(output: &[&str], shown: &[&str]) -> bool {
    match shown {
        [] => output.is_empty(),
        ["...", rest @ ..] => (0..=output.len()).any(|skipped| is_shown(&output[skipped..], rest)),
        [line, rest @ ..] => output.first() == Some(line) && is_shown(&output[1..], rest),
    }
}

/// Runs a line of the shell in the root of the project, with the command that was built in the path.
fn run(line: &str) -> String {
    let binary = PathBuf::from(common::errcat(&[]).get_program());
    let mut path = binary.parent().unwrap().as_os_str().to_owned();
    path.push(":");
    path.push(std::env::var_os("PATH").unwrap_or_default());
    let mut shell = Command::new("sh");
    shell.args(["-c", &line.replace("cargo errcat ", "errcat ")]).current_dir(ROOT);
    shell.env("PATH", path).env("LC_ALL", "C").env("TMPDIR", env!("CARGO_TARGET_TMPDIR"));
    let output = shell.env_remove("LANG").env_remove("COLUMNS").env("NO_COLOR", "1").output().unwrap();
    String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
}

#[test]
fn commands_print_what_is_shown() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for page in pages() {
        let text = read(&page);
        for (_, block) in blocks(&text).into_iter().filter(|(info, _)| info == "console") {
            for (command, shown) in commands(&block) {
                let output = run(command);
                count += 1;
                if !is_shown(&output.lines().collect::<Vec<_>>(), &shown) {
                    wrong.push(format!("{}\n$ {command}\n{output}", page.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "these print something else:\n{}", wrong.join("\n"));
    assert!(count >= 10, "{count} commands");
}
