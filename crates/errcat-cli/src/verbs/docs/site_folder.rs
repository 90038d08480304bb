//! Puts the files of a site into a folder.
//!
//! A list of them is kept beside them. It tells a folder that `errcat docs` made from any other one, which is not written
//! to, and it names the files of the last run that the site no longer has, which are removed. Anybody may have written
//! the list: only what a site can have is removed. Other files stay, such as `CNAME` or `.git`. A file that has not changed
//! is not touched.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;
use std::thread;

use super::site::PICTURES;
use super::site_map::SiteFile;
use crate::folder::Folder;
use crate::outcome::Failure;

/// The list of the files.
const LIST: &str = ".errcat-docs";

/// What a run changed.
#[derive(Debug, Default)]
pub(super) struct Changes {
    pub(super) written: usize,
    pub(super) removed: usize,
}

/// Writes the files into a folder, and removes those of the last run that are none of them.
pub(super) fn write(
    path: &Path,
    files: &[SiteFile],
    force: bool,
    contents: impl Fn(&SiteFile) -> Vec<u8> + Sync,
) -> Result<Changes, Failure> {
    let folder = Folder::new(path);
    let former = former_files(path, &folder, force)?;
    let paths: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    folder.check(paths.iter().copied())?;
    folder.prepare()?;
    // Until all is done the list holds old and new, so that a run that is stopped leaves nothing unknown behind.
    let both: BTreeSet<&str> = paths.iter().copied().chain(former.iter().map(String::as_str)).collect();
    folder.put(LIST, list(&both).as_bytes(), 0)?;
    let mut changes = Changes { written: put_all(&folder, files, &contents)?, removed: 0 };
    for stale in former.iter().filter(|path| !paths.contains(path.as_str())) {
        changes.removed += usize::from(folder.remove(stale)?);
    }
    folder.put(LIST, list(&paths).as_bytes(), 0)?;
    Ok(changes)
}

/// Makes the files hold what they shall, on all processors, and returns how many did not before.
fn put_all(
    folder: &Folder<'_>,
    files: &[SiteFile],
    contents: &(impl Fn(&SiteFile) -> Vec<u8> + Sync),
) -> Result<usize, Failure> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let put_some = |number: usize, files: &[SiteFile]| -> Result<usize, Failure> {
        let mut written = 0;
        for file in files {
            written += usize::from(folder.put(&file.path, &contents(file), number)?);
        }
        Ok(written)
    };
    let put_some = &put_some;
    thread::scope(|scope| {
        let chunks = files.chunks(files.len().div_ceil(threads).max(1)).enumerate();
        let running: Vec<_> =
            chunks.map(|(number, files)| scope.spawn(move || put_some(number, files))).collect();
        let broken = |_| Err(Failure::Output(io::Error::other("a thread has stopped")));
        running.into_iter().map(|thread| thread.join().unwrap_or_else(broken)).sum()
    })
}

/// Returns the files that the last run made, or an error for a folder that is not ours.
fn former_files(path: &Path, folder: &Folder<'_>, force: bool) -> Result<Vec<String>, Failure> {
    if let Some(list) = folder.read(LIST)? {
        return Ok(list.lines().filter(|path| is_of_a_site(path)).map(str::to_owned).collect());
    }
    if folder.is_empty()? || force {
        return Ok(Vec::new());
    }
    let message = format!(
        "{} holds files that `errcat docs` did not make: name an empty folder, or write there with --force",
        path.display()
    );
    Err(Failure::Usage(message))
}

/// Returns whether a site can have a file of this path: a page, an index for agents, the map of the site, or an asset. No
/// part of it begins with a dot.
fn is_of_a_site(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    let (Some((name, folders)), Some((_, kind))) = (parts.split_last(), path.rsplit_once('.')) else {
        return false;
    };
    let is_plain =
        |part: &&str| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', ':', '\0']);
    let is_asset = *folders == ["assets"] && (["css", "js"].contains(&kind) || PICTURES.contains(&kind));
    let is_page = kind == "html" || ["index.md", "llms.txt", "sitemap.xml"].contains(name);
    parts.iter().all(is_plain) && folders.len() <= 2 && (is_page || is_asset)
}

fn list(paths: &BTreeSet<&str>) -> String {
    paths.iter().flat_map(|path| [path, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::is_of_a_site;

    #[test]
    fn only_what_a_site_can_have() {
        for ours in [
            "index.html",
            "zh/csbs/CSBS.6019.html",
            "csbs/index.md",
            "zh/llms.txt",
            "sitemap.xml",
            "assets/search.js",
            "assets/logo.webp",
        ] {
            assert!(is_of_a_site(ours), "{ours}");
        }
        for other in [
            "",
            ".",
            "/etc/index.html",
            "../index.html",
            "a/../../b.html",
            "CNAME",
            ".git/config",
            ".git/index.html",
            ".nojekyll",
            "robots.txt",
            "notes.md",
            "package.js",
            "src/assets/search.js",
            "a/b/c/d.html",
            "a\\..\\..\\b.html",
        ] {
            assert!(!is_of_a_site(other), "{other}");
        }
    }
}
