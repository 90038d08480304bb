//! Decides which of the collected codes is the error.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeSet;
use alloc::string::String;
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
    let best = best(evidence);
    let main = best.map(|(at, _, _)| at);
    let told =
        |value: fn(&Summary) -> Option<u16>| lenders(evidence, main).find_map(|tree| value(&tree.summary));
    let told = told(|summary| Some(summary.status.as_ref()?.value))
        .or_else(|| told(|summary| Some(summary.number.as_ref()?.value)));
    let ids =
        || lenders(evidence, main).find_map(|tree| Some(tree.summary.request_id.as_ref()?.value.clone()));
    let common = Common {
        catalog: given.catalog,
        status: given.status.or(told).or_else(|| status_in_text(body, evidence, main)),
        request_id: ids().or_else(|| given.request_id.clone()),
    };

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
        None => [common.error(best, &Scope::of_all(lenders(evidence, Some(main))), &[])].into(),
    };
    if let Some(main) = results.first_mut() {
        main.other_codes = owned(&others);
    }
    results.extend(other_trees(evidence, main, given));
    results.truncate(limits::FAILURES);
    results
}

fn is_failure(tree: &Tree) -> bool {
    tree.summary.best.as_ref().is_some_and(|best| best.value.confidence >= Confidence::Code)
}

/// The trees that the error in one of them takes from what it lacks: its own first, and those without a code, since what
/// others say belongs to their own errors.
fn lenders<'e>(evidence: &'e Evidence<'_>, main: Option<usize>) -> impl Iterator<Item = &'e Tree> {
    let own = evidence.trees().filter(move |(at, _)| Some(*at) == main);
    let others = evidence.trees().filter(move |(at, tree)| Some(*at) != main && !is_failure(tree));
    own.chain(others).map(|(_, tree)| tree)
}

/// The status in the text before the tree of the error, or anywhere if there is no other error.
fn status_in_text(body: &str, evidence: &Evidence<'_>, main: Option<usize>) -> Option<u16> {
    let before = main.and_then(|main| match evidence.parts.get(main.checked_sub(1)?)? {
        Part::Prose(text) => find_status(text),
        Part::Tree(_) => None,
    });
    let one = evidence.trees().filter(|(_, tree)| is_failure(tree)).take(2).count() < 2;
    before.or_else(|| if one { find_status(body) } else { None })
}

/// Adds the known codes to the other codes of the main error that are anywhere in the text: what is found there is also
/// decoded.
pub(crate) fn with_all_codes(
    mut results: Vec<Decoded>,
    text: &str,
    catalog: &'static Catalog,
) -> Vec<Decoded> {
    let mut found = catalog.find_in(text).filter_map(|found| found.code().map(|_| found.as_str())).peekable();
    if found.peek().is_none() {
        return results;
    }
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for result in &results {
        seen.extend(result.code());
        seen.extend(result.other_codes());
    }
    let missing: Vec<String> = found.filter(|code| seen.insert(code)).map(str::to_owned).collect();
    if let Some(main) = results.first_mut() {
        main.other_codes.extend(missing);
    }
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
