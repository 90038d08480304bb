//! Catalog files of any size, the same on every run: what a large cloud would have.
//!
//! The build script includes this file too.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::random::Random;

/// A catalog to generate.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Its name in `include_catalog!`.
    pub name: &'static str,
    /// How many codes it has.
    pub codes: usize,
    /// How many prefixes these have.
    pub prefixes: usize,
}

/// The generated catalogs.
pub const SIZES: [Size; 2] = [
    Size { name: "five_thousand", codes: 5_000, prefixes: 60 },
    Size { name: "hundred_thousand", codes: 100_000, prefixes: 396 },
];

const SYLLABLES: [&str; 16] =
    ["CS", "BS", "VP", "EC", "DN", "OB", "RD", "SF", "IM", "AP", "KM", "LT", "WA", "GA", "NO", "TE"];
const ENDS: [&str; 8] = ["S", "C", "M", "Service", "Manager", "X", "R", "G"];
const VERBS: [&str; 12] = [
    "create", "delete", "attach", "detach", "restore", "resize", "migrate", "copy", "start", "stop", "lock",
    "rename",
];
const NOUNS: [&str; 16] = [
    "volume", "server", "backup", "network", "port", "image", "quota", "job", "policy", "vault", "bucket",
    "subnet", "router", "listener", "snapshot", "replica",
];
const STATUSES: [u16; 6] = [400, 403, 404, 409, 500, 503];

/// A generated catalog.
#[derive(Clone, Debug)]
pub struct Generated {
    /// Its codes, in the order of the file.
    pub codes: Vec<String>,
    /// Its file.
    pub yaml: String,
}

/// The catalog of this size.
#[must_use]
pub fn catalog(size: Size) -> Generated {
    let mut random = Random::default();
    let prefixes = prefixes(size.prefixes, &mut random);
    let codes = codes(size.codes, &prefixes, &mut random);
    let mut yaml = format!(
        "service: {}\ntitle: {{ en: Generated, zh: 生成 }}\nprefixes: [{}]\nsource: {{ title: Generated, lang: en }}\nentries:\n",
        size.name,
        prefixes.join(", ")
    );
    for (number, code) in codes.iter().enumerate() {
        entry(&mut yaml, number, code, &mut random);
    }
    Generated { codes, yaml }
}

/// Prefixes of three to some twenty letters; one in sixteen has a dot in it, as vendors' have.
fn prefixes(count: usize, random: &mut Random) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut prefixes = Vec::with_capacity(count);
    while prefixes.len() < count {
        let mut prefix = String::new();
        if random.below(16) == 0 {
            prefix.push_str("SVCSTG.");
        }
        for _ in 0..=random.below(3) {
            prefix.push_str(random.pick(&SYLLABLES));
        }
        prefix.push_str(random.pick(&ENDS));
        if seen.insert(prefix.to_lowercase()) {
            prefixes.push(prefix);
        }
    }
    prefixes
}

/// Codes of four to eight digits, which stand in clusters: `0100`, `0101`, `0103`, then `2100`.
fn codes(count: usize, prefixes: &[String], random: &mut Random) -> Vec<String> {
    let mut codes = Vec::with_capacity(count);
    for (at, prefix) in prefixes.iter().enumerate() {
        let share = count * (at + 1) / prefixes.len() - count * at / prefixes.len();
        let width = 4 + random.below(5);
        let mut number = 100;
        for _ in 0..share {
            number += 1 + random.below(3);
            if random.below(40) == 0 {
                number += 40;
            }
            codes.push(format!("{prefix}.{number:0width$}"));
        }
    }
    codes
}

fn entry(yaml: &mut String, number: usize, code: &str, random: &mut Random) {
    let (verb, noun, other) = (random.pick(&VERBS), random.pick(&NOUNS), random.pick(&NOUNS));
    let status = random.pick(&STATUSES);
    let (message, params) = match random.below(32) {
        0 => (format!("%s is not a name that the {noun} of {other} {number} can have."), "[name]"),
        1..12 => (
            format!("The {noun} %s of {other} {number} is in state %s, cannot {verb} it: %s."),
            "[id, state, cause]",
        ),
        12..16 => (format!("The {noun} of {other} group {number} does not exist."), "[]"),
        _ => (format!("Failed to {verb} the {noun} %s of {other} {number}: %s."), "[id, cause]"),
    };
    // Writing to a String does not fail.
    let _ = write!(
        yaml,
        r#"  - code: {code}
    name: Failed{number}
    status: {status}
    message: "{message}"
    params: {params}
    description: {{ en: "The {noun} could not be changed while {other} {number} was in use.", zh: "任务 {number} 正在使用该资源。" }}
    remediation: {{ en: "Wait until task {number} of the {other} ends, then {verb} the {noun} again.", zh: "请等待任务 {number} 结束后重试。" }}
    class: failed_precondition
    retry: later
"#
    );
}
