//! What a catalog holds and lacks: the share of entries with each field, by service and language.

use std::io::Write;

use errcat_build::model::{Catalog, Entry, Lang, Lifecycle, Service, Texts};
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
    fields: Vec<(String, usize)>,
    undocumented: Vec<&'c str>,
    unused: Vec<&'c str>,
    retired: Vec<&'c str>,
}

fn as_map<S: Serializer>(fields: &[(String, usize)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(fields.iter().map(|(name, count)| (name, count)))
}

type Has = fn(&Entry) -> bool;

/// The fields that not every entry has, without those of one language.
const BEFORE_TEXTS: [(&str, Has); 5] = [
    ("status", |entry| entry.status.is_some()),
    ("group", |entry| entry.group.is_some()),
    ("message", |entry| !entry.message.raw.is_empty()),
    ("params", |entry| !entry.params.is_empty()),
    ("wordings", |entry| !entry.wordings.is_empty()),
];
const AFTER_TEXTS: [(&str, Has); 2] =
    [("note", |entry| entry.note.is_some()), ("own source", |entry| entry.source.is_some())];

type Prose = fn(&Entry) -> &Texts<Vec<String>>;

/// The texts that are counted in each language.
const TEXTS: [(&str, Prose); 2] =
    [("description", |entry| &entry.description), ("remediation", |entry| &entry.remediation)];

/// The coverage of each service.
pub(super) fn of(catalog: &Catalog) -> Vec<Coverage<'_>> {
    let languages = catalog.languages();
    catalog.services.iter().map(|service| of_service(service, &languages)).collect()
}

/// How many entries have each field, the texts once for each language.
fn fields(entries: &[Entry], languages: &[Lang]) -> Vec<(String, usize)> {
    let count = |has: &dyn Fn(&Entry) -> bool| entries.iter().filter(|entry| has(entry)).count();
    let field = |(name, has): &(&str, Has)| ((*name).to_owned(), count(has));
    let texts = TEXTS
        .iter()
        .flat_map(|(name, text)| languages.iter().map(move |lang| (format!("{name}.{lang}"), text, *lang)));
    let texts = texts.map(|(name, text, lang)| (name, count(&|entry| text(entry).get(lang).is_some())));
    BEFORE_TEXTS.iter().map(field).chain(texts).chain(AFTER_TEXTS.iter().map(field)).collect()
}

fn of_service<'c>(service: &'c Service, languages: &[Lang]) -> Coverage<'c> {
    let codes = |wanted: &dyn Fn(&Entry) -> bool| {
        service.entries.iter().filter(|entry| wanted(entry)).map(|entry| entry.code.as_str()).collect()
    };
    Coverage {
        service: &service.module,
        entries: service.entries.len(),
        fields: fields(&service.entries, languages),
        undocumented: codes(&|entry| entry.undocumented),
        unused: codes(&|entry| entry.lifecycle == Lifecycle::Unused),
        retired: codes(&|entry| entry.lifecycle == Lifecycle::Retired),
    }
}

/// A table of shares, and the codes that are undocumented, unused or retired.
pub(super) fn write(out: &mut impl Write, services: &[Coverage<'_>], width: usize) -> Result<(), Failure> {
    let names: Vec<&String> =
        services.iter().take(1).flat_map(|one| &one.fields).map(|(name, _)| name).collect();
    let first = names.iter().map(|name| name.len()).max().unwrap_or(0);
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
    for (at, name) in names.iter().enumerate() {
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
