//! `errcat annotate`.

use std::num::NonZero;

use clap::ArgGroup;

use super::{Filter, OutputFormat};

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
    pub(crate) files: Vec<String>,

    /// Say what a code means below each line that holds it, not only below the first
    #[arg(long, group = "form", conflicts_with = "format")]
    pub(crate) every: bool,

    /// Say what the codes mean at the end only, the most frequent first
    #[arg(long, group = "form", conflicts_with = "format")]
    pub(crate) summary: bool,

    /// Print only the codes, one a line, as `grep -o` does
    #[arg(long, group = "form", conflicts_with = "format")]
    pub(crate) codes: bool,

    /// Print a table of the codes: how often, first and last line, what it is, what to do
    #[arg(long, group = "form")]
    pub(crate) count: bool,

    /// Add an object `errcat` to the JSON lines that have a code in this field; `error.message` is a field of a field
    #[arg(long, group = "form", conflicts_with = "format", value_name = "FIELD")]
    pub(crate) json_field: Vec<String>,

    /// Only codes that the catalog lacks, of services that it holds
    #[arg(long)]
    pub(crate) unknown: bool,

    #[command(flatten)]
    pub(crate) filter: Filter,

    #[command(flatten)]
    pub(crate) format: OutputFormat,

    #[command(flatten)]
    pub(crate) threads: Threads,
}

/// How many threads read logs.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct Threads {
    /// Number of threads [default: one a core]
    #[arg(long, value_name = "NUMBER")]
    pub(crate) threads: Option<NonZero<usize>>,
}
