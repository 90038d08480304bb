//! Prints unknown codes.

use std::io;

use serde_json::{Value, json};

use super::codes::{UnknownCode, UnknownCodes};
use super::scanner::Sightings;
use super::stub;
use crate::context::Context;
use crate::input::FileName;
use crate::limits::UNKNOWN_CODES;
use crate::lookup;
use crate::options::Format;
use crate::outcome::{Failure, Outcome};
use crate::output;
use crate::pipeline::{Block, Output, Sink};

/// Collects what was seen, and prints it at the end.
pub(super) struct Report {
    context: Context,
    out: Output,
    files: Vec<FileName>,
    format: Format,
    codes: UnknownCodes,
}

impl Report {
    pub(super) fn new(context: &Context, out: Output, files: &[FileName], format: Format) -> Self {
        Self { context: *context, out, files: files.to_vec(), format, codes: UnknownCodes::default() }
    }

    fn write(&mut self) -> Result<(), Failure> {
        let Self { context, out, files, format, codes } = self;
        let objects = || codes.iter().map(|(code, unknown)| object(context, files, code, unknown));
        match format {
            Format::Text => Ok(stub::write(out.raw(), context.catalog, files, codes)?),
            _ => out.codes(*format == Format::Json, objects),
        }
    }
}

/// What JSON says of a code.
fn object(context: &Context, files: &[FileName], code: &str, unknown: &UnknownCode) -> Value {
    let service = lookup::service(context.catalog, code);
    let guesses = unknown.guesses();
    let best = guesses.first();
    json!({
        "code": code,
        "service": service.map(errcat::Service::name),
        "count": unknown.count,
        "first_file": files.get(unknown.first.0),
        "first_line": unknown.first.1 + 1,
        "statuses": unknown.statuses,
        "template": best.map(|guess| guess.template.as_str()),
        "params": best.map(|guess| &guess.params),
        "messages": unknown.messages,
    })
}

impl Sink for Report {
    type Findings = Sightings;

    const ORDERED: bool = true;

    fn take(&mut self, block: &Block, sightings: &mut Sightings) -> Result<(), Failure> {
        self.codes.add(block.file, sightings);
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn finish(&mut self, _: bool) -> Result<Outcome, Failure> {
        self.write()?;
        self.out.flush()?;
        let others = self.codes.others();
        if others > 0 {
            output::warn(&format!(
                "more than {UNKNOWN_CODES} different codes are not in the catalog: the others, seen {others} times, are \
                 left out"
            ));
        }
        Ok(if self.codes.is_empty() { Outcome::NotFound } else { Outcome::Found })
    }
}
