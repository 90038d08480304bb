//! Puts the files of a site into a folder.
//!
//! A list of them lies beside them. It tells a folder that `errcat docs` made from any other one, which is not written
//! to, and the files of a former run that the site no longer has, which are removed. Files of others stay: a `CNAME`,
//! or `.git`. Each file is there whole or not at all, and one that has not changed is not touched.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};
use std::{fs, thread};

use super::plan::File;
use crate::outcome::Failure;

/// The list of the files.
const LIST: &str = ".errcat-docs";

/// What a run changed.
#[derive(Debug, Default)]
pub(super) struct Changes {
    pub(super) written: usize,
    pub(super) removed: usize,
}

/// Writes the files into a folder, and removes those of a former run that are none of them.
pub(super) fn write(
    folder: &Path,
    files: &[File],
    force: bool,
    contents: impl Fn(&File) -> Vec<u8> + Sync,
) -> Result<Changes, Failure> {
    let former = former_files(folder, force)?;
    let paths: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let in_folder = |error: io::Error| named(folder, &error);
    fs::create_dir_all(folder).map_err(in_folder)?;
    // Until all is done the list holds old and new, so that a run that was stopped leaves nothing unknown behind.
    let both: BTreeSet<&str> = paths.iter().copied().chain(former.iter().map(String::as_str)).collect();
    put(&folder.join(LIST), list(&both).as_bytes())?;
    let mut changes = Changes { written: put_all(folder, files, &contents)?, removed: 0 };
    for stale in former.iter().filter(|path| !paths.contains(path.as_str())) {
        changes.removed += usize::from(remove(folder, stale).map_err(in_folder)?);
    }
    put(&folder.join(LIST), list(&paths).as_bytes())?;
    Ok(changes)
}

/// Makes the files hold what they shall, on all processors; how many did not before.
fn put_all(
    folder: &Path,
    files: &[File],
    contents: &(impl Fn(&File) -> Vec<u8> + Sync),
) -> Result<usize, Failure> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let put_some = |files: &[File]| -> Result<usize, Failure> {
        let mut written = 0;
        for file in files {
            written += usize::from(put(&folder.join(&file.path), &contents(file))?);
        }
        Ok(written)
    };
    thread::scope(|scope| {
        let chunks = files.chunks(files.len().div_ceil(threads).max(1));
        let running: Vec<_> = chunks.map(|files| scope.spawn(move || put_some(files))).collect();
        let broken = |_| Err(Failure::Output(io::Error::other("a thread has stopped")));
        running.into_iter().map(|thread| thread.join().unwrap_or_else(broken)).sum()
    })
}

/// The files that a former run made; an error for a folder that is not ours.
fn former_files(folder: &Path, force: bool) -> Result<Vec<String>, Failure> {
    match fs::read_to_string(folder.join(LIST)) {
        Ok(list) => return Ok(list.lines().filter(|path| is_inside(path)).map(str::to_owned).collect()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(Failure::Input(folder.join(LIST).display().to_string(), error)),
    }
    let filled = match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_some(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => false,
        Err(error) => return Err(Failure::Input(folder.display().to_string(), error)),
    };
    if filled && !force {
        let message = format!(
            "{} holds files that `errcat docs` did not make: name an empty folder, or write there with --force",
            folder.display()
        );
        return Err(Failure::Usage(message));
    }
    Ok(Vec::new())
}

/// Whether a path of the list, which anybody may have written, stays in the folder.
fn is_inside(path: &str) -> bool {
    let mut parts = Path::new(path).components().peekable();
    parts.peek().is_some() && parts.all(|part| matches!(part, Component::Normal(_)))
}

fn list(paths: &BTreeSet<&str>) -> String {
    paths.iter().flat_map(|path| [path, "\n"]).collect()
}

/// Makes a file hold these bytes; says whether it did not before.
fn put(path: &Path, bytes: &[u8]) -> Result<bool, Failure> {
    let same_length = fs::metadata(path).is_ok_and(|known| known.len() == bytes.len() as u64);
    if same_length && fs::read(path).is_ok_and(|known| known == bytes) {
        return Ok(false);
    }
    replace(path, bytes).map_err(|error| named(path, &error))?;
    Ok(true)
}

/// Writes beside the file, and puts that in its place.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let new = beside(path);
    let written = fs::File::create(&new).or_else(|error| match (error.kind(), path.parent()) {
        (io::ErrorKind::NotFound, Some(folder)) => {
            fs::create_dir_all(folder)?;
            fs::File::create(&new)
        }
        _ => Err(error),
    });
    let done = written.and_then(|mut file| file.write_all(bytes)).and_then(|()| fs::rename(&new, path));
    if done.is_err() {
        // What failed is told; that the rest of it stays is no news beside that.
        let _ = fs::remove_file(&new);
    }
    done
}

/// The name that a file has until it is whole.
fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".new");
    PathBuf::from(name)
}

/// Removes a file, and the folders that are empty then.
fn remove(folder: &Path, path: &str) -> io::Result<bool> {
    match fs::remove_file(folder.join(path)) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error),
    }
    let mut parent = Path::new(path).parent();
    while let Some(inner) = parent.filter(|inner| !inner.as_os_str().is_empty()) {
        if fs::remove_dir(folder.join(inner)).is_err() {
            break;
        }
        parent = inner.parent();
    }
    Ok(true)
}

fn named(path: &Path, error: &io::Error) -> Failure {
    Failure::Output(io::Error::new(error.kind(), format!("{}: {error}", path.display())))
}

#[cfg(test)]
mod tests {
    use super::is_inside;

    #[test]
    fn only_paths_in_the_folder() {
        assert!(is_inside("zh/csbs/CSBS.6019.html"));
        for outside in ["", "/etc/passwd", "../a", "a/../../b", "."] {
            assert!(!is_inside(outside), "{outside}");
        }
    }
}
