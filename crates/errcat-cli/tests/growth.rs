//! Input that is twice as long takes about twice the instructions and the memory, whatever it holds.
//!
//! Instructions and the heap are counted by valgrind, not by a clock: counts are the same on every machine, nearly. Each
//! case is run with an input of some size, of twice and of four times the size. A loop within a loop over the input shows
//! in the instructions that the longer inputs take more: four times as many, not twice.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod common;

use std::fmt::Write as _;
use std::fs::{self, File};
use std::process::{Command, Stdio};

use common::{many, path, unknown_codes};
use tempfile::TempDir;

/// By how much more an input may take that is twice as long.
const FACTOR: f64 = 2.3;

/// What a run takes.
#[derive(Clone, Copy, Debug)]
struct Cost {
    instructions: f64,
    heap: f64,
}

/// The command with these arguments and this input, under valgrind's `massif`; nothing if it is not installed.
fn cost(args: &[String], input: &str) -> Option<Cost> {
    let folder = tempfile::tempdir().unwrap();
    let (report, fed) = (folder.path().join("report"), folder.path().join("input"));
    fs::write(&fed, input).unwrap();
    let output = Command::new("valgrind")
        .args(["--tool=massif", "--time-unit=i", "--depth=1"])
        .arg(format!("--massif-out-file={}", report.display()))
        .arg(env!("CARGO_BIN_EXE_errcat"))
        .args(args)
        .env("LC_ALL", "C")
        .stdin(Stdio::from(File::open(&fed).unwrap()))
        .output()
        .ok()?;
    // 4 is what `check` says of a catalog with faults.
    let done = output.status.code().is_some_and(|code| code < 2 || code == 4);
    assert!(done, "{}", String::from_utf8_lossy(&output.stderr));
    let report = fs::read_to_string(&report).unwrap();
    let most = |key: &str| {
        let values = report.lines().filter_map(|line| line.strip_prefix(key)?.parse::<f64>().ok());
        values.fold(0.0, f64::max)
    };
    Some(Cost { instructions: most("time="), heap: most("mem_heap_B=") })
}

/// Fails if the command takes more than its share for a longer input. `run` makes the arguments and the input of a size.
fn assert_linear(what: &str, size: usize, run: impl Fn(usize) -> (Vec<String>, String)) {
    let cost_of = |size: usize| {
        let (args, input) = run(size);
        cost(&args, &input)
    };
    let Some(one) = cost_of(size) else { return };
    let (two, four) = (cost_of(2 * size).unwrap(), cost_of(4 * size).unwrap());
    let (less, more) = (two.instructions - one.instructions, four.instructions - two.instructions);
    assert!(more <= FACTOR * less.max(1e6), "{what}: {one:?}, {two:?}, {four:?}");
    // Buffers grow by doubling, so that the heap is measured over two steps.
    assert!(four.heap <= FACTOR * FACTOR * one.heap, "{what}: {one:?}, {two:?}, {four:?}");
}

fn words(args: &[&str]) -> Vec<String> {
    args.iter().map(|arg| (*arg).to_owned()).collect()
}

#[test]
fn annotate_many_unknown_codes() {
    for form in [&[][..], &["--count"], &["--format=jsonl"]] {
        let args = words(&[&["annotate", "--threads=1"], form].concat());
        assert_linear(&format!("annotate {form:?}"), 200, |size| (args.clone(), unknown_codes(size, "\n")));
    }
}

#[test]
fn annotate_one_line_of_codes() {
    // More than suggestions are looked for, which take their time each.
    let args = words(&["annotate", "--threads=1", "--every"]);
    assert_linear("a line", 400, |size| (args.clone(), unknown_codes(size, " ")));
}

