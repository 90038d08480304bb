//! Where the text and its notes go.

use std::collections::HashSet;
use std::io;
use std::sync::Arc;

use errcat::{Entry, Lang};
use memchr::memchr;

use super::notes::Notes;
use super::passing::{Mark, Passing, Scan, Seen, What, When};
use super::table;
use super::tally::{Name, Tally};
use crate::context::Context;
use crate::outcome::{Failure, Outcome};
use crate::pipeline::{Block, Output, Sink};

pub(super) struct Text {
    context: Context,
    out: Output,
    files: Vec<String>,
    when: When,
    notes: Notes,
    seen: Arc<Seen>,
    seen_unknown: HashSet<String>,
    tally: Tally,
    /// The notes of the line that is being written, and what they are about.
    pending: String,
    of_line: Vec<What>,
    /// What the text ends with so far.
    end: End,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    /// A line end, or nothing yet.
    Line,
    /// A line that is not complete.
    OpenLine,
    /// A note without its line end, below a line that had none either.
    OpenNote,
}

impl Text {
    pub(super) fn new(context: &Context, out: Output, files: &[String], form: &Passing) -> Self {
        Self {
            context: *context,
            out,
            files: files.to_vec(),
            when: form.when,
            notes: Notes::new(context),
            seen: Arc::clone(&form.seen),
            seen_unknown: HashSet::new(),
            tally: Tally::default(),
            pending: String::new(),
            of_line: Vec::new(),
            end: End::Line,
        }
    }

    /// Adds the notes of a code to those of its line.
    fn note(&mut self, what: &What) {
        let entries: Vec<Entry> = match what {
            What::Entry(entry) => vec![*entry],
            What::AnyOf(code) => code.entries().collect(),
            What::Unknown(code) => {
                let new = self.when == When::Every || self.seen_unknown.insert(code.clone());
                if new {
                    self.pending.push_str(&self.notes.of_unknown(code));
                }
                return;
            }
        };
        for entry in entries {
            if self.when == When::First && self.seen.has(entry) {
                continue;
            }
            self.seen.add(entry);
            self.pending.push_str(self.notes.of(entry));
        }
    }

    /// Adds a code of the line that is being written, if it does not stand there already.
    fn mark(&mut self, mark: Mark) {
        if !self.of_line.contains(&mark.what) {
            self.note(&mark.what);
            self.of_line.push(mark.what);
        }
    }

    fn pass(&mut self, bytes: &[u8]) -> io::Result<()> {
        let Some(last) = bytes.last() else { return Ok(()) };
        if self.end == End::OpenNote {
            self.out.say("\n")?;
        }
        self.end = if *last == b'\n' { End::Line } else { End::OpenLine };
        self.out.pass(bytes)
    }

    /// Writes the notes of the line that has been written.
    fn write_notes(&mut self) -> io::Result<()> {
        self.of_line.clear();
        if self.pending.is_empty() {
            return Ok(());
        }
        let notes = std::mem::take(&mut self.pending);
        if self.end == End::OpenLine {
            // No line end is added after all: it stands before the note, in place of the one behind it.
            self.out.say("\n")?;
            self.out.say(notes.trim_end_matches('\n'))?;
            self.end = End::OpenNote;
            return Ok(());
        }
        self.out.say(&notes)
    }

    fn write_block(&mut self, block: &Block, scan: &mut Scan) -> io::Result<()> {
        let bytes = block.bytes();
        if !block.continues && !bytes.is_empty() {
            // The file before may have ended without a line end.
            self.write_notes()?;
        }
        let line_end = |at: usize| memchr(b'\n', bytes.get(at..)?).map(|end| at + end + 1);
        let mut written = 0;
        let mut end = if self.of_line.is_empty() { Some(0) } else { line_end(0) };
        for mark in scan.marks.drain(..) {
            if let Some(passed) = end.filter(|end| *end <= mark.at) {
                self.pass(bytes.get(written..passed).unwrap_or_default())?;
                self.write_notes()?;
                written = passed;
                end = line_end(mark.at);
            }
            self.mark(mark);
        }
        if let Some(passed) = end {
            self.pass(bytes.get(written..passed).unwrap_or_default())?;
            self.write_notes()?;
            written = passed;
        }
        self.pass(bytes.get(written..).unwrap_or_default())
    }

    /// All codes with their notes.
    fn write_summary(&mut self) -> io::Result<()> {
        let lang = self.context.lang;
        for (name, total) in self.tally.sorted() {
            let place = |line| table::place(&self.files, line);
            let (code, count, first, last) =
                (name.as_str(), total.count, place(total.first), place(total.last));
            let head = match (lang, count) {
                (Lang::En, 1) => format!("{code}: once, line {first}"),
                (Lang::En, _) => format!("{code}: {count} times, lines {first} to {last}"),
                (Lang::Zh, 1) => format!("{code}：1 次，第 {first} 行"),
                (Lang::Zh, _) => format!("{code}：{count} 次，第 {first} 至 {last} 行"),
            };
            self.out.say(&Notes::line(&head))?;
            match name {
                Name::Known(code) => {
                    for entry in code.entries() {
                        self.out.say(self.notes.of(entry))?;
                    }
                }
                Name::Unknown(code) => self.out.say(&self.notes.of_unknown(code))?,
            }
        }
        Ok(())
    }
}

impl Sink for Text {
    type Scan = Scan;

    const ORDERED: bool = true;

    fn take(&mut self, block: &Block, scan: &mut Scan) -> Result<(), Failure> {
        self.tally.add(block, &scan.tally);
        Ok(self.write_block(block, scan)?)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    fn finish(&mut self, interrupted: bool) -> Result<Outcome, Failure> {
        self.write_notes()?;
        if self.when == When::End {
            if self.end == End::OpenLine && !self.tally.is_empty() {
                self.out.say("\n")?;
            }
            self.write_summary()?;
        }
        self.out.flush()?;
        if interrupted && self.when != When::End {
            table::report(&self.context, &self.tally, &self.files);
        }
        Ok(if self.tally.is_empty() { Outcome::NotFound } else { Outcome::Found })
    }
}
