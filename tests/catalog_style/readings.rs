//! Class and retry advice.

use std::collections::BTreeMap;

use errcat::{CATALOG, Class, Entry, Lang, Retry, Severity};

use crate::{joined, none, place};

#[test]
fn class_and_retry_go_together() {
    let goes = |class: Class| -> &[Retry] {
        match class {
            Class::Conflict => &[Retry::Later],
            Class::Throttled => &[Retry::Backoff],
            Class::Internal | Class::Unavailable => &[Retry::Backoff, Retry::AfterFix],
            Class::NotFound => &[Retry::AfterFix, Retry::Later],
            _ => &[Retry::AfterFix, Retry::Never],
        }
    };
    none(
        CATALOG
            .entries()
            .filter(|entry| !goes(entry.class()).contains(&entry.retry()))
            .map(|entry| format!("{}: {} and {}", place(entry), entry.class(), entry.retry())),
    );
}

/// Texts are equal here if they differ in one word: "does not support backup", "does not support restoration".
#[test]
fn equal_texts_have_equal_readings() {
    let mut faults = Vec::new();
    for service in CATALOG.services() {
        let mut same_fix: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
        for entry in service.entries() {
            same_fix.entry(joined(entry.remediation(Lang::EN))).or_default().push(entry);
        }
        for entries in same_fix.values() {
            for (index, one) in entries.iter().enumerate() {
                for other in &entries[index + 1..] {
                    let [a, b] = [one, other].map(|entry| joined(entry.description(Lang::EN)));
                    let reading = |entry: &Entry| (entry.class(), entry.retry());
                    if differing_words(&a, &b) <= 1 && reading(one) != reading(other) {
                        faults.push(format!("{} and {}: {a}", place(*one), place(*other)));
                    }
                }
            }
        }
    }
    none(faults);
}

/// Counts the words in which two texts differ; texts of different length differ in all.
fn differing_words(one: &str, other: &str) -> usize {
    let [a, b] = [one, other].map(|text| text.split_whitespace().collect::<Vec<_>>());
    if a.len() == b.len() { a.iter().zip(&b).filter(|(a, b)| a != b).count() } else { usize::MAX }
}

#[test]
fn an_internal_failure_that_only_support_can_mend_is_retried() {
    const FIXES: [&str; 4] = [
        "Contact technical support.",
        "Contact VPC technical support.",
        "For details, see the returned error message or contact technical support.",
        "No remedy is documented. Contact technical support and give this code.",
    ];
    let wrong = CATALOG.entries().filter(|entry| {
        let support = FIXES.contains(&joined(entry.remediation(Lang::EN)).as_str());
        // It may be a security incident.
        let exempt = entry.code().as_str() == "SMS.6560";
        support && entry.class() == Class::Internal && (entry.retry() == Retry::Backoff) == exempt
    });
    none(wrong.map(|entry| format!("{}: {}", place(entry), entry.retry())));
}

/// A pre-check that only warns is found by its severity, not by the words of its note.
#[test]
fn warnings_have_the_severity_of_warnings() {
    let is_warning = |entry: &Entry| entry.severity() == Some(Severity::Warning);
    let says_so =
        |entry: &Entry| entry.note(Lang::EN).map(joined).unwrap_or_default().contains("this is a warning");
    let faults = CATALOG.entries().filter(|entry| says_so(entry) && !is_warning(entry));
    none(faults.map(place));
    let codes: Vec<&str> = CATALOG.entries().filter(is_warning).map(|entry| entry.code().as_str()).collect();
    assert_eq!(codes, ["SMS.6510", "SMS.6536", "SMS.6543", "SMS.6544", "SMS.6547", "SMS.6548"]);
}
