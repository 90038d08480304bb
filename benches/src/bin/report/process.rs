//! Runs other programs: cargo, and what is measured.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// The root of the project.
pub(crate) fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// The folder in which cargo built this program, for builds of its own.
pub(crate) fn target_dir() -> Result<PathBuf> {
    let program = std::env::current_exe().context("cannot tell where this program is")?;
    // TARGET/release/report
    program.ancestors().nth(2).map(Path::to_owned).context("this program is not where cargo builds programs")
}

/// The cargo that runs this program, to run in a folder and to build into another.
pub(crate) fn cargo(folder: &Path, target: &Path) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // Settings of the caller would change what is measured.
    for (name, _) in
        std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("CARGO_PROFILE_"))
    {
        cargo.env_remove(name);
    }
    cargo.env_remove("RUSTFLAGS").env("CARGO_TARGET_DIR", target).current_dir(folder);
    cargo
}

/// Runs a program that is to succeed; what it prints goes to standard error.
pub(crate) fn run(command: &mut Command) -> Result<Duration> {
    let start = Instant::now();
    let status = command.stdout(io::stderr()).status();
    let status = status.with_context(|| format!("cannot run {}", name(command)))?;
    if !status.success() {
        bail!("{command:?} fails: {status}");
    }
    Ok(start.elapsed())
}

/// What a program prints.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output();
    let output = output.with_context(|| format!("cannot run {}", name(command)))?;
    if !output.status.success() {
        bail!("{command:?} fails: {}", output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether there is a program of this name.
pub(crate) fn exists(program: &str) -> bool {
    let probe = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    probe.is_ok_and(|status| status.success())
}

/// Runs a program and reads what it prints to the end, as the next program of a pipe would.
pub(crate) fn piped(command: &mut Command) -> Result<Duration> {
    let start = Instant::now();
    let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
    let mut child = child.with_context(|| format!("cannot run {}", name(command)))?;
    if let Some(mut out) = child.stdout.take() {
        io::copy(&mut out, &mut io::sink())?;
    }
    let status = child.wait()?;
    // A search that finds nothing, or an unknown code, is 1; neither is a failure to run.
    if !matches!(status.code(), Some(0 | 1)) {
        bail!("{command:?} fails: {status}");
    }
    Ok(start.elapsed())
}

/// The median of these times, in nanoseconds.
pub(crate) fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times.get(times.len() / 2).map_or(f64::NAN, |time| time.as_nanos() as f64)
}

fn name(command: &Command) -> String {
    OsStr::to_string_lossy(command.get_program()).into_owned()
}
