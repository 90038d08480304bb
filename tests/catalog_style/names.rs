//! Names of entries and parameters.

use std::collections::BTreeMap;

use errcat::{CATALOG, Class};

use crate::{none, place};

/// Splits a name into its words: `IoMonitorModuleFailed` into four.
fn words(name: &str) -> Vec<&str> {
    let starts: Vec<usize> = name
        .char_indices()
        .filter(|(_, letter)| letter.is_ascii_uppercase())
        .map(|(index, _)| index)
        .chain([name.len()])
        .collect();
    starts.windows(2).map(|ends| &name[ends[0]..ends[1]]).collect()
}

#[test]
fn names_follow_their_patterns() {
    const FIRST: [&str; 7] =
        ["Invalid", "Missing", "Insufficient", "Duplicate", "Unsupported", "Failed", "Wrong"];
    const NEVER: [&str; 11] = [
        "Auth",
        "Exception",
        "Exhausted",
        "Failure",
        "Mismatched",
        "Monitoring",
        "Nonexistent",
        "Retrieval",
        "Timeout",
        "Configuring",
        "Incorrectly",
    ];
    // A failed action is `SendFailed` and the like, not `NotSent`.
    const ACTIONS: [&str; 11] = [
        "Attached",
        "Deleted",
        "Detached",
        "Formatted",
        "Generated",
        "Loaded",
        "Obtained",
        "Resolved",
        "Sent",
        "Started",
        "Supported",
    ];
    let mut faults = Vec::new();
    for entry in CATALOG.entries() {
        let mut fault = |what: &str| faults.push(format!("{}: {what}", place(entry)));
        // `WithCause` tells a name from that of the same failure without a cause.
        let name = entry.name();
        let name = name.strip_suffix("WithCause").or_else(|| name.strip_suffix("WithStatus")).unwrap_or(name);
        let words = words(name);
        let message = entry.message();
        if !(2..=6).contains(&words.len()) && !entry.is_undocumented() {
            fault("has 2 to 6 words");
        }
        if FIRST.contains(&words[0]) {
            fault("begins with the fault");
        }
        if words.iter().any(|word| NEVER.contains(word)) && entry.name() != "AuthTokenHeaderMissing" {
            fault("has a word that another name says otherwise");
        }
        if words.windows(2).any(|pair| pair[0] == "Not" && ACTIONS.contains(&pair[1]))
            && message.as_str().starts_with("Failed ")
        {
            fault("says `NotX` of an action");
        }
        if entry.name().ends_with("NotFound") && entry.class() != Class::NotFound {
            fault("ends in `NotFound`, and the class is another one");
        }
        if ["Failed to obtain ", "Failed to query ", "Fail to get ", "Get "]
            .iter()
            .any(|start| message.as_str().starts_with(start))
            && !name.ends_with("QueryFailed")
            && !["SMS.0219", "SMS.0508"].contains(&entry.code().as_str())
        {
            fault("is `QueryFailed`");
        }
    }
    none(faults);
}

#[test]
fn names_differ_in_more_than_an_abbreviation() {
    const LONG: [(&str, &str); 8] = [
        ("Application", "App"),
        ("Authentication", "Auth"),
        ("Configuration", "Config"),
        ("Directory", "Dir"),
        ("Information", "Info"),
        ("Interval", "Int"),
        ("Parameters", "Params"),
        ("Specifications", "Specs"),
    ];
    let mut faults = Vec::new();
    for service in CATALOG.services() {
        let mut known: BTreeMap<String, &str> = BTreeMap::new();
        for entry in service.entries() {
            let short = |word: &str| {
                let (_, short) = LONG.iter().find(|(long, _)| *long == word).copied().unwrap_or((word, word));
                short.trim_end_matches('s').to_lowercase()
            };
            let key = words(entry.name()).into_iter().map(short).collect::<String>();
            if let Some(other) = known.insert(key, entry.name()) {
                faults.push(format!("{} and {other}", place(entry)));
            }
        }
    }
    none(faults);
}

/// Parameters tell what the value is.
#[test]
fn parameters_are_telling() {
    const NEVER: [&str; 9] = ["arg", "dec", "other_path", "param", "path", "value1", "xx", "xxx", "s"];
    let faults = CATALOG.entries().flat_map(|entry| {
        let vague = entry.params().filter(|name| NEVER.contains(name) || name.starts_with("dec_"));
        vague.map(move |name| format!("{}: {name}", place(entry))).collect::<Vec<_>>()
    });
    none(faults);
}
