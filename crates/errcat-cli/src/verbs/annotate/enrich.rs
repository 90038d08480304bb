//! `--json-field`: records of JSON with what their codes mean.

use std::io::{self, Write};

use errcat::CodeMatch;
use memchr::memchr;
use serde::de::IgnoredAny;

use super::field::{self, Field};
use super::findings;
use super::selection::Selection;
use super::short::ShortEntries;
use crate::context::Context;
use crate::meaning::Reader;
use crate::outcome::{Failure, Outcome};
use crate::output::stderr;
use crate::pipeline::{Block, Form, Output, Sink};

/// The key that is added.
const KEY: &str = "errcat";

pub(super) struct Enrich {
    context: Context,
    selection: Selection,
    fields: Vec<Field>,
    entries: ShortEntries,
}

/// What is put into records, each with its place in the block, and what has been read.
#[derive(Default)]
pub(super) struct Scan {
    added: Vec<(usize, String)>,
    counts: Counts,
}

#[derive(Clone, Copy, Default)]
struct Counts {
    records: u64,
    enriched: u64,
    /// Lines that are not JSON.
    other: u64,
}

impl Enrich {
    pub(super) fn new(context: &Context, selection: Selection, fields: &[String]) -> Self {
        let entries = ShortEntries::new(context.catalog, context.lang);
        let fields = fields.iter().map(|name| Field::new(name)).collect();
        Self { context: *context, selection, fields, entries }
    }

    /// What is put in front of the last brace of a record.
    fn addition(&self, record: &str) -> Option<String> {
        let object = field::object(record)?;
        // It has been here already.
        if object.contains_key(KEY) {
            return None;
        }
        let texts: Vec<String> = self.fields.iter().flat_map(|field| field.values(&object)).collect();
        let mut found: Vec<(&str, CodeMatch<'_>)> = Vec::new();
        for text in &texts {
            for one in self.selection.find_in(text) {
                if found.iter().all(|(_, known)| known.as_str() != one.as_str()) {
                    found.push((text, one));
                }
            }
        }
        // The first that is known, or else the first.
        let main = found.iter().position(|(_, one)| one.code().is_some()).unwrap_or(0);
        if main >= found.len() {
            return None;
        }
        let (text, code) = found.remove(main);
        let meaning = Reader::new(self.context.catalog, text.as_bytes()).meaning(code.range().start, &code);
        let others: Vec<String> = found.iter().map(|(_, other)| format!("\"{}\"", other.as_str())).collect();
        Some(format!(
            ",\"{KEY}\":{{\"code\":\"{}\",\"known\":{},\"args\":{},\"other_codes\":[{}],\"entry\":{}}}",
            code.as_str(),
            code.code().is_some(),
            findings::args(&meaning),
            others.join(","),
            self.entries.json(meaning.entry),
        ))
    }
}

impl Form for Enrich {
    type Scan = Scan;
    type Sink = Records;

    fn scan(&self, block: &Block, scan: &mut Scan) -> usize {
        scan.added.clear();
        scan.counts = Counts::default();
        let bytes = block.bytes();
        let mut codes = self.selection.find(block).map(|(at, _)| at).peekable();
        let mut start = 0;
        let mut within = block.continues;
        while let Some(rest) = bytes.get(start..).filter(|rest| !rest.is_empty()) {
            let end = memchr(b'\n', rest).map_or(bytes.len(), |end| start + end + 1);
            let line = bytes.get(start..end).unwrap_or_default();
            let mut holds_code = false;
            while codes.next_if(|at| *at < end).is_some() {
                holds_code = true;
            }
            // The rest of a line that is too long for a record has been counted with its beginning.
            if !std::mem::replace(&mut within, false) && !line.trim_ascii().is_empty() {
                let counts = &mut scan.counts;
                counts.records += 1;
                let record = std::str::from_utf8(line).ok();
                // A code may be hidden by an escape.
                let record = match record {
                    Some(record) if holds_code || memchr(b'\\', line).is_some() => {
                        if let Some(addition) = self.addition(record) {
                            let brace = record.rfind('}').unwrap_or(0);
                            scan.added.push((start + brace, addition));
                            counts.enriched += 1;
                        }
                        Some(record)
                    }
                    record => record,
                };
                let is_json = record.is_some_and(|record| serde_json::from_str::<IgnoredAny>(record).is_ok());
                counts.other += u64::from(!is_json);
            }
            start = end;
        }
        scan.added.len()
    }
}

pub(super) struct Records {
    out: Output,
    counts: Counts,
}

impl Records {
    pub(super) fn new(out: Output) -> Self {
        Self { out, counts: Counts::default() }
    }
}

impl Sink for Records {
    type Scan = Scan;

    const ORDERED: bool = true;

    fn take(&mut self, block: &Block, scan: &mut Scan) -> Result<(), Failure> {
        let bytes = block.bytes();
        let mut from = 0;
        for (at, addition) in &scan.added {
            self.out.pass(bytes.get(from..*at).unwrap_or_default())?;
            self.out.data(addition.as_bytes())?;
            from = *at;
        }
        self.out.pass(bytes.get(from..).unwrap_or_default())?;
        self.counts.records += scan.counts.records;
        self.counts.enriched += scan.counts.enriched;
        self.counts.other += scan.counts.other;
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    fn finish(&mut self, _: bool) -> Result<Outcome, Failure> {
        self.out.flush()?;
        let Counts { records, enriched, other } = self.counts;
        // Nothing is left to be done when standard error is closed.
        let _ = writeln!(stderr(), "{records} records, {enriched} enriched, {other} not JSON");
        Ok(if enriched > 0 { Outcome::Found } else { Outcome::NotFound })
    }
}
