//! `--format` of the verbs that show entries.

use clap::ValueEnum;

/// `--format`, text unless said otherwise.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct OutputFormat {
    /// Output format
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    Text,
    /// One JSON document
    Json,
    /// One JSON object a line
    Jsonl,
}
