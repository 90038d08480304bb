//! `errcat annotate` with any bytes: nothing of the text is lost or changed, nothing is found twice.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod common;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;

use assert_cmd::Command;
use common::{errcat, gzip, zstd};
use proptest::prelude::*;
use serde_json::Value;

const MARK: &[u8] = "  │".as_bytes();

/// Status, standard output and standard error of a run.
fn bytes(command: &mut Command) -> (i32, Vec<u8>, String) {
    let output = command.output().unwrap();
    let error = String::from_utf8(output.stderr).unwrap();
    (output.status.code().expect("ended by a signal"), output.stdout, error)
}

fn without_notes(text: &[u8]) -> Vec<u8> {
    let lines: Vec<&[u8]> =
        text.split(|byte| *byte == b'\n').filter(|line| !line.starts_with(MARK)).collect();
    lines.join(&b'\n')
}

/// Pieces of logs, among them what is hard: halves of codes, letters that are cut, line ends of all kinds.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    let texts: &[&[u8]] = &[
        b"CSBS.6019",
        b"SMS.2802",
        b"APIGW.0101",
        b"CSBS.7777",
        b"CSBS.",
        b"6019",
        b"\n",
        b"\r\n",
        b" ",
        b": ",
        b"-",
        b"_",
        b"x",
        "é".as_bytes(),
        "中".as_bytes(),
        b"\xff",
        b"\0",
        b"{\"error_code\":\"CSBS.9009\"}",
        b"\x1b[31m",
    ];
    let known = proptest::sample::select(texts.iter().map(|text| text.to_vec()).collect::<Vec<_>>());
    prop_oneof![4 => known, 1 => proptest::collection::vec(any::<u8>(), 0..8)]
}

