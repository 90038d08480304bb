//! `errcat diff` with revisions of a git repository, made in a temporary folder.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod common;

use std::fs;
use std::path::Path;
use std::process;

use assert_cmd::Command;
use common::{Run, SMALL, errcat, run};
use tempfile::TempDir;

/// Runs git away from the settings of the machine.
fn git(folder: &Path, args: &[&str]) {
    let output = process::Command::new("git")
        .args(["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main"])
        .args(args)
        .current_dir(folder)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap())
        .envs([("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1"), ("HOME", "/nonexistent")])
        .output()
        .unwrap();
    assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// A repository with the small catalog in `catalog` and `other/texts` at `v1`, and another class in `catalog` at `v2`;
/// in the work tree, `catalog` has a note more that is changed.
fn repository() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    let second = SMALL.replace("class: throttled", "class: conflict");
    git(folder.path(), &["init", "--quiet"]);
    write("catalog/pay.yaml", SMALL);
    write("catalog/README.md", "No catalog file.");
    write("other/texts/pay.yml", SMALL);
    git(folder.path(), &["add", "--all"]);
    git(folder.path(), &["commit", "--quiet", "--message", "One"]);
    git(folder.path(), &["tag", "v1"]);
    write("catalog/pay.yaml", &second);
    git(folder.path(), &["commit", "--quiet", "--all", "--message", "Two"]);
    git(folder.path(), &["tag", "--annotate", "v2", "--message", "Two"]);
    write("catalog/pay.yaml", &second.replace("Seldom.", "Often."));
    folder
}

/// The command in this folder, with git to be found.
fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = errcat(args);
    command.current_dir(folder).env("PATH", std::env::var_os("PATH").unwrap());
    command
}

fn diff(folder: &Path, old: &str, new: &str) -> Run {
    run(&mut command(folder, &["diff", old, new]))
}

/// The last line of a run that must succeed.
fn verdict(folder: &Path, old: &str, new: &str) -> String {
    let run = diff(folder, old, new);
    assert_eq!((run.status, run.err.as_str()), (0, ""), "{old} {new}");
    run.out.lines().last().unwrap().to_owned()
}

/// What is said of arguments that cannot be read.
fn refused(folder: &Path, old: &str, new: &str) -> String {
    let run = diff(folder, old, new);
    assert_eq!((run.status, run.out.as_str()), (2, ""), "{old} {new}");
    run.err
}

#[test]
fn revisions_and_folders() {
    let repository = repository();
    let root = repository.path();
    for (old, new, expected) in [
        ("v1", "v2", "major: 1 major"),
        ("v2", "v1", "major: 1 major"),
        ("v1", "HEAD~1", "no changes"),
        ("v1:catalog", "v1:other/texts", "no changes"),
        ("v1:catalog", "v1:catalog/", "no changes"),
        ("v2", "catalog", "patch: 1 patch"),
        ("v1", "catalog", "major: 1 major, 1 patch"),
        ("catalog", "main", "patch: 1 patch"),
        ("v1", "other/texts", "no changes"),
        ("main@{0}", ":/One", "major: 1 major"),
    ] {
        assert_eq!(verdict(root, old, new), expected, "{old} {new}");
    }
    let denied = run(&mut command(root, &["diff", "v1", "v2", "--deny", "major"]));
    assert_eq!(denied.status, 4);
}

#[test]
fn paths_from_a_folder_below() {
    let repository = repository();
    let other = repository.path().join("other");
    // No `catalog` is here, so it is that at the root; paths of revisions begin there.
    assert_eq!(verdict(&other, "v1", "texts"), "no changes");
    assert_eq!(verdict(&other, "v1:./texts", "v1:other/texts"), "no changes");
}

#[test]
fn the_catalog_that_is_here_comes_first() {
    let repository = repository();
    git(repository.path(), &["mv", "other/texts", "other/catalog"]);
    git(repository.path(), &["commit", "--quiet", "--message", "Three"]);
    assert_eq!(verdict(&repository.path().join("other"), "HEAD", "catalog"), "no changes");
    assert_eq!(verdict(repository.path(), "HEAD", "HEAD:other/catalog"), "major: 1 major");
}

