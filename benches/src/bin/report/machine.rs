//! On what the figures were measured, and with which versions.

use std::fs;
use std::process::Command;

use anyhow::Result;

use crate::process::{output, root};
use crate::table::{Table, size};

/// How the page is to be read, and the machine.
pub(crate) fn head() -> Result<String> {
    let mut machine = Table::new(["machine", ""]);
    machine.row(["processor", &processor()]);
    machine.row(["cores", &std::thread::available_parallelism()?.to_string()]);
    machine.row(["memory", &memory()]);
    machine.row(["system", &output(Command::new("uname").args(["-s", "-r", "-m"]))?]);
    machine.row(["compiler", &compiler()?]);
    machine.row(["versions", &versions()?]);
    Ok(format!(
        "Written by `cargo bench-report`, which runs everything, or the sections named with `--only`. The figures are \
         medians; a section's figures are of one run, so their ratios hold better than the times. A ratio says how many \
         times as long as errcat a peer takes. The machine is that of the last run; below each section stands when and \
         on what it was measured.\n\n{machine}"
    ))
}

/// When, on what and beside how much other work a section was measured.
pub(crate) fn stamp() -> Result<String> {
    let date = output(Command::new("date").args(["-u", "+%F %H:%M UTC"]))?;
    let commit = output(Command::new("git").args(["rev-parse", "--short", "HEAD"])).unwrap_or_default();
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or("unknown").to_owned();
    Ok(format!(
        "*{date}, {}, {}, commit {commit}, load average at the end {load}.*",
        processor(),
        compiler()?
    ))
}

fn processor() -> String {
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    field(&info, "model name").unwrap_or(std::env::consts::ARCH).to_owned()
}

fn memory() -> String {
    let info = fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let total = field(&info, "MemTotal").and_then(|text| text.strip_suffix(" kB")?.parse::<u64>().ok());
    total.map_or_else(|| "unknown".to_owned(), |total| size(total * 1024))
}

/// The value of the first line `NAME : VALUE`.
fn field<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split_once(':')?.1.trim())
}

fn compiler() -> Result<String> {
    let text =
        output(Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into())).arg("--version"))?;
    // Without commit and date.
    Ok(text.split(" (").next().unwrap_or_default().to_owned())
}

/// errcat and what it is measured beside.
fn versions() -> Result<String> {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root()).args(["tree", "--quiet", "--locked", "--manifest-path", "benches/Cargo.toml"]);
    cargo.args(["--no-default-features", "--features", "generated"]);
    let tree =
        output(cargo.args(["--edges", "normal,dev", "--depth", "1", "--prefix", "none", "--format", "{p}"]))?;
    let packages = tree.lines().skip(1).filter_map(|line| {
        let (name, version) = line.split_once(" v")?;
        Some(format!("{name} {}", version.split(' ').next()?))
    });
    Ok(packages.collect::<Vec<_>>().join(", "))
}
