//! `--count`: how often codes occur.

use std::io;

use errcat::{CodeRef, Lang};
use serde_json::{Value, json};

use super::selection::Selection;
use super::short::ShortEntry;
use super::table;
use super::tally::{BlockTally, Name, Tally, Total};
use crate::context::Context;
use crate::input::FileName;
use crate::options::Format;
use crate::outcome::{Failure, Outcome};
use crate::pipeline::{Block, BlockScanner, Counter, Output, Sink};

/// Counts the codes of a block.
pub(super) struct CountScanner {
    pub(super) selection: Selection,
}

impl BlockScanner for CountScanner {
    type Findings = BlockTally;

    fn scan(&self, block: &Block, tally: &mut BlockTally) -> usize {
        tally.clear();
        let mut lines = Counter::new(block.bytes());
        let count = self.selection.find(block).map(|(at, found)| tally.add(lines.before(at), &found)).count();
        tally.end(lines.all());
        count
    }
}

/// Adds up the counts, and writes them at the end.
pub(super) struct CountTable {
    context: Context,
    out: Output,
    files: Vec<FileName>,
    format: Format,
    tally: Tally,
}

impl CountTable {
    pub(super) fn new(context: &Context, out: Output, files: &[FileName], format: Format) -> Self {
        Self { context: *context, out, files: files.to_vec(), format, tally: Tally::default() }
    }

    fn write(&mut self) -> Result<(), Failure> {
        let Self { context, out, files, format, tally } = self;
        if *format == Format::Text {
            return Ok(table::write(&mut out.printer(), context, tally, files)?);
        }
        let codes = tally.sorted();
        let objects = || codes.iter().map(|(name, total)| object(context.lang, files, *name, total));
        out.codes(*format == Format::Json, objects)
    }
}

/// What JSON says of a code. Unknown codes that are not told apart have no code.
fn object(lang: Lang, files: &[FileName], name: Name<'_>, total: &Total) -> Value {
    let file = |file: usize| files.get(file);
    let entry = name.code().map(CodeRef::entry);
    json!({
        "code": name.as_str(),
        "known": entry.is_some(),
        "count": total.count,
        "first_line": total.first.1 + 1,
        "last_line": total.last.1 + 1,
        "first_file": file(total.first.0),
        "last_file": file(total.last.0),
        "entry": entry.map(|entry| ShortEntry::new(entry, lang)),
    })
}

impl Sink for CountTable {
    type Findings = BlockTally;

    const ORDERED: bool = false;

    fn take(&mut self, block: &Block, tally: &mut BlockTally) -> Result<(), Failure> {
        self.tally.add(block, tally);
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn finish(&mut self, _: bool) -> Result<Outcome, Failure> {
        self.write()?;
        self.out.flush()?;
        Ok(if self.tally.is_empty() { Outcome::NotFound } else { Outcome::Found })
    }
}