/// The codes of a text, found in the plainest way: word by word.
fn naive(text: &[u8]) -> Vec<(usize, String)> {
    let found = errcat::CATALOG.find_in_bytes(text);
    found.map(|found| (found.range().start, found.as_str().to_owned())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_bytes_pass(pieces in proptest::collection::vec(piece(), 0..200)) {
        let text = pieces.concat();
        let codes = naive(&text);
        for form in [&[][..], &["--every"]] {
            let (status, out, error) = bytes(errcat(&["annotate"]).args(form).write_stdin(text.clone()));
            prop_assert_eq!((status, error.as_str()), (i32::from(codes.is_empty()), ""));
            prop_assert_eq!(without_notes(&out), text.clone());
        }
        let (_, out, _) = bytes(errcat(&["annotate", "--format", "jsonl"]).write_stdin(text.clone()));
        let out = String::from_utf8(out).unwrap();
        let objects: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        prop_assert_eq!(objects.len(), codes.len());
        for (object, (offset, code)) in objects.iter().zip(&codes) {
            let line = text[..*offset].split(|byte| *byte == b'\n').count();
            prop_assert_eq!(&object["offset"], *offset);
            prop_assert_eq!(&object["line"], line);
            prop_assert_eq!(&object["code"], code.as_str());
        }
    }
}

/// A log of some blocks whose lines are of many lengths, and its codes with their lines.
fn log(lines: usize) -> (Vec<u8>, Vec<(u64, usize, String)>) {
    let (mut text, mut codes) = (Vec::new(), Vec::new());
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    let all: Vec<errcat::Code> = errcat::Code::all().collect();
    for line in 1..=lines {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        text.extend(std::iter::repeat_n(b'.', (random % 97) as usize));
        text.push(b' ');
        if random.is_multiple_of(3) {
            let code = all[(random / 3 % all.len() as u64) as usize].as_str();
            codes.push((line as u64, text.len(), code.to_owned()));
            text.extend_from_slice(code.as_bytes());
            text.extend_from_slice(b": something failed");
        }
        text.extend_from_slice(if random.is_multiple_of(5) { b"\r\n" } else { b"\n" });
    }
    (text, codes)
}

#[test]
fn a_log_with_known_contents() {
    let (text, codes) = log(50_000);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("app.log");
    fs::write(&path, &text).unwrap();
    let path = path.to_str().unwrap();
    for threads in ["1", "2", "7"] {
        let run = |args: &[&str]| bytes(errcat(&["annotate", "--threads", threads, path]).args(args)).1;
        assert!(without_notes(&run(&[])) == text, "with {threads} threads");
        let listed: String = codes.iter().flat_map(|(_, _, code)| [code, "\n"]).collect();
        assert!(run(&["--codes"]) == listed.as_bytes());
        let out = String::from_utf8(run(&["--format", "jsonl"])).unwrap();
        let objects = out.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let found: Vec<(u64, usize, String)> = objects
            .map(|object| {
                let number = |key: &str| object[key].as_u64().unwrap();
                (number("line"), number("offset") as usize, object["code"].as_str().unwrap().to_owned())
            })
            .collect();
        assert!(found == codes, "with {threads} threads");
        let mut expected: BTreeMap<String, (u64, u64, u64)> = BTreeMap::new();
        for (line, _, code) in &codes {
            let spot = expected.entry(code.clone()).or_insert((0, *line, *line));
            *spot = (spot.0 + 1, spot.1, *line);
        }
        let counts: Value = serde_json::from_slice(&run(&["--count", "--format", "json"])).unwrap();
        let counted = counts["codes"].as_array().unwrap().iter().map(|object| {
            let number = |key: &str| object[key].as_u64().unwrap();
            let spot = (number("count"), number("first_line"), number("last_line"));
            (object["code"].as_str().unwrap().to_owned(), spot)
        });
        assert!(counted.collect::<BTreeMap<_, _>>() == expected, "with {threads} threads");
    }
}

/// A line that is longer than any buffer: codes stand where it will be cut, and words that are too long to be looked
/// at in one piece.
fn long_line(path: &Path, length: usize) -> usize {
    let mut file = BufWriter::new(File::create(path).unwrap());
    let (mut written, mut codes) = (0, 0_usize);
    while written < length {
        let word: &[u8] = match codes % 4 {
            0 => b"CSBS.6019 ",
            1 => b"SMS.2802,",
            2 => "APIG.0101é".as_bytes(),
            _ => b"CSBS.7777\xff",
        };
        file.write_all(word).unwrap();
        // Between the blocks of 4 KiB that everything is a multiple of.
        let filler = if codes.is_multiple_of(2) { b"=" } else { b"%" }.repeat(4093 - codes % 13);
        file.write_all(&filler).unwrap();
        codes += 1;
        written += word.len() + filler.len();
    }
    file.write_all(b"\nlast CSBS.6019").unwrap();
    file.flush().unwrap();
    codes + 1
}

#[test]
fn a_line_of_100_megabytes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("long.log");
    let codes = long_line(&path, 100_000_000);
    let text = fs::read(&path).unwrap();
    let run = |args: &[&str]| bytes(errcat(&["annotate"]).args(args).arg(&path)).1;
    assert_eq!(run(&["--codes"]).split(|byte| *byte == b'\n').count() - 1, codes);
    let out = run(&[]);
    assert!(without_notes(&out) == text);
    // The notes of the long line stand below it.
    let end = text.iter().position(|byte| *byte == b'\n').unwrap();
    assert!(out[..=end] == text[..=end] && out[end + 1..].starts_with(MARK));
    let counts: Value = serde_json::from_slice(&run(&["--count", "--format", "json"])).unwrap();
    let of_6019 = &counts["codes"][0];
    assert_eq!((&of_6019["first_line"], &of_6019["last_line"]), (&Value::from(1), &Value::from(2)));
}

#[test]
fn a_word_of_megabytes_is_no_code() {
    let text =
        [&b"A".repeat(3 << 20)[..], b"CSBS.6019 CSBS.3001 ", &b"B-".repeat(2 << 20), b".SMS.2802"].concat();
    let (status, out, _) = bytes(errcat(&["annotate", "--codes"]).write_stdin(text));
    assert_eq!((status, String::from_utf8(out).unwrap().as_str()), (0, "CSBS.3001\n"));
}