#[test]
fn nothing_is_left_behind() {
    let (repository, temporary) = (repository(), tempfile::tempdir().unwrap());
    let before = fs::read(repository.path().join(".git/index")).unwrap();
    let done = run(command(repository.path(), &["diff", "v1", "v2"]).env("TMPDIR", temporary.path()));
    assert_eq!(done.status, 0);
    assert_eq!(fs::read_dir(temporary.path()).unwrap().count(), 0);
    assert_eq!(fs::read(repository.path().join(".git/index")).unwrap(), before);
}

#[test]
fn what_is_not_there() {
    let repository = repository();
    let root = repository.path();
    for (given, expected) in [
        ("v9", "error: `v9` is neither a folder nor a revision of this git repository\n  help: "),
        ("v9:catalog", "error: `v9:catalog` is neither a folder nor a revision"),
        ("v1:nowhere", "error: revision `v1` has no folder `nowhere`\n  help: "),
        ("v1:catalog/pay.yaml", "error: `v1:catalog/pay.yaml` is a file\n  help: give the folder"),
        ("--all", "error: unexpected argument '--all'"),
    ] {
        let err = refused(root, given, "catalog");
        assert!(err.starts_with(expected), "{given}: {err}");
    }
    let err = refused(root, "", "catalog");
    assert!(err.starts_with("error: "), "{err}");
    let option = run(&mut command(root, &["diff", "--", "--git-dir", "catalog"]));
    assert_eq!(option.status, 2);
    assert!(option.err.contains("`--git-dir` is neither a folder nor a revision"), "{}", option.err);
    git(root, &["rm", "--quiet", "-r", "--force", "catalog"]);
    git(root, &["commit", "--quiet", "--message", "Three"]);
    let err = refused(root, "HEAD", "v1");
    assert!(err.starts_with("error: revision `HEAD` has no folder `catalog`\n  help: say where"), "{err}");
    // A folder without catalog files.
    let err = refused(root, "v1:other", "v1");
    assert!(err.contains("v1:other: error[empty-folder]"), "{err}");
}

#[test]
fn faults_are_told_by_the_name_of_the_revision() {
    let repository = repository();
    fs::write(repository.path().join("catalog/pay.yaml"), SMALL.replace("402", "42")).unwrap();
    git(repository.path(), &["commit", "--quiet", "--all", "--message", "Three"]);
    let err = refused(repository.path(), "HEAD", "v1");
    assert!(err.starts_with("error: the catalog in HEAD:catalog has faults\n"), "{err}");
    assert!(err.contains("HEAD:catalog/pay.yaml:11:13: error[status-out-of-range]"), "{err}");
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed() {
    let repository = repository();
    std::os::unix::fs::symlink("/etc/hostname", repository.path().join("catalog/link.yaml")).unwrap();
    git(repository.path(), &["add", "--all"]);
    git(repository.path(), &["commit", "--quiet", "--message", "Three"]);
    let err = refused(repository.path(), "HEAD", "v1");
    assert!(err.contains("HEAD:catalog/link.yaml: it is no plain file in this revision"), "{err}");
}

#[test]
fn without_git_or_a_repository() {
    let outside = tempfile::tempdir().unwrap();
    let ceiling = outside.path().parent().unwrap();
    let outside = run(command(outside.path(), &["diff", "v1", "v2"]).env("GIT_CEILING_DIRECTORIES", ceiling));
    assert_eq!(outside.status, 2);
    assert!(
        outside.err.contains("`v1` is no folder, and cannot be a git revision: not a git"),
        "{}",
        outside.err
    );
    let repository = repository();
    let missing = run(command(repository.path(), &["diff", "v1", "catalog"]).env("PATH", "/nonexistent"));
    assert_eq!((missing.status, missing.out.as_str()), (2, ""));
    assert!(
        missing.err.starts_with("error: git is not installed, or not in PATH\n  help: "),
        "{}",
        missing.err
    );
    // Folders need no git.
    let folders =
        run(command(repository.path(), &["diff", "catalog", "other/texts"]).env("PATH", "/nonexistent"));
    assert_eq!(folders.status, 0, "{}", folders.err);
}
