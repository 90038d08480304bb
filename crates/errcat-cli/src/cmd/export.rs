//! `errcat export`: the catalog, or the part that filters leave, for other programs. One format a file.

mod csv;
mod files;
mod json;
mod markdown;
mod openapi;
mod typescript;
mod yaml;

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use errcat::{Catalog, Code, Entry, Lang, Service};

use super::Context;
use crate::args::{Args, Export, ExportFormat};
use crate::outcome::{Failure, Outcome};
use crate::screen::stderr;
use crate::words;
use files::Files;

/// The entries that are exported, in the order of the files.
struct Selection {
    catalog: &'static Catalog,
    entries: Vec<Entry>,
}

impl Selection {
    /// The services that have an entry here.
    fn services(&self) -> impl Iterator<Item = Service> {
        self.catalog.services().filter(|service| self.entries.iter().any(|entry| entry.service() == *service))
    }

    /// The codes of a service that have an entry here, in the order of the file, each with its entries.
    fn codes(&self, service: Service) -> impl Iterator<Item = (Code, Vec<Entry>)> {
        let entries_of = |code: Code| code.entries().filter(|entry| self.holds(*entry)).collect();
        let codes = service.codes().map(move |code| (code, entries_of(code)));
        codes.filter(|(_, entries): &(Code, Vec<Entry>)| !entries.is_empty())
    }

    fn holds(&self, entry: Entry) -> bool {
        self.entries.binary_search_by_key(&entry.position(), |entry| entry.position()).is_ok()
    }

    fn holds_code(&self, code: Code) -> bool {
        code.entries().any(|entry| self.holds(entry))
    }
}

/// An export depends on the arguments alone, never on the locale.
pub(super) fn run(context: &Context, export: &Export, args: &Args) -> Result<Outcome, Failure> {
    if export.all_meanings && export.format != ExportFormat::Csv {
        return Err(Failure::Usage("`--all-meanings` is for `--format csv`".to_owned()));
    }
    if let (Some(out), Some(catalog)) = (&export.out, &args.catalog)
        && same_folder(out, catalog)
    {
        let message = format!("{} is the catalog that is read: write to another folder", out.display());
        return Err(Failure::Usage(message));
    }
    let entries = export.filter.entries(context.catalog)?;
    let selection = Selection { catalog: context.catalog, entries };
    if selection.entries.is_empty() && !matches!(export.format, ExportFormat::Json | ExportFormat::Jsonl) {
        // An empty enum or page helps nobody.
        let nothing = words::pick(context.lang, "nothing found", "没有找到结果");
        let _ = writeln!(stderr(), "{nothing}");
        return Ok(Outcome::NotFound);
    }
    let lang = args.lang;
    let files = match export.format {
        ExportFormat::Json => Files::one(json::document(&selection)?),
        ExportFormat::Jsonl => Files::one(json::lines(&selection.entries)?),
        ExportFormat::Csv => Files::one(csv::table(&selection, export.all_meanings, lang)?),
        ExportFormat::Yaml => yaml::files(&selection)?,
        ExportFormat::Markdown => markdown::pages(&selection, lang.unwrap_or(Lang::En)),
        ExportFormat::Openapi => Files::one(openapi::document(&selection, lang.unwrap_or(Lang::En))?),
        ExportFormat::Typescript => Files::one(typescript::module(&selection)?),
    };
    match &export.out {
        Some(path) => files.write(path)?,
        None => files.print(&mut io::stdout().lock())?,
    }
    Ok(if selection.entries.is_empty() { Outcome::NotFound } else { Outcome::Found })
}

/// Whether both paths are one folder. Catalog files that were written over would lose their comments.
fn same_folder(one: &Path, other: &Path) -> bool {
    fs::canonicalize(one).is_ok_and(|one| fs::canonicalize(other).is_ok_and(|other| one == other))
}
