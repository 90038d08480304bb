//! `--json-field`: records of JSON with what their codes mean.

use std::collections::HashSet;
use std::io::{self, Write};

use errcat::{CodeMatch, Entry};
use memchr::memchr;
use serde::de::IgnoredAny;

use super::field::Fields;
use super::objects;
use super::selection::Selection;
use super::short::ShortEntries;
use crate::context::Context;
use crate::meaning::MeaningReader;
use crate::outcome::{Failure, Outcome};
use crate::output::stderr;
use crate::pipeline::{Block, BlockFindings, BlockScanner, Output, Sink};

/// The key that is added.
const KEY: &str = "errcat";

/// Looks for codes in the fields of records.
pub(super) struct RecordScanner {
    context: Context,
    selection: Selection,
    fields: Fields,
}

/// What is added to the records of a block, and how many there are.
#[derive(Default)]
pub(super) struct Additions {
    added: Vec<Addition>,
    counts: Counts,
}

/// What is added to a record.
struct Addition {
    /// Where in the block: before the last brace of the record.
    at: usize,
    /// The beginning of what is added, up to the entry.
    text: String,
    entry: Option<Entry>,
}

#[derive(Clone, Copy, Default)]
struct Counts {
    records: u64,
    enriched: u64,
    /// Lines that are not JSON.
    other: u64,
}

impl BlockFindings for Additions {
    fn size(&self) -> usize {
        let texts: usize = self.added.iter().map(|addition| addition.text.capacity()).sum();
        self.added.capacity() * size_of::<Addition>() + texts
    }
}

impl RecordScanner {
    pub(super) fn new(context: &Context, selection: Selection, fields: &[String]) -> Self {
        Self { context: *context, selection, fields: Fields::new(fields) }
    }

    /// Returns what is added to a record that begins at this place.
    fn addition(&self, start: usize, line: &str) -> Option<Addition> {
        let record = self.fields.read(line, KEY)?;
        // It has been here already.
        if record.has_key {
            return None;
        }
        let mut seen = HashSet::new();
        let codes = record
            .values
            .iter()
            .flat_map(|text| self.selection.find_in(text).map(move |found| (text.as_str(), found)));
        let mut codes: Vec<(&str, CodeMatch<'_>)> =
            codes.filter(|(_, found)| seen.insert(found.as_str().to_owned())).collect();
        // The first that is known, or else the first.
        let main = codes.iter().position(|(_, code)| code.code().is_some()).unwrap_or(0);
        if main >= codes.len() {
            return None;
        }
        let (text, code) = codes.remove(main);
        let meaning =
            MeaningReader::new(self.context.catalog, text.as_bytes()).meaning(code.range().start, &code);
        let others: Vec<String> = codes.iter().map(|(_, other)| format!("\"{}\"", other.as_str())).collect();
        let text = format!(
            ",\"{KEY}\":{{\"code\":\"{}\",\"known\":{},\"args\":{},\"other_codes\":[{}],\"entry\":",
            code.as_str(),
            code.code().is_some(),
            objects::args(&meaning),
            others.join(","),
        );
        Some(Addition { at: start + line.rfind('}').unwrap_or(0), text, entry: meaning.entry })
    }
}

impl BlockScanner for RecordScanner {
    type Findings = Additions;

    fn scan(&self, block: &Block, Additions { added, counts }: &mut Additions) -> usize {
        added.clear();
        *counts = Counts::default();
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
                counts.records += 1;
                let record = std::str::from_utf8(line).ok();
                // A code may be hidden by an escape.
                let may_hold_code = holds_code || memchr(b'\\', line).is_some();
                let addition =
                    record.filter(|_| may_hold_code).and_then(|record| self.addition(start, record));
                let is_json = addition.is_some()
                    || record.is_some_and(|record| serde_json::from_str::<IgnoredAny>(record).is_ok());
                counts.enriched += u64::from(addition.is_some());
                counts.other += u64::from(!is_json);
                added.extend(addition);
            }
            start = end;
        }
        added.len()
    }
}

/// Writes the records with what is added to them.
pub(super) struct RecordWriter {
    out: Output,
    entries: ShortEntries,
    counts: Counts,
}

impl RecordWriter {
    pub(super) fn new(context: &Context, out: Output) -> Self {
        let entries = ShortEntries::new(context.catalog, context.lang);
        Self { out, entries, counts: Counts::default() }
    }
}

impl Sink for RecordWriter {
    type Findings = Additions;

    const ORDERED: bool = true;

    fn take(&mut self, block: &Block, additions: &mut Additions) -> Result<(), Failure> {
        let bytes = block.bytes();
        let mut from = 0;
        for Addition { at, text, entry } in &additions.added {
            self.out.pass(bytes.get(from..*at).unwrap_or_default())?;
            for part in [text, self.entries.json(*entry), "}"] {
                self.out.data(part.as_bytes())?;
            }
            from = *at;
        }
        self.out.pass(bytes.get(from..).unwrap_or_default())?;
        self.counts.records += additions.counts.records;
        self.counts.enriched += additions.counts.enriched;
        self.counts.other += additions.counts.other;
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
