//! `--threads`.

use std::num::NonZero;

/// How many threads read logs.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct Threads {
    /// Number of threads [default: one per core]
    #[arg(long, value_name = "NUMBER")]
    pub(crate) threads: Option<NonZero<usize>>,
}
