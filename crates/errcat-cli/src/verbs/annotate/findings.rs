//! `--format jsonl`: one object a code found.

use std::io;

use errcat::CodeMatch;

use super::selection::Selection;
use super::short::ShortEntries;
use super::table;
use super::tally::{BlockTally, Tally};
use crate::context::Context;
use crate::meaning::{Meaning, Reader};
use crate::options::Format;
use crate::outcome::{Failure, Outcome};
use crate::pipeline::{Block, Counter, Form, Output, Sink};
use crate::text::json;

pub(super) struct Findings {
    context: Context,
    selection: Selection,
    entries: ShortEntries,
}

/// The objects of a block, from the offset on: which line it is, only the sink knows.
#[derive(Default)]
pub(super) struct Scan {
    bytes: Vec<u8>,
    /// Of each object, how many line ends stand before it in the block, and where its bytes end.
    objects: Vec<(u64, usize)>,
    tally: BlockTally,
}

impl Findings {
    pub(super) fn new(context: &Context, selection: Selection) -> Self {
        let entries = ShortEntries::new(context.catalog, context.lang);
        Self { context: *context, selection, entries }
    }

    fn write(&self, bytes: &mut Vec<u8>, offset: u64, found: &CodeMatch<'_>, meaning: &Meaning) {
        let known = if found.code().is_some() { "true" } else { "false" };
        let args = args(meaning);
        let parts = [
            ",\"offset\":",
            &offset.to_string(),
            ",\"code\":\"",
            found.as_str(),
            "\",\"known\":",
            known,
            ",\"args\":",
            &args,
            ",\"entry\":",
            self.entries.json(meaning.entry),
            "}",
        ];
        for part in parts {
            bytes.extend_from_slice(part.as_bytes());
        }
    }
}

/// The arguments as JSON.
pub(super) fn args(meaning: &Meaning) -> String {
    // Texts and lists of texts can always be written.
    json::to_string(&meaning.args).unwrap_or_else(|_| "{}".to_owned())
}

impl Form for Findings {
    type Scan = Scan;
    type Sink = Objects;

    fn scan(&self, block: &Block, scan: &mut Scan) -> usize {
        scan.bytes.clear();
        scan.objects.clear();
        scan.tally.clear();
        let mut lines = Counter::new(block.bytes());
        let mut reader = Reader::new(self.context.catalog, block.bytes());
        for (at, found) in self.selection.find(block) {
            let line = lines.before(at);
            scan.tally.add(line, &found);
            let meaning = reader.meaning(at, &found);
            self.write(&mut scan.bytes, block.offset + at as u64, &found, &meaning);
            scan.objects.push((line, scan.bytes.len()));
        }
        scan.tally.end(lines.all());
        scan.objects.len()
    }
}

pub(super) struct Objects {
    context: Context,
    out: Output,
    /// The names of the files, for people and as JSON.
    files: Vec<String>,
    names: Vec<String>,
    array: bool,
    any: bool,
    tally: Tally,
}

impl Objects {
    pub(super) fn new(context: &Context, out: Output, files: &[String], format: Format) -> Self {
        let name = |file: &String| json::to_string(file).unwrap_or_else(|_| "null".to_owned());
        Self {
            context: *context,
            out,
            files: files.to_vec(),
            names: files.iter().map(name).collect(),
            array: format == Format::Json,
            any: false,
            tally: Tally::default(),
        }
    }
}

impl Sink for Objects {
    type Scan = Scan;

    const ORDERED: bool = true;

    fn take(&mut self, block: &Block, scan: &mut Scan) -> Result<(), Failure> {
        let lines = self.tally.lines(block.file);
        let mut from = 0;
        for (line, to) in &scan.objects {
            let separator: &[u8] = match (self.array, std::mem::replace(&mut self.any, true)) {
                (false, _) => b"",
                (true, false) => b"[\n",
                (true, true) => b",\n",
            };
            self.out.data(separator)?;
            self.out.data(b"{\"file\":")?;
            self.out.data(self.names.get(block.file).map_or("null", String::as_str).as_bytes())?;
            self.out.data(b",\"line\":")?;
            self.out.data((lines + line + 1).to_string().as_bytes())?;
            self.out.data(scan.bytes.get(from..*to).unwrap_or_default())?;
            if !self.array {
                self.out.data(b"\n")?;
            }
            from = *to;
        }
        self.tally.add(block, &scan.tally);
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    fn finish(&mut self, interrupted: bool) -> Result<Outcome, Failure> {
        if self.array {
            self.out.data(if self.any { b"\n]\n" } else { b"[]\n" })?;
        }
        self.out.flush()?;
        if interrupted {
            table::report(&self.context, &self.tally, &self.files);
        }
        Ok(if self.any { Outcome::Found } else { Outcome::NotFound })
    }
}
