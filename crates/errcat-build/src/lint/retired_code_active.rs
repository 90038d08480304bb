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
use crate::syntax::Text;
use crate::yaml::Place;

/// A code that has a retired entry and one that is not.
pub(super) fn find(entries: &[Entry<'_>], findings: &mut Vec<Finding>) {
    let mut used: BTreeMap<&str, Place> = BTreeMap::new();
    for (code, entry) in entries.iter().filter_map(|entry| Some((code(entry)?, entry))) {
        if lifecycle(entry).is_some_and(|lifecycle| lifecycle != Lifecycle::Retired) {
            used.entry(&code.value).or_insert(code.place);
        }
    }
    for entry in entries.iter().filter(|entry| lifecycle(entry) == Some(Lifecycle::Retired)) {
        let Some(code) = code(entry) else { continue };
        let Some(again) = used.get(code.value.as_str()) else { continue };
        let what = format!("code `{}` is retired here, and used again", code.value);
        let help = "put the old meaning under `former` of the entry that is in use";
        let finding = entry.finding(Lint::RetiredCodeActive, code.place, what, help);
        findings.push(Finding { other: Some(*again), ..finding });
    }
}

fn code<'s>(entry: &Entry<'s>) -> Option<&'s Text> {
    entry.raw.code.as_ref().ok()
}

fn lifecycle(entry: &Entry<'_>) -> Option<Lifecycle> {
    match &entry.raw.lifecycle {
        Ok(None) => Some(Lifecycle::Active),
        Ok(Some(word)) => word.value.parse().ok(),
        Err(_) => None,
    }
}
