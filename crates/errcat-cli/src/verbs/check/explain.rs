//! `errcat check --explain CODE`: the page of a diagnostic.

use std::io::Write;

use errcat_build::CODES;

use crate::outcome::{Failure, Outcome};
use crate::output::stdout;
use crate::present::terminal::STRONG;

pub(super) fn run(code: &str) -> Result<Outcome, Failure> {
    // The arguments take no other codes.
    let Some(code) = CODES.iter().find(|known| known.code == code) else { return Ok(Outcome::NotFound) };
    let mut out = stdout();
    let mut in_example = false;
    for line in code.page().lines() {
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
