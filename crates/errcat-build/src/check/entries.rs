//! Compares the entries of one service.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{DiagnosticKind, Diagnostics};
use crate::ident;
use crate::suggest::did_you_mean;
use crate::syntax::{ServiceSyntax, Text, is_whole, known};
use crate::yaml::Place;

/// The longest code, in bytes: its page is the file `CODE.html`, and file systems allow names of 255 bytes.
const LONGEST_CODE: usize = 250;

pub(super) fn all(service: &ServiceSyntax<'_>, faults: &mut Diagnostics) {
    let misspelled = code_prefixes(service, faults);
    code_lengths(service, faults);
    variant_names(service, faults);
    meanings(service, faults);
    code_variants(service, faults);
    references(service, &misspelled, faults);
}

fn codes<'s>(service: &'s ServiceSyntax<'_>) -> impl Iterator<Item = &'s Text> {
    service.entries().flat_map(|entry| &entry.code)
}

/// Returns the codes that do not begin as they must.
fn code_prefixes<'s>(service: &'s ServiceSyntax<'_>, faults: &mut Diagnostics) -> BTreeSet<&'s str> {
    let mut misspelled = BTreeSet::new();
    let prefixes: Vec<&str> = known(&service.prefixes).map(|prefix| prefix.value.as_str()).collect();
    let is_prefix: BTreeSet<&str> = prefixes.iter().copied().collect();
    let aliases = aliases(service);
    for code in codes(service) {
        let other_spelling = prefixes_of(&code.value).find_map(|(prefix, _)| aliases.get_key_value(prefix));
        let mut begins = prefixes_of(&code.value).filter(|(prefix, _)| is_prefix.contains(prefix)).peekable();
        let is_known = begins.peek().is_some();
        let (message, help) = if let Some((alias, prefix)) = other_spelling {
            let message = format!("code `{}` is written with the other spelling of its prefix", code.value);
            (message, format!("write `{prefix}.` in place of `{alias}.`; both are found"))
        } else if is_whole(&service.prefixes) && !begins.any(|(_, number)| is_number(number)) {
            if is_known {
                let message = format!("code `{}` has no number behind its prefix", code.value);
                (message, "write letters and digits, which one `-`, `_` or `.` can join".to_owned())
            } else {
                let message = format!("code `{}` does not begin with a prefix of the service", code.value);
                // In a file that has enough to report, nobody reads the help, which names each prefix.
                let known =
                    if faults.is_full(&service.file.path) { String::new() } else { prefixes.join(", ") };
                (message, format!("write one of: {known}, a dot and the number"))
            }
        } else {
            continue;
        };
        service.file.fault(faults, code.place, DiagnosticKind::WrongPrefix, message, help);
        misspelled.insert(code.value.as_str());
    }
    misspelled
}

/// The prefix for which each other spelling stands; of several, the first.
fn aliases<'s>(service: &'s ServiceSyntax<'_>) -> BTreeMap<&'s str, &'s str> {
    let mut aliases = BTreeMap::new();
    for (alias, prefix) in known(&service.aliases) {
        aliases.entry(alias.value.as_str()).or_insert(prefix.value.as_str());
    }
    aliases
}

/// What may be the prefix of a code, and what follows it: each part that ends before a dot. What is longer than a code can
/// be is not looked through.
fn prefixes_of(code: &str) -> impl Iterator<Item = (&str, &str)> {
    let dots = code.match_indices('.').map(|(at, _)| at).take_while(|at| *at < LONGEST_CODE);
    dots.map(|at| (&code[..at], &code[at + 1..]))
}

