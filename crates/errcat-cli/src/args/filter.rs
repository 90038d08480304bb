//! Which entries are wanted.

use clap_complete::engine::ArgValueCompleter;
use errcat::{Class, Retry};

use crate::completion;

/// Which entries are wanted. Values of one filter are alternatives; filters are joined by "and".
#[derive(Debug, Default, clap::Args)]
pub(crate) struct Filter {
    /// Only this service, by module name or code prefix
    #[arg(long, value_name = "SERVICE", add = ArgValueCompleter::new(completion::services))]
    pub(crate) service: Vec<String>,

    /// Only this HTTP status
    #[arg(long, value_name = "STATUS", value_parser = clap::value_parser!(u16).range(100..=599))]
    pub(crate) status: Vec<u16>,

    /// Only this class
    #[arg(long, value_name = "CLASS", value_parser = clap::builder::PossibleValuesParser::new(Class::WORDS))]
    pub(crate) class: Vec<String>,

    /// Only with this retry
    #[arg(long, value_name = "RETRY", value_parser = clap::builder::PossibleValuesParser::new(Retry::WORDS))]
    pub(crate) retry: Vec<String>,
}
