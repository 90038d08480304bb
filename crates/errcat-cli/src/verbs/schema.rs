//! `errcat schema`: the JSON Schema of the files that people write.

use std::io::Write;

use clap::ValueEnum;
use errcat::Lang;
use errcat_build::{catalog_schema, overlay_schema};

use crate::context::Invocation;
use crate::options::lang;
use crate::outcome::{Failure, Outcome};
use crate::output::stdout;

/// Write the JSON Schema of catalog or overlay files, for editors and validators
#[derive(Debug, clap::Args)]
pub(crate) struct Schema {
    /// What kind of file
    #[arg(value_enum, default_value_t = Kind::Catalog)]
    kind: Kind,

    /// Languages in which every text of a catalog is required [default: any one language]
    #[arg(long, value_delimiter = ',', value_parser = lang, value_name = "TAG,...")]
    languages: Vec<Lang>,
}

/// A kind of file that people write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Kind {
    /// A file of a catalog
    Catalog,
    /// A file of an overlay
    Overlay,
}

impl Schema {
    /// Does what the arguments say.
    pub(super) fn run(&self, _: &Invocation<'_>) -> Result<Outcome, Failure> {
        let text = match self.kind {
            Kind::Catalog => catalog_schema(self.languages.iter().copied()),
            Kind::Overlay => overlay_schema(),
        };
        let mut out = stdout();
        out.write_all(text.as_bytes())?;
        out.flush()?;
        Ok(Outcome::Found)
    }
}