#[test]
fn annotate_one_record_of_codes() {
    let args = words(&["annotate", "--threads=1", "--json-field=m"]);
    assert_linear("a record", 1000, |size| {
        (args.clone(), format!("{{\"m\":\"{}\"}}\n", unknown_codes(size, " ")))
    });
    let args = words(&["annotate", "--threads=1", "--json-field=m.n.o"]);
    let fields = |size| many(size, |_| r#"{"m":{"n":[{"o":"CSBS.3001"},"#.to_owned());
    assert_linear("fields", 500, |size| {
        let nested = many(size, |at| format!("{}{{\"o\":\"CSBS.7{at:06}\"}}", if at > 0 { "," } else { "" }));
        (args.clone(), format!("{{\"m\":{{\"n\":[{nested}]}}}}\n"))
    });
    assert_linear("depth", 500, |size| (args.clone(), fields(size)));
}

#[test]
fn decode_many_failed_items() {
    let args = words(&["decode"]);
    let item =
        |at: usize| format!("{{\"name\":\"vm-{at}\",\"error_code\":\"VPC.{at}\",\"error_msg\":\"m\"}},");
    assert_linear("failed items", 100, |size| {
        (args.clone(), format!("{{\"failed\":[{}0]}}", many(size, item)))
    });
    let field = |at: usize| format!("\"k{at}_id\":\"v{at}\",");
    assert_linear("fields of an item", 500, |size| {
        (args.clone(), format!("{{\"failed\":[{{{}\"error_code\":\"CSBS.3001\"}}]}}", many(size, field)))
    });
    let body = |at: usize| format!("{{\"error_code\":\"VPC.{at}\",\"error_msg\":\"m\"}}\n");
    assert_linear("bodies", 100, |size| (args.clone(), many(size, body)));
    let line = |at: usize| format!("10:00 ERROR VPC.{at}: code: CSBS.3001 in line {at}\n");
    assert_linear("lines of a log", 200, |size| (args.clone(), many(size, line)));
    let dump = |at: usize| format!("HTTP/1.1 404 Not Found\r\nX-Request-Id: {at}\r\n\r\n{}", body(at));
    assert_linear("dumps", 100, |size| (args.clone(), many(size, dump)));
}

#[test]
fn unknown_of_any_log() {
    let args = words(&["unknown", "--threads=1"]);
    let other = |at: usize| format!("{{\"error_code\":\"P{at}X.1\",\"error_msg\":\"m {at}\"}}\n");
    assert_linear("prefixes", 150, |size| (args.clone(), many(size, other)));
    assert_linear("keys on one line", 2000, |size| (args.clone(), many(size, |_| "err_code ".to_owned())));
    let message = |at: usize| format!("CSBS.7001: Disk {at} of {} is full\n", at * 7);
    assert_linear("messages of a code", 400, |size| (args.clone(), many(size, message)));
    assert_linear("codes", 400, |size| (args.clone(), unknown_codes(size, "\n")));
}

/// A catalog with this many entries in each of this many services, whose texts have a word in them.
fn catalog(services: usize, entries: usize, word: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for service in 0..services {
        let mut text = format!(
            "service: s{service}\ntitle: {{ en: Service {service}, zh: 服务 }}\nprefixes: [S{service}X]\nsource: {{ title: P }}\nentries:\n"
        );
        for entry in 0..entries {
            let _ = write!(
                text,
                "  - code: S{service}X.{entry:05}\n    name: Card{word}{entry}Refused\n    status: 402\n    message: 'Card %s of shop {word}{service}x{entry} was refused.'\n    params: [card]\n    description: {{ en: The bank {word}{service}x{entry} refused it., zh: 银行拒绝了该卡。 }}\n    remediation: {{ en: Check {word}{service}x{entry} first., zh: 检查银行卡。 }}\n    class: failed_precondition\n    retry: after_fix\n"
            );
        }
        fs::write(folder.path().join(format!("s{service}.yaml")), text).unwrap();
    }
    folder
}

#[test]
fn search_by_many_words_and_in_many_entries() {
    let small = catalog(1, 10, "Word");
    let word = |at: usize| format!("qzx{at}w ");
    assert_linear("words", 100, |size| {
        (words(&["search", "--catalog", path(&small), &many(size, word)]), String::new())
    });
    let catalogs: Vec<TempDir> = [40, 80, 160].iter().map(|entries| catalog(1, *entries, "Word")).collect();
    assert_linear("entries", 40, |size| {
        let folder = path(&catalogs[size.ilog2() as usize - 5]);
        (words(&["search", "--catalog", folder, "bank", "refused"]), String::new())
    });
}

#[test]
fn diff_of_many_entries() {
    let pairs: Vec<(TempDir, TempDir)> = [40, 80, 160]
        .iter()
        .map(|entries| (catalog(1, *entries, "Old"), catalog(1, *entries, "New")))
        .collect();
    assert_linear("diff", 40, |size| {
        let (old, new) = &pairs[size.ilog2() as usize - 5];
        (words(&["diff", path(old), path(new)]), String::new())
    });
}

#[test]
fn overlay_of_many_entries() {
    let folders: Vec<(TempDir, TempDir)> = [40, 80, 160]
        .iter()
        .map(|entries| {
            let addition = |at: usize| format!("  - {{ code: S0X.{at:05}, owner: team-{at} }}\n");
            let overlay = tempfile::tempdir().unwrap();
            let text = format!("overlay: s0\nlayer: On call\nentries:\n{}", many(*entries, addition));
            fs::write(overlay.path().join("s0.yaml"), text).unwrap();
            (catalog(1, *entries, "Word"), overlay)
        })
        .collect();
    assert_linear("overlay", 40, |size| {
        let (catalog, overlay) = &folders[size.ilog2() as usize - 5];
        (words(&["list", "--catalog", path(catalog), "--overlay", path(overlay)]), String::new())
    });
}

#[test]
fn export_of_many_services() {
    let catalogs: Vec<TempDir> = [8, 16, 32].iter().map(|services| catalog(*services, 2, "Word")).collect();
    for format in ["csv", "yaml", "markdown", "openapi"] {
        assert_linear(format, 8, |size| {
            let folder = path(&catalogs[size.ilog2() as usize - 3]);
            (words(&["export", "--catalog", folder, "--format", format]), String::new())
        });
    }
}

/// The catalog files that `check` is tested with, by what they repeat. `#` is a number, another one each time.
const FILES: &[(&str, &str, &str, &str)] = &[
    // What takes time in the parsers.
    ("nested mappings", "", "{a: ", ""),
    ("nested and closed in turn", "[", "[[],", ""),
    ("brackets in texts", "{", "'[#': '{', ", "}"),
    ("aliases", "x: &a y\nz: [", "*a, ", "]"),
    // Each of them has something to report, in a file of one line.
    ("numbers", "{\"prefixes\": [", "#, ", "0]}"),
    ("entries without keys", "{\"entries\": [", "{\"code\": #}, ", "{}]}"),
    ("unknown keys", "{", "\"k#\": 1, ", "\"k\": 1}"),
    // And lists that are looked up.
    ("prefixes", "{\"service\": \"pay\", \"prefixes\": [", "\"P#\", ", "\"X\"]}"),
    (
        "aliases of prefixes",
        "{\"service\": \"pay\", \"prefixes\": [\"X\"], \"aliases\": {",
        "\"P#\": \"X\", ",
        "\"Y\": \"X\"}}",
    ),
];

/// An entry, on one line; `~` is its number, and what is in it besides.
const ENTRY: &str = r#"{"code":"PAY.~","name":"Name~","status":402,"message":"Card ~ was \"x.","description":{"en":"Why ~.","zh":"为何 ~。"},"remediation":{"en":"Do ~.","zh":"做 ~。"},"class":"internal","retry":"never"@}"#;

/// The texts that are repeated in one entry.
const TEXTS: &[(&str, &str)] = &[
    ("message", "{a#} "),
    ("message", "%s "),
    ("message", "("),
    ("message", "\\\" "),
    ("message", "undefined null "),
    ("code", "1."),
];

fn file_of(text: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("pay.yaml"), text).unwrap();
    folder
}

