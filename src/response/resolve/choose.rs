//! Decides which of the collected codes is the error, and which of its meanings.

use alloc::borrow::ToOwned;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use super::args::args;
use super::rank::{Best, CODE, NUMBER, best_code, confidence};
use crate::catalog::Catalog;
use crate::response::body::{self, Node, Part};
use crate::response::decoded::{Decoded, Subject};
use crate::response::evidence::{CodeAt, Level, Prose, find_status, read_prose};

/// What is known besides the body.
pub(in crate::response) struct Given {
    pub(in crate::response) status: Option<u16>,
    pub(in crate::response) request_id: Option<String>,
    pub(in crate::response) catalog: &'static Catalog,
}

/// The errors of a body, the main one first; at least one. `parts` are those of the body, `levels` those of its trees.
pub(in crate::response) fn resolve(
    body: &str,
    parts: &[Part],
    levels: &[Level],
    given: &Given,
) -> Vec<Decoded> {
    let body_status = given.status.or_else(|| tree_status(levels.iter())).or_else(|| find_status(body));
    let request_id =
        levels.iter().find_map(|level| level.request_id.clone()).or_else(|| given.request_id.clone());
    let common = Common { given, status: body_status, request_id };

    let best = best_code(levels.iter().enumerate(), given.catalog);
    // A word or a number that is no code gives way to a code in the text around it.
    if best.is_none_or(|best| best.confidence < CODE) {
        let around = prose_of(parts, body, best.is_none(), given.catalog);
        if around.code.is_some() || best.is_none() {
            return [common.in_prose(around, levels)].into();
        }
    }
    let Some(best) = best else { return [Decoded::default()].into() };
    let own = &levels[best.level];
    let mut results = match own.item {
        Some(item) => common.items(levels, item, best),
        None => [common.error(own, &own.codes[best.code], &levels.iter())].into(),
    };
    results.extend(other_trees(parts, levels, own.tree, given));
    results
}

/// The errors of the other trees of a text, each with the status that the text before it tells: several responses
/// that were dumped one after another.
fn other_trees(parts: &[Part], levels: &[Level], main: usize, given: &Given) -> Vec<Decoded> {
    let mut results: Vec<Decoded> = Vec::new();
    let mut before = None;
    let mut tree = 0;
    let mut rest = levels;
    for part in parts {
        match part {
            Part::Prose(text) => before = find_status(text),
            Part::Tree(_) => {
                let first = levels.len() - rest.len();
                let count = rest.iter().take_while(|level| level.tree == tree).count();
                let own_levels = rest.get(..count).unwrap_or_default();
                rest = rest.get(count..).unwrap_or_default();
                let numbered = own_levels.iter().enumerate().map(|(at, level)| (first + at, level));
                let best = best_code(numbered, given.catalog).filter(|best| best.confidence >= CODE);
                if let Some(best) = best.filter(|_| tree != main) {
                    let status = given.status.or_else(|| tree_status(own_levels.iter())).or(before);
                    let request_id = own_levels.iter().find_map(|level| level.request_id.clone());
                    let common = Common { given, status, request_id };
                    let own = &levels[best.level];
                    match own.item {
                        Some(item) => results.extend(common.items(levels, item, best)),
                        None => results.push(common.error(own, &own.codes[best.code], &own_levels.iter())),
                    }
                }
                tree += 1;
                before = None;
            }
        }
    }
    results
}

/// A status that a tree tells: as such, or as a code that is a number.
fn tree_status<'l>(levels: impl Iterator<Item = &'l Level> + Clone) -> Option<u16> {
    let own = levels.clone().find_map(|level| level.status);
    own.or_else(|| levels.flat_map(|level| &level.codes).find_map(|code| body::status(&code.text)))
}

/// How many parts of a text are searched for a message without a code.
const MESSAGE_PARTS: usize = 32;

/// What the text around the trees says; `whole`: there is no code in the trees, so the body as a whole is looked at.
fn prose_of(parts: &[Part], body: &str, whole: bool, catalog: &'static Catalog) -> Prose {
    let mut all = Prose::default();
    let mut trees = false;
    // Messages are looked for in so many parts only: each is compared with the whole catalog.
    let mut looks = MESSAGE_PARTS;
    for part in parts {
        match part {
            Part::Tree(_) => trees = true,
            Part::Prose(text) => {
                let wanted = all.message.is_none() && looks > 0;
                looks -= usize::from(wanted);
                let read = read_prose(text, catalog, wanted);
                if all.code.is_none() && read.code.is_some() {
                    all = read;
                } else {
                    all.other_codes.extend(read.code.into_iter().chain(read.other_codes));
                    all.message = all.message.take().or(read.message);
                }
            }
        }
    }
    // Trees that say nothing of an error may be part of a sentence.
    if whole && trees && all.code.is_none() {
        let read = read_prose(body, catalog, true);
        if read.code.is_some() || all.message.is_none() {
            return read;
        }
    }
    all
}

/// What all results of a body share.
struct Common<'g> {
    given: &'g Given,
    status: Option<u16>,
    request_id: Option<String>,
}

