//! Runs the command as a user would, away from the terminal and the locale of the machine.
#![allow(dead_code, reason = "each test file uses some of it")]
#![allow(unreachable_pub, reason = "a module of each test file, not of a crate")]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{self, Stdio};

use assert_cmd::Command;
use flate2::Compression;
use flate2::write::GzEncoder;
use tempfile::TempDir;
use unicode_width::UnicodeWidthStr;

/// A sequence that a terminal would obey: it sets the title of the window.
pub const ESCAPE: &str = "\u{1b}]0;owned\u{7}";

/// The keys of an entry, as DESIGN section 6 lists them.
pub const ENTRY_KEYS: [&str; 26] = [
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
    "since",
    "deprecated",
    "replaced_by",
    "retry_after",
    "severity",
    "undocumented",
    "note",
    "see",
    "former",
    "source",
    "source_url",
    "url",
    "additions",
];

/// The command with these arguments.
pub fn errcat(args: &[&str]) -> Command {
    let mut command = Command::cargo_bin("errcat").unwrap();
    command.env_clear().env("LC_ALL", "C").args(args);
    command
}

/// Compressed with gzip.
pub fn gzip(text: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

/// Compressed with zstd.
pub fn zstd(text: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(text, ruzstd::encoding::CompressionLevel::Fastest)
}

/// Parts one after another.
pub fn many(count: usize, part: impl Fn(usize) -> String) -> String {
    (0..count).map(part).collect()
}

/// Codes that the catalog lacks, each different, with this behind each.
pub fn unknown_codes(count: usize, separator: &str) -> String {
    many(count, |number| format!("CSBS.7{number:06}{separator}"))
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

/// No line takes more columns than this, but for an address, which is on one line so that it can be copied.
pub fn assert_fits(text: &str, columns: usize) {
    let is_address = |line: &&str| line.contains("  https://");
    for line in text.lines().filter(|line| !is_address(line)) {
        assert!(line.width() <= columns, "{} columns, {columns} are there: {line}", line.width());
    }
}

/// Runs a command in a terminal of its own, by util-linux's `script`, and returns what the terminal was sent.
pub fn in_terminal(command: &str) -> Option<String> {
    let output = process::Command::new("script")
        .args(["-qec", command, "/dev/null"])
        .stdin(Stdio::null())
        .output()
        .ok()?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Characters that a terminal obeys, that reorder what is shown, or that cannot be seen.
pub const UNSAFE: &str = "\u{1}\u{7}\u{8}\u{1b}\u{7f}\u{85}\u{9b}\u{9d}\u{ad}\u{61c}\u{200b}\u{200d}\u{200e}\u{200f}\u{2028}\u{2029}\u{202a}\u{202e}\u{2060}\u{2066}\u{2069}\u{feff}\u{fff9}\u{e0001}\u{e0041}\u{e007f}";

/// Nothing of this text is obeyed or hidden, but for our own styles and links, and line ends.
pub fn assert_harmless(text: &str, what: &str) {
    let plain = plain(text);
    let bad = plain.char_indices().find(|(_, c)| {
        (c.is_control() && !"\n\r\t".contains(*c))
            || UNSAFE.contains(*c)
            || matches!(*c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{e0000}'..='\u{e007f}')
    });
    if let Some((at, c)) = bad {
        let around: String =
            plain.chars().skip(plain[..at].chars().count().saturating_sub(40)).take(80).collect();
        panic!("{what} passes {c:?} on: {around:?}");
    }
    // Styles that are not ours.
    for foreign in ["\u{1b}[97;45m", "\u{1b}]0;", "\u{1b}[2J", "\u{1b}[8m"] {
        assert!(!text.contains(foreign), "{what} passes {foreign:?} on");
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
