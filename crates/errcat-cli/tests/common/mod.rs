//! Runs the command as a user would, away from the terminal and the locale of the machine.
#![allow(dead_code, reason = "each test file uses some of it")]
#![allow(unreachable_pub, reason = "a module of each test file, not of a crate")]

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;
use unicode_width::UnicodeWidthStr;

/// A sequence that a terminal would obey: it sets the title of the window.
pub const ESCAPE: &str = "\u{1b}]0;owned\u{7}";

/// The keys of an entry, as DESIGN section 6 lists them.
pub const ENTRY_KEYS: [&str; 19] = [
    "code",
    "name",
    "service",
    "status",
    "group",
    "message",
    "params",
    "wordings",
    "description",
    "remediation",
    "class",
    "retry",
    "lifecycle",
    "undocumented",
    "note",
    "see",
    "former",
    "source",
    "additions",
];

/// The command with these arguments.
pub fn errcat(args: &[&str]) -> Command {
    let mut command = Command::cargo_bin("errcat").unwrap();
    command.env_clear().env("LC_ALL", "C").args(args);
    command
}

/// What a run gave: exit status, standard output, standard error.
pub struct Run {
    pub status: i32,
    pub out: String,
    pub err: String,
}

/// Runs it, and takes the output as text.
pub fn run(command: &mut Command) -> Run {
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run {
        status: output.status.code().expect("ended by a signal"),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}

/// Runs with these arguments.
pub fn errcat_run(args: &[&str]) -> Run {
    run(&mut errcat(args))
}

/// Standard output of a run that must succeed and say nothing else.
pub fn found(args: &[&str]) -> String {
    let run = errcat_run(args);
    assert_eq!((run.status, run.err.as_str()), (0, ""), "{args:?}");
    run.out
}

/// The JSON document on standard output of a run that must succeed.
pub fn json(args: &[&str]) -> serde_json::Value {
    serde_json::from_str(&found(args)).unwrap()
}

/// The keys of an object, in their order.
pub fn keys(value: &serde_json::Value) -> Vec<&str> {
    value.as_object().unwrap_or_else(|| panic!("no object: {value}")).keys().map(String::as_str).collect()
}

/// No line takes more columns than this.
pub fn assert_fits(text: &str, columns: usize) {
    for line in text.lines() {
        assert!(line.width() <= columns, "{} columns, {columns} are there: {line}", line.width());
    }
}

/// The text without the sequences that colour it.
pub fn plain(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}

/// A catalog of two entries in a folder of its own.
pub fn small_catalog() -> TempDir {
    folder(SMALL)
}

/// A folder with one catalog file, `pay.yaml`.
pub fn folder(text: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("pay.yaml"), text).unwrap();
    folder
}

/// A path as an argument.
pub fn path(folder: &TempDir) -> &str {
    let path: &Path = folder.path();
    path.to_str().unwrap()
}

pub const SMALL: &str = "\
service: pay
title: { en: Payments, zh: 支付 }
prefixes: [PAY, PAYMENT]
aliases: { PAYMENT: PAY }
source: { title: Payments API Reference }
groups:
  - { en: Cards, zh: 银行卡 }
entries:
  - code: PAY.1001
    name: CardRefused
    status: 402
    group: Cards
    message: 'Card %s was refused: {reason}.'
    params: [card]
    wordings: ['Refused: card %s, {reason}']
    description: { en: The bank refused the card., zh: 银行拒绝了该卡。 }
    remediation: { en: [Check the card., Use another card.], zh: [检查银行卡。, 更换银行卡。] }
    class: failed_precondition
    retry: after_fix
    see: [PAY.1002]
    note: { en: Seldom., zh: 少见。 }
  - code: PAY.1002
    name: CardLimit
    message: Limit reached.
    description: { en: The limit of the card is reached., zh: 已达到该卡限额。 }
    remediation: { en: Wait., zh: 请等待。 }
    class: throttled
    retry: later
    lifecycle: retired
    former: [{ status: 400, message: Lost., description: { en: The card was lost., zh: 卡已挂失。 } }]
";
