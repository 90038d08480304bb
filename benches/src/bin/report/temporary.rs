//! Crates that are written for a measurement, and removed after it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use tempfile::TempDir;

/// A crate in a folder of its own.
#[derive(Debug)]
pub(crate) struct Crate(TempDir);

impl Crate {
    /// A package of this name with the text that follows `[package]` in its manifest, and with these files.
    pub(crate) fn new(name: &str, manifest: &str, files: &[(&str, &str)]) -> Result<Self> {
        let folder = TempDir::with_prefix(format!("{name}-"))?;
        let head = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n"
        );
        let one = Self(folder);
        one.write("Cargo.toml", &format!("{head}{manifest}"))?;
        files.iter().try_for_each(|(file, text)| one.write(file, text))?;
        Ok(one)
    }

    /// The folder of the crate.
    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// Writes a file of the crate.
    pub(crate) fn write(&self, file: &str, text: &str) -> Result<()> {
        let path = self.0.path().join(file);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))
    }
}

/// A dependency by path, as manifests have it, with further keys.
pub(crate) fn dependency(path: &Path, more: &[&str]) -> Result<String> {
    let path = path.canonicalize()?;
    let path = path.to_str().context("the path of the project is not UTF-8")?;
    let keys: Vec<String> =
        std::iter::once(format!("path = {path:?}")).chain(more.iter().map(|key| (*key).to_owned())).collect();
    Ok(format!("{{ {} }}", keys.join(", ")))
}
