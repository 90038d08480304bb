//! `errcat diff`.

use std::path::PathBuf;

use clap::ValueEnum;

#[derive(Debug, clap::Args)]
pub(crate) struct Diff {
    /// A folder with *.yaml files, or a git revision: REV or REV:path [default path: catalog]
    #[arg(value_name = "OLD")]
    pub(crate) old: PathBuf,

    /// The same, for what it is now
    #[arg(value_name = "NEW")]
    pub(crate) new: PathBuf,

    /// Output format
    #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
    pub(crate) format: DiffFormat,

    /// End with status 4 on changes of this level and above
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub(crate) deny: Option<Deny>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum DiffFormat {
    /// For people
    Text,
    /// One JSON document
    Json,
    /// For a changelog
    Markdown,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Deny {
    /// Programs that use the catalog may have to change
    Major,
    /// New things, and answers that were not promised
    Minor,
    /// Texts
    Patch,
}
