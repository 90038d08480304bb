//! What rustc costs: cargo runs this program in its place, which runs rustc and notes time and memory.

use std::ffi::OsString;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result};
use nix::sys::resource::{UsageWho, getrusage};

/// Names the file that the notes go to, and has this program run rustc.
const LOG: &str = "ERRCAT_BENCH_RUSTC_LOG";

/// What one run of rustc took.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cost {
    /// Processor time in its own code.
    pub(crate) user: Duration,
    /// Processor time of the system for it.
    pub(crate) system: Duration,
    /// The most memory at a time, in bytes.
    pub(crate) memory: u64,
}

/// Where the notes go, if cargo runs this program.
pub(crate) fn log() -> Option<PathBuf> {
    std::env::var_os(LOG).map(PathBuf::from)
}

/// Has cargo note what rustc costs for packages by path.
pub(crate) fn note<'a>(cargo: &'a mut Command, log: &Path) -> Result<&'a mut Command> {
    Ok(cargo.env("RUSTC_WORKSPACE_WRAPPER", std::env::current_exe()?).env(LOG, log))
}

/// Runs the rustc that the arguments name, and notes `CRATE MICROSECONDS MICROSECONDS BYTES`. Does not return if rustc fails.
pub(crate) fn run(log: &Path) -> Result<()> {
    let mut args = std::env::args_os().skip(1);
    let rustc = args.next().context("cargo names no rustc")?;
    let args: Vec<OsString> = args.collect();
    let status = Command::new(rustc).args(&args).env_remove(LOG).status()?;
    if !status.success() {
        std::process::exit(status.code().unwrap_or(1));
    }
    let name = args.iter().skip_while(|arg| *arg != "--crate-name").nth(1);
    if let Some(name) = name.and_then(|name| name.to_str()) {
        let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
        let micros = |time: nix::sys::time::TimeVal| {
            i128::from(time.tv_sec()) * 1_000_000 + i128::from(time.tv_usec())
        };
        let (user, system) = (micros(usage.user_time()), micros(usage.system_time()));
        let mut file = OpenOptions::new().create(true).append(true).open(log)?;
        writeln!(file, "{name} {user} {system} {}", usage.max_rss() * 1024)?;
    }
    Ok(())
}

/// What was noted of this crate last.
pub(crate) fn cost(log: &Path, name: &str) -> Result<Cost> {
    let notes = std::fs::read_to_string(log)?;
    let note = notes.lines().rev().find_map(|line| {
        let mut numbers = line.strip_prefix(name)?.strip_prefix(' ')?.split(' ').map(str::parse);
        Some((numbers.next()?.ok()?, numbers.next()?.ok()?, numbers.next()?.ok()?))
    });
    let (user, system, memory) = note.with_context(|| format!("rustc did not compile {name}"))?;
    Ok(Cost { user: Duration::from_micros(user), system: Duration::from_micros(system), memory })
}
