//! What an export is written to: standard output, a file, or a folder.

use std::fs;
use std::io::Write;
use std::path::Path;

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
    pub(crate) fn one(text: String) -> Self {
        Self::One(text)
    }

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

    /// Writes them to a file, or to a folder that is made if it is not there.
    pub(crate) fn write(&self, path: &Path) -> Result<(), Failure> {
        let failure = |path: &Path, error| Failure::File(path.display().to_string(), error);
        let write = |path: &Path, text: &str| fs::write(path, text).map_err(|error| failure(path, error));
        match self {
            Self::One(text) => write(path, text),
            Self::Many { files, contents, .. } => {
                files.iter().chain(contents).try_for_each(|(name, text)| {
                    let file = path.join(name);
                    let folder = file.parent().unwrap_or(path);
                    fs::create_dir_all(folder).map_err(|error| failure(folder, error))?;
                    write(&file, text)
                })
            }
        }
    }
}
