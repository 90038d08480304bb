//! `errcat unknown`: the codes of logs that the catalog lacks.

mod guess;
mod harvest;
mod report;
mod stub;
mod yaml;

use super::Context;
use super::annotate::LONGEST_LINE;
use crate::args::Unknown;
use crate::logs::{self, Output, Settings};
use crate::outcome::{Failure, Outcome};

pub(super) fn run(context: &Context, unknown: &Unknown) -> Result<Outcome, Failure> {
    let settings = Settings {
        files: unknown.files.clone(),
        threads: unknown.threads.threads,
        longest_line: LONGEST_LINE,
        progress: true,
    };
    let sink = report::Report::new(context, Output::new()?, &unknown.files, unknown.format.format);
    logs::read(settings, harvest::Harvest::new(context.catalog), sink)
}
