//! Diagnostics of faulty catalogs, compared with goldens: `reject/NAME.yaml` is loaded beside the valid `reject/beside.yml`,
//! and what is said of it stands in `reject/NAME.txt`; `overlay/NAME.yaml` is laid over `overlay/base.yml`, and `settings/NAME.yaml` is the `catalog.yaml` beside `reject/beside.yml`, likewise. `ERRCAT_UPDATE=1` rewrites the goldens: read them before you keep them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use common::{assert_same, fresh, shown};
use errcat_build::{Config, Diagnostic, DiagnosticKind, Diagnostics, Level, load};

/// The folder of the cases.
fn cases() -> PathBuf {
    common::cases("reject")
}

fn names() -> Vec<String> {
    common::names("reject")
}

fn compare(name: &str, new: &str) -> Option<String> {
    common::compare("reject", name, new)
}

/// Loads a case beside the valid service.
fn faults_of(name: &str) -> (PathBuf, Diagnostics) {
    let folder = fresh(name);
    let file = format!("{name}.yaml");
    fs::copy(cases().join(&file), folder.join(&file)).unwrap();
    fs::copy(cases().join("beside.yml"), folder.join("beside.yml")).unwrap();
    let faults = load(&folder).err().unwrap_or_else(|| panic!("{file} has no fault"));
    (folder, faults)
}

/// Lays a case over the valid catalog.
fn faults_of_overlay(name: &str) -> (PathBuf, Diagnostics) {
    let folder = fresh(name);
    let file = format!("{name}.yaml");
    fs::copy(common::cases("overlay").join(&file), folder.join(&file)).unwrap();
    let base = common::cases("overlay").join("base.yml");
    let checked = Config::default().file(base).overlay(&folder).check();
    assert!(checked.catalog.is_none(), "{file} has no fault");
    (folder, checked.diagnostics)
}

/// Loads a case as the settings of the valid service; another folder of the catalog has settings too where that is the
/// fault.
fn faults_of_settings(name: &str) -> (PathBuf, Diagnostics) {
    let folder = fresh(name);
    fs::copy(common::cases("settings").join(format!("{name}.yaml")), folder.join("catalog.yaml")).unwrap();
    fs::copy(cases().join("beside.yml"), folder.join("beside.yml")).unwrap();
    let mut config = Config::default();
    if name.starts_with("duplicate-settings") {
        fs::create_dir(folder.join("first")).unwrap();
        fs::write(folder.join("first/catalog.yaml"), "catalog: First\n").unwrap();
        config = config.folder(folder.join("first"));
    }
    let checked = config.folder(&folder).check();
    assert!(checked.catalog.is_none(), "{name} has no fault");
    (folder, checked.diagnostics)
}

/// The faults of every golden, by the name of the case; read from the program, since the goldens equal what it says.
fn all_faults() -> BTreeMap<String, Vec<Diagnostic>> {
    let mut all: BTreeMap<String, Vec<Diagnostic>> = BTreeMap::new();
    for name in names() {
        all.insert(name.clone(), faults_of(&name).1.as_slice().to_vec());
    }
    for name in common::names("overlay") {
        all.insert(name.clone(), faults_of_overlay(&name).1.as_slice().to_vec());
    }
    for name in common::names("settings") {
        all.insert(name.clone(), faults_of_settings(&name).1.as_slice().to_vec());
    }
    all.insert("empty-folder".into(), load(fresh("none")).unwrap_err().as_slice().to_vec());
    let missing = fresh("gone").join("nowhere");
    all.insert("unreadable-folder".into(), load(missing).unwrap_err().as_slice().to_vec());
    all.insert("file-too-large".into(), too_large().1.as_slice().to_vec());
    all.insert("linked-file".into(), linked().1.as_slice().to_vec());
    all
}

/// A file that is one byte larger than a catalog may be, most of it not on the disk.
fn too_large() -> (PathBuf, Diagnostics) {
    let folder = fresh("file-too-large");
    fs::File::create(folder.join("file-too-large.yaml")).unwrap().set_len((128 << 20) + 1).unwrap();
    let faults = load(&folder).unwrap_err();
    (folder, faults)
}

/// A link to a valid catalog, where links are not followed; on other systems than Unix, what is said there.
fn linked() -> (PathBuf, Diagnostics) {
    let folder = fresh("linked-file");
    #[cfg(unix)]
    std::os::unix::fs::symlink(cases().join("beside.yml"), folder.join("linked-file.yaml")).unwrap();
    let faults = Config::new(&folder).follow_links(false).check().diagnostics;
    (folder, faults)
}