/// What follows the prefix: letters, digits, and separators between them.
fn is_number(number: &str) -> bool {
    number
        .split(['-', '_', '.'])
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// A code has a length that a file name can have, in each spelling.
fn code_lengths(service: &ServiceSyntax<'_>, faults: &mut Diagnostics) {
    // The longest other spelling of each prefix.
    let mut longest: BTreeMap<&str, usize> = BTreeMap::new();
    for (alias, prefix) in known(&service.aliases) {
        let length = longest.entry(prefix.value.as_str()).or_default();
        *length = alias.value.len().max(*length);
    }
    for code in codes(service) {
        let spelled = prefixes_of(&code.value)
            .filter_map(|(prefix, number)| Some(longest.get(prefix)? + 1 + number.len()));
        let length = spelled.fold(code.value.len(), usize::max);
        if length > LONGEST_CODE {
            let spelled = if length > code.value.len() { " in its longest spelling" } else { "" };
            let message =
                format!("this code has {length} bytes{spelled}, {LONGEST_CODE} is the most a code can have");
            let help = "write the code as it stands on the wire, and nothing else";
            service.file.fault(faults, code.place, DiagnosticKind::CodeTooLong, message, help);
        }
    }
}

fn variant_names(service: &ServiceSyntax<'_>, faults: &mut Diagnostics) {
    let mut seen: BTreeMap<&str, Place> = BTreeMap::new();
    for name in service.entries().flat_map(|entry| &entry.name) {
        if !ident::is_variant(&name.value) {
            let message = format!("`{}` cannot be the name of a variant", name.value);
            let help = "begin with an upper-case letter and use letters and digits: `ServerNotFound`";
            service.file.fault(faults, name.place, DiagnosticKind::InvalidName, message, help);
        }
        if let Some(first) = seen.get(name.value.as_str()) {
            let first = service.file.line(*first);
            let message = format!("name `{}` stands in line {first} already", name.value);
            let help = "give each meaning a name of its own";
            service.file.fault(faults, name.place, DiagnosticKind::DuplicateName, message, help);
        } else {
            seen.insert(&name.value, name.place);
        }
    }
}

/// The same code may stand twice with another status or another message, not with the same.
fn meanings(service: &ServiceSyntax<'_>, faults: &mut Diagnostics) {
    let mut seen: BTreeMap<_, Place> = BTreeMap::new();
    for entry in service.entries() {
        let (Ok(code), Ok(status), Ok(message)) = (&entry.code, &entry.status, &entry.message) else {
            continue;
        };
        let status = status.as_ref().map(|status| status.value);
        let message = message.as_ref().map(|message| message.value.as_str());
        if let Some(first) = seen.insert((&code.value, status, message), code.place) {
            let first = service.file.line(first);
            let message = format!(
                "code `{}` stands in line {first} already, with the same status and message",
                code.value
            );
            let help = "keep one of them";
            service.file.fault(faults, code.place, DiagnosticKind::DuplicateEntry, message, help);
        }
    }
}

fn code_variants(service: &ServiceSyntax<'_>, faults: &mut Diagnostics) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for code in codes(service) {
        let variant = ident::code_variant(&code.value);
        if variant == ident::RESERVED_VARIANT {
            let message = format!("code `{}` would be the variant `{variant}`", code.value);
            let help = "leave it out: `ALL` is the list of all variants";
            service.file.fault(faults, code.place, DiagnosticKind::InvalidName, message, help);
        }
        let first = *seen.entry(variant.clone()).or_insert(&code.value);
        if first != code.value && !variant.is_empty() {
            let message = format!("codes `{first}` and `{}` would both be called `{variant}`", code.value);
            let help = "no two codes of a service may differ by separators or case alone";
            service.file.fault(faults, code.place, DiagnosticKind::VariantCollision, message, help);
        }
    }
}

fn references(service: &ServiceSyntax<'_>, misspelled: &BTreeSet<&str>, faults: &mut Diagnostics) {
    let known_codes: BTreeSet<&str> = codes(service).map(|code| code.value.as_str()).collect();
    let all_known = is_whole(&service.entries) && service.entries().all(|entry| entry.code.is_ok());
    for entry in service.entries() {
        for see in known(&entry.see).chain(entry.replaced_by.iter().flatten()) {
            let itself = entry.code.as_ref().is_ok_and(|code| code.value == see.value);
            // The code that is meant may be there, and be the one that is misspelled.
            let known = known_codes.contains(see.value.as_str()) || shares_number(&see.value, misspelled);
            if itself || (all_known && !known) {
                let message = format!("`{}` is not another code of this service", see.value);
                let is_other = |code: &&str| entry.code.as_ref().is_ok_and(|own| own.value != **code);
                let others = known_codes.iter().copied().filter(is_other);
                // In a file that has enough to report, nobody reads the help, which looks at each code.
                let silent = itself || faults.is_full(&service.file.path);
                let near = if silent { None } else { did_you_mean(others, &see.value) };
                let help = near.unwrap_or_else(|| "name a code of this file, or leave it out".to_owned());
                service.file.fault(faults, see.place, DiagnosticKind::UnknownReference, message, help);
            }
        }
    }
}

/// Whether one of these codes ends with the number of this code, whatever is before it.
fn shares_number(code: &str, codes: &BTreeSet<&str>) -> bool {
    // A file in which more codes are misspelled is full of their diagnostics.
    const MOST: usize = 100;
    let number = code.rsplit('.').next().unwrap_or(code);
    let mut before = codes.iter().take(MOST).filter_map(|other| other.strip_suffix(number));
    !number.is_empty() && before.any(|before| !before.ends_with(|last: char| last.is_ascii_digit()))
}
