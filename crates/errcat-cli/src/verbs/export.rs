//! `errcat export`: the catalog, or the part that filters leave, for other programs.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::ValueHint;
use errcat::Lang;

use crate::context::Invocation;
use crate::formats::{ExportFormat, Request, Selection};
use crate::options::Filter;
use crate::outcome::{Failure, Outcome};
use crate::output::stderr;
use crate::present::labels;

/// Write the catalog, or the part that filters leave, for other programs
#[derive(Debug, clap::Args)]
pub(crate) struct Export {
    /// Output format
    #[arg(long, value_enum, default_value_t = ExportFormat::Json)]
    format: ExportFormat,

    /// Write to this file, or for `yaml` and `markdown` into this folder, one file per service
    #[arg(long, value_name = "PATH", value_hint = ValueHint::AnyPath)]
    out: Option<PathBuf>,

    /// Replace files in the folder of `--out` that say something else, such as those that were edited
    #[arg(long, requires = "out")]
    force: bool,

    /// For `csv`: one row a meaning, with the key `code` and `meaning`; else one row a code, its first meaning
    #[arg(long)]
    all_meanings: bool,

    #[command(flatten)]
    filter: Filter,
}

impl Export {
    /// An export depends on the arguments alone, never on the locale.
    pub(super) fn run(&self, invocation: &Invocation<'_>) -> Result<Outcome, Failure> {
        let context = &invocation.context()?;
        if self.all_meanings && self.format != ExportFormat::Csv {
            return Err(Failure::Usage("`--all-meanings` is for `--format csv`".to_owned()));
        }
        if let Some(out) = &self.out
            && context.origins.folders().any(|catalog| same_folder(out, catalog))
        {
            let message = format!("{} is the catalog that is read: write to another folder", out.display());
            return Err(Failure::Usage(message));
        }
        let entries = self.filter.entries(context.catalog)?;
        let selection = Selection { catalog: context.catalog, entries };
        if selection.entries.is_empty() && !matches!(self.format, ExportFormat::Json | ExportFormat::Jsonl) {
            // An empty enum or page helps nobody.
            let nothing = labels::pick(context.lang, "nothing found", "没有找到结果");
            let _ = writeln!(stderr(), "{nothing}");
            return Ok(Outcome::NotFound);
        }
        let is_empty = selection.entries.is_empty();
        let request = Request {
            selection,
            title: context.origins.title(),
            lang: invocation.lang,
            default_lang: context.origins.lang().unwrap_or(Lang::EN),
            all_meanings: self.all_meanings,
        };
        let files = self.format.export(&request)?;
        match &self.out {
            Some(path) => files.write(path, self.force)?,
            None => files.print(&mut io::stdout().lock())?,
        }
        Ok(if is_empty { Outcome::NotFound } else { Outcome::Found })
    }
}

/// Whether both paths are one folder. Catalog files that were written over would lose their comments.
fn same_folder(one: &Path, other: &Path) -> bool {
    fs::canonicalize(one).is_ok_and(|one| fs::canonicalize(other).is_ok_and(|other| one == other))
}
