//! `errcat man`.

use std::path::PathBuf;

use clap::ValueHint;

#[derive(Debug, clap::Args)]
pub(crate) struct Man {
    /// Write `errcat.1` and a page a verb to this folder; else `errcat.1` goes to standard output
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) out: Option<PathBuf>,
}
