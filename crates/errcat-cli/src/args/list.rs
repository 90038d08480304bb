//! `errcat list`.

use super::{Filter, OutputFormat};

#[derive(Debug, clap::Args)]
pub(crate) struct List {
    #[command(flatten)]
    pub(crate) filter: Filter,

    #[command(flatten)]
    pub(crate) format: OutputFormat,
}
