//! The commands of `docs/exports.md` do what they say.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]
#![cfg(unix)]

use std::path::Path;
use std::process::Command;

const GUIDE: &str = include_str!("../../../docs/exports.md");

/// The blocks of a language.
fn blocks(language: &str) -> Vec<&'static str> {
    let start = format!("```{language}\n");
    let blocks = GUIDE.split(&start).skip(1);
    blocks.map(|block| block.split("```").next().unwrap()).collect()
}

#[test]
fn every_command_runs() {
    let folder = tempfile::tempdir().unwrap();
    let bin = Path::new(env!("CARGO_BIN_EXE_errcat")).parent().unwrap();
    let search = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap_or_default());
    let script = blocks("sh").concat();
    assert!(script.matches("errcat export").count() >= 7, "{script}");
    let mut shell = Command::new("sh");
    shell.args(["-eu", "-c", &script]).current_dir(folder.path()).env("PATH", search).env("LC_ALL", "C");
    let output = shell.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let read = |file: &str| std::fs::read_to_string(folder.path().join(file)).unwrap();
    // What the guide refers to is there.
    assert!(read("pages/csbs.md").starts_with("# 云服务器备份\n"));
    assert!(read("book/src/csbs.md").contains("<a id=\"CSBS.6019\"></a>"));
    assert!(read("man1/errcat-export.1").contains("\\-\\-all\\-meanings"));
    assert!(read("errors.csv").starts_with("code,documented_code,meaning,meanings,"));
    let errors: serde_json::Value = serde_json::from_str(&read("errors.json")).unwrap();
    assert!(errors["components"]["responses"]["CsbsError404"].is_object());
    for name in ["errors", "find", "format"] {
        assert!(read("errcat.ts").contains(&format!(" {name}")), "{name}");
    }
}

#[test]
fn columns_and_keys_are_there() {
    let table = String::from_utf8(
        Command::new(env!("CARGO_BIN_EXE_errcat"))
            .args(["export", "--format", "csv"])
            .output()
            .unwrap()
            .stdout,
    )
    .unwrap();
    let columns: Vec<&str> = table.lines().next().unwrap().trim_end().split(',').collect();
    for column in ["code", "documented_code", "meanings", "name", "retry", "remediation_en", "description_zh"]
    {
        assert!(columns.contains(&column) && GUIDE.contains(column), "{column}");
    }
}
