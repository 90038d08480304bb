//! `--format jsonl` and `json`: one object per code found.

use std::io;

use errcat::Entry;

use super::selection::Selection;
use super::short::ShortEntries;
use super::table;
use super::tally::{BlockTally, Tally};
use crate::context::Context;
use crate::input::FileName;
use crate::meaning::{Meaning, MeaningReader};
use crate::options::Format;
use crate::outcome::{Failure, Outcome};
use crate::pipeline::{Block, BlockFindings, BlockScanner, Counter, Output, Sink};
use crate::text::json;

/// Reads what the codes of a block mean.
pub(super) struct ObjectScanner {
    context: Context,
    selection: Selection,
}

/// The codes of a block.
#[derive(Default)]
pub(super) struct Objects {
    found: Vec<Found>,
    /// The codes as they are written, each with its arguments as JSON.
    texts: String,
    tally: BlockTally,
}

/// A code in a block.
struct Found {
    /// Where it begins, and how many line ends are before it.
    at: usize,
    line: u64,
    /// Where the code and the arguments end in the texts.
    code: usize,
    args: usize,
    known: bool,
    entry: Option<Entry>,
}

impl BlockFindings for Objects {
    fn size(&self) -> usize {
        self.found.capacity() * size_of::<Found>() + self.texts.capacity() + self.tally.size()
    }
}

impl ObjectScanner {
    pub(super) fn new(context: &Context, selection: Selection) -> Self {
        Self { context: *context, selection }
    }
}

/// Returns the arguments as JSON.
pub(super) fn args(meaning: &Meaning) -> String {
    // Texts and lists of texts can always be written.
    json::to_string(&meaning.args).unwrap_or_else(|_| "{}".to_owned())
}

impl BlockScanner for ObjectScanner {
    type Findings = Objects;

    fn scan(&self, block: &Block, objects: &mut Objects) -> usize {
        let Objects { found, texts, tally } = objects;
        found.clear();
        texts.clear();
        tally.clear();
        let mut lines = Counter::new(block.bytes());
        let mut reader = MeaningReader::new(self.context.catalog, block.bytes());
        for (at, code) in self.selection.find(block) {
            let line = lines.before(at);
            tally.add(line, &code);
            let meaning = reader.meaning(at, &code);
            texts.push_str(code.as_str());
            let code_end = texts.len();
            texts.push_str(&args(&meaning));
            let (known, entry) = (code.code().is_some(), meaning.entry);
            found.push(Found { at, line, code: code_end, args: texts.len(), known, entry });
        }
        tally.end(lines.all());
        found.len()
    }
}

/// Writes the objects.
pub(super) struct ObjectWriter {
    context: Context,
    out: Output,
    files: Vec<FileName>,
    /// The names of the files as JSON.
    names: Vec<String>,
    entries: ShortEntries,
    array: bool,
    any: bool,
    tally: Tally,
}

impl ObjectWriter {
    pub(super) fn new(context: &Context, out: Output, files: &[FileName], format: Format) -> Self {
        let name = |file: &FileName| json::to_string(file).unwrap_or_else(|_| "null".to_owned());
        Self {
            context: *context,
            out,
            files: files.to_vec(),
            names: files.iter().map(name).collect(),
            entries: ShortEntries::new(context.catalog, context.lang),
            array: format == Format::Json,
            any: false,
            tally: Tally::default(),
        }
    }

    /// Writes the object of a code, whose text and arguments are given.
    fn write(&mut self, block: &Block, found: &Found, code: &str, args: &str) -> io::Result<()> {
        let separator = match (self.array, std::mem::replace(&mut self.any, true)) {
            (false, _) => "",
            (true, false) => "[\n",
            (true, true) => ",\n",
        };
        let line = self.tally.lines(block.file) + found.line + 1;
        let parts = [
            separator,
            "{\"file\":",
            self.names.get(block.file).map_or("null", String::as_str),
            ",\"line\":",
            &line.to_string(),
            ",\"offset\":",
            &(block.offset + found.at as u64).to_string(),
            ",\"code\":\"",
            code,
            "\",\"known\":",
            if found.known { "true" } else { "false" },
            ",\"args\":",
            args,
            ",\"entry\":",
            self.entries.json(found.entry),
            if self.array { "}" } else { "}\n" },
        ];
        parts.iter().try_for_each(|part| self.out.data(part.as_bytes()))
    }
}

impl Sink for ObjectWriter {
    type Findings = Objects;

    const ORDERED: bool = true;

    fn take(&mut self, block: &Block, objects: &mut Objects) -> Result<(), Failure> {
        let mut start = 0;
        for found in &objects.found {
            let code = objects.texts.get(start..found.code).unwrap_or_default();
            let args = objects.texts.get(found.code..found.args).unwrap_or_default();
            self.write(block, found, code, args)?;
            start = found.args;
        }
        self.tally.add(block, &objects.tally);
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
