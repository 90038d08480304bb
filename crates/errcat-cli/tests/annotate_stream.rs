//! `errcat annotate` of a stream: lines as they come, a reader that goes away, an interrupt, a terminal.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod common;

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use common::in_terminal;

/// A line must be there within this time; a machine that does other work too is given some.
const SOON: Duration = Duration::from_secs(5);

/// A run that is fed bit by bit, and the lines of its output as they come.
struct Stream {
    child: Child,
    input: Option<ChildStdin>,
    lines: Receiver<String>,
}

impl Stream {
    fn start(args: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_errcat"))
            .arg("annotate")
            .args(args)
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let (sender, lines) = mpsc::channel();
        thread::spawn(move || out.lines().all(|line| sender.send(line.unwrap()).is_ok()));
        Self { input: child.stdin.take(), child, lines }
    }

    fn write(&mut self, text: &str) {
        self.input.as_mut().unwrap().write_all(text.as_bytes()).unwrap();
    }

    /// The next line, without waiting for more than one.
    fn line(&self) -> String {
        self.lines.recv_timeout(SOON).expect("a line should have come")
    }

    fn interrupt(&self) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    }

    /// Its exit status, what is left of the output, and standard error.
    fn end(mut self) -> (Option<i32>, Vec<String>, String) {
        let status = self.child.wait().unwrap();
        let mut error = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut error).unwrap();
        (status.code(), self.lines.iter().collect(), error)
    }
}

#[test]
fn each_line_as_it_comes() {
    for args in [&[][..], &["--threads", "1"], &["--every"]] {
        let mut stream = Stream::start(args);
        stream.write("first\n");
        assert_eq!(stream.line(), "first");
        // A line is kept until it is whole, and others are not kept with it.
        stream.write("second\nCSBS.30");
        assert_eq!(stream.line(), "second");
        assert!(stream.lines.recv_timeout(Duration::from_millis(100)).is_err());
        stream.write("01 is said\n");
        assert_eq!(stream.line(), "CSBS.3001 is said");
        assert!(stream.line().starts_with("  │  CSBS.3001  BackupNotFound"));
        drop(stream.input.take());
        let (status, rest, error) = stream.end();
        assert_eq!((status, rest.len(), error.as_str()), (Some(0), 3, ""));
    }
}

