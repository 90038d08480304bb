//! Codes that came, went, or have another name or place.

use super::ChangeKind;
use super::change::Log;
use super::matching::{Fate, Pairs};
use super::snapshot::Side;
use super::wording::{all_quoted, change, quoted};
use crate::ident;
use crate::model::Service;

/// What became of the codes of a service of the old catalog, where they are not where they were.
pub(super) fn gone(pairs: &Pairs<'_>, number: usize, log: &mut Log) {
    let service = &pairs.old.services[number];
    for (code, entries) in pairs.old.codes_of(number) {
        match pairs.fate(code) {
            Fate::Kept => first_entry(pairs, number, code, &entries, log),
            Fate::Moved(to) => {
                let to = &pairs.new.services[to].module;
                log.code(
                    ChangeKind::CodeMoved,
                    &service.module,
                    code,
                    change("service", Some(&service.module), Some(to)),
                );
                first_entry(pairs, number, code, &entries, log);
            }
            Fate::Renamed(now) => {
                let variants = (ident::code_variant(code), ident::code_variant(now));
                let mut detail = change("code", Some(code), Some(now));
                if variants.0 != variants.1 {
                    detail.push_str(&format!(", variant {} is {}", quoted(&variants.0), quoted(&variants.1)));
                }
                log.code(ChangeKind::CodeRenamed, &service.module, code, detail);
                first_entry(pairs, number, code, &entries, log);
            }
            Fate::Removed => {
                // Errors that belong to another code now are told of there.
                let errors = entries.iter().filter(|at| pairs.entry((number, **at)).is_none());
                let detail = format!("code removed: {}", names(service, code, errors));
                log.code(ChangeKind::CodeRemoved, &service.module, code, detail);
            }
        }
    }
}

/// The codes of a service of the new catalog, and the further entries of codes, that the old one does not have.
pub(super) fn added(pairs: &Pairs<'_>, number: usize, log: &mut Log) {
    let service = &pairs.new.services[number];
    for (code, entries) in pairs.new.codes_of(number) {
        let errors: Vec<&usize> = entries.iter().filter(|at| !pairs.is_old_entry((number, **at))).collect();
        if pairs.is_new_code(code) {
            let detail = format!("code added: {}", names(service, code, errors));
            log.code(ChangeKind::CodeAdded, &service.module, code, detail);
            continue;
        }
        for at in errors {
            let entry = &service.entries[*at];
            let detail = format!("{} added: {}", quoted(&entry.name), meaning(&pairs.new, (number, *at)));
            log.code(ChangeKind::EntryAdded, &service.module, code, detail);
        }
    }
}

/// The paths by which Rust names a code and its typed errors.
fn names<'a>(service: &Service, code: &str, entries: impl IntoIterator<Item = &'a usize>) -> String {
    let variant = format!("{}::Code::{}", service.module, ident::code_variant(code));
    let names = entries.into_iter().map(|at| &service.entries[*at].name);
    let errors: Vec<String> = if service.typed {
        names.map(|name| format!("{}::Error::{name}", service.module)).collect()
    } else {
        Vec::new()
    };
    all_quoted(std::iter::once(&variant).chain(&errors).map(String::as_str))
}

/// What an entry says, in a few words.
fn meaning(side: &Side<'_>, at: (usize, usize)) -> String {
    let entry = side.entry(at);
    let status = entry.status.map(|status| format!("{status}, ")).unwrap_or_default();
    let text = if entry.message.raw.is_empty() {
        String::new()
    } else {
        format!(", {}", quoted(&entry.message.raw))
    };
    format!("{status}{}{text}", entry.class.as_str().replace('_', " "))
}

/// Whether `Code::entry` gives another meaning, though the one it gave is still there.
fn first_entry<'c>(pairs: &Pairs<'c>, number: usize, code: &'c str, entries: &[usize], log: &mut Log) {
    let Some(now) = pairs.code(code).and_then(|code| pairs.new.codes.get(code)) else { return };
    let (Some(old), Some(first)) = (entries.first().map(|at| (number, *at)), now.entries.first()) else {
        return;
    };
    let first = (now.service, *first);
    let Some(still) = pairs.entry(old) else { return };
    if still != first && pairs.new.entry(still).code == pairs.new.entry(first).code {
        let (old, new) = (pairs.old.entry(old), pairs.new.entry(first));
        let detail = change("first meaning", Some(&old.name), Some(&new.name));
        log.code(ChangeKind::FirstEntryChanged, &pairs.old.services[number].module, code, detail);
    }
}
