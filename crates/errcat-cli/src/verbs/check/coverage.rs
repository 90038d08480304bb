//! What a catalog holds and lacks: the share of entries with each field, by service and language.

use std::io::Write;

use errcat_build::model::{Bilingual, Catalog, Entry, Lifecycle, Service};
use serde::{Serialize, Serializer};

use crate::outcome::Failure;
use crate::present::terminal::{DIM, STRONG, fact};
use crate::text::width::pad;

/// How much of a service is filled in.
#[derive(Serialize)]
pub(super) struct Coverage<'c> {
    service: &'c str,
    entries: usize,
    /// How many entries have each field.
    #[serde(serialize_with = "as_map")]
    fields: Vec<(&'static str, usize)>,
    undocumented: Vec<&'c str>,
    unused: Vec<&'c str>,
    retired: Vec<&'c str>,
}

fn as_map<S: Serializer>(fields: &[(&'static str, usize)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(fields.iter().copied())
}

/// The fields that not every entry has, and the texts by language.
type Has = fn(&Entry) -> bool;
const FIELDS: [(&str, Has); 11] = [
    ("status", |entry| entry.status.is_some()),
    ("group", |entry| entry.group.is_some()),
    ("message", |entry| !entry.message.raw.is_empty()),
    ("params", |entry| !entry.params.is_empty()),
    ("wordings", |entry| !entry.wordings.is_empty()),
    ("description.en", |entry| has(&entry.description, |both| &both.en)),
    ("description.zh", |entry| has(&entry.description, |both| &both.zh)),
    ("remediation.en", |entry| has(&entry.remediation, |both| &both.en)),
    ("remediation.zh", |entry| has(&entry.remediation, |both| &both.zh)),
    ("note", |entry| entry.note.is_some()),
    ("own source", |entry| entry.source.is_some()),
];

fn has(both: &Bilingual<Vec<String>>, of: impl Fn(&Bilingual<Vec<String>>) -> &Vec<String>) -> bool {
    !of(both).is_empty()
}

/// The coverage of each service.
pub(super) fn of(catalog: &Catalog) -> Vec<Coverage<'_>> {
    catalog.services.iter().map(of_service).collect()
}

fn of_service(service: &Service) -> Coverage<'_> {
    let codes = |wanted: &dyn Fn(&Entry) -> bool| {
        service.entries.iter().filter(|entry| wanted(entry)).map(|entry| entry.code.as_str()).collect()
    };
    Coverage {
        service: &service.module,
        entries: service.entries.len(),
        fields: FIELDS
            .iter()
            .map(|(name, has)| (*name, service.entries.iter().filter(|entry| has(entry)).count()))
            .collect(),
        undocumented: codes(&|entry| entry.undocumented),
        unused: codes(&|entry| entry.lifecycle == Lifecycle::Unused),
        retired: codes(&|entry| entry.lifecycle == Lifecycle::Retired),
    }
}

/// A table of shares, and the codes that are undocumented, unused or retired.
pub(super) fn write(out: &mut impl Write, services: &[Coverage<'_>], width: usize) -> Result<(), Failure> {
    let first = FIELDS.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    let column = |service: &Coverage<'_>| service.service.len().max(5);
    write!(out, "{DIM}{}", pad("", first))?;
    for service in services {
        write!(out, "  {:>width$}", service.service, width = column(service))?;
    }
    writeln!(out, "{DIM:#}")?;
    write!(out, "{}", pad("entries", first))?;
    for service in services {
        write!(out, "  {:>width$}", service.entries, width = column(service))?;
    }
    writeln!(out)?;
    for (at, (name, _)) in FIELDS.iter().enumerate() {
        write!(out, "{}", pad(name, first))?;
        for service in services {
            let share = service.fields.get(at).map_or(0, |(_, count)| count * 100 / service.entries.max(1));
            write!(out, "  {:>width$}", format!("{share} %"), width = column(service))?;
        }
        writeln!(out)?;
    }
    for (what, codes) in [
        ("undocumented", services.iter().flat_map(|service| &service.undocumented).collect::<Vec<_>>()),
        ("unused", services.iter().flat_map(|service| &service.unused).collect()),
        ("retired", services.iter().flat_map(|service| &service.retired).collect()),
    ] {
        if !codes.is_empty() {
            let codes: Vec<&str> = codes.into_iter().copied().collect();
            fact(out, STRONG, &pad(what, 12), &codes.join(", "), width)?;
        }
    }
    Ok(())
}
