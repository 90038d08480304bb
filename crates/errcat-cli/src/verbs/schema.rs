//! `errcat schema`: the JSON Schema of the files that people write.

use std::io::Write;

use clap::ValueEnum;
use errcat::Lang;
use errcat_build::{CatalogSettings, catalog_schema, overlay_schema, settings_schema};

use crate::context::Invocation;
use crate::options::lang;
use crate::outcome::{Failure, Outcome};
use crate::output::stdout;
use crate::source::{Origin, origins};

/// Write the JSON Schema of catalog, overlay or settings files, for editors and validators
#[derive(Debug, clap::Args)]
pub(crate) struct Schema {
    /// What kind of file
    #[arg(value_enum, default_value_t = Kind::Catalog)]
    kind: Kind,

    /// Languages in which every text of a catalog is required [default: those of the catalog's `catalog.yaml`, else en,zh]
    #[arg(long, value_delimiter = ',', value_parser = lang, value_name = "en,zh")]
    languages: Option<Vec<Lang>>,
}

/// A kind of file that people write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Kind {
    /// A file of a catalog
    Catalog,
    /// A file of an overlay
    Overlay,
    /// `catalog.yaml`: what holds for all files of a catalog
    Settings,
}

impl Schema {
    /// Does what the arguments say.
    pub(super) fn run(&self, invocation: &Invocation<'_>) -> Result<Outcome, Failure> {
        let text = match self.kind {
            Kind::Catalog => {
                let languages = match &self.languages {
                    Some(languages) => Some(languages.clone()),
                    None => languages(invocation)?,
                };
                catalog_schema(languages.unwrap_or_else(|| Lang::ALL.to_vec()))
            }
            Kind::Overlay => overlay_schema(),
            Kind::Settings => settings_schema(),
        };
        let mut out = stdout();
        out.write_all(text.as_bytes())?;
        out.flush()?;
        Ok(Outcome::Found)
    }
}

/// The languages that the first catalog in a folder says. Its services are not read: they may be what an editor is to mend.
fn languages(invocation: &Invocation<'_>) -> Result<Option<Vec<Lang>>, Failure> {
    let origins = origins(invocation.catalog);
    let Some(folder) = origins.iter().find_map(Origin::folder) else { return Ok(None) };
    let settings = CatalogSettings::of_folder(folder).map_err(|faults| Failure::Usage(faults.to_string()))?;
    Ok(settings.languages)
}