#[test]
fn findings_as_they_come() {
    for (args, expected) in [
        (&["--codes"][..], "CSBS.3001"),
        (&["--format", "jsonl"], r#"{"file":"-","line":1,"offset":0,"code":"CSBS.3001","#),
        (&["--json-field", "m"], "CSBS.3001"),
    ] {
        let mut stream = Stream::start(args);
        stream.write("CSBS.3001\n");
        assert!(stream.line().starts_with(expected), "{args:?}");
    }
}

#[test]
fn an_interrupt_ends_with_the_summary() {
    let mut stream = Stream::start(&[]);
    stream.write("a CSBS.3001\nb CSBS.3001\n");
    assert_eq!(stream.line(), "a CSBS.3001");
    while stream.line() != "b CSBS.3001" {}
    stream.interrupt();
    // The input stays open.
    let input = stream.input.take();
    let (status, _, error) = stream.end();
    drop(input);
    assert_eq!(status, Some(0));
    assert!(error.contains("    2      1     2  CSBS.3001  BackupNotFound\n"), "{error}");

    for (args, expected) in [
        (&["--count"][..], "    1      1     1  CSBS.3001  BackupNotFound"),
        (&["--summary"], "  │  CSBS.3001: once, line 1"),
    ] {
        let mut stream = Stream::start(args);
        stream.write("CSBS.3001\n");
        // What is counted shows nothing yet.
        thread::sleep(Duration::from_millis(500));
        stream.interrupt();
        let input = stream.input.take();
        let (status, rest, error) = stream.end();
        drop(input);
        assert_eq!((status, error.as_str()), (Some(0), ""), "{args:?}");
        assert!(rest.contains(&expected.to_owned()), "{args:?}: {rest:?}");
    }
}

#[test]
fn a_reader_that_goes_away_ends_it_quietly() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("app.log");
    std::fs::write(&path, "a line with CSBS.6019 in it\n".repeat(500_000)).unwrap();
    for form in ["", "--every", "--codes", "--format=jsonl"] {
        let script = format!("\"$0\" annotate {form} \"$1\" | head -n 1; echo \"${{PIPESTATUS[0]}}\"");
        let output = Command::new("bash")
            .args(["-c", &script, env!("CARGO_BIN_EXE_errcat"), path.to_str().unwrap()])
            .output()
            .unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        assert_eq!(text.lines().last(), Some("0"), "{form}: {text}");
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{form}");
    }

    // A stream, whose input is still open.
    let mut child = Command::new(env!("CARGO_BIN_EXE_errcat"))
        .args(["annotate", "--codes"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut input = child.stdin.take().unwrap();
    input.write_all(b"CSBS.6019\n").unwrap();
    let mut error = String::new();
    child.stderr.take().unwrap().read_to_string(&mut error).unwrap();
    assert_eq!((child.wait().unwrap().code(), error.as_str()), (Some(0), ""));
}

#[test]
fn a_terminal_gets_no_sequences_of_the_log() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("app.log");
    std::fs::write(&path, "\u{1b}]0;owned\u{7}a\tCSBS.6019 \u{9b}2J\r\n").unwrap();
    let errcat = env!("CARGO_BIN_EXE_errcat");
    let command = format!("NO_COLOR=1 {errcat} annotate {}", path.display());
    let Some(shown) = in_terminal(&command) else { return };
    assert!(shown.contains("\\u{1b}]0;owned\\u{7}a\tCSBS.6019 \\u{9b}2J"), "{shown:?}");
    assert!(shown.contains("TargetServerTypeMismatch") && !shown.contains(['\u{1b}', '\u{7}', '\u{9b}']));
}

#[test]
fn progress_is_for_terminals() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("app.log");
    std::fs::write(&path, "a line with CSBS.6019 in it\n".repeat(1_000_000)).unwrap();
    let errcat = env!("CARGO_BIN_EXE_errcat");
    // The terminal is standard error alone.
    let command = format!("{errcat} annotate --codes {} > /dev/null", path.display());
    let Some(shown) = in_terminal(&command) else { return };
    assert!(shown.contains(" codes") && shown.contains("/s") && shown.contains(" left"), "{shown:?}");
    let piped = Command::new(errcat).args(["annotate", "--codes"]).arg(&path).output().unwrap();
    assert_eq!((piped.stderr.len(), piped.stdout.len()), (0, 10_000_000));
}

/// What has come of a line that is not complete is scanned and written, as if the stream had ended.
#[test]
fn an_interrupt_does_not_lose_half_a_line() {
    for (args, expected) in [
        (&[][..], "half CSBS.3001 x"),
        (&["--summary"], "half CSBS.3001 x"),
        (&["--codes"], "CSBS.3001"),
        (&["--count"], "    1      1     1  CSBS.3001  BackupNotFound"),
        (&["--format", "jsonl"], r#"{"file":"-","line":1,"offset":5,"code":"CSBS.3001""#),
        (&["--json-field", "m"], "half CSBS.3001 x"),
    ] {
        let mut stream = Stream::start(args);
        stream.write("half CSBS.3001 x");
        thread::sleep(Duration::from_millis(500));
        stream.interrupt();
        let input = stream.input.take();
        let (status, rest, error) = stream.end();
        drop(input);
        assert!(rest.iter().any(|line| line.starts_with(expected)), "{args:?}: {rest:?} {error}");
        // Records that are not JSON hold nothing.
        assert_eq!(status, Some(i32::from(args.contains(&"--json-field"))), "{args:?}");
    }
}

/// The output is whole, whatever the threads were doing.
#[test]
fn an_interrupt_leaves_whole_output() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("app.log");
    std::fs::write(&path, "a line with CSBS.6019 in it\n".repeat(1_500_000)).unwrap();
    for delay in [20, 60, 120, 200] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_errcat"))
            .args(["annotate", "--format", "json", path.to_str().unwrap()])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut first = [0; 1];
        let mut out = child.stdout.take().unwrap();
        out.read_exact(&mut first).unwrap();
        let reader = thread::spawn(move || {
            let mut rest = first.to_vec();
            out.read_to_end(&mut rest).unwrap();
            rest
        });
        thread::sleep(Duration::from_millis(delay));
        let pid = child.id().to_string();
        assert!(Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
        child.wait().unwrap();
        let found: Vec<serde_json::Value> = serde_json::from_slice(&reader.join().unwrap()).unwrap();
        assert!(!found.is_empty());
    }
}
