//! `--catalog` and `--overlay`.

use std::path::PathBuf;

use clap::ValueHint;

/// Which catalog is read.
#[derive(Debug, clap::Args)]
pub(crate) struct CatalogOptions {
    /// Read these YAML files in place of the bundled catalog
    #[arg(long, global = true, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) catalog: Option<PathBuf>,

    /// Add what the overlays of this folder say: runbooks, owners, severities, remedies, translations; may be repeated
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) overlay: Vec<PathBuf>,
}
