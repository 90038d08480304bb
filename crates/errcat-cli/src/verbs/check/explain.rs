//! `errcat check --explain CODE`: the page of a diagnostic.

use std::io::Write;

use errcat_build::DiagnosticKind;

use crate::outcome::{Failure, Outcome};
use crate::output::stdout;
use crate::present::terminal::STRONG;

pub(super) fn run(name: &str) -> Result<Outcome, Failure> {
    // The arguments accept no other names.
    let known = DiagnosticKind::ALL.iter().find(|known| known.name() == name);
    let Some(kind) = known else { return Ok(Outcome::NotFound) };
    let mut out = stdout();
    let mut in_example = false;
    for line in kind.page().lines() {
        in_example ^= line.starts_with("```");
        if line.starts_with('#') && !in_example {
            writeln!(out, "{STRONG}{line}{STRONG:#}")?;
        } else {
            writeln!(out, "{line}")?;
        }
    }
    out.flush()?;
    Ok(Outcome::Found)
}
