//! How quickly the command answers, and how large programs are.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use super::build::MAIN;
use crate::process::{cargo, median, piped, root, run, target_dir};
use crate::table::{Table, size, time};
use crate::target::Targets;
use crate::temporary::{Crate, dependency};

const SPAWNS: usize = 200;
const STRIPPED: &str = "\n[profile.release]\nstrip = true\n";

pub(super) fn measure() -> Result<String> {
    let command = command()?;
    let mut times = Table::new(["", "median", "slowest"]);
    let explain = spawn(&mut times, "`errcat explain CSBS.6019`", &command, &["explain", "CSBS.6019"])?;
    spawn(&mut times, "`true`, a program that does nothing", Path::new("true"), &[])?;

    let consumer =
        program(&format!("[dependencies]\nerrcat = {}\n{STRIPPED}", dependency(root(), &[])?), MAIN)?;
    let empty = program(STRIPPED, "fn main() {\n    println!(\"{:?}\", std::env::args().nth(1));\n}\n")?;
    let mut sizes = Table::new(["stripped, release", "size"]);
    sizes.row(["the command `errcat`".to_owned(), size(fs::metadata(&command)?.len())]);
    sizes.row(["a program that looks a code up".to_owned(), size(consumer)]);
    sizes.row(["the same without errcat".to_owned(), size(empty)]);

    let mut targets = Targets::new();
    targets.at_most("`errcat explain`, median", 10.0, explain / 1e6, " ms");
    Ok(format!(
        "{SPAWNS} runs of a new process each, from its spawn to the end of its output. The program's file is in the \
         page cache.\n\n{times}\n\
         The five bundled services with all texts in two languages are in each program that uses the whole \
         catalog.\n\n{sizes}\n### Targets\n\n{targets}"
    ))
}

/// Builds the command as it is installed.
pub(super) fn command() -> Result<PathBuf> {
    let target = target_dir()?.join("report/command");
    run(cargo(root(), &target).args([
        "build",
        "--quiet",
        "--locked",
        "--release",
        "--package",
        "errcat-cli",
    ]))?;
    Ok(target.join("release/errcat"))
}

/// Adds a row, and returns the median in nanoseconds.
fn spawn(table: &mut Table, name: &str, program: &Path, args: &[&str]) -> Result<f64> {
    let times = (0..SPAWNS).map(|_| piped(Command::new(program).args(args))).collect::<Result<Vec<_>>>()?;
    let slowest = times.iter().max().map_or(f64::NAN, |time| time.as_nanos() as f64);
    let median = median(times);
    table.row([name.to_owned(), time(median), time(slowest)]);
    Ok(median)
}

/// The size of a program.
fn program(manifest: &str, main: &str) -> Result<u64> {
    let one = Crate::new("program", manifest, &[("src/main.rs", main)])?;
    let target = target_dir()?.join("report/program");
    run(cargo(one.path(), &target).args(["build", "--quiet", "--release"]))?;
    Ok(fs::metadata(target.join("release/program"))?.len())
}
