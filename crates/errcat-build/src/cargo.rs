//! Speaks to cargo: what a change of rebuilds, and what went wrong.
#![expect(clippy::print_stdout, reason = "a build script talks to cargo on its standard output")]

use std::path::Path;

use crate::diagnostic::Diagnostics;

/// Has the build script run again when a file of the folder changes, comes or goes, and for nothing else.
pub(crate) fn watch(folder: &Path) {
    println!("cargo::rerun-if-changed={}", folder.display());
}

/// Fails the build, with a line for each line of the diagnostics: cargo keeps only one line of each message.
pub(crate) fn report(faults: &Diagnostics) {
    faults.as_slice().iter().for_each(|fault| error(&fault.to_string()));
}

/// Fails the build with this message.
pub(crate) fn error(message: &str) {
    for line in message.lines() {
        println!("cargo::error={line}");
    }
}
