//! Input that is made to break the command: too deep, too much, damaged, named oddly.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod common;

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::os::unix::ffi::OsStrExt;
use std::process::Command;

use common::{Run, errcat, gzip, run, unknown_codes, zstd};
use serde_json::Value;

/// Different codes that the catalog lacks are told apart up to this number, as the guide says.
const UNKNOWN_CODES: usize = 100_000;

const BODY: &str = r#"{"error_code":"CSBS.3001","error_msg":"Checkpoint_item (b-7) is not found."}"#;

fn fed(args: &[&str], input: impl Into<Vec<u8>>) -> Run {
    run(errcat(args).write_stdin(input))
}

/// UTF-16 with its mark, as Windows writes it.
fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(bytes).collect()
}

#[test]
fn records_of_any_depth() {
    // Within the depth that is looked into, beyond it, and what would take the stack of a reader that calls itself.
    for depth in [10, 100, 8_200, 200_000] {
        for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
            let value = format!("{}{{\"message\":\"CSBS.3001\"}}{}", open.repeat(depth), close.repeat(depth));
            let record = format!("{{\"error\":{value},\"m\":\"CSBS.3001\"}}");
            for field in ["m", "error", "error.message"] {
                let next = "{\"m\":\"CSBS.6019\",\"error\":{\"message\":\"CSBS.6019\"}}";
                let run = fed(&["annotate", "--json-field", field], format!("{record}\n{next}\n"));
                let (first, second) = run.out.split_once('\n').unwrap();
                assert!(first.starts_with(record.trim_end_matches('}')), "{field} at {depth}");
                // A field is read as a whole, however deep it is; names lead into lists only so far.
                let is_found = field != "error.message" || (open == "[" && depth == 10);
                assert_eq!(first.contains("BackupNotFound"), is_found, "{field} at {depth} of {open}");
                assert!(second.contains("TargetServerTypeMismatch"), "{field} at {depth}: {second}");
                assert!(run.err.starts_with("2 records, "), "{}", run.err);
            }
        }
        for verb in ["decode", "annotate", "unknown"] {
            let body = format!("{{\"error\":{}{BODY}{}}}", "[".repeat(depth), "]".repeat(depth));
            assert!([0, 1].contains(&fed(&[verb], body).status), "{verb} at {depth}");
        }
    }
}

#[test]
fn an_input_that_is_too_large_is_refused() {
    for input in [BODY.as_bytes().to_vec(), gzip(BODY.as_bytes()), zstd(BODY.as_bytes())] {
        // It counts as it is unpacked.
        let exact = BODY.len().to_string();
        assert_eq!(fed(&["decode", "--limit", &exact], input.clone()).status, 0);
        let less = (BODY.len() - 1).to_string();
        let run = fed(&["decode", "--limit", &less], input);
        assert_eq!((run.status, run.out.as_str()), (2, ""));
        let expected = format!(
            "error: cannot read standard input: it is larger than {less} bytes: give a larger `--limit`, or read it with \
             `errcat annotate`, which needs no more memory for a larger file\n"
        );
        assert_eq!(run.err, expected);
    }
    // What bursts is not unpacked further than to the limit.
    let bomb = gzip(&vec![b' '; 8 << 20]);
    let run = fed(&["decode", "--limit", "1M"], bomb);
    assert!(run.status == 2 && run.err.contains("larger than 1 MiB"), "{}", run.err);
    for wrong in ["0", "-1", "1T", "M"] {
        assert_eq!(fed(&["decode", &format!("--limit={wrong}")], BODY).status, 2);
    }
    // Never without an end: the limit holds unless another one is given.
    let endless = Command::new("bash")
        .args(["-c", "ulimit -v 4000000; \"$0\" decode --limit 4M /dev/zero", env!("CARGO_BIN_EXE_errcat")])
        .output()
        .unwrap();
    assert_eq!(endless.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&endless.stderr).contains("larger than 4 MiB"));
}

