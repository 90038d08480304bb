//! `errcat list`: entries by service, status, class, retry.

use std::io::Write;

use errcat::Entry;

use super::{Context, stdout, write_json, write_jsonl};
use crate::args::{Format, List};
use crate::json::EntryJson;
use crate::outcome::{Failure, Outcome};
use crate::page::{DIM, STRONG, pad};
use crate::words;

pub(super) fn run(context: &Context, list: &List) -> Result<Outcome, Failure> {
    let entries = list.filter.entries(context.catalog)?;
    let mut out = stdout();
    match list.format.format {
        Format::Json => {
            write_json(&mut out, &entries.iter().map(|entry| EntryJson::new(*entry)).collect::<Vec<_>>())?;
        }
        Format::Jsonl => write_jsonl(&mut out, entries.iter().map(|entry| EntryJson::new(*entry)))?,
        Format::Text => write_table(&mut out, context, &entries)?,
    }
    out.flush()?;
    Ok(if entries.is_empty() { Outcome::NotFound } else { Outcome::Found })
}

fn write_table(out: &mut impl Write, context: &Context, entries: &[Entry]) -> Result<(), Failure> {
    let longest = entries.iter().map(|entry| entry.code().as_str().len()).max().unwrap_or(0);
    for entry in entries {
        let code = pad(entry.code().as_str(), longest);
        let status = entry.status().map_or("  -".to_owned(), |status| status.to_string());
        let class = pad(words::class(context.lang, entry.class()), 20);
        writeln!(out, "{STRONG}{code}{STRONG:#}  {status}  {DIM}{class}{DIM:#} {}", entry.name())?;
    }
    Ok(())
}
