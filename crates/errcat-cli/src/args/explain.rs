//! `errcat explain`.

use clap_complete::engine::ArgValueCompleter;

use super::OutputFormat;
use crate::completion;

#[derive(Debug, clap::Args)]
pub(crate) struct Explain {
    /// Codes, in any case, with or without the dot or brackets: CSBS.6019, csbs6019, [CSBS.6019]
    #[arg(required = true, value_name = "CODE", add = ArgValueCompleter::new(completion::codes))]
    pub(crate) codes: Vec<String>,

    #[command(flatten)]
    pub(crate) format: OutputFormat,
}
