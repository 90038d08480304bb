//! Which catalogs a run reads, and in which order.

use std::env;
use std::fmt;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use errcat_build::CatalogSettings;

use crate::options::CatalogOptions;

/// Where a catalog is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// A folder that the options or the environment name.
    Folder(PathBuf),
    /// The folder of the project around the working directory.
    Project(PathBuf),
    /// The command itself.
    Bundled,
}

/// The variable that lists folders as `--catalog` does.
const VARIABLE: &str = "ERRCAT_CATALOG";

/// Where a project has its catalog.
const FOLDER: &str = "catalog";

/// The most that is read of a file to see whether it is the settings of a catalog.
const PROBED: u64 = 1 << 20;

impl Origin {
    /// Returns the folder, unless this is the bundled catalog.
    pub(crate) fn folder(&self) -> Option<&Path> {
        match self {
            Self::Folder(folder) | Self::Project(folder) => Some(folder),
            Self::Bundled => None,
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.folder() {
            Some(folder) => write!(f, "{}", folder.display()),
            None => f.write_str("the bundled catalog"),
        }
    }
}

/// Returns the catalogs that are read: those that the options name, else those of the environment, else the project's and
/// the bundled one.
pub(crate) fn origins(options: &CatalogOptions) -> Vec<Origin> {
    if !options.catalog.is_empty() {
        return options.catalog.iter().cloned().map(Origin::Folder).collect();
    }
    let listed = env::var_os(VARIABLE).unwrap_or_default();
    let listed = env::split_paths(&listed).filter(|folder| !folder.as_os_str().is_empty());
    let mut origins: Vec<Origin> = listed.map(Origin::Folder).collect();
    if origins.is_empty() {
        let project = if options.no_project_catalog { None } else { project() };
        origins.extend(project.map(Origin::Project));
        origins.push(Origin::Bundled);
    }
    origins
}

/// Looks for the catalog of the project in the working directory, and then upwards.
fn project() -> Option<PathBuf> {
    let here = env::current_dir().ok()?;
    let mut above = PathBuf::new();
    for folder in here.ancestors() {
        if is_settings(&folder.join(FOLDER).join(CatalogSettings::FILE)) {
            return Some(above.join(FOLDER));
        }
        above.push("..");
    }
    None
}

/// Returns whether a file has the key by which a catalog begins. Other tools have files of this name too, which are
/// passed over. The key is looked for as text, so that a file with a fault in its YAML is read, and the fault reported.
fn is_settings(file: &Path) -> bool {
    // To open a pipe would wait for somebody to write into it.
    if !fs::metadata(file).is_ok_and(|file| file.is_file()) {
        return false;
    }
    let mut bytes = Vec::new();
    let read = File::open(file).and_then(|file| file.take(PROBED).read_to_end(&mut bytes));
    let is_key = |line: &[u8]| {
        let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
        let key = line.strip_prefix(b"catalog").map(<[u8]>::trim_ascii_start);
        key.is_some_and(|rest| rest.starts_with(b":"))
    };
    read.is_ok() && bytes.split(|byte| *byte == b'\n').any(is_key)
}