/// A unit of text as often as its size says.
fn repeated(unit: &str, size: usize) -> String {
    many(size, |at| unit.replace('#', &at.to_string()))
}

/// Asserts that `check` takes its share for the files of three sizes.
fn assert_check(what: &str, size: usize, format: &str, text: impl Fn(usize) -> String) {
    let files: Vec<TempDir> = [1, 2, 4].iter().map(|times| file_of(&text(times * size))).collect();
    assert_linear(what, size, |now| {
        let folder = path(&files[(now / size).ilog2() as usize]);
        (words(&["check", folder, "--format", format, "--lint", "all"]), String::new())
    });
}

#[test]
fn check_of_any_file() {
    for (what, before, unit, after) in FILES {
        assert_check(what, 800, "text", |size| format!("{before}{}{after}", repeated(unit, size)));
    }
}

#[test]
fn check_of_any_entry() {
    let head = r#"{"service":"pay","title":{"en":"P","zh":"支"},"prefixes":["PAY"],"source":{"title":"P"},"entries":["#;
    let entry = |number: usize, more: &str| ENTRY.replace('~', &number.to_string()).replace('@', more);
    for (what, more) in [
        ("entries with warnings", ""),
        ("entries with a reference that leads nowhere", r#","see":["PAY.x~"]"#),
        ("entries of a group that is not there", r#","group":"G~""#),
        ("entries with a comment sign", r#","note":{"en":"Ticket #~","zh":"号 #~"}"#),
    ] {
        assert_check(what, 60, "sarif", |size| {
            let entries = many(size, |at| entry(at, more).replace('~', &at.to_string()) + ",");
            format!("{head}{entries}{}]}}", entry(size, ""))
        });
    }
    for (key, unit) in TEXTS {
        assert_check(&format!("{key}: {unit}"), 1500, "text", |size| {
            let value = format!("\"{key}\":\"PAY.{}", repeated(unit, size));
            format!("{head}{}]}}", entry(1, "").replace(&format!("\"{key}\":\""), &value))
        });
    }
    for (key, item) in
        [("params", "\"p#\""), ("markers", "\"m#\""), ("allow", r#"{"lint":"x#","reason":"x"}"#)]
    {
        // Far beyond the number of diagnostics that are listed: up to there, each costs more.
        assert_check(key, 600, "text", |size| {
            let items = repeated(&format!("{item},"), size);
            format!("{head}{}]}}", entry(1, &format!(",\"{key}\":[{items}{item}]")))
        });
    }
}

#[test]
fn long_arguments() {
    let part = |at: usize| format!("(s-{at}) type ");
    assert_linear("match", 500, |size| {
        (words(&["match", &format!("The source server {}", many(size, part))]), String::new())
    });
    assert_linear("explain", 20, |size| {
        let codes = (0..size).map(|number| format!("CSBS.7{number:06}"));
        (std::iter::once("explain".to_owned()).chain(codes).collect(), String::new())
    });
}
