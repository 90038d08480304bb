//! `errcat export`.

use clap::ValueEnum;

#[derive(Debug, clap::Args)]
pub(crate) struct Export {
    /// Output format
    #[arg(long, value_enum, default_value_t = ExportFormat::Json)]
    pub(crate) format: ExportFormat,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum ExportFormat {
    /// One document with services and entries
    Json,
    /// One entry a line
    Jsonl,
}
