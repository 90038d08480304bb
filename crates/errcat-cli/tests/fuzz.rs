//! What the fuzz targets check, for inputs that a simple mutator makes from their seeds: the same every time, and without
//! nightly. The command reads such logs too, and its JSON is parsed.
#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used)]

#[path = "../../../benches/src/random.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    clippy::cast_possible_truncation,
    reason = "the benchmarks use the rest of it"
)]
mod random;

#[path = "../../../fuzz/src/lib.rs"]
#[allow(unreachable_pub)]
mod targets;

use std::fs;
use std::path::{Path, PathBuf};

use random::Random;

fn fuzz() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz")
}

/// The words of a dictionary in the form of libFuzzer.
fn words(dictionary: &str) -> Vec<Vec<u8>> {
    let text = fs::read_to_string(fuzz().join("dictionaries").join(dictionary)).unwrap();
    let quoted = text.lines().filter_map(|line| line.strip_prefix('"')?.strip_suffix('"'));
    let words: Vec<Vec<u8>> = quoted.map(unescaped).collect();
    assert!(words.len() > 30);
    words
}

fn unescaped(word: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = word.bytes();
    while let Some(byte) = rest.next() {
        match (byte, if byte == b'\\' { rest.next() } else { None }) {
            (_, Some(b'x')) => {
                let digits = [rest.next().unwrap(), rest.next().unwrap()];
                bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap());
            }
            (_, Some(escaped)) => bytes.push(escaped),
            (plain, None) => bytes.push(plain),
        }
    }
    bytes
}

fn seeds(target: &str) -> Vec<Vec<u8>> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(fuzz().join("seeds").join(target)).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty(), "{target} has no seeds");
    files.iter().map(|file| fs::read(file).unwrap()).collect()
}

/// Changes an input in a few places: bytes, words of the dictionary, parts that go, are repeated, or come from another.
fn mutated(random: &mut Random, seeds: &[Vec<u8>], words: &[Vec<u8>]) -> Vec<u8> {
    let mut input = seeds[random.below(seeds.len())].clone();
    for _ in 0..=random.below(4) {
        let at = random.below(input.len() + 1);
        let end = at + random.below((input.len() - at).min(40) + 1);
        match random.below(6) {
            0 => drop(input.splice(at..end.min(at + 1), [u8::try_from(random.below(256)).unwrap()])),
            1 | 2 => drop(input.splice(at..at, words[random.below(words.len())].iter().copied())),
            3 => drop(input.drain(at..end)),
            4 => {
                let part = input[at..end].repeat(1 + random.below(60));
                drop(input.splice(at..end, part));
            }
            _ => {
                let other = &seeds[random.below(seeds.len())];
                let from = random.below(other.len() + 1);
                drop(input.splice(at..end, other[from..].iter().copied()));
            }
        }
    }
    input
}

fn run(name: &str, times: usize) {
    let (_, target) =
        targets::TARGETS.iter().find(|(known, _)| *known == name).expect("a target of this name");
    let words = words(if matches!(name, "catalog" | "overlay") { "yaml.dict" } else { "text.dict" });
    let mut seeds = seeds(name);
    if !matches!(name, "catalog" | "overlay") {
        seeds.extend(self::seeds("decode"));
        seeds.extend(self::seeds("find"));
    }
    for seed in &seeds {
        target(seed);
    }
    let mut random = Random::default();
    for _ in 0..times {
        let input = mutated(&mut random, &seeds, &words);
        let shown = input.clone();
        let held = std::panic::catch_unwind(|| target(&input));
        assert!(held.is_ok(), "{name} does not hold for {:?}", String::from_utf8_lossy(&shown));
    }
}

#[test]
fn every_target_has_a_binary_and_a_test() {
    let manifest = fs::read_to_string(fuzz().join("Cargo.toml")).unwrap();
    let this = include_str!("fuzz.rs");
    for (name, _) in targets::TARGETS {
        assert!(manifest.contains(&format!("path = \"fuzz_targets/{name}.rs\"")), "{name}");
        assert!(this.contains(&format!("run(\"{name}\", ")), "{name}");
    }
}

#[test]
fn responses() {
    run("decode", 2_000);
}

#[test]
fn codes_in_text() {
    run("find", 2_000);
}

#[test]
fn messages_and_their_arguments() {
    run("extract", 2_000);
    run("match", 1_000);
}

#[test]
fn catalog_files_and_overlays() {
    let checked =
        errcat_build::Config::new(fuzz().join("seeds/catalog")).overlay(fuzz().join("seeds/overlay")).check();
    assert!(checked.catalog.is_some(), "the seeds compile: {}", checked.diagnostics);
    run("catalog", 300);
    run("overlay", 300);
}

#[test]
fn logs() {
    run("log", 1_000);
}

/// All that the command writes as JSON is JSON.
#[test]
fn json_of_the_command() {
    let words = words("text.dict");
    let seeds = [seeds("log"), seeds("decode"), seeds("find")].concat();
    let mut random = Random::default();
    for at in 0..45 {
        let input = mutated(&mut random, &seeds, &words);
        let (args, lines): (&[&str], bool) = match at % 3 {
            0 => (&["decode", "--format", "jsonl"], true),
            1 => (&["annotate", "--format", "jsonl"], true),
            _ => (&["unknown", "--format", "json"], false),
        };
        let output = assert_cmd::Command::cargo_bin("errcat")
            .unwrap()
            .args(args)
            .write_stdin(input.clone())
            .output()
            .unwrap();
        let text = String::from_utf8(output.stdout).expect("JSON is UTF-8");
        let documents: Vec<&str> = if lines { text.lines().collect() } else { vec![&text] };
        for json in documents.into_iter().filter(|json| !json.trim().is_empty()) {
            let parsed = serde_json::from_str::<serde_json::Value>(json);
            assert!(parsed.is_ok(), "{args:?} writes {json:?} for {:?}", String::from_utf8_lossy(&input));
        }
    }
}