#[test]
fn compressed_input() {
    let (text, _) = log(30_000);
    let (head, tail) = text.split_at(text.len() / 3);
    let skippable = [0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3];
    for packed in [
        gzip(&text),
        [gzip(head), gzip(tail)].concat(),
        zstd(&text),
        [zstd(head), skippable.to_vec(), zstd(tail)].concat(),
    ] {
        // The name says nothing; the first bytes do.
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("app.log");
        fs::write(&path, &packed).unwrap();
        for command in
            [errcat(&["annotate"]).arg(&path), errcat(&["annotate", "-"]).write_stdin(packed.clone())]
        {
            let (status, out, error) = bytes(command);
            assert_eq!((status, error.as_str()), (0, ""));
            assert!(without_notes(&out) == text);
        }
    }
    let named = tempfile::tempdir().unwrap();
    let path = named.path().join("plain.gz");
    fs::write(&path, "CSBS.6019\n").unwrap();
    assert_eq!(bytes(errcat(&["annotate", "--codes"]).arg(&path)).1, b"CSBS.6019\n");
}

#[test]
fn compressed_input_that_is_cut_off_or_damaged() {
    let (text, _) = log(100_000);
    for packed in [gzip(&text), zstd(&text)] {
        let cut = &packed[..packed.len() / 2];
        let (status, out, error) = bytes(errcat(&["annotate"]).write_stdin(cut));
        let shown = without_notes(&out);
        assert_eq!(
            (status, error.as_str()),
            (2, "error: cannot read standard input: the compressed data ends too early\n")
        );
        assert!(
            text.starts_with(&shown) && shown.len() > text.len() / 4,
            "{} of {}",
            shown.len(),
            text.len()
        );

        let mut damaged = packed.clone();
        let middle = damaged.len() / 2;
        for byte in &mut damaged[middle..middle + 64] {
            *byte ^= 0x55;
        }
        let (status, _, error) = bytes(errcat(&["annotate"]).write_stdin(damaged));
        assert_eq!(status, 2);
        assert!(error.starts_with("error: cannot read standard input: the compressed data "), "{error}");
    }
}

#[test]
fn several_compressed_files_in_their_order() {
    let folder = tempfile::tempdir().unwrap();
    let (mut paths, mut whole, mut listed) = (Vec::new(), Vec::new(), String::new());
    for number in 0..12 {
        let (text, codes) = log(5_000 + 997 * number);
        let path = folder.path().join(format!("{number}.gz"));
        fs::write(&path, if number % 2 == 0 { gzip(&text) } else { zstd(&text) }).unwrap();
        paths.push(path);
        whole.extend_from_slice(&text);
        listed.extend(codes.iter().map(|(_, _, code)| format!("{code}\n")));
    }
    for threads in ["1", "3"] {
        let run =
            |form: &[&str]| bytes(errcat(&["annotate", "--threads", threads]).args(form).args(&paths)).1;
        assert!(without_notes(&run(&[])) == whole);
        assert!(run(&["--codes"]) == listed.as_bytes());
        let counts: Value = serde_json::from_slice(&run(&["--count", "--format", "json"])).unwrap();
        let total: u64 =
            counts["codes"].as_array().unwrap().iter().map(|code| code["count"].as_u64().unwrap()).sum();
        assert_eq!(total, listed.lines().count() as u64);
    }
}

/// Where a long line is cut, an escape stays with the code behind it.
#[test]
fn no_cut_parts_a_code_from_its_escape() {
    const CUT: usize = 1 << 20;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("long.log");
    for (escape, filler) in
        [("\u{1b}[1;31m", "ab "), ("\u{1b}[31m", "ab,"), ("\\n", "ab,"), ("\\u001b[31m", "ab,")]
    {
        for before in (0..24).step_by(3) {
            let mut text = filler.repeat(CUT / filler.len() + 1).into_bytes();
            text.truncate(CUT - before);
            text.push(filler.as_bytes()[2]);
            text.extend_from_slice(escape.as_bytes());
            text.extend_from_slice(b"CSBS.6019 and the rest");
            fs::write(&path, &text).unwrap();
            let (_, out, _) = bytes(errcat(&["annotate", "--codes"]).arg(&path));
            assert_eq!(String::from_utf8(out).unwrap(), "CSBS.6019\n", "{escape:?}, {before}");
        }
    }
}
