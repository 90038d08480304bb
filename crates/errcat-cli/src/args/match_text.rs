//! `errcat match`.

use super::OutputFormat;

#[derive(Debug, clap::Args)]
pub(crate) struct MatchText {
    /// The message
    #[arg(required = true, value_name = "TEXT")]
    pub(crate) text: Vec<String>,

    /// Only meanings of this code
    #[arg(long, value_name = "CODE")]
    pub(crate) code: Option<String>,

    #[command(flatten)]
    pub(crate) format: OutputFormat,
}
