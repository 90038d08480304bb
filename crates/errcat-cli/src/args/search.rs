//! `errcat search`.

use super::{Filter, OutputFormat};

#[derive(Debug, clap::Args)]
pub(crate) struct Search {
    /// What to look for: words, a code, a message, in English or Chinese
    #[arg(required = true, value_name = "WORDS")]
    pub(crate) words: Vec<String>,

    /// Show at most so many results
    #[arg(long, value_name = "COUNT", default_value_t = 10)]
    pub(crate) limit: usize,

    #[command(flatten)]
    pub(crate) filter: Filter,

    #[command(flatten)]
    pub(crate) format: OutputFormat,
}
