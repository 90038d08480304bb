//! `errcat unknown`: the codes of logs that the catalog lacks.

mod codes;
mod guess;
mod report;
mod scanner;
mod stub;

use crate::context::Invocation;
use crate::input::FileName;
use crate::options::{OutputFormat, Threads};
use crate::outcome::{Failure, Outcome};
use crate::pipeline::{self, Output, Settings};

/// Collect the codes of logs that the catalog lacks, as entries to fill in
#[derive(Debug, clap::Args)]
#[command(
    after_help = "The entries are those of a catalog file. What the logs do not tell is left empty, and \
    `errcat check` asks for it.\n\n\
    Exit status: 0 a code was found; 1 none; 2 an input could not be read: what could be read has been shown."
)]
pub(crate) struct Unknown {
    /// Files with text or JSON lines, also compressed with gzip or zstd; `-` for standard input
    #[arg(value_name = "FILE", default_value = "-")]
    files: Vec<FileName>,

    #[command(flatten)]
    format: OutputFormat,

    #[command(flatten)]
    threads: Threads,
}

impl Unknown {
    /// Does what the arguments say.
    pub(super) fn run(&self, invocation: &Invocation<'_>) -> Result<Outcome, Failure> {
        let context = &invocation.context()?;
        let settings = Settings {
            files: self.files.clone(),
            threads: self.threads.threads,
            longest_line: pipeline::LONGEST_LINE,
        };
        let sink = report::Report::new(context, Output::new()?, &self.files, self.format.format);
        pipeline::read(settings, scanner::UnknownScanner::new(context.catalog), sink)
    }
}
