//! Collects unknown codes, and prints them.

use std::collections::BTreeMap;
use std::io;

use serde_json::{Value, json};

use super::guess::{self, Guess};
use super::harvest::{Scan, Seen};
use super::stub;
use crate::context::Context;
use crate::lookup;
use crate::options::Format;
use crate::outcome::{Failure, Outcome};
use crate::pipeline::{Block, Output, Sink};
use crate::text::json as safe_json;
use crate::text::sanitize::one_line;

/// So many messages of a code are compared.
const MESSAGES: usize = 64;
/// Messages are shown up to this length, in bytes.
const LONGEST: usize = 2048;

pub(super) struct Report {
    context: Context,
    out: Output,
    files: Vec<String>,
    format: Format,
    codes: BTreeMap<String, Unknown>,
    /// Line ends before the next block, of each file.
    lines: BTreeMap<usize, u64>,
}

/// An unknown code, and what is known of it.
pub(super) struct Unknown {
    pub(super) count: u64,
    /// File and line, from 0.
    first: (usize, u64),
    pub(super) statuses: Vec<u16>,
    /// Different ones, in the order in which they came.
    messages: Vec<String>,
}

impl Unknown {
    fn add(&mut self, seen: &Seen, line: (usize, u64)) {
        self.count += 1;
        self.first = self.first.min(line);
        if let Some(status) = seen.status.filter(|status| !self.statuses.contains(status)) {
            self.statuses.push(status);
        }
        let Some(message) = seen.message.as_ref().filter(|message| message.len() <= LONGEST) else { return };
        if self.messages.len() < MESSAGES && !self.messages.contains(message) {
            self.messages.push(message.clone());
        }
    }

    pub(super) fn guesses(&self) -> Vec<Guess> {
        guess::templates(&self.messages)
    }
}

impl Report {
    pub(super) fn new(context: &Context, out: Output, files: &[String], format: Format) -> Self {
        let (codes, lines) = (BTreeMap::new(), BTreeMap::new());
        Self { context: *context, out, files: files.to_vec(), format, codes, lines }
    }

    /// Where a code was seen first.
    fn place(&self, unknown: &Unknown) -> String {
        let (file, line) = unknown.first;
        format!("{}:{}", one_line(self.files.get(file).map_or("", String::as_str)), line + 1)
    }

    fn object(&self, code: &str, unknown: &Unknown) -> Value {
        let service = lookup::service(self.context.catalog, code);
        let guesses = unknown.guesses();
        let best = guesses.first();
        json!({
            "code": code,
            "service": service.map(errcat::Service::name),
            "count": unknown.count,
            "first_file": self.files.get(unknown.first.0),
            "first_line": unknown.first.1 + 1,
            "statuses": unknown.statuses,
            "template": best.map(|guess| guess.template.as_str()),
            "params": best.map(|guess| &guess.params),
            "messages": unknown.messages,
        })
    }

    fn stubs(&self) -> String {
        let codes =
            self.codes.iter().map(|(code, unknown)| stub::Stub { code, unknown, place: self.place(unknown) });
        stub::write(self.context.catalog, codes)
    }
}

impl Sink for Report {
    type Scan = Scan;

    const ORDERED: bool = true;

    fn take(&mut self, block: &Block, scan: &mut Scan) -> Result<(), Failure> {
        let lines = self.lines.entry(block.file).or_default();
        for seen in scan.seen.drain(..) {
            let line = (block.file, *lines + seen.line);
            let new = || Unknown { count: 0, first: line, statuses: Vec::new(), messages: Vec::new() };
            self.codes.entry(seen.code.clone()).or_insert_with(new).add(&seen, line);
        }
        *lines += scan.lines;
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn finish(&mut self, _: bool) -> Result<Outcome, Failure> {
        let objects = self.codes.iter().map(|(code, unknown)| self.object(code, unknown));
        let text = match self.format {
            Format::Text => self.stubs(),
            Format::Json => {
                let codes: Vec<Value> = objects.collect();
                safe_json::to_string_pretty(&json!({ "codes": codes }))?
            }
            Format::Jsonl => objects
                .map(|object| Ok(safe_json::to_string(&object)? + "\n"))
                .collect::<Result<_, Failure>>()?,
        };
        self.out.data(text.as_bytes())?;
        self.out.flush()?;
        Ok(if self.codes.is_empty() { Outcome::NotFound } else { Outcome::Found })
    }
}
