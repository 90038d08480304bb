//! `--count`: how often codes occur.

use std::io;

use errcat::Code;
use serde_json::{Value, json};

use super::selection::Selection;
use super::short::ShortEntries;
use super::table;
use super::tally::{BlockTally, Name, Tally, Total};
use crate::context::Context;
use crate::options::Format;
use crate::outcome::{Failure, Outcome};
use crate::pipeline::{Block, Counter, Form, Output, Sink};
use crate::text::json as safe_json;

pub(super) struct Count {
    pub(super) selection: Selection,
}

impl Form for Count {
    type Scan = BlockTally;
    type Sink = Table;

    fn scan(&self, block: &Block, scan: &mut BlockTally) -> usize {
        scan.clear();
        let mut lines = Counter::new(block.bytes());
        let count = self.selection.find(block).map(|(at, found)| scan.add(lines.before(at), &found)).count();
        scan.end(lines.all());
        count
    }
}

pub(super) struct Table {
    context: Context,
    out: Output,
    files: Vec<String>,
    format: Format,
    tally: Tally,
}

impl Table {
    pub(super) fn new(context: &Context, out: Output, files: &[String], format: Format) -> Self {
        Self { context: *context, out, files: files.to_vec(), format, tally: Tally::default() }
    }

    fn object(&self, entries: &ShortEntries, name: Name<'_>, total: &Total) -> Result<Value, Failure> {
        let file = |file: usize| self.files.get(file);
        let entry = name.code().map(Code::entry);
        Ok(json!({
            "code": name.as_str(),
            "known": entry.is_some(),
            "count": total.count,
            "first_line": total.first.1 + 1,
            "last_line": total.last.1 + 1,
            "first_file": file(total.first.0),
            "last_file": file(total.last.0),
            "entry": serde_json::from_str::<Value>(entries.json(entry))?,
        }))
    }
}

impl Sink for Table {
    type Scan = BlockTally;

    const ORDERED: bool = false;

    fn take(&mut self, block: &Block, scan: &mut BlockTally) -> Result<(), Failure> {
        self.tally.add(block, scan);
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn finish(&mut self, _: bool) -> Result<Outcome, Failure> {
        let entries = ShortEntries::new(self.context.catalog, self.context.lang);
        let codes = self.tally.sorted();
        let objects = codes.iter().map(|(name, total)| self.object(&entries, *name, total));
        let text = match self.format {
            Format::Text => {
                let mut text = Vec::new();
                table::write(&mut text, &self.context, &self.tally, &self.files)?;
                String::from_utf8_lossy(&text).into_owned()
            }
            Format::Json => {
                let codes = objects.collect::<Result<Vec<Value>, Failure>>()?;
                safe_json::to_string_pretty(&json!({ "codes": codes }))?
            }
            Format::Jsonl => {
                let lines = objects.map(|object| Ok(safe_json::to_string(&object?)? + "\n"));
                lines.collect::<Result<String, Failure>>()?
            }
        };
        self.out.say(&text)?;
        self.out.flush()?;
        Ok(if self.tally.is_empty() { Outcome::NotFound } else { Outcome::Found })
    }
}
