//! Tells a catalog file from an overlay, so that one in the place of the other is one fault and not one for each key.

use crate::diagnostic::{DiagnosticKind, Diagnostics, Sound};
use crate::yaml::File;

pub(super) fn catalog_is_due(file: &File, faults: &mut Diagnostics) -> Sound<()> {
    let message = "this is an overlay, a catalog file is due";
    let help = "lay it over the catalog: `Config::overlay`, or `--overlay DIR`";
    refuse(file, "overlay", "service", (message, help), faults)
}

pub(super) fn overlay_is_due(file: &File, faults: &mut Diagnostics) -> Sound<()> {
    let message = "this is a catalog file, an overlay is due";
    let help = "put it among the files of the catalog: `Config::folder`, `Config::file`, or `check DIR`";
    refuse(file, "service", "overlay", (message, help), faults)
}

/// Refuses a file that has the key by which the other kind begins, and not its own.
fn refuse(
    file: &File,
    other: &str,
    own: &str,
    (message, help): (&str, &str),
    faults: &mut Diagnostics,
) -> Sound<()> {
    let Some(mapping) = file.value.as_mapping().filter(|mapping| !mapping.contains_key(own)) else {
        return Ok(());
    };
    match mapping.keys().position(|key| key.as_str() == Some(other)) {
        Some(number) => {
            Err(file.fault(faults, file.key_place("", number), DiagnosticKind::WrongType, message, help))
        }
        None => Ok(()),
    }
}
