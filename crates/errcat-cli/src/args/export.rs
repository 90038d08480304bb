//! `errcat export`.

use std::path::PathBuf;

use clap::{ValueEnum, ValueHint};

use super::Filter;

#[derive(Debug, clap::Args)]
pub(crate) struct Export {
    /// Output format
    #[arg(long, value_enum, default_value_t = ExportFormat::Json)]
    pub(crate) format: ExportFormat,

    /// Write to this file, or for `yaml` and `markdown` to this folder, one file a service
    #[arg(long, value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub(crate) out: Option<PathBuf>,

    /// For `csv`: one row a meaning, with the key `code` and `meaning`; else one row a code, its first meaning
    #[arg(long)]
    pub(crate) all_meanings: bool,

    #[command(flatten)]
    pub(crate) filter: Filter,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportFormat {
    /// One document with services and entries
    Json,
    /// One entry a line
    Jsonl,
    /// A lookup table, one row a code in each of its spellings
    Csv,
    /// Catalog files
    Yaml,
    /// One page a service, fit for mdBook
    Markdown,
    /// Components of an OpenAPI 3.1 document: codes, errors, responses, examples
    Openapi,
    /// Constants, types and a message formatter
    Typescript,
}
