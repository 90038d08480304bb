//! `errcat check`: what is wrong with a folder of catalog files.

use std::io::Write;

use errcat_build::{Diagnostic, Diagnostics};
use serde::Serialize;

use super::{stdout, write_json, write_jsonl};
use crate::args::{Check, Format};
use crate::outcome::{Failure, Outcome};
use crate::page::{ERROR, STRONG};

#[derive(Serialize)]
struct Document<'a> {
    diagnostics: Vec<DiagnosticJson<'a>>,
}

#[derive(Serialize)]
struct DiagnosticJson<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    severity: String,
    code: &'a str,
    message: &'a str,
    help: &'a str,
}

impl<'a> DiagnosticJson<'a> {
    fn new(diagnostic: &'a Diagnostic) -> Self {
        Self {
            path: &diagnostic.path,
            line: diagnostic.line,
            column: diagnostic.column,
            severity: diagnostic.severity.to_string(),
            code: diagnostic.code,
            message: &diagnostic.message,
            help: &diagnostic.help,
        }
    }
}

pub(super) fn run(check: &Check) -> Result<Outcome, Failure> {
    let (entries, faults) = match errcat_build::load(&check.folder) {
        Ok(catalog) => {
            (catalog.services.iter().map(|service| service.entries.len()).sum(), Diagnostics::default())
        }
        Err(faults) => (0, faults),
    };
    let faults = faults.as_slice();
    let mut out = stdout();
    match check.format {
        Format::Json => {
            write_json(
                &mut out,
                &Document { diagnostics: faults.iter().map(DiagnosticJson::new).collect() },
            )?;
        }
        Format::Jsonl => write_jsonl(&mut out, faults.iter().map(DiagnosticJson::new))?,
        Format::Text if faults.is_empty() => {
            writeln!(out, "{}: {entries} entries, no faults", check.folder.display())?;
        }
        Format::Text => {
            for fault in faults {
                write_text(&mut out, fault)?;
            }
            writeln!(out, "{} faults", faults.len())?;
        }
    }
    out.flush()?;
    Ok(if faults.is_empty() { Outcome::Found } else { Outcome::Findings })
}

fn write_text(out: &mut impl Write, fault: &Diagnostic) -> Result<(), Failure> {
    let text = fault.to_string();
    let kind = format!("{}[{}]", fault.severity, fault.code);
    let (place, rest) = text.split_once(&kind).unwrap_or((&text, ""));
    writeln!(out, "{STRONG}{place}{STRONG:#}{ERROR}{kind}{ERROR:#}{rest}")?;
    Ok(())
}
