//! An entry with `lifecycle: retired` says that its code is no longer sent. Another
//! entry says that it is. Numbers are reused by vendors; the old meaning is then
//! history, not an entry.
//!
//! ## What to do
//!
//! Take the retired entry out, and put what it said under `former` of the entry in
//! use:
//!
//! ```yaml
//!     former:
//!       - message: Card %s was lost.
//!         description: { en: The card was reported lost., zh: 该卡已挂失。 }
//! ```

use std::collections::BTreeMap;

use errcat_core::Lifecycle;

use super::entry::Entry;
use super::finding::Finding;
use crate::diagnostic::Lint;

/// A code that has a retired entry and one that is not.
pub(super) fn find(entries: &[Entry<'_>], findings: &mut Vec<Finding>) {
    let mut used: BTreeMap<&str, usize> = BTreeMap::new();
    for (code, entry) in entries.iter().filter_map(|entry| Some((code(entry)?, entry))) {
        if lifecycle(entry).is_some_and(|lifecycle| lifecycle != Lifecycle::Retired) {
            used.entry(code).or_insert(entry.line());
        }
    }
    for entry in entries.iter().filter(|entry| lifecycle(entry) == Some(Lifecycle::Retired)) {
        let (Ok(text), Some(line)) = (&entry.raw.code, code(entry).and_then(|code| used.get(code))) else {
            continue;
        };
        let what = format!("code `{}` is retired here, and used again in line {line}", text.value);
        let help = "put the old meaning under `former` of the entry that is in use";
        findings.push(entry.finding(Lint::RetiredCodeActive, text.place, what, help));
    }
}

fn code<'s>(entry: &Entry<'s>) -> Option<&'s str> {
    entry.raw.code.as_ref().ok().map(|code| code.value.as_str())
}

fn lifecycle(entry: &Entry<'_>) -> Option<Lifecycle> {
    match &entry.raw.lifecycle {
        Ok(None) => Some(Lifecycle::Active),
        Ok(Some(word)) => word.value.parse().ok(),
        Err(_) => None,
    }
}
