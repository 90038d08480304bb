//! What holds for all pairs of catalogs.

use std::collections::BTreeSet;
use std::path::Path;

use errcat_build::compat::{ChangeKind, SemverLevel, diff};
use errcat_build::load;
use errcat_build::model::{Catalog, Class, Entry, Param, Retry};
use proptest::prelude::*;
use proptest::sample::Index;

use super::{PAY, SHOP, catalog, entry, shown, with};

#[test]
fn nothing_changed() {
    let both = catalog(&[PAY, SHOP]);
    let again = catalog(&[PAY, SHOP]);
    assert_ne!(both.services[0].path, again.services[0].path);
    let changes = diff(&both, &again);
    assert!(changes.is_empty(), "{:?}", shown(&changes));
    assert_eq!(changes.verdict(), None);
    // Marks of YAML are no change.
    let quoted = with(PAY, "'No such card.'", "No such card.");
    assert!(diff(&both, &catalog(&[&quoted, SHOP])).is_empty());
}

#[test]
fn the_highest_level_comes_first_and_is_the_verdict() {
    let new =
        with(&with(&with(PAY, "Seldom.", "Often."), "retry: later", "retry: never"), "[card,", "[number,");
    let changes = diff(&catalog(&[PAY]), &catalog(&[&new]));
    let levels: Vec<SemverLevel> = changes.iter().map(|change| change.level).collect();
    assert_eq!(levels, [SemverLevel::Major, SemverLevel::Minor, SemverLevel::Patch]);
    assert_eq!(changes.verdict(), Some(SemverLevel::Major));
    assert_eq!(changes.of_level(SemverLevel::Minor).count(), 1);
}

#[test]
fn details_are_one_printable_line() {
    let hostile = with(PAY, "'No such card.'", "\"No\\n\\e]0;owned\\a card.\"");
    let changes = diff(&catalog(&[PAY]), &catalog(&[&hostile]));
    assert_eq!(changes.as_slice().len(), 1);
    let detail = &changes.as_slice()[0].detail;
    assert!(!detail.contains(char::is_control) && detail.contains("No\\n\\u{1b}]0;owned"), "{detail}");
}

#[test]
fn kinds_are_a_stable_list() {
    let words: BTreeSet<&str> = ChangeKind::ALL.iter().map(|kind| kind.as_str()).collect();
    assert_eq!(words.len(), ChangeKind::ALL.len());
    assert!(
        ChangeKind::ALL.is_sorted_by(|one, other| one.level() >= other.level()),
        "the highest level comes first"
    );
    for kind in ChangeKind::ALL {
        assert!(kind.as_str().bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{kind}");
        assert!(!kind.effect().is_empty() && !kind.effect().ends_with('.'), "{kind}");
    }
}

#[test]
fn the_bundled_catalog_has_no_changes_to_itself() {
    let bundled = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../catalog");
    let (one, other) = (load(&bundled).unwrap(), load(&bundled).unwrap());
    assert!(diff(&one, &other).is_empty());
}

#[test]
fn thousands_of_entries_are_compared_in_no_time() {
    let large = |from: usize| {
        let entries: String =
            (from..from + 5_000).map(|at| entry(&format!("SHOP.9{at}"), &format!("E{at}"))).collect();
        catalog(&[&(SHOP.to_owned() + &entries)])
    };
    let (old, new) = (large(0), large(1_000));
    let start = std::time::Instant::now();
    let changes = diff(&old, &new);
    assert_eq!(changes.as_slice().len(), 2_000);
    assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
}

/// An edit of a model. Numbers choose what is edited.
fn edit(catalog: &mut Catalog, what: usize, service: Index, entry: Index) {
    if catalog.services.is_empty() {
        return;
    }
    let at = service.index(catalog.services.len());
    let service = &mut catalog.services[at];
    match what {
        0 => drop(catalog.services.remove(at)),
        1 => service.module.push('x'),
        2 => service.typed = !service.typed,
        3 => drop(service.prefixes.pop()),
        4 => service.aliases.push(("OLD".to_owned(), "PAY".to_owned())),
        5 => service.confused_with.clear(),
        6 => service.title.zh.push('x'),
        7 => service.entries.reverse(),
        _ => {
            let entries = service.entries.len();
            if entries > 0 {
                let at = entry.index(entries);
                edit_entry(&mut service.entries[at], what);
                if what == 8 {
                    service.entries.remove(at);
                }
            }
        }
    }
}

fn edit_entry(entry: &mut Entry, what: usize) {
    match what {
        9 => entry.code.push('9'),
        10 => entry.name.push('x'),
        11 => entry.params.reverse(),
        12 => drop(entry.params.pop()),
        13 => entry.params.iter_mut().for_each(|param: &mut Param| param.list = !param.list),
        14 => entry.class = Class::Throttled,
        15 => entry.retry = Retry::Never,
        16 => entry.status = None,
        17 => entry.undocumented = !entry.undocumented,
        18 => entry.message.raw.push('x'),
        19 => entry.wordings.clear(),
        20 => entry.description.en.clear(),
        21 => entry.remediation.zh.clear(),
        22 => entry.note = None,
        23 => entry.see.clear(),
        24 => entry.former.clear(),
        25 => entry.group = None,
        26 => entry.source = Some("x".to_owned()),
        _ => {}
    }
}

proptest! {
    /// Whatever was edited: no panic, no change to itself, the same answer again, something said of every difference,
    /// and levels that follow from the kinds.
    #[test]
    fn holds_for_all(edits in prop::collection::vec((0usize..27, any::<Index>(), any::<Index>()), 0..6)) {
        let old = catalog(&[PAY, SHOP]);
        let mut new = old.clone();
        for (what, service, entry) in &edits {
            edit(&mut new, *what, *service, *entry);
        }
        prop_assert!(diff(&new, &new.clone()).is_empty());
        for (old, new) in [(&old, &new), (&new, &old)] {
            let changes = diff(old, new);
            prop_assert_eq!(&changes, &diff(old, new));
            prop_assert_eq!(changes.is_empty(), old == new, "{:?}", shown(&changes));
            prop_assert_eq!(changes.verdict(), changes.iter().map(|change| change.kind.level()).max());
            prop_assert!(changes.iter().map(|change| change.level).is_sorted_by(|one, next| one >= next));
        }
    }
}
