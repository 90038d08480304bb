//! JSON: one document, or one entry a line. The shape is described by `schema/export.schema.json`.

use errcat::{Entry, Service};
use serde::Serialize;

use super::selection::Selection;
use crate::outcome::Failure;
use crate::text::json;

/// Version of the exported document; it changes only with the major version of errcat.
const SCHEMA_VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    schema_version: u32,
    services: Vec<Service>,
    entries: &'a [Entry],
}

pub(crate) fn document(selection: &Selection) -> Result<String, Failure> {
    let services = selection.services().collect();
    let document = Document { schema_version: SCHEMA_VERSION, services, entries: &selection.entries };
    Ok(json::to_string_pretty(&document)?)
}

pub(crate) fn lines(entries: &[Entry]) -> Result<String, Failure> {
    let mut lines = String::new();
    for entry in entries {
        lines.push_str(&json::to_string(entry)?);
        lines.push('\n');
    }
    Ok(lines)
}
