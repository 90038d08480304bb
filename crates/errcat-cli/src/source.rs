//! Which catalog the command reads: the project's and the bundled one, or folders of YAML files.

mod merge;
mod model;
mod origin;
mod origins;

use std::path::{Path, PathBuf};

use errcat::Catalog;
use errcat_build::tables::Tables;
use errcat_build::{CatalogSettings, Checked, Config, Diagnostics, Lints};

use crate::options::CatalogOptions;
use crate::outcome::Failure;
pub(crate) use merge::merge;
pub(crate) use origin::{Origin, origins};
use origins::OneCatalog;
pub(crate) use origins::Origins;

/// A catalog that was read.
pub(crate) struct Loaded {
    pub(crate) catalog: &'static Catalog,
    pub(crate) origins: &'static Origins,
    /// What there is to say of codes that several catalogs have.
    pub(crate) notes: Vec<String>,
}

/// Reads the catalogs that the options ask for, with what overlays add to them.
pub(crate) fn read(options: &CatalogOptions) -> Result<Loaded, Failure> {
    let overlays = &options.overlay;
    let origins = origins(options);
    if overlays.is_empty() && origins == [Origin::Bundled] {
        return Ok(Loaded {
            catalog: &errcat::CATALOG,
            origins: leaked(Origins::bundled()),
            notes: Vec::new(),
        });
    }
    let mut faults = Vec::new();
    let (mut catalogs, mut known) = (Vec::new(), Vec::new());
    // What is wrong with one catalog, and with the overlays over it, is reported in one run.
    let alone = if let [Origin::Folder(_)] = &origins[..] { &overlays[..] } else { &[] };
    for origin in origins {
        let (catalog, settings) = match origin.folder() {
            None => (Some(bundled()), CatalogSettings::default()),
            Some(folder) => {
                let checked = overlaid(lenient(folder), alone).check();
                if checked.catalog.is_none() {
                    faults.push(faulty(&origin, alone, &checked.diagnostics));
                }
                (checked.catalog, checked.settings)
            }
        };
        catalogs.extend(catalog.map(|catalog| (origin.clone(), catalog)));
        known.push(OneCatalog { origin, settings });
    }
    if !faults.is_empty() {
        return Err(Failure::Usage(faults.join("\n")));
    }
    let mut origins = Origins::new(known);
    for (number, (_, catalog)) in catalogs.iter().enumerate() {
        catalog.services.iter().for_each(|service| origins.add(number, service));
    }
    let (mut catalog, notes) = merge(catalogs);
    if alone.len() != overlays.len() {
        let checked = catalog.overlaid(overlays);
        let Checked { catalog: Some(overlaid), .. } = checked else {
            let head = format!("the overlay in {} has faults", folders(overlays));
            return Err(Failure::Usage(format!("{head}\n{}", checked.diagnostics)));
        };
        catalog = overlaid;
    }
    Ok(Loaded { catalog: load(&catalog)?, origins: leaked(origins), notes })
}

/// What is said of a catalog that cannot be read.
fn faulty(origin: &Origin, overlays: &[PathBuf], found: &Diagnostics) -> String {
    let mut places = vec![origin.to_string()];
    places.extend(overlays.iter().map(|folder| folder.display().to_string()));
    let help = match origin {
        Origin::Project(_) => "\n  help: mend it, or leave it out with `--no-project-catalog`",
        Origin::Folder(_) | Origin::Bundled => "",
    };
    format!("the catalog in {} has faults\n{found}{help}", places.join(", "))
}

fn folders(folders: &[PathBuf]) -> String {
    folders.iter().map(|folder| folder.display().to_string()).collect::<Vec<_>>().join(", ")
}

/// A catalog for readers, in whatever languages it is written and whatever is suspicious in it.
fn lenient(folder: &Path) -> Config {
    Config::new(folder).languages([]).lints(Lints::none())
}

/// The model of a folder, as readers see it.
pub(crate) fn model_of(folder: &Path) -> Result<errcat_build::model::Catalog, Diagnostics> {
    let checked = lenient(folder).check();
    checked.catalog.ok_or(checked.diagnostics)
}

/// The settings, with these overlays.
pub(crate) fn overlaid(config: Config, overlays: &[PathBuf]) -> Config {
    overlays.iter().fold(config, Config::overlay)
}

/// The model of the bundled catalog.
pub(crate) fn bundled() -> errcat_build::model::Catalog {
    model::of(&errcat::CATALOG)
}

/// Compiles a model in memory: the same tables as a build script makes, for as long as the process runs.
fn load(model: &errcat_build::model::Catalog) -> Result<&'static Catalog, Failure> {
    let tables = Tables::new(model).map_err(|error| Failure::Usage(error.to_string()))?;
    let tables = leaked(tables);
    Ok(leaked(Catalog::from_parts(&tables.parts())))
}

/// Keeps a value for as long as the process runs.
fn leaked<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}
