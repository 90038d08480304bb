//! JSON: one document, or one entry per line. The shape is described by `schema/export.schema.json`.

use errcat::{Entry, Service};
use serde::Serialize;

use super::files::Files;
use super::request::Request;
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

/// Returns one document.
pub(super) fn document(Request { selection, .. }: &Request) -> Result<Files, Failure> {
    let services = selection.services().collect();
    let document = Document { schema_version: SCHEMA_VERSION, services, entries: &selection.entries };
    Ok(Files::One(json::to_string_pretty(&document)?))
}

/// Returns one entry per line.
pub(super) fn lines(request: &Request) -> Result<Files, Failure> {
    let mut lines = String::new();
    for entry in &request.selection.entries {
        lines.push_str(&json::to_string(entry)?);
        lines.push('\n');
    }
    Ok(Files::One(lines))
}
