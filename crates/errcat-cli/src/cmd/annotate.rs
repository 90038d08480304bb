//! `errcat annotate`: causes and remedies in logs.

mod codes;
mod count;
mod enrich;
mod field;
mod findings;
pub(super) mod meaning;
mod notes;
mod passing;
mod selection;
mod short;
mod table;
mod tally;

use super::Context;
use crate::args::{Annotate, Format};
use crate::logs::{self, Output, Settings};
use crate::outcome::{Failure, Outcome};

use selection::Selection;

/// Longer lines are looked at in pieces.
pub(super) const LONGEST_LINE: usize = 1 << 20;
/// A record is looked at as a whole; longer ones pass through.
const LONGEST_RECORD: usize = 64 << 20;

pub(super) fn run(context: &Context, annotate: &Annotate) -> Result<Outcome, Failure> {
    let selection = Selection::new(context.catalog, annotate)?;
    let settings = Settings {
        files: annotate.files.clone(),
        threads: annotate.threads.threads,
        longest_line: if annotate.json_field.is_empty() { LONGEST_LINE } else { LONGEST_RECORD },
        progress: true,
    };
    let out = Output::new()?;
    let format = annotate.format.format;
    if annotate.codes {
        logs::read(settings, codes::Codes { selection }, codes::List::new(out))
    } else if annotate.count {
        let sink = count::Table::new(context, out, &annotate.files, format);
        logs::read(settings, count::Count { selection }, sink)
    } else if !annotate.json_field.is_empty() {
        let form = enrich::Enrich::new(context, selection, &annotate.json_field);
        logs::read(settings, form, enrich::Records::new(out))
    } else if format == Format::Text {
        let form = passing::Passing::new(context, selection, annotate);
        let sink = passing::Text::new(context, out, &annotate.files, &form);
        logs::read(settings, form, sink)
    } else {
        let sink = findings::Objects::new(context, out, &annotate.files, format);
        logs::read(settings, findings::Findings::new(context, selection), sink)
    }
}
