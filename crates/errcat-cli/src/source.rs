//! Which catalog the command reads: the bundled one, or a folder of YAML files.

mod model;

use std::path::{Path, PathBuf};

use errcat::Catalog;
use errcat_build::tables::Tables;
use errcat_build::{Checked, Config, Diagnostics};

use crate::outcome::Failure;

/// The catalog of this folder, or the bundled one, with what these overlays add to it.
pub(crate) fn read(folder: Option<&Path>, overlays: &[PathBuf]) -> Result<&'static Catalog, Failure> {
    let checked = match folder {
        None if overlays.is_empty() => return Ok(&errcat::CATALOG),
        None => bundled().overlaid(overlays),
        // A team with a catalog in one language is served as well.
        Some(folder) => overlaid(Config::new(folder).languages([]), overlays).check(),
    };
    let Checked { catalog: Some(model), .. } = checked else {
        let overlays = overlays.iter().map(PathBuf::as_path);
        let folders: Vec<String> =
            folder.into_iter().chain(overlays).map(|folder| folder.display().to_string()).collect();
        let what = if folder.is_some() { "catalog" } else { "overlay" };
        let head = format!("the {what} in {} has faults", folders.join(", "));
        return Err(Failure::Usage(format!("{head}\n{}", checked.diagnostics)));
    };
    load(&model)
}

/// The model of a folder, in whatever languages it is written.
pub(crate) fn model_of(folder: &Path) -> Result<errcat_build::model::Catalog, Diagnostics> {
    let checked = Config::new(folder).languages([]).check();
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
    let tables: &'static Tables = Box::leak(Box::new(tables));
    Ok(Box::leak(Box::new(Catalog::from_parts(&tables.parts()))))
}
