//! Changes of the parameters of an entry: the fields of its typed error.

use super::ChangeKind;
use super::wording::{all_quoted, change, quoted};
use crate::model::Param;

/// What changed from the old parameters to the new ones.
pub(super) fn compare(old: &[Param], new: &[Param]) -> Vec<(ChangeKind, String)> {
    let mut found = Vec::new();
    let has = |params: &[Param], name: &str| params.iter().any(|param| param.name == name);
    let (mut gone, mut come): (Vec<&Param>, Vec<&Param>) =
        (absent_from(new, old).collect(), absent_from(old, new).collect());
    // A name that stands in the place of another, in a list of the same length, is another name of the same.
    if old.len() == new.len() {
        for (old, new) in old.iter().zip(new) {
            if gone.contains(&old) && come.contains(&new) {
                gone.retain(|param| *param != old);
                come.retain(|param| *param != new);
                found.push((ChangeKind::ParamRenamed, change("parameter", Some(&old.name), Some(&new.name))));
                found.extend(type_change(old, new));
            }
        }
    }
    for param in gone {
        found.push((ChangeKind::ParamRemoved, change("parameter", Some(&param.name), None)));
    }
    for param in come {
        found.push((ChangeKind::ParamAdded, change("parameter", None, Some(&param.name))));
    }
    for param in old {
        let now = new.iter().find(|other| other.name == param.name);
        found.extend(now.and_then(|now| type_change(param, now)));
    }
    let kept = |params: &[Param], others: &[Param]| -> Vec<String> {
        params.iter().map(|param| param.name.clone()).filter(|name| has(others, name)).collect()
    };
    if kept(old, new) != kept(new, old) {
        let names = all_quoted(new.iter().map(|param| param.name.as_str()));
        found.push((ChangeKind::ParamsReordered, format!("parameters stand in the order {names} now")));
    }
    found
}

fn absent_from<'p>(others: &[Param], params: &'p [Param]) -> impl Iterator<Item = &'p Param> {
    params.iter().filter(|param| !others.iter().any(|other| other.name == param.name))
}

fn type_change(old: &Param, new: &Param) -> Option<(ChangeKind, String)> {
    if old.list == new.list {
        return None;
    }
    let takes = if new.list { "a list" } else { "one value" };
    Some((ChangeKind::ParamTypeChanged, format!("parameter {} takes {takes} now", quoted(&new.name))))
}
