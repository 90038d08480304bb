//! Finds catalog files and reads them.

use std::fs::{self, File as OpenFile, FileType};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::file::File;
use super::limits::{self, LARGEST};
use super::{unreadable, values};
use crate::diagnostic::{DiagnosticKind, Diagnostics, Reported, Sound};

/// Where catalog files are.
#[derive(Clone, Debug)]
pub(crate) enum Source {
    /// The `*.yaml` and `*.yml` files of a folder, by name.
    Folder(PathBuf),
    /// One file.
    File(PathBuf),
}

impl Source {
    pub(crate) fn path(&self) -> &Path {
        let (Self::Folder(path) | Self::File(path)) = self;
        path
    }
}

/// Whether a file of a folder may be a symbolic link.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Links {
    /// Links to files are followed: build systems put a catalog together from links.
    #[default]
    Followed,
    /// Links are errors: what is in the folder is not trusted, and could show any file.
    Refused,
}

/// Reads the files of all sources, in their order.
pub(crate) fn read(sources: &[Source], links: Links, faults: &mut Diagnostics) -> Vec<File> {
    if sources.is_empty() {
        let help = "name one by `Config::folder` or `Config::file`";
        faults.file(".", DiagnosticKind::EmptyFolder, "no folder and no file is given".to_owned(), help);
    }
    let files = sources.iter().flat_map(|source| match source {
        Source::Folder(folder) => read_folder(folder, links, faults),
        // A file that is named one by one is meant.
        Source::File(file) => read_file(file, Links::Followed, faults).into_iter().collect(),
    });
    files.collect()
}

fn read_folder(folder: &Path, links: Links, faults: &mut Diagnostics) -> Vec<File> {
    let shown = folder.display().to_string();
    let paths = match yaml_files(folder) {
        Ok(paths) => paths,
        Err(_) if folder.is_file() => {
            let help = "give the folder that it is in, or the file to `Config::file`";
            faults.file(
                &shown,
                DiagnosticKind::UnreadableFolder,
                "this is a file, a folder is due".to_owned(),
                help,
            );
            return Vec::new();
        }
        Err(error) => {
            let message = format!("cannot read the folder: {error}");
            let help = "give a folder that holds *.yaml files; paths of a build script begin where its Cargo.toml is";
            faults.file(&shown, DiagnosticKind::UnreadableFolder, message, help);
            return Vec::new();
        }
    };
    if paths.is_empty() {
        let message = "the folder holds no *.yaml and no *.yml file".to_owned();
        faults.file(&shown, DiagnosticKind::EmptyFolder, message, "put one *.yaml file a service into it");
    }
    paths.iter().filter_map(|path| read_file(path, links, faults).ok()).collect()
}

/// The catalog files of a folder, sorted by name. What begins with a dot is an editor's or a system's own.
fn yaml_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        if !hidden && path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml") {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn read_file(path: &Path, links: Links, faults: &mut Diagnostics) -> Sound<File> {
    let shown = path.display().to_string().replace('\\', "/");
    if links == Links::Refused && fs::symlink_metadata(path).is_ok_and(|file| file.is_symlink()) {
        let message = "this is a symbolic link, and links are not followed".to_owned();
        let help = "put the file itself here, or check a folder that you trust without `--no-follow-links`";
        return Err(faults.file(&shown, DiagnosticKind::LinkedFile, message, help));
    }
    let text = match text(path) {
        Ok(text) => text,
        Err(Refused::Unreadable(reason)) => {
            let help = "catalog files are readable UTF-8 text";
            return Err(faults.file(&shown, DiagnosticKind::UnreadableFile, reason, help));
        }
        Err(Refused::TooLarge) => {
            return Err(too_large(&shown, &format!("more than {} MiB", LARGEST >> 20), faults));
        }
    };
    parse(shown, text, faults)
}

/// Why the text of a file cannot be used.
enum Refused {
    Unreadable(String),
    TooLarge,
}

/// Reads a file, and no more of it than a catalog may have.
fn text(path: &Path) -> Result<String, Refused> {
    let unreadable = |error: io::Error| Refused::Unreadable(format!("cannot read the file: {error}"));
    // To open a pipe would wait for somebody to write into it.
    let kind = fs::metadata(path).map_err(unreadable)?.file_type();
    if !kind.is_file() {
        return Err(Refused::Unreadable(format!("this is {}, not a file", name_of(kind))));
    }
    let mut text = String::new();
    let read = OpenFile::open(path).and_then(|file| file.take(LARGEST + 1).read_to_string(&mut text));
    match read {
        Ok(length) if length as u64 > LARGEST => Err(Refused::TooLarge),
        Ok(_) => Ok(text),
        // The end of what was read may be in the middle of a character.
        Err(_) if fs::metadata(path).is_ok_and(|file| file.len() > LARGEST) => Err(Refused::TooLarge),
        Err(error) => Err(unreadable(error)),
    }
}

fn name_of(kind: FileType) -> &'static str {
    if kind.is_dir() { "a folder" } else { "a device, pipe or socket" }
}

fn too_large(path: &str, how: &str, faults: &mut Diagnostics) -> Reported {
    let message = format!("the file has {how}");
    faults.file(path, DiagnosticKind::FileTooLarge, message, "give each service a file of its own")
}

fn parse(path: String, text: String, faults: &mut Diagnostics) -> Sound<File> {
    // Editors of some systems write a byte order mark, which is not part of the text.
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    let look = limits::look(&text);
    if look.has_too_many_values {
        return Err(too_large(&path, "too many values", faults));
    }
    let mut file = File::new(path, text);
    if look.is_suspicious()
        && let Some(end) = &file.positions().end
    {
        return Err(unreadable::report_end(&file, end, faults));
    }
    let document = values::read(&file.text).map_err(|why| unreadable::report(&file, &why, faults))?;
    unreadable::report_repeated(&file, &document.repeated, faults)?;
    if document.more {
        let help = "one file holds one service: put the other into a file of its own";
        let message = "a second document begins here";
        file.fault(faults, file.second_document(), DiagnosticKind::YamlSyntax, message, help);
    }
    file.root = document.root;
    Ok(file)
}