/// The faults that are no warnings.
fn errors(faults: &[Diagnostic]) -> impl Iterator<Item = &Diagnostic> {
    faults.iter().filter(|fault| fault.level == Level::Error)
}

#[test]
fn diagnostics_are_as_in_the_goldens() {
    let wrong = names().into_iter().filter_map(|name| {
        let (folder, faults) = faults_of(&name);
        compare(&name, &shown(&folder, &faults))
    });
    assert_same(&wrong.collect::<Vec<_>>());
}

#[test]
fn diagnostics_of_overlays_are_as_in_the_goldens() {
    let wrong = common::names("overlay").into_iter().filter_map(|name| {
        let (folder, faults) = faults_of_overlay(&name);
        common::compare("overlay", &name, &shown(&folder, &faults))
    });
    assert_same(&wrong.collect::<Vec<_>>());
}

#[test]
fn diagnostics_of_settings_are_as_in_the_goldens() {
    let wrong = common::names("settings").into_iter().filter_map(|name| {
        let (folder, faults) = faults_of_settings(&name);
        common::compare("settings", &name, &shown(&folder, &faults))
    });
    assert_same(&wrong.collect::<Vec<_>>());
}

#[test]
fn folders_that_cannot_be_a_catalog() {
    let empty = fresh("empty-folder");
    fs::write(empty.join("notes.txt"), "service: pay").unwrap();
    let missing = fresh("unreadable-folder").join("nowhere");
    let wrong = [("empty-folder", empty), ("unreadable-folder", missing)]
        .into_iter()
        .filter_map(|(name, folder)| compare(name, &shown(&folder, &load(&folder).unwrap_err())));
    assert_same(&wrong.collect::<Vec<_>>());
}

#[test]
fn files_that_are_not_read() {
    let wrong = [("file-too-large", too_large()), ("linked-file", linked())]
        .into_iter()
        .filter_map(|(name, (folder, faults))| compare(name, &shown(&folder, &faults)));
    assert_same(&wrong.collect::<Vec<_>>());
    // A folder, and on Unix a device, a pipe that nobody writes into, and links to them.
    let folder = fresh("devices");
    fs::create_dir(folder.join("folder.yaml")).unwrap();
    let mut names = vec!["folder.yaml"];
    if cfg!(unix) {
        let pipe = folder.join("pipe.yaml");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        names.push("pipe.yaml");
    }
    #[cfg(unix)]
    for (name, target) in [("pipe-link.yaml", "pipe.yaml"), ("zero.yaml", "/dev/zero")] {
        std::os::unix::fs::symlink(target, folder.join(name)).unwrap();
        names.push(name);
    }
    names.sort_unstable();
    let faults = load(&folder).unwrap_err();
    let found: Vec<&str> =
        faults.as_slice().iter().map(|fault| fault.path.rsplit('/').next().unwrap()).collect();
    assert_eq!(found, names, "{faults}");
    assert!(faults.as_slice().iter().all(|fault| fault.kind == DiagnosticKind::UnreadableFile), "{faults}");
}

#[test]
fn links_to_files_are_followed_unless_they_are_refused() {
    let (folder, refused) = linked();
    assert!(load(&folder).is_ok() && !refused.is_empty());
    // Overlays follow the same rule.
    let overlay = fresh("linked-overlay");
    #[cfg(unix)]
    std::os::unix::fs::symlink(folder.join("nowhere"), overlay.join("pay.yaml")).unwrap();
    let config = Config::default().file(cases().join("beside.yml")).overlay(&overlay);
    let faults = config.follow_links(false).check().diagnostics;
    assert_eq!(faults.as_slice().first().map(|fault| fault.kind), Some(DiagnosticKind::LinkedFile));
}

#[test]
fn diagnostics_that_are_not_listed_count() {
    let (_, faults) = faults_of("more-diagnostics");
    assert_eq!(faults.as_slice().len(), 101);
    assert_eq!(faults.count(Level::Error), 120);
    let last = faults.as_slice().last().unwrap();
    assert_eq!((last.kind, last.level), (DiagnosticKind::MoreDiagnostics, Level::Error));
    assert!(last.message.starts_with("20 more"), "{last}");
}

#[test]
fn every_golden_has_its_case() {
    let known: BTreeSet<String> = all_faults().into_keys().collect();
    for entry in fs::read_dir(cases()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        assert!(name == "beside" || known.contains(name), "{} belongs to no case", path.display());
    }
}

