//! Tells a catalog file from an overlay, so that one in the place of the other is one fault and not one for each key.

use crate::diagnostic::{DiagnosticKind, Diagnostics, Sound};
use crate::yaml::{File, Value};

pub(super) fn catalog_is_due(file: &File, faults: &mut Diagnostics) -> Sound<()> {
    let message = "this is an overlay, a catalog file is due";
    let help = "lay it over the catalog: `Config::overlay`, or `--overlay DIR`";
    refuse(file, "overlay", "service", (message, help), faults)
}

pub(super) fn overlay_is_due(file: &File, faults: &mut Diagnostics) -> Sound<()> {
    let message = "this is a catalog file, an overlay is due";
    let help = "put it among the files of the catalog: `Config::folder`, `Config::file`, or `check DIR`";
    refuse(file, "service", "overlay", (message, help), faults)?;
    let message = "this file holds the settings of a catalog, an overlay is expected";
    let help = "put it into the folder of the catalog, and overlays into a folder of their own";
    refuse(file, "catalog", "overlay", (message, help), faults)
}

/// Refuses a file that has the key by which the other kind begins, and not its own.
fn refuse(
    file: &File,
    other: &str,
    own: &str,
    (message, help): (&str, &str),
    faults: &mut Diagnostics,
) -> Sound<()> {
    let Value::Mapping(mapping) = &file.root.value else { return Ok(()) };
    let key = |name: &str| mapping.iter().map(|(key, _)| key).find(|key| key.value.as_text() == Some(name));
    match (key(own), key(other)) {
        (None, Some(key)) => Err(file.fault(faults, key.place(), DiagnosticKind::WrongType, message, help)),
        _ => Ok(()),
    }
}
