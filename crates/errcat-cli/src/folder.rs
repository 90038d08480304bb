//! A folder that the command writes to: only in it, following no link, each file whole or not at all.

use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::{Component, Path};

use crate::outcome::Failure;

/// The longest name of a file, in bytes, that file systems allow.
const LONGEST_NAME: usize = 255;

/// A file is written beside its place, under a name that begins and ends so, and then moved there.
const UNFINISHED: (&str, &str) = (".errcat.", ".new");

/// A folder for files that the command makes.
///
/// Paths of files are relative, with `/` between their parts. The folder itself may be a link, since the user names it; a
/// link in it is never followed: one that lies in the place of a file is replaced, and one in the place of a folder is an
/// error.
pub(crate) struct Folder<'p> {
    root: &'p Path,
}

impl<'p> Folder<'p> {
    /// Names a folder, which need not be there.
    pub(crate) fn new(root: &'p Path) -> Self {
        Self { root }
    }

    /// Makes the folder if it is not there, and removes what a run that was stopped has left unfinished in it.
    pub(crate) fn prepare(&self) -> Result<(), Failure> {
        let failed = |error| failure(self.root, error);
        fs::create_dir_all(self.root).map_err(failed)?;
        for entry in fs::read_dir(self.root).map_err(failed)? {
            let name = entry.map_err(failed)?.file_name();
            if name.to_str().is_some_and(is_unfinished) {
                let path = self.root.join(name);
                fs::remove_file(&path).map_err(|error| failure(&path, error))?;
            }
        }
        Ok(())
    }

    /// Returns whether nothing is in the folder, but for what a run that was stopped has left unfinished.
    pub(crate) fn is_empty(&self) -> Result<bool, Failure> {
        let failed = |error| Failure::Input(self.root.display().to_string(), error);
        let mut entries = match fs::read_dir(self.root) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(true),
            entries => entries.map_err(failed)?,
        };
        entries.try_fold(true, |empty, entry| {
            let name = entry.map_err(failed)?.file_name();
            Ok(empty && name.to_str().is_some_and(is_unfinished))
        })
    }

    /// Returns an error if files of these names cannot be written, before one is.
    pub(crate) fn check<'n>(&self, paths: impl IntoIterator<Item = &'n str>) -> Result<(), Failure> {
        for path in paths {
            if path.split('/').any(|name| name.len() > LONGEST_NAME) {
                let message = format!(
                    "`{path}` has a name longer than the {LONGEST_NAME} bytes that file systems allow"
                );
                return Err(Failure::Usage(message));
            }
            self.parent_of(path, |_| Ok(()))?;
        }
        Ok(())
    }

    /// Makes a file hold these bytes, and returns whether it did not before. Files that are written at the same time need
    /// different numbers.
    pub(crate) fn put(&self, path: &str, bytes: &[u8], number: usize) -> Result<bool, Failure> {
        if self.holds(path, bytes) {
            return Ok(false);
        }
        self.parent_of(path, |folder| match fs::create_dir(folder) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
            _ => Ok(()),
        })?;
        let path = self.root.join(path);
        let unfinished = self.root.join(format!("{}{number}{}", UNFINISHED.0, UNFINISHED.1));
        let written = File::create_new(&unfinished)
            .and_then(|mut file| file.write_all(bytes))
            .and_then(|()| fs::rename(&unfinished, &path));
        written.map_err(|error| {
            // The error is reported; a file that stays beside it is removed by the next run.
            let _ = fs::remove_file(&unfinished);
            failure(&path, error)
        })?;
        Ok(true)
    }

    /// Returns whether anything is in the place of a file.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.metadata(path).is_some()
    }

    /// Returns whether a file, and no link to one, holds these bytes.
    pub(crate) fn holds(&self, path: &str, bytes: &[u8]) -> bool {
        let same_length =
            self.metadata(path).is_some_and(|known| known.is_file() && known.len() == bytes.len() as u64);
        same_length && fs::read(self.root.join(path)).is_ok_and(|known| known == bytes)
    }

    /// Reads a file that may be absent; a link or a folder in its place is an error.
    pub(crate) fn read(&self, path: &str) -> Result<Option<String>, Failure> {
        let Some(metadata) = self.metadata(path) else { return Ok(None) };
        let path = self.root.join(path);
        let read = if metadata.is_file() { fs::read_to_string(&path) } else { Err(not_ours("file")) };
        read.map(Some).map_err(|error| Failure::Input(path.display().to_string(), error))
    }

    /// Removes a file that is in real folders alone, and the folders that are empty then; returns whether there was one.
    pub(crate) fn remove(&self, path: &str) -> Result<bool, Failure> {
        if self.metadata(path).is_none_or(|metadata| metadata.is_dir()) {
            return Ok(false);
        }
        let file = self.root.join(path);
        fs::remove_file(&file).map_err(|error| failure(&file, error))?;
        let folders = Path::new(path).ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty());
        for folder in folders {
            if fs::remove_dir(self.root.join(folder)).is_err() {
                break;
            }
        }
        Ok(true)
    }

    /// Returns what is in the place of a file, if its path leads through real folders.
    fn metadata(&self, path: &str) -> Option<Metadata> {
        let inside = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
        let mut folders = Path::new(path).ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty());
        let is_real = |folder: &Path| is_folder(&self.root.join(folder)).is_ok_and(|is| is);
        (inside && folders.all(is_real)).then(|| fs::symlink_metadata(self.root.join(path)).ok())?
    }

    /// Goes down the folders to a file, which must be real ones; `make` is called for each that is not there.
    fn parent_of(&self, path: &str, make: impl Fn(&Path) -> io::Result<()>) -> Result<(), Failure> {
        let mut folder = self.root.to_owned();
        let mut parts = path.split('/').peekable();
        while let Some(part) = parts.next() {
            if parts.peek().is_none() {
                break;
            }
            folder.push(part);
            let is_there = is_folder(&folder).map_err(|error| failure(&folder, error))?;
            if !is_there {
                make(&folder).map_err(|error| failure(&folder, error))?;
            }
        }
        Ok(())
    }
}

/// Returns whether a folder is there; a link or a file in its place is an error.
fn is_folder(path: &Path) -> io::Result<bool> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_dir() => Ok(true),
        Ok(_) => Err(not_ours("folder")),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

fn not_ours(what: &str) -> io::Error {
    io::Error::other(format!("a link or something else is in the place of a {what}: remove it"))
}

fn is_unfinished(name: &str) -> bool {
    let number = name.strip_prefix(UNFINISHED.0).and_then(|name| name.strip_suffix(UNFINISHED.1));
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

fn failure(path: &Path, error: io::Error) -> Failure {
    Failure::File(path.display().to_string(), error)
}
