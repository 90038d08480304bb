//! `--catalog`, `--no-project-catalog` and `--overlay`.

use std::path::PathBuf;

use clap::ValueHint;

/// Which catalogs are read.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct CatalogOptions {
    /// Read the YAML files of this folder in place of the project's and the bundled catalog; may be repeated, and of a code in
    /// several the first counts [env: `ERRCAT_CATALOG`, with paths as in `PATH`]
    #[arg(long, global = true, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) catalog: Vec<PathBuf>,

    /// Do not look for the project's `catalog/catalog.yaml` in the working directory and above
    #[arg(long, global = true)]
    pub(crate) no_project_catalog: bool,

    /// Add what the overlays of this folder say: runbooks, owners, severities, remedies, translations; may be repeated
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) overlay: Vec<PathBuf>,
}
