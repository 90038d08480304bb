//! Writes the result, all of it or nothing.

use std::fs;
use std::io;
use std::path::Path;

use crate::tables::Tables;

/// The name of the generated Rust file in the output folder; the tables stand beside it.
pub(crate) const RUST_FILE: &str = "catalog.rs";

/// The files of the tables, by the name of their field.
pub(crate) fn table_files(tables: &Tables) -> [(&'static str, &[u8]); 9] {
    [
        ("text", tables.text.as_bytes()),
        ("texts", &tables.texts),
        ("services", &tables.services),
        ("codes", &tables.codes),
        ("entries", &tables.entries),
        ("templates", &tables.templates),
        ("lists", &tables.lists),
        ("pilots", &tables.pilots),
        ("slots", &tables.slots),
    ]
}

/// Writes the generated code and the tables into `folder`, by way of a second folder, so that a run that is cut off
/// leaves nothing half done.
pub(crate) fn write(folder: &Path, code: &str, tables: &Tables) -> io::Result<()> {
    let fresh = folder.with_extension("new");
    remove(&fresh)?;
    fs::create_dir_all(&fresh)?;
    for (name, bytes) in table_files(tables) {
        fs::write(fresh.join(name), bytes)?;
    }
    fs::write(fresh.join(RUST_FILE), code)?;
    remove(folder)?;
    fs::rename(&fresh, folder)
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
