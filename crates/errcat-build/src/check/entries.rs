//! Compares the entries of one service.

use std::collections::{BTreeMap, BTreeSet};

use errcat_core::shape::SEPARATORS;

use crate::diagnostic::{DiagnosticKind, Diagnostics};
use crate::ident;
use crate::suggest::did_you_mean;
use crate::syntax::{PrefixSyntax, ServiceSyntax, Text, is_whole, known};
use crate::yaml::Place;

/// The longest code, in bytes: its page is the file `CODE.html`, and file systems allow names of 255 bytes.
const LONGEST_CODE: usize = 250;

pub(super) fn all(service: &ServiceSyntax<'_>, faults: &mut Diagnostics) {
    let prefixes = Prefixes::of(service);
    let misspelled = code_prefixes(service, &prefixes, faults);
    code_lengths(service, &prefixes, faults);
    variant_names(service, faults);
    meanings(service, faults);
    code_variants(service, faults);
    references(service, &misspelled, faults);
}

fn codes<'s>(service: &'s ServiceSyntax<'_>) -> impl Iterator<Item = &'s Text> {
    service.entries().flat_map(|entry| &entry.code)
}

/// Returns the codes that do not begin as they must.
fn code_prefixes<'s>(
    service: &'s ServiceSyntax<'_>,
    prefixes: &Prefixes<'_>,
    faults: &mut Diagnostics,
) -> BTreeSet<&'s str> {
    let mut misspelled = BTreeSet::new();
    for code in codes(service) {
        let Some((message, help)) = prefixes.fault(&code.value, || faults.is_full(&service.file.path)) else {
            continue;
        };
        service.file.fault(faults, code.place, DiagnosticKind::WrongPrefix, message, help);
        misspelled.insert(code.value.as_str());
    }
    misspelled
}

/// What the codes of a service begin with.
struct Prefixes<'s> {
    /// Each with its separator.
    separators: BTreeMap<&'s str, &'s str>,
    /// In the order of the file.
    order: Vec<&'s str>,
    /// The prefix for which each other spelling stands; of several, the first.
    aliases: BTreeMap<&'s str, &'s str>,
    /// Whether all of them could be read.
    is_whole: bool,
}

impl<'s> Prefixes<'s> {
    fn of(service: &'s ServiceSyntax<'_>) -> Self {
        let of_service = service.separator.iter().flatten().next().map_or(".", |text| text.value.as_str());
        let prefix = |prefix: &'s PrefixSyntax| {
            let separator = prefix.separator.as_ref().map_or(of_service, |text| text.value.as_str());
            (prefix.text.value.as_str(), separator)
        };
        let mut aliases = BTreeMap::new();
        for (alias, prefix) in known(&service.aliases) {
            aliases.entry(alias.value.as_str()).or_insert(prefix.value.as_str());
        }
        let separators: BTreeMap<_, _> = known(&service.prefixes).map(prefix).collect();
        Self {
            order: known(&service.prefixes).map(|prefix| prefix.text.value.as_str()).collect(),
            aliases,
            is_whole: is_whole(&service.prefixes)
                && service.separator.is_ok()
                && separators.values().all(|separator| SEPARATORS.contains(separator)),
            separators,
        }
    }

    /// Returns the prefixes that a code begins with, each with its separator and what follows. What is longer than a code can
    /// be is not looked through.
    fn split<'c>(&self, code: &'c str) -> impl Iterator<Item = (&'c str, &'s str, &'c str)> {
        let is_end = |(_, byte): &(usize, u8)| matches!(byte, b'.' | b'-' | b'_' | b'0'..=b'9');
        let ends = code.bytes().enumerate().take(LONGEST_CODE).filter(is_end);
        ends.filter_map(|(at, _)| {
            let (prefix, rest) = code.split_at_checked(at)?;
            let separator = *self.separators.get(prefix)?;
            Some((prefix, separator, rest.strip_prefix(separator)?))
        })
    }

    /// Returns what is wrong with a code, and what to do. Where there is enough to report in the file, nobody reads the help,
    /// which names each prefix.
    fn fault(&self, code: &str, is_full: impl FnOnce() -> bool) -> Option<(String, String)> {
        if let Some((alias, separator, prefix)) = self
            .split(code)
            .find_map(|(alias, separator, _)| Some((alias, separator, self.aliases.get(alias)?)))
        {
            let message = format!("code `{code}` is written with the other spelling of its prefix");
            let help =
                format!("write `{prefix}{separator}` in place of `{alias}{separator}`; both are found");
            return Some((message, help));
        }
        if !self.is_whole {
            return None;
        }
        if self.order.is_empty() {
            let fits = !code.is_empty()
                && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte));
            let message = format!("code `{code}` contains a character that no code can have");
            let help = "write letters, digits, `.`, `-` and `_`".to_owned();
            return (!fits).then_some((message, help));
        }
        if self.split(code).any(|(_, _, number)| is_number(number)) {
            return None;
        }
        if self.split(code).next().is_some() {
            let message = format!("code `{code}` has no number behind its prefix");
            return Some((
                message,
                "write letters and digits, which one `-`, `_` or `.` can join".to_owned(),
            ));
        }
        let message = format!("code `{code}` does not begin with a prefix of the service");
        let known = if is_full() { String::new() } else { self.order.join(", ") };
        let separators: BTreeSet<&str> = self.separators.values().copied().collect();
        let separator = match Vec::from_iter(separators)[..] {
            ["."] => "a dot and the number".to_owned(),
            [""] => "and the number".to_owned(),
            [separator] => format!("`{separator}` and the number"),
            _ => "its separator and the number".to_owned(),
        };
        Some((message, format!("write one of: {known}, {separator}")))
    }
}

/// What follows the prefix: letters, digits, and separators between them.
fn is_number(number: &str) -> bool {
    number
        .split(['-', '_', '.'])
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// A code has a length that a file name can have, in each spelling.
fn code_lengths(service: &ServiceSyntax<'_>, prefixes: &Prefixes<'_>, faults: &mut Diagnostics) {
    // The longest other spelling of each prefix.
    let mut longest: BTreeMap<&str, usize> = BTreeMap::new();
    for (alias, prefix) in known(&service.aliases) {
        let length = longest.entry(prefix.value.as_str()).or_default();
        *length = alias.value.len().max(*length);
    }
    for code in codes(service) {
        let spelled = prefixes.split(&code.value).filter_map(|(prefix, separator, number)| {
            Some(longest.get(prefix)? + separator.len() + number.len())
        });
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
