//! Compares the entries of one service.

use std::collections::{BTreeMap, BTreeSet};

use errcat_core::index::MAX_KEY;

use super::{is_whole, known};
use crate::diagnostic::{DiagnosticKind, Diagnostics};
use crate::ident;
use crate::suggest::did_you_mean;
use crate::syntax::{RawService, Text};

pub(super) fn all(service: &RawService<'_>, faults: &mut Diagnostics) {
    let misspelled = code_prefixes(service, faults);
    code_lengths(service, faults);
    variant_names(service, faults);
    meanings(service, faults);
    code_variants(service, faults);
    references(service, &misspelled, faults);
}

fn codes<'s>(service: &'s RawService<'_>) -> impl Iterator<Item = &'s Text> {
    service.entries().flat_map(|entry| &entry.code)
}

/// Answers the codes that do not begin as they are to.
fn code_prefixes<'s>(service: &'s RawService<'_>, faults: &mut Diagnostics) -> Vec<&'s str> {
    let mut misspelled = Vec::new();
    let prefixes: Vec<&str> = known(&service.prefixes).map(|prefix| prefix.value.as_str()).collect();
    let fits = |code: &str| {
        prefixes.iter().any(|prefix| {
            code.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('.')).is_some_and(is_number)
        })
    };
    for code in codes(service) {
        let begins = |alias: &str| code.value.starts_with(&format!("{alias}."));
        let aliased = known(&service.aliases).find(|(alias, _)| begins(&alias.value));
        let (message, help) = if let Some((alias, prefix)) = aliased {
            let message = format!("code `{}` is written with the other spelling of its prefix", code.value);
            (message, format!("write `{}.` in place of `{}.`; both are found", prefix.value, alias.value))
        } else if is_whole(&service.prefixes) && !fits(&code.value) {
            let begins =
                |prefix: &&str| code.value.strip_prefix(prefix).is_some_and(|rest| rest.starts_with('.'));
            if prefixes.iter().any(begins) {
                let message = format!("code `{}` has no number behind its prefix", code.value);
                (message, "write letters and digits, which one `-`, `_` or `.` can join".to_owned())
            } else {
                let message = format!("code `{}` does not begin with a prefix of the service", code.value);
                (message, format!("write one of: {}, a dot and the number", prefixes.join(", ")))
            }
        } else {
            continue;
        };
        service.file.fault(faults, code.place, DiagnosticKind::WrongPrefix, message, help);
        misspelled.push(code.value.as_str());
    }
    misspelled
}

/// What follows the prefix: letters, digits, and separators between them.
fn is_number(number: &str) -> bool {
    number
        .split(['-', '_', '.'])
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// The index holds codes up to a length, in each spelling.
fn code_lengths(service: &RawService<'_>, faults: &mut Diagnostics) {
    for code in codes(service) {
        let aliased = known(&service.aliases).filter_map(|(alias, prefix)| {
            let number = code.value.strip_prefix(&prefix.value)?;
            number.starts_with('.').then_some(alias.value.len() + number.len())
        });
        let length = aliased.fold(code.value.len(), usize::max);
        if length > MAX_KEY {
            let spelled = if length > code.value.len() { " in its longest spelling" } else { "" };
            let message =
                format!("this code has {length} bytes{spelled}, {MAX_KEY} is the most a code can have");
            let help = "write the code as it stands on the wire, and nothing else";
            service.file.fault(faults, code.place, DiagnosticKind::CodeTooLong, message, help);
        }
    }
}

fn variant_names(service: &RawService<'_>, faults: &mut Diagnostics) {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for name in service.entries().flat_map(|entry| &entry.name) {
        if !ident::is_variant(&name.value) {
            let message = format!("`{}` cannot be the name of a variant", name.value);
            let help = "begin with an upper-case letter and use letters and digits: `ServerNotFound`";
            service.file.fault(faults, name.place, DiagnosticKind::InvalidName, message, help);
        }
        if let Some(first) = seen.get(name.value.as_str()) {
            let message = format!("name `{}` stands in line {first} already", name.value);
            let help = "give each meaning a name of its own";
            service.file.fault(faults, name.place, DiagnosticKind::DuplicateName, message, help);
        } else {
            seen.insert(&name.value, name.place.line);
        }
    }
}

/// The same code may stand twice with another status or another message, not with the same.
fn meanings(service: &RawService<'_>, faults: &mut Diagnostics) {
    let mut seen: BTreeMap<_, usize> = BTreeMap::new();
    for entry in service.entries() {
        let (Ok(code), Ok(status), Ok(message)) = (&entry.code, &entry.status, &entry.message) else {
            continue;
        };
        let status = status.as_ref().map(|status| status.value);
        let message = message.as_ref().map(|message| message.value.as_str());
        if let Some(first) = seen.insert((&code.value, status, message), code.place.line) {
            let message = format!(
                "code `{}` stands in line {first} already, with the same status and message",
                code.value
            );
            service.file.fault(
                faults,
                code.place,
                DiagnosticKind::DuplicateEntry,
                message,
                "keep one of them",
            );
        }
    }
}

fn code_variants(service: &RawService<'_>, faults: &mut Diagnostics) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for code in codes(service) {
        let variant = ident::code_variant(&code.value);
        let first = *seen.entry(variant.clone()).or_insert(&code.value);
        if first != code.value && !variant.is_empty() {
            let message = format!("codes `{first}` and `{}` would both be called `{variant}`", code.value);
            let help = "no two codes of a service may differ by separators or case alone";
            service.file.fault(faults, code.place, DiagnosticKind::VariantCollision, message, help);
        }
    }
}

fn references(service: &RawService<'_>, misspelled: &[&str], faults: &mut Diagnostics) {
    let known_codes: BTreeSet<&str> = codes(service).map(|code| code.value.as_str()).collect();
    let all_known = is_whole(&service.entries) && service.entries().all(|entry| entry.code.is_ok());
    for entry in service.entries() {
        for see in known(&entry.see) {
            let itself = entry.code.as_ref().is_ok_and(|code| code.value == see.value);
            // The code that is meant may be there, and be the one that is misspelled.
            let known = known_codes.contains(see.value.as_str()) || shares_number(&see.value, misspelled);
            if itself || (all_known && !known) {
                let message = format!("`{}` is not another code of this service", see.value);
                let is_other = |code: &&str| entry.code.as_ref().is_ok_and(|own| own.value != **code);
                let others = known_codes.iter().copied().filter(is_other);
                let near = if itself { None } else { did_you_mean(others, &see.value) };
                let help = near.unwrap_or_else(|| "name a code of this file, or leave it out".to_owned());
                service.file.fault(faults, see.place, DiagnosticKind::UnknownReference, message, help);
            }
        }
    }
}

/// Whether one of these codes ends with the number of this code, whatever stands before it.
fn shares_number(code: &str, codes: &[&str]) -> bool {
    let number = code.rsplit('.').next().unwrap_or(code);
    let mut before = codes.iter().filter_map(|other| other.strip_suffix(number));
    !number.is_empty() && before.any(|before| !before.ends_with(|last: char| last.is_ascii_digit()))
}
