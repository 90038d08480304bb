//! Compares the entries with each other: what is to be unique, and what is to exist.
//!
//! This looks at what the file says, so that an entry with a fault counts as far as it could be read. What is faulty
//! is passed over, and nothing is called missing where a faulty item may be the one.

mod entries;

use std::collections::{BTreeMap, BTreeSet};

use errcat_core::shape::SEPARATORS;

use crate::diagnostic::{DiagnosticKind, Diagnostics};
use crate::ident;
use crate::syntax::{PrefixSyntax, ServiceSyntax, Text, is_whole, known};
use crate::yaml::Place;

/// Runs all checks over all services.
pub(crate) fn all(services: &[ServiceSyntax<'_>], faults: &mut Diagnostics) {
    modules(services, faults);
    codes_across_services(services, faults);
    let all_prefixes: BTreeSet<String> = services
        .iter()
        .flat_map(|service| known(&service.prefixes))
        .map(|prefix| prefix.text.value.to_ascii_lowercase())
        .collect();
    for service in services {
        prefixes(service, faults);
        aliases(service, faults);
        confused_with(service, &all_prefixes, faults);
        entries::all(service, faults);
    }
}

fn modules(services: &[ServiceSyntax<'_>], faults: &mut Diagnostics) {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for service in services {
        let (file, Ok(module)) = (service.file, &service.service) else { continue };
        if let Err(help) = ident::service(&module.value) {
            let message = format!("`{}` cannot be the name of a service", module.value);
            file.fault(faults, module.place, DiagnosticKind::InvalidName, message, help);
        }
        if let Some(first) = seen.insert(&module.value, &file.path) {
            let message = format!("service `{}` is in {first} too", module.value);
            let help = "one file a service: rename or merge them";
            file.fault(faults, module.place, DiagnosticKind::DuplicateService, message, help);
        }
    }
}

fn prefixes(service: &ServiceSyntax<'_>, faults: &mut Diagnostics) {
    let file = service.file;
    let mut seen: BTreeMap<String, Place> = BTreeMap::new();
    for PrefixSyntax { text: Text { value: prefix, place }, .. } in known(&service.prefixes) {
        if !is_prefix(prefix) {
            let message = format!("`{prefix}` cannot be a prefix");
            let help = "a prefix begins with a letter and holds letters, digits, `-`, `_` and inner dots";
            file.fault(faults, *place, DiagnosticKind::InvalidName, message, help);
        }
        if let Some(first) = seen.insert(prefix.to_lowercase(), *place) {
            let message = format!("prefix `{prefix}` is in line {} already", file.line(first));
            let help = "a service lists each prefix once";
            file.fault(faults, *place, DiagnosticKind::DuplicatePrefix, message, help);
        }
    }
    let of_prefixes = known(&service.prefixes).filter_map(|prefix| prefix.separator.as_ref());
    for separator in service.separator.iter().flatten().chain(of_prefixes) {
        if !SEPARATORS.contains(&separator.value.as_str()) {
            let message = format!("`{}` cannot separate a prefix from a number", separator.value);
            let help = "write `.`, `-`, `_`, or nothing: `\"\"`";
            file.fault(faults, separator.place, DiagnosticKind::InvalidName, message, help);
        }
    }
}

fn is_prefix(prefix: &str) -> bool {
    prefix.starts_with(|first: char| first.is_ascii_alphabetic())
        && !prefix.ends_with('.')
        && prefix.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
}

fn aliases(service: &ServiceSyntax<'_>, faults: &mut Diagnostics) {
    let prefixes: BTreeSet<&str> =
        known(&service.prefixes).map(|prefix| prefix.text.value.as_str()).collect();
    let all_known = is_whole(&service.prefixes);
    for (alias, prefix) in known(&service.aliases) {
        let (place, alias, prefix) = (alias.place, alias.value.as_str(), prefix.value.as_str());
        let missing = all_known && !(prefixes.contains(alias) && prefixes.contains(prefix));
        if missing || alias == prefix {
            let message = format!("alias `{alias}: {prefix}` does not join two of `prefixes`");
            let help = "write `{ OTHER: PREFIX }` with two different prefixes of this service";
            service.file.fault(faults, place, DiagnosticKind::UnknownAlias, message, help);
        }
    }
}

/// A prefix of the catalog needs no explanation, with one exception: a service may document a few codes of a prefix
/// that belongs to another vendor's service. It is never the first prefix of the service.
fn confused_with(service: &ServiceSyntax<'_>, prefixes: &BTreeSet<String>, faults: &mut Diagnostics) {
    let borrowed: BTreeSet<&str> =
        known(&service.prefixes).skip(1).map(|prefix| prefix.text.value.as_str()).collect();
    for prefix in known(&service.confused_with).flat_map(|confusable| &confusable.prefix) {
        if prefixes.contains(&prefix.value.to_ascii_lowercase()) && !borrowed.contains(prefix.value.as_str())
        {
            let message = format!("`{}` is a prefix of the catalog itself", prefix.value);
            let help = "leave it out: codes of this prefix are found";
            service.file.fault(faults, prefix.place, DiagnosticKind::KnownPrefix, message, help);
        }
    }
}

/// A code belongs to one service.
fn codes_across_services(services: &[ServiceSyntax<'_>], faults: &mut Diagnostics) {
    let mut owner: BTreeMap<&str, &str> = BTreeMap::new();
    for service in services {
        for code in service.entries().flat_map(|entry| &entry.code) {
            let first = owner.entry(&code.value).or_insert(&service.file.path);
            if *first != service.file.path {
                let message = format!("code `{}` is in {first} too", code.value);
                let help = "a code belongs to one service";
                service.file.fault(faults, code.place, DiagnosticKind::DuplicateCode, message, help);
            }
        }
    }
}
