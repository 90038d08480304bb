//! `errcat annotate`: causes and remedies in logs.

mod annotated_text;
mod codes;
mod count;
mod enrich;
mod field;
mod marks;
mod notes;
mod objects;
mod passthrough;
mod selection;
mod short;
mod table;
mod tally;

use std::sync::Arc;

use clap::ArgGroup;

use crate::context::Invocation;
use crate::input::FileName;
use crate::options::{Filter, Format, OutputFormat, Threads};
use crate::outcome::{Failure, Outcome};
use crate::pipeline::{self, Output, Settings};

use marks::{Explained, When};
use selection::Selection;

/// Say in logs what their codes mean, as fast as they can be read
#[derive(Debug, clap::Args)]
#[allow(clippy::struct_excessive_bools, reason = "each is an option of the command line")]
#[command(group = ArgGroup::new("form"))]
#[command(
    after_help = "Without options, the text passes through unchanged, and cause and remedy of a code stand \
    below the line in which it occurs first. `--format json` and `jsonl` give one object a code found in place of the \
    text, with `--count` one a code.\n\n\
    Exit status: 0 a code was found; 1 none; 2 an input could not be read: what could be read has been shown."
)]
pub(crate) struct Annotate {
    /// Files with text or JSON lines, also compressed with gzip or zstd; `-` for standard input
    #[arg(value_name = "FILE", default_value = "-")]
    files: Vec<FileName>,

    /// Say what a code means below each line that holds it, not only below the first
    #[arg(long, group = "form", conflicts_with = "format")]
    every: bool,

    /// Say what the codes mean at the end only, the most frequent first
    #[arg(long, group = "form", conflicts_with = "format")]
    summary: bool,

    /// Print only the codes, one a line, as `grep -o` does
    #[arg(long, group = "form", conflicts_with = "format")]
    codes: bool,

    /// Print a table of the codes: how often, first and last line, what it is, what to do
    #[arg(long, group = "form")]
    count: bool,

    /// Add an object `errcat` to the JSON lines that have a code in this field; `error.message` is a field of a field
    #[arg(long, group = "form", conflicts_with = "format", value_name = "FIELD")]
    json_field: Vec<String>,

    /// Only codes that the catalog lacks, of services that it holds
    #[arg(long)]
    unknown: bool,

    #[command(flatten)]
    filter: Filter,

    #[command(flatten)]
    format: OutputFormat,

    #[command(flatten)]
    threads: Threads,
}

/// A record is looked at as a whole; longer ones pass through.
const LONGEST_RECORD: usize = 16 << 20;

impl Annotate {
    fn when(&self) -> When {
        match (self.every, self.summary) {
            (true, _) => When::Every,
            (_, true) => When::End,
            _ => When::First,
        }
    }

    /// Does what the arguments say.
    pub(super) fn run(&self, invocation: &Invocation<'_>) -> Result<Outcome, Failure> {
        let context = &invocation.context()?;
        let selection = Selection::new(context.catalog, &self.filter, self.unknown)?;
        let longest_line = if self.json_field.is_empty() { pipeline::LONGEST_LINE } else { LONGEST_RECORD };
        let settings = Settings { files: self.files.clone(), threads: self.threads.threads, longest_line };
        let out = Output::new()?;
        let (files, format) = (&self.files, self.format.format);
        if self.codes {
            pipeline::read(settings, codes::CodeScanner { selection }, codes::CodeList::new(out))
        } else if self.count {
            let table = count::CountTable::new(context, out, files, format);
            pipeline::read(settings, count::CountScanner { selection }, table)
        } else if !self.json_field.is_empty() {
            let scanner = enrich::RecordScanner::new(context, selection, &self.json_field);
            pipeline::read(settings, scanner, enrich::RecordWriter::new(context, out))
        } else if format == Format::Text {
            let (when, explained) = (self.when(), Arc::new(Explained::new(context.catalog)));
            let text = annotated_text::AnnotatedText::new(context, out, files, when, Arc::clone(&explained));
            let (context, unknown) = (*context, self.unknown);
            let scanner = passthrough::PassthroughScanner { context, selection, when, unknown, explained };
            pipeline::read(settings, scanner, text)
        } else {
            let writer = objects::ObjectWriter::new(context, out, files, format);
            pipeline::read(settings, objects::ObjectScanner::new(context, selection), writer)
        }
    }
}
