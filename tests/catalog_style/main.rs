//! The house style of the bundled catalog (`catalog/README.md`), as far as a program can check it: one test for each
//! kind of fault that reviews have found.
#![cfg(all(feature = "catalogs", feature = "alloc"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod chinese;
mod messages;
mod names;
mod origins;
mod readings;

use errcat::{Entry, Lang, Text};

/// Fails with all faults at once.
#[track_caller]
fn none(faults: impl IntoIterator<Item = String>) {
    let faults: Vec<String> = faults.into_iter().collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn place(entry: Entry) -> String {
    format!("{} {}", entry.code(), entry.name())
}

fn joined(text: Text) -> String {
    text.steps().collect::<Vec<_>>().join("\n")
}

/// Returns the texts of an entry in one language that are in our own words, not quoted from the vendor.
fn own_texts(entry: Entry, lang: Lang) -> Vec<String> {
    let service = entry.service();
    let verbatim = ["cce_addonmgr", "csbs", "imetal"].contains(&service.name());
    let quoted = verbatim && lang == service.source_lang() && entry.source() == service.source();
    let texts = [entry.description(lang), entry.remediation(lang)];
    let texts = texts.into_iter().filter(|_| !quoted).chain(entry.note(lang));
    texts.map(joined).collect()
}

/// Returns the text without what is in backticks.
fn without_spans(text: &str) -> String {
    text.split('`').step_by(2).collect::<Vec<_>>().join("`")
}

fn is_chinese(letter: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&letter)
}
