//! Lints, compared with goldens: `lint/NAME.yaml` has one warning, the one that it is named after, and what is said of it
//! stands in `lint/NAME.txt`. `ERRCAT_UPDATE=1` rewrites the goldens: read them before you keep them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use common::{assert_same, cases, compare, fresh, names, shown};
use errcat_build::{Checked, Config, DiagnosticKind, Diagnostics, Level, Lint, Lints, load};

/// A folder with this case alone.
fn folder(name: &str) -> PathBuf {
    let folder = fresh(name);
    let file = format!("{name}.yaml");
    fs::copy(cases("lint").join(&file), folder.join(&file)).unwrap();
    folder
}

fn check(folder: &Path, lints: Lints) -> Diagnostics {
    let Checked { catalog, diagnostics, .. } = Config::new(folder).lints(lints).check();
    assert!(catalog.is_some(), "{diagnostics}");
    diagnostics
}

fn codes(found: &Diagnostics) -> Vec<&str> {
    found.as_slice().iter().map(|warning| warning.kind.name()).collect()
}

/// The code that a case is named after.
fn due(name: &str) -> &'static str {
    let codes = DiagnosticKind::ALL.iter().map(|kind| kind.name()).filter(|code| name.starts_with(code));
    codes.max_by_key(|code| code.len()).unwrap_or_else(|| panic!("{name} is named after no code"))
}

#[test]
fn warnings_are_as_in_the_goldens() {
    let wrong = names("lint").into_iter().filter_map(|name| {
        let folder = folder(&name);
        compare("lint", &name, &shown(&folder, &check(&folder, Lints::all())))
    });
    assert_same(&wrong.collect::<Vec<_>>());
}

#[test]
fn one_warning_a_case_named_after_its_code() {
    for name in names("lint") {
        let found = check(&folder(&name), Lints::all());
        assert_eq!(codes(&found), [due(&name)], "{name}: {found}");
        assert_eq!(found.as_slice()[0].level, Level::Warning);
    }
}

#[test]
fn every_warning_has_a_case() {
    let names = names("lint");
    let due: BTreeSet<&str> = names.iter().map(|name| due(name)).collect();
    let warnings = DiagnosticKind::ALL.iter().filter(|kind| kind.level() == Level::Warning);
    assert_eq!(due, warnings.map(|kind| kind.name()).collect());
}

#[test]
fn a_lint_that_is_off_is_silent() {
    for name in names("lint") {
        let folder = folder(&name);
        let Ok(lint) = due(&name).parse::<Lint>() else { continue };
        assert!(check(&folder, Lints::none()).is_empty(), "{name}");
        assert!(check(&folder, Lints::all().without(lint)).is_empty(), "{name}");
        assert_eq!(codes(&check(&folder, Lints::none().with(lint))), [lint.name()]);
        assert_eq!(check(&folder, Lints::default()).is_empty(), !lint.is_default(), "{name}");
    }
}

#[test]
fn lints_are_listed_with_their_codes() {
    assert!(Lint::ALL.is_sorted_by(|a, b| a.name() < b.name()));
    for lint in Lint::ALL {
        assert_eq!(lint.name().parse(), Ok(*lint));
        assert_eq!(lint.kind().name(), lint.name());
    }
    assert_eq!("quotes".parse::<Lint>().unwrap_err().to_string(), "`quotes` is not a lint");
}

#[test]
fn what_an_entry_allows_is_silent() {
    let folder = fresh("allowed");
    let text = fs::read_to_string(cases("lint").join("allowed.yml")).unwrap();
    fs::write(folder.join("allowed.yml"), &text).unwrap();
    let found = check(&folder, Lints::all());
    assert_eq!(codes(&found), Vec::<&str>::new(), "{found}");
    // None of them is allowed for nothing, also where the lint is off.
    assert!(check(&folder, Lints::none()).is_empty());
    let without = &text[..text.find("    allow:").unwrap()];
    fs::write(folder.join("allowed.yml"), without).unwrap();
    let allowed = text.matches("- { lint: ").count();
    assert_eq!(check(&folder, Lints::all()).as_slice().len(), allowed);
}

#[test]
fn warnings_do_not_fail_and_can_be_denied() {
    let folder = folder("unbalanced-quotes");
    assert_eq!(load(&folder).unwrap().services.len(), 1);
    let out = fresh("out");
    let warnings = Config::new(&folder).compile_to(out.join("one")).unwrap();
    assert_eq!(warnings.summary(), "1 warning");
    let denied = Config::new(&folder).deny_warnings(true);
    let Checked { catalog, diagnostics, .. } = denied.check();
    assert!(catalog.is_none());
    assert_eq!(diagnostics.summary(), "1 error");
    assert_eq!(codes(&diagnostics), ["unbalanced-quotes"]);
    denied.compile_to(out.join("two")).unwrap_err();
    assert!(!out.join("two").exists());
}

#[test]
fn a_denied_lint_says_how_to_allow_it() {
    for name in names("lint") {
        let folder = folder(&name);
        let Ok(lint) = due(&name).parse::<Lint>() else { continue };
        let warned = &check(&folder, Lints::none().with(lint)).as_slice()[0].help.clone();
        let Checked { diagnostics, .. } = Config::new(&folder).lints(Lints::none().denying(lint)).check();
        let allow = format!("`allow: [{{ lint: {lint}, reason: ... }}]`");
        let help = format!("{warned}; to allow it on the entry: {allow}");
        let denied = diagnostics.as_slice().iter().map(|one| (one.level, one.help.as_str()));
        assert_eq!(denied.collect::<Vec<_>>(), [(Level::Error, help.as_str())], "{name}");
        // What the help says is what helps.
        let file = folder.join(format!("{name}.yaml"));
        let text = fs::read_to_string(&file).unwrap();
        let allowed = text.replace("    retry: ", &format!("    {}\n    retry: ", allow.trim_matches('`')));
        fs::write(&file, allowed).unwrap();
        let Checked { catalog, diagnostics, .. } =
            Config::new(&folder).lints(Lints::none().denying(lint)).check();
        assert!(catalog.is_some(), "{name}: {diagnostics}");
    }
}

#[test]
fn warnings_stand_between_errors() {
    let folder = folder("unbalanced-quotes");
    let file = folder.join("unbalanced-quotes.yaml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("402", "42").replace("after_fix", "soon")).unwrap();
    let found = load(&folder).unwrap_err();
    assert_eq!(codes(&found), ["status-out-of-range", "unbalanced-quotes", "unknown-word"]);
    assert_eq!(found.summary(), "2 errors, 1 warning");
}

#[test]
fn a_fault_raises_no_unused_allow() {
    let folder = folder("unused-allow");
    let file = folder.join("unused-allow.yaml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("message: Card %s was refused.", "message: 7")).unwrap();
    assert_eq!(codes(&load(&folder).unwrap_err()), ["wrong-type"]);
}

#[test]
fn the_bundled_catalog_has_no_warning() {
    let bundled = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../catalog");
    let found = check(&bundled, Lints::default());
    assert!(found.is_empty(), "{found}");
}
