//! `errcat check`: what is wrong with a folder of catalog files.

use std::io::Write;
use std::path::Path;

use errcat_build::{Diagnostic, Diagnostics};
use serde::Serialize;

use super::coverage::Coverage;
use super::{coverage, stdout, write_json, write_jsonl};
use crate::args::{Check, Format};
use crate::outcome::{Failure, Outcome};
use crate::page;
use crate::page::{ERROR, STRONG};

#[derive(Serialize)]
struct Document<'a> {
    diagnostics: Vec<DiagnosticJson<'a>>,
    coverage: Vec<Coverage<'a>>,
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

/// Where the catalog lies, unless the arguments say where.
const FOLDER: &str = "catalog";

pub(super) fn run(check: &Check, catalog: Option<&Path>) -> Result<Outcome, Failure> {
    let folder = match (check.folder.as_deref(), catalog) {
        (Some(_), Some(_)) => {
            return Err(Failure::Usage(
                "give the folder once: `check DIR` or `check --catalog DIR`".to_owned(),
            ));
        }
        (folder, catalog) => folder.or(catalog).unwrap_or(Path::new(FOLDER)),
    };
    // What cannot be read is no finding.
    std::fs::read_dir(folder).map_err(|error| Failure::Input(folder.display().to_string(), error))?;
    let (catalog, faults) = match errcat_build::load(folder) {
        Ok(catalog) => (Some(catalog), Diagnostics::default()),
        Err(faults) => (None, faults),
    };
    let coverage = catalog.as_ref().map(coverage::of).unwrap_or_default();
    let faults = faults.as_slice();
    let mut out = stdout();
    match check.format {
        Format::Json => {
            let diagnostics = faults.iter().map(DiagnosticJson::new).collect();
            write_json(&mut out, &Document { diagnostics, coverage })?;
        }
        Format::Jsonl => write_jsonl(&mut out, faults.iter().map(DiagnosticJson::new))?,
        Format::Text if faults.is_empty() => {
            let entries: usize =
                catalog.iter().flat_map(|catalog| &catalog.services).map(|one| one.entries.len()).sum();
            writeln!(out, "{}: {entries} entries, no faults", folder.display())?;
            writeln!(out)?;
            coverage::write(&mut out, &coverage, page::width())?;
        }
        Format::Text => {
            for fault in faults {
                write_text(&mut out, fault)?;
            }
            writeln!(out, "{} fault{}", faults.len(), if faults.len() == 1 { "" } else { "s" })?;
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
