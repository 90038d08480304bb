//! Speaks to cargo: what a change of rebuilds, and what went wrong.
#![expect(clippy::print_stdout, reason = "a build script talks to cargo on its standard output")]

use std::path::Path;

use crate::diagnostic::{Diagnostics, Level};

/// Has the build script run again when a file of the folder changes, comes or goes, and for nothing else.
pub(crate) fn watch(folder: &Path) {
    println!("cargo::rerun-if-changed={}", folder.display());
}

/// Has the build script run again when this environment variable changes.
pub(crate) fn watch_variable(name: &str) {
    println!("cargo::rerun-if-env-changed={name}");
}

/// Has `errcat::include_catalog!` include this file for the catalog of this name.
pub(crate) fn include_from(name: &str, file: &Path) {
    println!("cargo::rustc-env=ERRCAT_CATALOG_{name}={}", file.display());
}

/// Tells what is wrong, in the long form: a line for each line of it, since cargo keeps only one line of each message.
/// An error fails the build.
pub(crate) fn report(found: &Diagnostics) {
    for diagnostic in found.as_slice() {
        let directive = if diagnostic.level == Level::Error { "error" } else { "warning" };
        say(directive, &diagnostic.render());
    }
}

/// Says something to those who ask cargo for all output: `cargo build -vv`.
pub(crate) fn note(message: &str) {
    println!("{message}");
}

/// Fails the build with this message.
pub(crate) fn error(message: &str) {
    say("error", message);
}

fn say(directive: &str, message: &str) {
    for line in directives(directive, message) {
        println!("{line}");
    }
}

/// Each line of a message as a directive of its own.
fn directives(directive: &str, message: &str) -> impl Iterator<Item = String> {
    message.lines().map(move |line| format!("cargo::{directive}={line}"))
}

#[cfg(test)]
mod tests {
    use super::directives;

    #[test]
    fn each_line_is_a_directive() {
        let lines: Vec<String> = directives("error", "pay.yaml:1:1: error[x]: y\n  |\n1 | z").collect();
        let due = ["cargo::error=pay.yaml:1:1: error[x]: y", "cargo::error=  |", "cargo::error=1 | z"];
        assert_eq!(lines, due);
    }
}
