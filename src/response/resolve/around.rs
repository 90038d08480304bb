//! Errors in the text around trees.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeSet;
use alloc::string::String;

use super::error::{Common, Scope};
use crate::catalog::Catalog;
use crate::response::decoded::Decoded;
use crate::response::evidence::{Evidence, Part, Prose, read_prose};
use crate::response::limits;

/// How many parts of a text are searched for a message without a code.
const MESSAGE_PARTS: usize = 32;

/// What the text around the trees says; `whole`: there is no code in the trees, so the body as a whole is looked at.
pub(crate) fn prose_around(
    evidence: &Evidence<'_>,
    body: &str,
    whole: bool,
    catalog: &'static Catalog,
) -> Prose {
    let mut all = Prose::default();
    let mut trees = false;
    // Messages are looked for in so many parts only: each is compared with the whole catalog.
    let mut looks = MESSAGE_PARTS;
    for part in &evidence.parts {
        match part {
            Part::Tree(_) => trees = true,
            Part::Prose(text) => {
                let wanted = all.message.is_none() && looks > 0;
                looks -= usize::from(wanted);
                let read = read_prose(text, catalog, wanted);
                if all.code.is_none() && read.code.is_some() {
                    all = read;
                } else {
                    let left = limits::OTHER_CODES.saturating_sub(all.other_codes.len());
                    all.other_codes.extend(read.code.into_iter().chain(read.other_codes).take(left));
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

/// An error whose code is in the text, or nowhere.
pub(crate) fn in_prose(common: &Common, prose: Prose, evidence: &Evidence<'_>) -> Decoded {
    let scope = Scope::of_all(evidence.trees().map(|(_, tree)| tree));
    let known = prose.code.as_deref().and_then(|code| common.catalog.find(code));
    let fits = |message: &str| {
        known.is_some_and(|code| code.entries().any(|entry| entry.match_message(message).is_some()))
    };
    // What stands beside the code goes first, unless the message of the tree is the documented one.
    let message = if prose.code.is_some() && !scope.message.is_some_and(fits) {
        // A message of the tree that begins with the code: there it ends where it ends.
        let told = evidence.messages.iter().map(|message| read_prose(message, common.catalog, false));
        let told = told.filter(|told| told.code == prose.code).find_map(|told| told.message);
        told.or(prose.message).or(scope.message.map(str::to_owned))
    } else {
        scope.message.map(str::to_owned).or(prose.message)
    };
    let mut decoded = common.decoded(prose.code, message, scope.params);
    let mut seen: BTreeSet<String> = decoded.code.iter().chain(&prose.other_codes).cloned().collect();
    let in_trees = evidence.codes.others(None).into_iter().filter(|code| seen.insert((***code).to_owned()));
    decoded.other_codes = prose.other_codes;
    decoded.other_codes.extend(in_trees.map(|code| (**code).to_owned()));
    decoded.other_codes.truncate(limits::OTHER_CODES);
    decoded.authorization = scope.authorization.map(str::to_owned);
    decoded
}
