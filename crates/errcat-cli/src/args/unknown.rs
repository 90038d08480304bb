//! `errcat unknown`.

use super::OutputFormat;
use super::annotate::Threads;

#[derive(Debug, clap::Args)]
#[command(
    after_help = "The entries are those of a catalog file. What the logs do not tell is left empty, and \
    `errcat check` asks for it.\n\n\
    Exit status: 0 a code was found; 1 none; 2 an input could not be read: what could be read has been shown."
)]
pub(crate) struct Unknown {
    /// Files with text or JSON lines, also compressed with gzip or zstd; `-` for standard input
    #[arg(value_name = "FILE", default_value = "-")]
    pub(crate) files: Vec<String>,

    #[command(flatten)]
    pub(crate) format: OutputFormat,

    #[command(flatten)]
    pub(crate) threads: Threads,
}
