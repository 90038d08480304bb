//! Decides which of the collected codes is the error.

use alloc::sync::Arc;
use alloc::vec::Vec;

use super::around::{in_prose, prose_around};
use super::error::{Common, Scope, owned};
use crate::catalog::Catalog;
use crate::response::decoded::Decoded;
use crate::response::evidence::{Best, Confidence, Evidence, Part, Summary, Tree, find_status};
use crate::response::limits;

/// What is known besides the body.
pub(crate) struct Given {
    pub(crate) status: Option<u16>,
    pub(crate) request_id: Option<Arc<str>>,
    pub(crate) catalog: &'static Catalog,
}

/// The errors of a body, the main one first; at least one.
pub(crate) fn resolve(body: &str, evidence: &Evidence<'_>, given: &Given) -> Vec<Decoded> {
    let first =
        |value: fn(&Summary) -> Option<u16>| evidence.trees().find_map(|(_, tree)| value(&tree.summary));
    let told = first(|summary| Some(summary.status.as_ref()?.value));
    let told = told.or_else(|| first(|summary| Some(summary.number.as_ref()?.value)));
    let ids = || evidence.trees().find_map(|(_, tree)| Some(tree.summary.request_id.as_ref()?.value.clone()));
    let common = Common {
        catalog: given.catalog,
        status: given.status.or(told).or_else(|| find_status(body)),
        request_id: ids().or_else(|| given.request_id.clone()),
    };

    let best = best(evidence);
    // A word or a number that is no code gives way to a code in the text around it.
    if best.is_none_or(|(_, _, best)| best.confidence < Confidence::Code) {
        let around = prose_around(evidence, body, best.is_none(), given.catalog);
        if around.code.is_some() || best.is_none() {
            return [in_prose(&common, around, evidence)].into();
        }
    }
    let Some((main, tree, best)) = best else { return [Decoded::default()].into() };
    let others = evidence.codes.others(Some(best.place));
    let mut results = match &best.item {
        Some(_) => items(&common, tree, best),
        None => [common.error(best, &Scope::of_all(evidence), &[])].into(),
    };
    if let Some(main) = results.first_mut() {
        main.other_codes = owned(&others);
    }
    results.extend(other_trees(evidence, main, given));
    results.truncate(limits::FAILURES);
    results
}

/// The first code of the surest, with its tree and where that is among the parts.
fn best<'e>(evidence: &'e Evidence<'_>) -> Option<(usize, &'e Tree, &'e Best)> {
    let found =
        evidence.trees().filter_map(|(at, tree)| Some((at, tree, &tree.summary.best.as_ref()?.value)));
    found.reduce(|best, next| if next.2.confidence > best.2.confidence { next } else { best })
}

/// One result for each item of an array that failed, the one with the best code first.
fn items(common: &Common, tree: &Tree, best: &Best) -> Vec<Decoded> {
    let others =
        tree.items.iter().filter(|item| best.item.as_ref().is_none_or(|main| !Arc::ptr_eq(item, main)));
    best.item.iter().chain(others).map(|item| common.item(item)).collect()
}

/// The errors of the other trees of a text, each with the status that the text before it tells: several responses
/// that were dumped one after another.
fn other_trees(evidence: &Evidence<'_>, main: usize, given: &Given) -> Vec<Decoded> {
    let mut results = Vec::new();
    let mut before = None;
    for (at, part) in evidence.parts.iter().enumerate() {
        match part {
            Part::Prose(text) => before = find_status(text),
            Part::Tree(tree) => {
                let tree = tree.as_deref().filter(|_| at != main);
                let best = tree.and_then(|tree| Some((tree, &tree.summary.best.as_ref()?.value)));
                if let Some((tree, best)) = best.filter(|(_, best)| best.confidence >= Confidence::Code) {
                    results.extend(other_tree(tree, best, before, given));
                }
                before = None;
            }
        }
    }
    results
}

fn other_tree(tree: &Tree, best: &Best, before: Option<u16>, given: &Given) -> Vec<Decoded> {
    let summary = &tree.summary;
    let told = summary.status.as_ref().or(summary.number.as_ref()).map(|pick| pick.value);
    let common = Common {
        catalog: given.catalog,
        status: given.status.or(told).or(before),
        request_id: summary.request_id.as_ref().map(|pick| pick.value.clone()),
    };
    if best.item.is_some() {
        let mut results = items(&common, tree, best);
        if let Some(main) = results.first_mut() {
            main.other_codes = owned(&tree.codes.others(Some(best.place)));
        }
        return results;
    }
    [common.error(best, &Scope::of(summary), &tree.codes.others(Some(best.place)))].into()
}
