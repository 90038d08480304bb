//! `errcat decode`.

use clap::ValueHint;

use super::OutputFormat;

#[derive(Debug, clap::Args)]
pub(crate) struct Decode {
    /// Files with bodies, `curl -i` dumps, JSON lines or logs; `-` for standard input
    #[arg(value_name = "FILE", default_value = "-", value_hint = ValueHint::FilePath)]
    pub(crate) files: Vec<String>,

    /// The HTTP status of the response
    #[arg(long, value_name = "STATUS", value_parser = clap::value_parser!(u16).range(100..=599))]
    pub(crate) status: Option<u16>,

    /// A header of the response, such as 'X-Request-Id: ...'
    #[arg(long, value_name = "NAME: VALUE")]
    pub(crate) header: Vec<String>,

    #[command(flatten)]
    pub(crate) format: OutputFormat,
}