impl Common<'_> {
    /// An error whose code is in the text, or nowhere.
    fn in_prose(&self, prose: Prose, levels: &[Level]) -> Decoded {
        let tree_message = levels.iter().find_map(|level| level.message.clone());
        let known = prose.code.as_deref().and_then(|code| self.given.catalog.find(code));
        let fits = |message: &String| {
            known.is_some_and(|code| code.entries().any(|entry| entry.match_message(message).is_some()))
        };
        // What stands beside the code goes first, unless the message of the tree is the documented one.
        let message = if prose.code.is_some() && !tree_message.as_ref().is_some_and(fits) {
            // A message of the tree that begins with the code: there it ends where it ends.
            let messages = levels.iter().filter_map(|level| level.message.as_deref()).take(MESSAGE_PARTS);
            let mut told = messages.map(|message| read_prose(message, self.given.catalog, false));
            let told = told.find(|told| told.code == prose.code).and_then(|told| told.message);
            told.or(prose.message).or(tree_message)
        } else {
            tree_message.or(prose.message)
        };
        let level = levels.iter().find(|level| level.params.is_some());
        let params = level.and_then(|level| level.params.as_deref());
        let mut decoded = self.decoded(prose.code, message, params);
        decoded.other_codes = prose.other_codes;
        let mut seen: BTreeSet<String> = decoded.code.iter().chain(&decoded.other_codes).cloned().collect();
        let in_trees = other_codes(levels.iter(), None).into_iter().filter(|code| seen.insert(code.clone()));
        decoded.other_codes.extend(in_trees);
        decoded.authorization = levels.iter().find_map(|level| level.authorization.clone());
        decoded
    }

    /// The error of this code; what its own level lacks is taken from the others of its scope, the best first.
    fn error<'l>(
        &self,
        own: &'l Level,
        code: &CodeAt,
        scope: &(impl Iterator<Item = &'l Level> + Clone),
    ) -> Decoded {
        let message = own.message.as_ref().or_else(|| scope.clone().find_map(|level| level.message.as_ref()));
        let params = own.params.as_ref().or_else(|| scope.clone().find_map(|level| level.params.as_ref()));
        let mut decoded = self.decoded(Some(code.text.clone()), message.cloned(), params.map(Vec::as_slice));
        decoded.other_codes = other_codes(scope.clone(), Some(code.place));
        let authorization = own.authorization.as_ref();
        decoded.authorization =
            authorization.or_else(|| scope.clone().find_map(|level| level.authorization.as_ref())).cloned();
        decoded
    }

    /// One result for each item of an array that failed, the one with the best code first.
    fn items(&self, levels: &[Level], main: usize, best: Best) -> Vec<Decoded> {
        let mut items: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let tree = levels[best.level].tree;
        for (at, level) in levels.iter().enumerate().filter(|(_, level)| level.tree == tree) {
            if let Some(item) = level.item {
                items.entry(item).or_default().push(at);
            }
        }
        let first = items.remove(&main).unwrap_or_default();
        let others = items.values().filter_map(|of_item| self.item(levels, of_item, None));
        self.item(levels, &first, Some(best)).into_iter().chain(others).collect()
    }

    fn item(&self, levels: &[Level], of_item: &[usize], main: Option<Best>) -> Option<Decoded> {
        let found = of_item.iter().flat_map(|level| {
            let codes = levels[*level].codes.iter().enumerate();
            codes.map(|(code, at)| Best {
                level: *level,
                code,
                confidence: confidence(&at.text, self.given.catalog),
            })
        });
        let best = main.or_else(|| {
            found.reduce(|best, next| if next.confidence > best.confidence { next } else { best })
        })?;
        // An item whose code is a number ("0") did not fail, or says no more than a status.
        if best.confidence == NUMBER && main.is_none() {
            return None;
        }
        let own = &levels[best.level];
        let code = &own.codes[best.code];
        let scope = of_item.iter().map(|level| &levels[*level]);
        let mut decoded = self.error(own, code, &scope);
        if main.is_some() {
            decoded.other_codes = other_codes(levels.iter(), Some(code.place));
        }
        let fields = scope.flat_map(|level| &level.subject);
        let fields: Vec<(String, String)> =
            fields.filter_map(|(key, value)| Some((key.clone(), value.scalar()?.to_owned()))).collect();
        decoded.subject = (!fields.is_empty()).then_some(Subject { fields });
        Some(decoded)
    }

    /// Looks the code up, and the arguments.
    fn decoded(&self, code: Option<String>, message: Option<String>, params: Option<&[Node]>) -> Decoded {
        let known = code.as_deref().and_then(|code| self.given.catalog.find(code));
        let entry = known.map(|code| code.choose(message.as_deref(), self.status));
        let args = args(entry, message.as_deref(), params);
        let rendered = match (entry, &message, params) {
            (Some(entry), None, Some(_)) if !entry.message().as_str().is_empty() => {
                args.render(entry.message()).ok()
            }
            _ => None,
        };
        Decoded {
            code,
            entry,
            message,
            args,
            rendered,
            status: self.status,
            request_id: self.request_id.clone(),
            ..Decoded::default()
        }
    }
}

/// The other codes in the order of the document, each once.
fn other_codes<'l>(levels: impl Iterator<Item = &'l Level>, chosen: Option<usize>) -> Vec<String> {
    let mut codes: Vec<(usize, &String)> =
        levels.flat_map(|level| &level.codes).map(|code| (code.place, &code.text)).collect();
    codes.sort_unstable_by_key(|(place, _)| *place);
    let mut seen = BTreeSet::new();
    let others = codes.into_iter().filter(|(place, text)| Some(*place) != chosen && seen.insert(*text));
    others.map(|(_, text)| text.clone()).collect()
}
