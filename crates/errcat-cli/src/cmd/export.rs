//! `errcat export`: the whole catalog for other programs.

use std::io::Write;

use errcat::{Entry, Service};
use serde::Serialize;

use super::{Context, stdout, write_json, write_jsonl};
use crate::args::{Export, ExportFormat, Filter};
use crate::outcome::{Failure, Outcome};

/// Version of the exported document; it changes only with the major version of errcat.
const SCHEMA_VERSION: u32 = 1;

#[derive(Serialize)]
struct Document {
    schema_version: u32,
    services: Vec<Service>,
    entries: Vec<Entry>,
}

pub(super) fn run(context: &Context, export: &Export) -> Result<Outcome, Failure> {
    let entries: Vec<Entry> = Filter::default().entries(context.catalog)?;
    let mut out = stdout();
    match export.format {
        ExportFormat::Json => {
            let services = context.catalog.services().collect();
            let document = Document { schema_version: SCHEMA_VERSION, services, entries };
            write_json(&mut out, &document)?;
        }
        ExportFormat::Jsonl => write_jsonl(&mut out, &entries)?,
    }
    out.flush()?;
    Ok(Outcome::Found)
}