#[test]
fn unknown_codes_beyond_the_limit_are_counted_together() {
    let log = unknown_codes(UNKNOWN_CODES + 500, "\n");
    let run = fed(&["annotate", "--count", "--format", "jsonl"], log.as_str());
    let last: Value = serde_json::from_str(run.out.lines().last().unwrap()).unwrap();
    assert_eq!((run.status, run.out.lines().count()), (0, UNKNOWN_CODES + 1));
    assert_eq!(
        (&last["code"], &last["known"], &last["count"]),
        (&Value::Null, &Value::from(false), &Value::from(500))
    );
    assert_eq!(
        (&last["first_line"], &last["last_line"]),
        (&Value::from(UNKNOWN_CODES + 1), &Value::from(UNKNOWN_CODES + 500))
    );
    // A code that is told apart goes on being so, and known ones have no limit.
    let again = fed(
        &["annotate", "--count", "--format", "jsonl"],
        format!("{log}CSBS.7000000\nCSBS.3001\nCSBS.7000000\n"),
    );
    let first: Value = serde_json::from_str(again.out.lines().next().unwrap()).unwrap();
    assert_eq!((&first["code"], &first["count"]), (&Value::from("CSBS.7000000"), &Value::from(3)));
    assert!(again.out.contains("\"CSBS.3001\""));

    let plain = fed(&["annotate", "--unknown"], log.as_str());
    assert_eq!(plain.out.matches("not in the catalog").count(), UNKNOWN_CODES);
    assert!(plain.err.contains("more than 100000 different codes"), "{}", plain.err);
    let stubs = fed(&["unknown", "--format", "jsonl"], log.as_str());
    assert_eq!(stubs.out.lines().count(), UNKNOWN_CODES);
    assert!(
        stubs.err.contains("more than 100000 different codes") && stubs.err.contains("500 times"),
        "{}",
        stubs.err
    );
}

/// What a process has taken at most, in KiB, when it has read this from its standard input.
fn peak(args: &[&str], input: &str) -> u64 {
    let mut child = Command::new(env!("CARGO_BIN_EXE_errcat"))
        .args(args)
        .env_clear()
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(input.as_bytes()).unwrap();
    stdin.flush().unwrap();
    // The pipe holds 64 KiB; the rest has been read.
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
    drop(stdin);
    child.wait().unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0 kB");
    line.trim().trim_end_matches(" kB").parse().unwrap()
}

#[test]
#[cfg(target_os = "linux")]
fn memory_does_not_grow_with_the_number_of_unknown_codes() {
    for args in [&["annotate"][..], &["annotate", "--count"], &["unknown"]] {
        // Some more than are told apart, and as many again.
        let some = peak(args, &unknown_codes(UNKNOWN_CODES + UNKNOWN_CODES / 4, "\n"));
        let more = peak(args, &unknown_codes(2 * UNKNOWN_CODES + UNKNOWN_CODES / 2, "\n"));
        assert!(more < some + some / 4, "{args:?}: {some} KiB, and {more} KiB of an input twice as long");
    }
}

/// Wherever the system allows fewer threads than are asked for, those that there are do the work.
#[test]
fn more_threads_than_there_can_be() {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("app.log");
    fs::write(&log, "a line with CSBS.3001 in it\n".repeat(50_000)).unwrap();
    // Kilobytes: for thousands of stacks, for none besides the first, and for what is between.
    let mut succeeded = 0;
    for (limit, threads) in
        [("8000000", "5000"), ("unlimited", "1000000"), ("90000", "8"), ("70000", "8"), ("60000", "8")]
    {
        let script = format!("ulimit -v {limit}; exec \"$0\" annotate --codes --threads {threads} \"$1\"");
        let output = Command::new("bash")
            .args(["-c", &script, env!("CARGO_BIN_EXE_errcat"), log.to_str().unwrap()])
            .output()
            .unwrap();
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(!error.contains("panicked"), "{limit}: {error}");
        if output.status.success() {
            assert_eq!(output.stdout, "CSBS.3001\n".repeat(50_000).into_bytes(), "{limit}");
            succeeded += 1;
        }
    }
    assert!(succeeded >= 2);
}

