//! Cases with goldens: `FOLDER/NAME.yaml`, and what is said of it in `FOLDER/NAME.txt`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]
#![allow(dead_code, reason = "each test file uses some of it")]
#![allow(unreachable_pub, reason = "a module of each test file, not of a crate")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use errcat_build::Diagnostics;

/// The cases in a folder below `tests`.
pub fn cases(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder)
}

/// A fresh folder, below the build folder; tests run side by side, so that no two are the same.
pub fn fresh(name: &str) -> PathBuf {
    static NUMBER: AtomicUsize = AtomicUsize::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let folder =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}/{number}-{name}", env!("CARGO_CRATE_NAME")));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The names of all cases of a folder that are files, sorted.
pub fn names(folder: &str) -> Vec<String> {
    let names = fs::read_dir(cases(folder)).unwrap().map(|entry| entry.unwrap().path());
    let mut names: Vec<String> = names
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    names.sort();
    assert!(!names.is_empty());
    names
}

/// What is said, without the machine it was said on: no folder, no words of the operating system.
pub fn shown(folder: &Path, faults: &Diagnostics) -> String {
    let folder = folder.display().to_string();
    let text = faults.render().replace(&format!("{folder}/"), "").replace(&folder, "FOLDER");
    let lines = text.lines().map(|line| match line.find(" (os error ") {
        Some(end) => format!("{}: REASON\n", &line[..line[..end].rfind(": ").unwrap()]),
        None => format!("{line}\n"),
    });
    lines.collect()
}

/// The lines that differ, `-` for the golden's and `+` for the new ones.
fn diff(golden: &str, new: &str) -> String {
    let (golden, new): (Vec<&str>, Vec<&str>) = (golden.lines().collect(), new.lines().collect());
    // Lengths of the longest common rests, as diffs are made.
    let mut common = vec![vec![0; new.len() + 1]; golden.len() + 1];
    for (old, new_line) in
        (0..golden.len()).rev().flat_map(|old| (0..new.len()).rev().map(move |at| (old, at)))
    {
        common[old][new_line] = if golden[old] == new[new_line] {
            common[old + 1][new_line + 1] + 1
        } else {
            common[old + 1][new_line].max(common[old][new_line + 1])
        };
    }
    let (mut text, mut old, mut at) = (String::new(), 0, 0);
    while old < golden.len() || at < new.len() {
        if old < golden.len() && at < new.len() && golden[old] == new[at] {
            (old, at) = (old + 1, at + 1);
        } else if at == new.len() || (old < golden.len() && common[old + 1][at] >= common[old][at + 1]) {
            text.push_str(&format!("-{}\n", golden[old]));
            old += 1;
        } else {
            text.push_str(&format!("+{}\n", new[at]));
            at += 1;
        }
    }
    text
}

/// Compares with the golden, or rewrites it; answers what is wrong.
pub fn compare(cases_in: &str, name: &str, new: &str) -> Option<String> {
    let path = cases(cases_in).join(format!("{name}.txt"));
    if std::env::var_os("ERRCAT_UPDATE").is_some() {
        fs::write(&path, new).unwrap();
    }
    let golden = fs::read_to_string(&path).unwrap_or_default();
    (golden != new).then(|| format!("{}\n{}", path.display(), diff(&golden, new)))
}

pub fn assert_same(wrong: &[String]) {
    let wrong_ones = wrong.join("\n");
    assert!(
        wrong.is_empty(),
        "{wrong_ones}\nread the new diagnostics, then set ERRCAT_UPDATE=1 to keep them"
    );
}

/// A catalog file with one entry.
pub const SHOP: &str = "\
service: shop
title: { en: Shop, zh: 商店 }
prefixes: [SHOP]
source: { title: Shop API Reference }
entries:
  - code: SHOP.1
    name: SoldOut
    status: 409
    message: Sold out.
    description: { en: Nothing is left., zh: 已售罄。 }
    remediation: { en: Come back., zh: 请稍后再来。 }
    class: unavailable
    retry: later
";