#[test]
fn one_fault_a_case_named_after_its_code() {
    let codes: Vec<&str> = DiagnosticKind::ALL.iter().map(|kind| kind.name()).collect();
    let mut wrong = Vec::new();
    for (name, faults) in all_faults() {
        if name.starts_with("many-") || name == "more-diagnostics" {
            continue;
        }
        let due = codes.iter().filter(|code| name.starts_with(**code)).max_by_key(|code| code.len());
        let found: Vec<&str> = errors(&faults).map(|fault| fault.kind.name()).collect();
        if due.is_none() || found != [*due.unwrap()] {
            wrong.push(format!("{name}: {found:?}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "a case is to have one fault, the one that it is named after:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn every_error_has_a_case() {
    let faults = all_faults();
    let reported: BTreeSet<DiagnosticKind> =
        faults.values().flat_map(|faults| errors(faults)).map(|fault| fault.kind).collect();
    let errors = DiagnosticKind::ALL.iter().copied().filter(|kind| kind.level() == Level::Error);
    assert_eq!(reported, errors.collect());
}

#[test]
fn many_faults_are_reported_in_one_run_sorted() {
    let (_, faults) = faults_of("many-faults");
    let faults = faults.as_slice();
    let kinds: BTreeSet<&str> = faults.iter().map(|fault| fault.kind.name()).collect();
    assert!(faults.len() >= 10 && kinds.len() >= 10, "{} faults of {} kinds", faults.len(), kinds.len());
    assert!(faults.is_sorted_by_key(|fault| (&fault.path, fault.line, fault.column)));
    // The kinds, and the lines on which an author finds them.
    let text = fs::read_to_string(cases().join("many-faults.yaml")).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    for (code, line) in [
        ("status-out-of-range", "    status: 999"),
        ("unknown-word", "    class: refused"),
        ("unknown-group", "    group: Cards"),
        ("malformed-placeholder", "    message: Card {card has expired."),
        ("empty-text", r#"    description: { en: "", zh: 该卡已过期。 }"#),
        ("missing-key", "    remediation: { en: Use another card. }"),
        ("wrong-prefix", "  - code: PAYMENT.3"),
        ("invalid-name", "    name: bankUnreachable"),
        ("wrong-type", r#"    status: "503""#),
        ("wording-params", "    wordings: [The bank cannot be reached.]"),
        ("unused-marker", "    markers: [xxx]"),
        ("unknown-key", "    colour: red"),
        ("params-mismatch", "    params: [amount]"),
        ("steps-differ", "    description: { en: [One., Two.], zh: 一。 }"),
        ("unknown-reference", "    see: [PAY.9]"),
        ("duplicate-name", "    name: AmountMissing"),
        ("duplicate-entry", "  - code: PAY.5"),
    ] {
        let found = faults.iter().filter(|fault| fault.kind.name() == code);
        let places: Vec<&str> = found.map(|fault| lines[fault.line - 1]).collect();
        assert_eq!(places, [line], "{code}");
    }
}

#[test]
fn a_fault_raises_no_others() {
    // `PAY.1` has a fault of its own; whoever refers to it, or shares its name, has the same faults as before.
    let folder = fresh("cascade");
    let text = fs::read_to_string(cases().join("many-faults.yaml")).unwrap();
    fs::write(folder.join("pay.yaml"), text.replace("see: [PAY.9]", "see: [PAY.1]")).unwrap();
    let faults = load(&folder).unwrap_err();
    let references: Vec<String> = faults
        .as_slice()
        .iter()
        .filter(|fault| fault.kind.name() == "unknown-reference")
        .map(ToString::to_string)
        .collect();
    assert!(references.is_empty(), "PAY.1 is a code of the file: {references:?}");
}

#[test]
fn what_is_faulty_raises_no_others() {
    // Whatever needs the faulty value is silent; the goldens hold the same for one entry.
    let text = fs::read_to_string(cases().join("beside.yml")).unwrap();
    for (from, to, due) in [
        ("prefixes: [OTHER]", "prefixes: [7]", "wrong-type"),
        ("prefixes: [OTHER]", "prefixes: [OTHER]\naliases: { 7: OTHER }", "wrong-type"),
        ("message: Failed.", "message: 7\n    markers: [xxx]\n    wordings: [xxx]", "wrong-type"),
        (
            "message: Failed.",
            "message: Failed %s.\n    params: [7]\n    wordings: ['%s failed']",
            "wrong-type",
        ),
        ("message: Failed.", "message: Failed x.\n    params: [what]\n    markers: [x, 7]", "wrong-type"),
        ("message: Failed.", "message: Failed {a.\n    wordings: ['{a} failed']", "malformed-placeholder"),
        ("message: Failed.", "undocumented: 7", "wrong-type"),
    ] {
        let folder = fresh("raising");
        fs::write(folder.join("other.yaml"), text.replace(from, to)).unwrap();
        let faults = load(&folder).unwrap_err();
        let found: Vec<&str> = faults.as_slice().iter().map(|fault| fault.kind.name()).collect();
        assert_eq!(found, [due], "{to}: {faults}");
    }
}

#[test]
fn a_fault_hides_no_other_in_a_list() {
    let text = fs::read_to_string(cases().join("beside.yml")).unwrap();
    for (from, to) in [
        ("en: It failed., zh: 失败。", "en: [1, 2], zh: 失败。"),
        ("code: OTHER.X.1", "code: OTHER.X.1\n    see: [1, 2]"),
        ("prefixes: [OTHER]", "prefixes: [OTHER]\naliases: { 1: OTHER, A: 2 }"),
        ("message: Failed.", "message: Failed %s %s.\n    params: [A, B]"),
        (
            "message: Failed.",
            "message: Failed %s.\n    params: [a]\n    wordings: [{ message: '%s %s', params: [b, c] }]",
        ),
        ("message: Failed.", "message: Failed {a.\n    wordings: ['{b']"),
    ] {
        let folder = fresh("hiding-in-list");
        fs::write(folder.join("other.yaml"), text.replace(from, to)).unwrap();
        let faults = load(&folder).unwrap_err();
        assert_eq!(faults.as_slice().len(), 2, "{to}: {faults}");
    }
}

#[test]
fn what_the_file_holds_is_shown_on_one_line() {
    let text = fs::read_to_string(cases().join("beside.yml")).unwrap();
    let folder = fresh("control");
    fs::write(folder.join("other.yaml"), text.replace("name: Failed", r#"name: "\e[31m\n""#)).unwrap();
    let faults = load(&folder).unwrap_err();
    assert_eq!(faults.as_slice()[0].message, r"`\u{1b}[31m\n` cannot be the name of a variant");
}

#[test]
fn a_fault_hides_no_other() {
    let valid = fs::read_to_string(cases().join("beside.yml")).unwrap();
    let codes = |text: &str| {
        let folder = fresh("hiding");
        fs::write(folder.join("other.yaml"), text).unwrap();
        let faults = load(&folder).unwrap_err();
        faults.as_slice().iter().map(|fault| (fault.line, fault.kind.name())).collect::<Vec<_>>()
    };
    let bad_class = valid.replace("class: internal", "class: bad");
    assert_eq!(codes(&bad_class), [(13, "unknown-word")]);
    // A fault at the head of the file, and one in an entry.
    for (from, to, line, code) in [
        ("lang: en", "lang: german", 5, "unknown-word"),
        ("service: other", "service: 7", 2, "wrong-type"),
        ("title: { en: Other, zh: 其他 }", "title: Other", 3, "wrong-type"),
        ("source: { title: Other API Reference, lang: en }\n", "", 2, "missing-key"),
    ] {
        let both = bad_class.replace(from, to);
        let class_line = if to.is_empty() { 12 } else { 13 };
        assert_eq!(codes(&both), [(line, code), (class_line, "unknown-word")], "{to}");
    }
    // Two faults of one entry, one found while it is read, the other when entries are compared.
    let both = bad_class.replace("code: OTHER.X.1", "code: WRONG.1");
    assert_eq!(codes(&both), [(7, "wrong-prefix"), (13, "unknown-word")]);
    let both = bad_class.replace("name: Failed", "name: failed");
    assert_eq!(codes(&both), [(8, "invalid-name"), (13, "unknown-word")]);
    let both = bad_class.replace("status: 500", "status: none");
    assert_eq!(codes(&both), [(9, "wrong-type"), (13, "unknown-word")]);
}

#[test]
fn messages_follow_the_house_style() {
    for fault in all_faults().into_values().flatten() {
        for text in [&fault.message, &fault.help] {
            let first = text.chars().next().unwrap_or_else(|| panic!("{fault}: nothing is said"));
            assert!(!first.is_uppercase(), "{fault}: begins with a capital");
            assert!(!text.ends_with(['.', ' ', '!']), "{fault}: ends with a full stop or a blank");
            assert!(!text.contains('\n'), "{fault}: cargo shows one line");
            assert!(text.matches('`').count().is_multiple_of(2), "{fault}: a backtick is open");
            assert!(!text.contains("entries/"), "{fault}: a path that is not in the author's file");
        }
        let message = fault.message.trim_start_matches('-');
        let first = message.chars().next().unwrap();
        assert!(first == '`' || first.is_lowercase() || first.is_ascii_digit(), "{fault}");
    }
}
