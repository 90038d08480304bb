//! Of 5,000 templates, most of which begin alike, a message finds those that a look at each of them finds.

use std::cmp::Reverse;

use errcat::{CATALOG, Catalog, Entry};
use errcat_bench::catalogs::five_thousand;
use errcat_bench::messages::{messages, templates};

/// What the catalog answers for a message is what its entries answer; returns how many that are.
fn check(catalog: &'static Catalog, text: &str) -> usize {
    let of_catalog: Vec<(Entry, usize)> =
        catalog.match_message(text).iter().map(|found| (found.entry, found.score)).collect();
    let of_each = catalog.entries().filter_map(|entry| entry.match_message(text));
    let mut of_each: Vec<(Entry, usize)> = of_each.map(|found| (found.entry, found.score)).collect();
    // A sort keeps the order of what is equal, which is that of the catalog: of one file, that of its entries.
    of_each.sort_by_key(|(_, score)| Reverse(*score));
    assert_eq!(of_catalog, of_each, "{text:?}");
    of_catalog.len()
}

fn check_all(catalog: &'static Catalog) {
    let mut found = 0;
    let messages = messages(&templates(catalog));
    for message in messages.iter().take(500) {
        let text = &message.text;
        let half = text.char_indices().nth(text.chars().count() / 2).map_or(0, |(at, _)| at);
        let without_stop = text.trim_end_matches('.');
        found += check(catalog, text);
        for other in [
            without_stop,
            &format!("{without_stop}。"),
            &format!("{text} \n"),
            &format!("{text} {text}"),
            &text.repeat(20),
            &format!("{text}x"),
            &text[..half],
            &text[half..],
        ] {
            check(catalog, other);
        }
    }
    assert!(found > 400, "{found}");
}

#[test]
fn bundled() {
    // Entries of several files with equal scores stand in the order of the files in both.
    check_all(&CATALOG);
}

#[test]
fn five_thousand_codes() {
    check_all(&five_thousand::CATALOG);
}
