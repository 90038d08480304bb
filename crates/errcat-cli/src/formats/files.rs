//! What an export is written to: standard output, a file, or a folder.

use std::fs;
use std::io::Write;
use std::path::Path;

use crate::folder::Folder;
use crate::outcome::Failure;

/// The texts of an export. They hold no character that a terminal would obey: every format escapes those its own way.
pub(crate) enum Files {
    /// One text.
    One(String),
    /// Files of a folder, each with its name; those that only lead to others; and what separates the former on
    /// standard output.
    Many { files: Vec<(String, String)>, contents: Vec<(String, String)>, separator: &'static str },
}

impl Files {
    /// Prints them one after another.
    pub(crate) fn print(&self, out: &mut impl Write) -> Result<(), Failure> {
        match self {
            Self::One(text) => out.write_all(text.as_bytes())?,
            Self::Many { files, separator, .. } => {
                for (at, (_, text)) in files.iter().enumerate() {
                    let separator = if at > 0 { separator } else { "" };
                    write!(out, "{separator}{text}")?;
                }
            }
        }
        Ok(out.flush()?)
    }

    /// Writes them to a file, or into a folder that is made if it is not there. In a folder, people go on writing: a file
    /// that says something else is replaced only by `force`.
    pub(crate) fn write(&self, path: &Path, force: bool) -> Result<(), Failure> {
        let (files, contents) = match self {
            Self::One(text) => {
                return fs::write(path, text)
                    .map_err(|error| Failure::File(path.display().to_string(), error));
            }
            Self::Many { files, contents, .. } => (files, contents),
        };
        let folder = Folder::new(path);
        let all = || files.iter().chain(contents).map(|(name, text)| (name.as_str(), text.as_bytes()));
        folder.check(all().map(|(name, _)| name))?;
        if !force {
            let other = all().filter(|(name, bytes)| folder.has(name) && !folder.holds(name, bytes));
            refuse(path, &other.map(|(name, _)| name).collect::<Vec<_>>())?;
        }
        folder.prepare()?;
        all().try_for_each(|(name, bytes)| folder.put(name, bytes, 0).map(drop))
    }
}

/// Returns an error if there are files that would be replaced.
fn refuse(path: &Path, names: &[&str]) -> Result<(), Failure> {
    if names.is_empty() {
        return Ok(());
    }
    Err(Failure::Usage(format!(
        "{} holds other files of these names: {}\n  help: write to another folder, or replace them with --force",
        path.display(),
        names.join(", ")
    )))
}
