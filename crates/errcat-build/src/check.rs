//! Compares the entries with each other: what is to be unique, and what is to exist.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Diagnostics;
use crate::ident;
use crate::lower::Lowered;

/// Runs all checks over all services.
pub(crate) fn all(services: &[Lowered<'_>], faults: &mut Diagnostics) {
    modules(services, faults);
    prefixes(services, faults);
    codes_across_services(services, faults);
    for lowered in services {
        code_prefixes(lowered, faults);
        variant_names(lowered, faults);
        meanings(lowered, faults);
        code_variants(lowered, faults);
        references(lowered, faults);
    }
}

fn modules(services: &[Lowered<'_>], faults: &mut Diagnostics) {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for Lowered { file, service, .. } in services {
        let place = file.place("service");
        if !ident::is_module(&service.module) {
            let message = format!("`{}` cannot be the name of a module", service.module);
            let help = "use lower-case letters, digits and `_`, and no Rust keyword";
            file.fault(faults, place, "invalid-name", message, help);
        }
        if let Some(first) = seen.insert(&service.module, &service.path) {
            let message = format!("service `{}` is in {first} too", service.module);
            file.fault(
                faults,
                place,
                "duplicate-service",
                message,
                "one file a service: rename or merge them",
            );
        }
    }
}

fn prefixes(services: &[Lowered<'_>], faults: &mut Diagnostics) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for Lowered { file, service, .. } in services {
        let named: BTreeSet<&String> = service.prefixes.iter().collect();
        for (at, prefix) in service.prefixes.iter().enumerate() {
            let place = file.place(&format!("prefixes/{at}"));
            if !is_prefix(prefix) {
                let message = format!("`{prefix}` cannot be a prefix");
                let help = "a prefix begins with a letter and holds letters, digits, `-`, `_` and inner dots";
                file.fault(faults, place, "invalid-name", message, help);
            }
            if let Some(first) = seen.insert(prefix.to_lowercase(), &service.path) {
                let message = format!("prefix `{prefix}` is in {first} already");
                file.fault(
                    faults,
                    place,
                    "duplicate-prefix",
                    message,
                    "a prefix belongs to one service, once",
                );
            }
        }
        for (alias, prefix) in &service.aliases {
            if !named.contains(alias) || !named.contains(prefix) || alias == prefix {
                let message = format!("alias `{alias}: {prefix}` does not join two of `prefixes`");
                let help = "write `{ OTHER: PREFIX }` with two different prefixes of this service";
                file.fault(
                    faults,
                    file.key_place(&format!("aliases/{alias}")),
                    "unknown-alias",
                    message,
                    help,
                );
            }
        }
    }
}

fn is_prefix(prefix: &str) -> bool {
    prefix.starts_with(|first: char| first.is_ascii_alphabetic())
        && !prefix.ends_with('.')
        && prefix.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
}

/// A code belongs to one service.
fn codes_across_services(services: &[Lowered<'_>], faults: &mut Diagnostics) {
    let mut owner: BTreeMap<&str, &str> = BTreeMap::new();
    for Lowered { file, service, paths } in services {
        for (entry, path) in service.entries.iter().zip(paths) {
            let first = owner.entry(&entry.code).or_insert(&service.path);
            if *first != service.path {
                let message = format!("code `{}` is in {first} too", entry.code);
                let place = file.place(&format!("{path}/code"));
                file.fault(faults, place, "duplicate-code", message, "a code belongs to one service");
            }
        }
    }
}

fn code_prefixes(lowered: &Lowered<'_>, faults: &mut Diagnostics) {
    let Lowered { file, service, paths } = lowered;
    let fits = |code: &str| {
        service.prefixes.iter().any(|prefix| {
            code.strip_prefix(prefix.as_str()).and_then(|rest| rest.strip_prefix('.')).is_some_and(is_number)
        })
    };
    for (entry, path) in service.entries.iter().zip(paths) {
        let aliased = service.aliases.iter().find(|(alias, _)| entry.code.starts_with(&format!("{alias}.")));
        let (message, help) = if let Some((alias, prefix)) = aliased {
            let message = format!("code `{}` is written with the other spelling of its prefix", entry.code);
            (message, format!("write `{prefix}.` in place of `{alias}.`; both are found"))
        } else if !fits(&entry.code) {
            let message = format!("code `{}` does not begin with a prefix of the service", entry.code);
            (message, format!("write one of: {}, a dot and the number", service.prefixes.join(", ")))
        } else {
            continue;
        };
        file.fault(faults, file.place(&format!("{path}/code")), "wrong-prefix", message, help);
    }
}

/// What follows the prefix: letters, digits, and separators between them.
fn is_number(number: &str) -> bool {
    !number.is_empty()
        && number.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
        && number.bytes().last().is_some_and(|byte| byte.is_ascii_alphanumeric())
}

fn variant_names(lowered: &Lowered<'_>, faults: &mut Diagnostics) {
    let Lowered { file, service, paths } = lowered;
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (entry, path) in service.entries.iter().zip(paths) {
        let place = file.place(&format!("{path}/name"));
        if !ident::is_variant(&entry.name) {
            let message = format!("`{}` cannot be the name of a variant", entry.name);
            let help = "begin with an upper-case letter and use letters and digits: `ServerNotFound`";
            file.fault(faults, place, "invalid-name", message, help);
        }
        if let Some(first) = seen.get(entry.name.as_str()) {
            let message = format!("name `{}` stands in line {first} already", entry.name);
            file.fault(faults, place, "duplicate-name", message, "give each meaning a name of its own");
        } else {
            seen.insert(&entry.name, place.0);
        }
    }
}

/// The same code may stand twice with another status or another message, not with the same.
fn meanings(lowered: &Lowered<'_>, faults: &mut Diagnostics) {
    let Lowered { file, service, paths } = lowered;
    let mut seen: BTreeMap<_, usize> = BTreeMap::new();
    for (entry, path) in service.entries.iter().zip(paths) {
        let place = file.place(&format!("{path}/code"));
        if let Some(first) = seen.insert((&entry.code, entry.status, &entry.message.raw), place.0) {
            let message = format!(
                "code `{}` stands in line {first} already, with the same status and message",
                entry.code
            );
            file.fault(faults, place, "duplicate-entry", message, "keep one of them");
        }
    }
}

fn code_variants(lowered: &Lowered<'_>, faults: &mut Diagnostics) {
    let Lowered { file, service, paths } = lowered;
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for (entry, path) in service.entries.iter().zip(paths) {
        let variant = ident::code_variant(&entry.code);
        let first = *seen.entry(variant.clone()).or_insert(&entry.code);
        if first != entry.code {
            let place = file.place(&format!("{path}/code"));
            let message = format!("codes `{first}` and `{}` would both be called `{variant}`", entry.code);
            let help = "no two codes of a service may differ by separators or case alone";
            file.fault(faults, place, "variant-collision", message, help);
        }
    }
}

fn references(lowered: &Lowered<'_>, faults: &mut Diagnostics) {
    let Lowered { file, service, paths } = lowered;
    let codes: BTreeSet<&str> = service.entries.iter().map(|entry| entry.code.as_str()).collect();
    for (entry, path) in service.entries.iter().zip(paths) {
        for (at, code) in entry.see.iter().enumerate() {
            if !codes.contains(code.as_str()) || *code == entry.code {
                let place = file.place(&format!("{path}/see/{at}"));
                let message = format!("`{code}` is not another code of this service");
                file.fault(
                    faults,
                    place,
                    "unknown-reference",
                    message,
                    "name a code of this file, or leave it out",
                );
            }
        }
    }
}
