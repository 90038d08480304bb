//! Which catalog the command reads: the bundled one, or a folder of YAML files.

use std::path::Path;

use errcat::__private::{Parts, catalog};
use errcat::Catalog;
use errcat_build::tables::Tables;

use crate::args::Args;
use crate::outcome::Failure;

/// The catalog that the arguments ask for.
pub(crate) fn catalog_of(args: &Args) -> Result<&'static Catalog, Failure> {
    match &args.catalog {
        None => Ok(&errcat::CATALOG),
        Some(folder) => load(folder),
    }
}

/// Compiles a folder in memory: the same tables as a build script makes, for as long as the process runs.
pub(crate) fn load(folder: &Path) -> Result<&'static Catalog, Failure> {
    let usage =
        |error: String| Failure::Usage(format!("the catalog in {} has faults\n{error}", folder.display()));
    let model = errcat_build::load(folder).map_err(|faults| usage(faults.to_string()))?;
    let tables: &'static Tables = Box::leak(Box::new(Tables::new(&model).map_err(usage)?));
    let parameters = tables.parameters;
    Ok(Box::leak(Box::new(catalog(&Parts {
        text: &tables.text,
        texts: &tables.texts,
        services: &tables.services,
        codes: &tables.codes,
        entries: &tables.entries,
        templates: &tables.templates,
        lists: &tables.lists,
        pilots: &tables.pilots,
        slots: &tables.slots,
        index: (
            parameters.seed,
            parameters.bucket_bits,
            parameters.slot_bits,
            parameters.min_len,
            parameters.max_len,
        ),
        prefixes: None,
        names: None,
    }))))
}
