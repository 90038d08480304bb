//! Writes the result, all of it or nothing.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::tables::Tables;

/// The name of the generated Rust file in the output folder; the tables stand beside it.
pub(crate) const RUST_FILE: &str = "catalog.rs";

/// Writes the generated code and the tables into `folder`, by way of a second folder, so that a run that is cut off
/// leaves nothing half done in it.
pub(crate) fn write(folder: &Path, code: &str, tables: &Tables) -> io::Result<()> {
    let fresh = new_folder_beside(folder)?;
    let result =
        fill(&fresh, code, tables).and_then(|()| remove(folder)).and_then(|()| fs::rename(&fresh, folder));
    if result.is_err() {
        // The first error is the one to tell.
        let _ = remove(&fresh);
    }
    result
}

/// Makes a folder that nobody has, on the same file system.
fn new_folder_beside(folder: &Path) -> io::Result<PathBuf> {
    let Some(name) = folder.file_name() else {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "this path does not name a folder"));
    };
    if let Some(parent) = folder.parent() {
        fs::create_dir_all(parent)?;
    }
    let mut number = 0_u32;
    loop {
        let mut fresh = OsString::from(name);
        fresh.push(format!(".new-{}-{number}", std::process::id()));
        let fresh = folder.with_file_name(fresh);
        match fs::create_dir(&fresh) {
            Ok(()) => return Ok(fresh),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
            Err(error) => return Err(error),
        }
    }
}

fn fill(folder: &Path, code: &str, tables: &Tables) -> io::Result<()> {
    for (name, bytes) in tables.files() {
        fs::write(folder.join(name), bytes)?;
    }
    fs::write(folder.join(RUST_FILE), code)
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