/// As gzip(1) does it: zeros are how a disk or tape fills its last block.
#[test]
fn what_follows_compressed_data() {
    let (one, text) = (gzip(b"CSBS.3001\n"), "CSBS.3001\n");
    let warning = "warning: standard input: what follows the compressed data is not gzip, and was ignored\n";
    for (behind, expected) in [
        (vec![0; 1], ""),
        (vec![0; 100_000], ""),
        (b"garbage".to_vec(), warning),
        ([vec![0; 10], b"x".to_vec()].concat(), warning),
        // It begins as a member does, and is none.
        (vec![0x1f, 0x8c, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], warning),
    ] {
        let packed = [one.clone(), behind.clone()].concat();
        let run = fed(&["annotate", "--codes"], packed.clone());
        assert_eq!((run.status, run.out.as_str(), run.err.as_str()), (0, text, expected), "{behind:?}");
        let decoded = fed(&["decode", "--format", "jsonl"], [gzip(BODY.as_bytes()), behind].concat());
        assert_eq!((decoded.status, decoded.err.as_str()), (0, expected));
    }
    // A member that is cut off is lost data, as is a frame of zstd, even one that holds nothing.
    let skippable = [0x50, 0x2a, 0x4d, 0x18, 9, 0, 0, 0, 1, 2, 3];
    for packed in [
        [one.clone(), one[..one.len() - 3].to_vec()].concat(),
        [zstd(b"CSBS.3001\n"), skippable.to_vec()].concat(),
        [zstd(b"CSBS.3001\n"), skippable[..6].to_vec()].concat(),
        skippable.to_vec(),
    ] {
        let run = fed(&["annotate", "--codes"], packed);
        assert_eq!(run.status, 2, "{}", run.out);
        assert!(run.err.contains("the compressed data ends too early"), "{}", run.err);
    }
}

#[test]
fn names_of_files_that_are_not_utf8_or_have_line_breaks() {
    let folder = tempfile::tempdir().unwrap();
    for name in [&b"caf\xe9.log"[..], b"two\nlines: x\n  - code: EVIL.1\n.log"] {
        let path = folder.path().join(OsStr::from_bytes(name));
        fs::write(&path, "x CSBS.7001: Disk is full\ny CSBS.3001\n").unwrap();
        for args in [
            &["annotate"][..],
            &["annotate", "--count"],
            &["annotate", "--summary"],
            &["annotate", "--format", "json"],
            &["annotate", "--count", "--format", "jsonl"],
            &["decode"],
            &["decode", "--format", "json"],
            &["unknown"],
            &["unknown", "--format", "json"],
        ] {
            let other = folder.path().join("other.log");
            fs::write(&other, "CSBS.3001\n").unwrap();
            let run = run(errcat(args).arg(&path).arg(&other));
            assert!(run.status < 2 && run.err.is_empty(), "{args:?}: {}", run.err);
            assert!(!run.out.is_empty(), "{args:?}");
            // A name is one line, so that nothing in it can be taken for output.
            assert!(
                !run.out.lines().any(|line| line.trim_start().starts_with("- code: EVIL.1")),
                "{args:?}: {}",
                run.out
            );
            assert!(!run.out.lines().any(|line| line.starts_with("lines: x")), "{args:?}: {}", run.out);
        }
        let missing = folder.path().join(OsStr::from_bytes(&[b"no-", name].concat()));
        for verb in ["annotate", "decode", "unknown"] {
            let run = run(errcat(&[verb]).arg(&missing));
            assert_eq!((run.status, run.err.lines().count()), (2, 1), "{}", run.err);
        }
    }
    // Folders too, as far as their names are given.
    let catalog = folder.path().join(OsStr::from_bytes(b"cat\xe9log"));
    fs::create_dir(&catalog).unwrap();
    fs::write(catalog.join("pay.yaml"), common::SMALL).unwrap();
    assert_eq!(run(errcat(&["check"]).arg(&catalog)).status, 0);
    let explained = run(errcat(&["explain", "PAY.1001", "--catalog"]).arg(&catalog));
    assert_eq!(explained.status, 0, "{}", explained.err);
}

/// Responses are saved by browsers, by Windows and by log archives.
#[test]
fn responses_in_other_encodings_and_packed() {
    let little = utf16(BODY, u16::to_le_bytes);
    let big = utf16(BODY, u16::to_be_bytes);
    let plain = fed(&["decode", "--format", "json"], BODY);
    assert_eq!(plain.status, 0);
    for body in [
        little.clone(),
        big.clone(),
        gzip(BODY.as_bytes()),
        zstd(BODY.as_bytes()),
        gzip(&little),
        zstd(&big),
        [&b"\xef\xbb\xbf"[..], BODY.as_bytes()].concat(),
    ] {
        let run = fed(&["decode", "--format", "json"], body.clone());
        assert_eq!((run.status, run.out.as_str(), run.err.as_str()), (0, plain.out.as_str(), ""));
        let codes = fed(&["annotate", "--codes"], body);
        assert_eq!((codes.status, codes.out.as_str()), (0, "CSBS.3001\n"));
    }
}
