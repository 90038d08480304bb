//! Which changes people are shown.

use std::collections::HashSet;

use errcat_build::compat::{Change, ChangeKind, Changes};

/// Returns the changes without those that another one implies: where a whole service came or went, its codes are left
/// out.
pub(super) fn brief(changes: &Changes) -> Vec<&Change> {
    let whole: HashSet<(ChangeKind, &str)> =
        changes.iter().map(|change| (change.kind, change.service.as_str())).collect();
    let is_told = |change: &Change| {
        let by = match change.kind {
            ChangeKind::CodeAdded => ChangeKind::ServiceAdded,
            ChangeKind::CodeRemoved => ChangeKind::ServiceRemoved,
            _ => return false,
        };
        whole.contains(&(by, change.service.as_str()))
    };
    changes.iter().filter(|change| !is_told(change)).collect()
}
