//! `errcat completions`, `man` and `help`: what shells and readers of manuals get.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod common;

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use common::{errcat, errcat_run, found, path, run, small_catalog};

/// The words that may follow, each with what it means, as fish is told.
fn following(line: &[&str]) -> Vec<(String, String)> {
    let run = run(errcat(&[&["--"], line].concat()).env("ERRCAT_COMPLETE", "fish"));
    assert_eq!((run.status, run.err.as_str()), (0, ""), "{line:?}");
    let pair = |line: &str| {
        let (word, help) = line.split_once('\t').unwrap_or((line, ""));
        (word.to_owned(), help.to_owned())
    };
    run.out.lines().map(pair).collect()
}

fn words(line: &[&str]) -> Vec<String> {
    following(line).into_iter().map(|(word, _)| word).collect()
}

#[test]
fn codes_follow_with_their_names() {
    let codes = following(&["errcat", "explain", "CSBS.60"]);
    assert!(codes.len() > 20 && codes.iter().all(|(code, _)| code.starts_with("CSBS.60")), "{codes:?}");
    assert!(codes.contains(&("CSBS.6019".to_owned(), "TargetServerTypeMismatch".to_owned())));
    // In any case, in another spelling, after another code, without the verb.
    assert_eq!(words(&["errcat", "explain", "sms.2802"]), ["SMS.2802"]);
    assert_eq!(words(&["errcat", "explain", "APIGW.0308"]), ["APIGW.0308"]);
    assert_eq!(words(&["errcat", "explain", "CSBS.6019", "SMS.2802"]), ["SMS.2802"]);
    assert_eq!(words(&["errcat", "--lang", "zh", "SMS.2802"]), ["SMS.2802"]);
    assert!(words(&["errcat", "explain", "XYZ."]).is_empty());
    // Nobody chooses a verb from hundreds of codes.
    let verbs = words(&["errcat", ""]);
    assert!(verbs.contains(&"explain".to_owned()) && verbs.len() < 30, "{verbs:?}");
}

#[test]
fn codes_are_those_of_the_catalog_on_the_line() {
    let catalog = small_catalog();
    let equals = format!("--catalog={}", path(&catalog));
    assert_eq!(words(&["errcat", "--catalog", path(&catalog), "explain", "P"]), ["PAY.1001", "PAY.1002"]);
    assert_eq!(words(&["errcat", &equals, "PAYMENT.1001"]), ["PAYMENT.1001"]);
    assert_eq!(
        following(&["errcat", &equals, "list", "--service", "p"]),
        [("pay".to_owned(), "Payments".to_owned())]
    );
    assert!(words(&["errcat", "--catalog", "/nowhere", "explain", "CSBS.60"]).is_empty());
}

#[test]
fn values_of_options_follow() {
    let formats = words(&["errcat", "export", "--format", ""]);
    assert_eq!(formats, ["json", "jsonl", "csv", "yaml", "markdown", "openapi", "typescript"]);
    assert!(words(&["errcat", "list", "--service", ""]).contains(&"cce_addonmgr".to_owned()));
}

/// Runs a script in a shell that finds the command by its name; nothing where the shell is not there.
fn in_shell(shell: &str, args: &[&str], script: &str) -> Option<String> {
    let folder = Path::new(env!("CARGO_BIN_EXE_errcat")).parent().unwrap();
    let search = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap_or_default());
    let mut command = Command::new(shell);
    command
        .args(args)
        .env("PATH", search)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit());
    let mut child = command.spawn().ok()?;
    child.stdin.take().unwrap().write_all(script.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{shell}");
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn bash_completes_codes() {
    let script = "\
source <(errcat completions bash)
COMP_WORDS=(errcat explain CSBS.601); COMP_CWORD=2; COMP_TYPE=9
_clap_complete_errcat errcat CSBS.601 explain
echo \"${COMPREPLY[*]}\"; complete -p errcat
";
    let Some(out) = in_shell("bash", &["--norc"], script) else { return };
    assert!(out.starts_with("CSBS.6010 CSBS.6013 "), "{out}");
    assert!(out.contains("_clap_complete_errcat errcat"), "{out}");
}

#[test]
fn fish_completes_codes_with_names() {
    let script = "errcat completions fish | source; complete -C 'errcat explain CSBS.6019'";
    let Some(out) = in_shell("fish", &["--no-config"], script) else { return };
    assert_eq!(out, "CSBS.6019\tTargetServerTypeMismatch\n");
}

#[test]
fn zsh_takes_the_script() {
    let script =
        "autoload -U compinit; compinit -D; source <(errcat completions zsh); echo ${_comps[errcat]}";
    let Some(out) = in_shell("zsh", &["-f"], script) else { return };
    assert_eq!(out, "_clap_dynamic_completer_errcat\n");
}

#[test]
fn every_shell_has_a_script() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = found(&["completions", shell]);
        assert!(script.contains("ERRCAT_COMPLETE"), "{shell}: {script}");
    }
    assert_eq!(errcat_run(&["completions", "tcsh"]).status, 2);
    let run = run(errcat(&[]).env("ERRCAT_COMPLETE", "tcsh"));
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(run.err.contains("unknown shell"), "{}", run.err);
}

#[test]
fn every_verb_has_a_manual_page() {
    let folder = tempfile::tempdir().unwrap();
    found(&["man", "--out", folder.path().join("man1").to_str().unwrap()]);
    let main = found(&["man"]);
    let read = |name: &str| std::fs::read_to_string(folder.path().join("man1").join(name)).unwrap();
    assert_eq!(read("errcat.1"), main);
    assert!(main.contains(".TH errcat 1 \" \" \"errcat "), "{main}");
    let verbs = words(&["errcat", "help", ""]);
    let verbs = verbs.iter().filter(|verb| *verb != "help" && !verb.starts_with('-'));
    for verb in verbs {
        assert!(main.contains(&format!("errcat\\-{verb}(1)")), "{verb}");
        let page = read(&format!("errcat-{verb}.1"));
        // The options of the command are those of the verb too.
        assert!(page.contains("\\-\\-color"), "{page}");
        check_page(&page);
    }
}

/// The typesetter has nothing to say, where it is there.
fn check_page(page: &str) {
    let mut groff = Command::new("groff");
    groff.args(["-ww", "-man", "-Tutf8"]).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
    let Ok(mut child) = groff.spawn() else { return };
    child.stdin.take().unwrap().write_all(page.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn help_is_a_verb() {
    assert_eq!(found(&["help"]), found(&["--help"]));
    assert_eq!(found(&["help", "explain"]), found(&["explain", "--help"]));
    assert_eq!(errcat_run(&["help", "nothing"]).status, 2);
}
