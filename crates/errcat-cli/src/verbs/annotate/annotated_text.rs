//! Where the text and its notes go.

use std::collections::HashSet;
use std::io;
use std::sync::Arc;

use errcat::Entry;
use memchr::memchr;

use super::marks::{Explained, Mark, Marked, Marks, When};
use super::notes::Notes;
use super::table;
use super::tally::{Name, Tally};
use crate::context::Context;
use crate::input::FileName;
use crate::limits::UNKNOWN_CODES;
use crate::outcome::{Failure, Outcome};
use crate::output;
use crate::pipeline::{Block, Output, Sink};
use crate::present::labels::UiLang;

/// Writes the text, and the notes below its lines.
pub(super) struct AnnotatedText {
    context: Context,
    out: Output,
    files: Vec<FileName>,
    when: When,
    notes: Notes,
    explained: Arc<Explained>,
    /// The unknown codes that have been explained, and whether there were more than are explained.
    explained_unknown: HashSet<String>,
    too_many_unknown: bool,
    tally: Tally,
    /// The notes of the line that is being written, and what they are about.
    pending: String,
    of_line: HashSet<Marked>,
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

impl AnnotatedText {
    pub(super) fn new(
        context: &Context,
        out: Output,
        files: &[FileName],
        when: When,
        explained: Arc<Explained>,
    ) -> Self {
        Self {
            context: *context,
            out,
            files: files.to_vec(),
            when,
            notes: Notes::new(context),
            explained,
            explained_unknown: HashSet::new(),
            too_many_unknown: false,
            tally: Tally::default(),
            pending: String::new(),
            of_line: HashSet::new(),
            end: End::Line,
        }
    }

    /// Adds the notes of a code to those of its line.
    fn note(&mut self, meaning: &Marked) {
        let entries: Vec<Entry> = match meaning {
            Marked::Entry(entry) => vec![*entry],
            Marked::AnyOf(code) => code.entries().collect(),
            Marked::Unknown(code) => {
                if self.when == When::Every || self.explained_unknown.insert(code.clone()) {
                    self.pending.push_str(&self.notes.of_unknown(code));
                }
                return;
            }
        };
        for entry in entries {
            if self.when == When::First && self.explained.has(entry) {
                continue;
            }
            self.explained.add(entry);
            self.pending.push_str(self.notes.of(entry));
        }
    }

    /// Adds a code of the line that is being written, if it is not there already.
    fn mark(&mut self, mark: Mark) {
        if self.of_line.contains(&mark.meaning) {
            return;
        }
        // A line can be without end, as can the number of codes.
        let known = self.explained_unknown.len().max(self.of_line.len());
        if known >= UNKNOWN_CODES
            && let Marked::Unknown(code) = &mark.meaning
        {
            self.too_many_unknown |= !self.explained_unknown.contains(code);
            return;
        }
        self.note(&mark.meaning);
        self.of_line.insert(mark.meaning);
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

    fn write_block(&mut self, block: &Block, marks: &mut Marks) -> io::Result<()> {
        let bytes = block.bytes();
        if !block.continues && !bytes.is_empty() {
            // The file before may have ended without a line end.
            self.write_notes()?;
        }
        let line_end = |at: usize| memchr(b'\n', bytes.get(at..)?).map(|end| at + end + 1);
        let mut written = 0;
        let mut end = if self.of_line.is_empty() { Some(0) } else { line_end(0) };
        for mark in marks.list.drain(..) {
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

    /// Writes all codes with their notes.
    fn write_summary(&mut self) -> io::Result<()> {
        let lang = self.context.lang;
        for (name, total) in self.tally.sorted() {
            let place = |line| table::place(&self.files, line);
            let (count, first, last) = (total.count, place(total.first), place(total.last));
            let code = name.as_str().map_or_else(|| table::others(lang), str::to_owned);
            let head = match (UiLang::of(lang), count) {
                (UiLang::English, 1) => format!("{code}: once, line {first}"),
                (UiLang::English, _) => format!("{code}: {count} times, lines {first} to {last}"),
                (UiLang::Chinese, 1) => format!("{code}：1 次，第 {first} 行"),
                (UiLang::Chinese, _) => format!("{code}：{count} 次，第 {first} 至 {last} 行"),
            };
            self.out.say(&Notes::line(&head))?;
            match name {
                Name::Known(code) => {
                    for entry in code.entries() {
                        self.out.say(self.notes.of(entry))?;
                    }
                }
                Name::Unknown(code) => self.out.say(&self.notes.of_unknown(code))?,
                Name::Others => {}
            }
        }
        Ok(())
    }

    fn warn_of_too_many(&self) {
        output::warn(&match UiLang::of(self.context.lang) {
            UiLang::English => format!(
                "more than {UNKNOWN_CODES} different codes are not in the catalog: the others have no note"
            ),
            UiLang::Chinese => format!("目录中没有的错误码超过 {UNKNOWN_CODES} 种，其余不再说明"),
        });
    }
}

impl Sink for AnnotatedText {
    type Findings = Marks;

    const ORDERED: bool = true;

    fn take(&mut self, block: &Block, marks: &mut Marks) -> Result<(), Failure> {
        self.tally.add(block, &marks.tally);
        Ok(self.write_block(block, marks)?)
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
        if self.too_many_unknown {
            self.warn_of_too_many();
        }
        if interrupted && self.when != When::End {
            table::report(&self.context, &self.tally, &self.files);
        }
        Ok(if self.tally.is_empty() { Outcome::NotFound } else { Outcome::Found })
    }
}
