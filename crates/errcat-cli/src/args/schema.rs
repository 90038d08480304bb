//! `errcat schema`.

use clap::ValueEnum;
use errcat::Lang;

#[derive(Debug, clap::Args)]
pub(crate) struct Schema {
    /// What kind of file
    #[arg(value_enum, default_value_t = Kind::Catalog)]
    pub(crate) kind: Kind,

    /// Languages in which every text of a catalog is due [default: en,zh]
    #[arg(long, value_delimiter = ',', value_parser = super::lang, value_name = "en,zh")]
    pub(crate) languages: Option<Vec<Lang>>,
}

/// A kind of file that people write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    /// A file of a catalog
    Catalog,
    /// A file of an overlay
    Overlay,
}
