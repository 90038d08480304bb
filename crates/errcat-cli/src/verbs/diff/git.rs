//! Reads a folder of a git revision: the files are copied out, nothing of them is run and the work tree is not touched.

use std::path::Path;
use std::process::{Command, Stdio};
use std::{fs, io};

use tempfile::TempDir;

use crate::outcome::Failure;

/// The catalog files of a revision, for as long as they are needed.
pub(super) struct Checkout {
    /// What people call it: `REV:path`.
    pub(super) name: String,
    pub(super) folder: TempDir,
}

/// Where the catalog lies in a revision, unless the arguments say where.
const FOLDER: &str = "catalog";

/// Copies the catalog files of `REV` or `REV:path` into a temporary folder.
pub(super) fn checkout(given: &Path) -> Result<Checkout, Failure> {
    let shown = given.display().to_string();
    let Some(given) = given.to_str().filter(|given| !given.is_empty() && !given.starts_with('-')) else {
        return Err(unknown(&shown));
    };
    repository(given)?;
    let (name, tree) = tree(given)?;
    let folder =
        tempfile::tempdir().map_err(|error| Failure::Input("a temporary folder".to_owned(), error))?;
    copy(&name, &tree, folder.path())?;
    Ok(Checkout { name, folder })
}

fn unknown(given: &str) -> Failure {
    Failure::Usage(format!(
        "`{given}` is neither a folder nor a revision of this git repository\n  \
         help: give a folder with catalog files, `REV` or `REV:path`"
    ))
}

/// There must be git, and a repository here.
fn repository(given: &str) -> Result<(), Failure> {
    match git(&["rev-parse", "--git-dir"])? {
        Ok(_) => Ok(()),
        Err(why) => Err(Failure::Usage(format!(
            "`{given}` is no folder, and cannot be a git revision: {why}\n  \
             help: give a folder with catalog files, or run this inside a git repository"
        ))),
    }
}

/// The folder that is meant: its name, and git's for it.
fn tree(given: &str) -> Result<(String, String), Failure> {
    let Some(object) = object(given)? else { return Err(not_there(given)?) };
    match kind(&object)?.as_str() {
        "tree" => Ok((given.to_owned(), object)),
        "blob" => {
            Err(Failure::Usage(format!("`{given}` is a file\n  help: give the folder that it lies in")))
        }
        _ => default_tree(given, &object),
    }
}

/// The folder `catalog` of a commit: the one that is here, or else the one at the root of the repository.
fn default_tree(given: &str, commit: &str) -> Result<(String, String), Failure> {
    let tree = |path: &str| -> Result<Option<String>, Failure> {
        let found = object(&format!("{commit}:{path}"))?;
        Ok(found.filter(|found| kind(found).is_ok_and(|kind| kind == "tree")))
    };
    let (here, root) = (tree(&format!("./{FOLDER}"))?, tree(FOLDER)?);
    match (here, root) {
        (Some(here), root) if root.as_ref() != Some(&here) => Ok((format!("{given}:./{FOLDER}"), here)),
        (_, Some(root)) => Ok((format!("{given}:{FOLDER}"), root)),
        _ => {
            let help = format!("say where the catalog lies: `{given}:path`");
            Err(Failure::Usage(format!("revision `{given}` has no folder `{FOLDER}`\n  help: {help}")))
        }
    }
}

/// Why nothing has this name.
fn not_there(given: &str) -> Result<Failure, Failure> {
    if let Some((revision, path)) = given.split_once(':').filter(|(revision, _)| !revision.is_empty())
        && object(revision)?.is_some()
    {
        let help = "the path begins at the root of the repository; `REV:./path` begins here";
        return Ok(Failure::Usage(format!("revision `{revision}` has no folder `{path}`\n  help: {help}")));
    }
    Ok(unknown(given))
}

/// Git's name for what a revision or path means, if there is one.
fn object(name: &str) -> Result<Option<String>, Failure> {
    let output = git(&["rev-parse", "--verify", "--quiet", "--end-of-options", name])?;
    Ok(output.ok().map(|bytes| String::from_utf8_lossy(&bytes).trim().to_owned()))
}

/// `commit`, `tag`, `tree` or `blob`.
fn kind(object: &str) -> Result<String, Failure> {
    let output = must(object, git(&["cat-file", "-t", object])?)?;
    Ok(String::from_utf8_lossy(&output).trim().to_owned())
}

/// Writes the catalog files of a tree into a folder, as they are in the repository.
fn copy(name: &str, tree: &str, folder: &Path) -> Result<(), Failure> {
    let list = must(name, git(&["ls-tree", "-z", "--full-tree", tree])?)?;
    for line in list.split(|byte| *byte == 0) {
        let line = String::from_utf8_lossy(line);
        // MODE blob OBJECT<tab>FILE
        let Some((facts, file)) = line.split_once('\t') else { continue };
        let mut facts = facts.split(' ');
        let (mode, object) = (facts.next().unwrap_or(""), facts.nth(1).unwrap_or(""));
        if !is_catalog_file(file) {
            continue;
        }
        if !mode.starts_with("100") {
            let why = io::Error::other("it is no plain file in this revision");
            return Err(Failure::Input(format!("{name}/{file}"), why));
        }
        let text = must(name, git(&["cat-file", "blob", object])?)?;
        let path = folder.join(file);
        fs::write(&path, text).map_err(|error| Failure::Input(path.display().to_string(), error))?;
    }
    Ok(())
}

/// As `errcat_build::load` chooses them. A name in a tree has no slash; on Windows it must have no other separator.
fn is_catalog_file(file: &str) -> bool {
    let path = Path::new(file);
    path.file_name().is_some_and(|name| name == file)
        && path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml")
}

fn must(name: &str, output: Result<Vec<u8>, String>) -> Result<Vec<u8>, Failure> {
    output.map_err(|why| Failure::Input(name.to_owned(), io::Error::other(why)))
}

/// Runs git: its output, or the first line of what it complains of.
fn git(args: &[&str]) -> Result<Result<Vec<u8>, String>, Failure> {
    let output = Command::new("git")
        .args(args)
        // The complaint in English; objects that a partial clone lacks are not fetched.
        .envs([("LC_ALL", "C"), ("GIT_OPTIONAL_LOCKS", "0"), ("GIT_NO_LAZY_FETCH", "1")])
        .stdin(Stdio::null())
        .output();
    let output = output.map_err(|error| {
        let why = match error.kind() {
            io::ErrorKind::NotFound => "git is not installed, or not in PATH".to_owned(),
            _ => format!("cannot run git: {error}"),
        };
        let help = "give two folders, or install git to compare revisions";
        Failure::Usage(format!("{why}\n  help: {help}"))
    })?;
    if output.status.success() {
        return Ok(Ok(output.stdout));
    }
    let complaint = String::from_utf8_lossy(&output.stderr);
    let complaint = complaint.lines().next().unwrap_or("git failed");
    Ok(Err(complaint.trim_start_matches("fatal: ").to_owned()))
}
