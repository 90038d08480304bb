//! `errcat diff`: what changed between two catalogs, and what it means for users.

mod brief;
mod git;
mod markdown;
mod text;

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use errcat_build::Diagnostics;
use errcat_build::compat::{Change, Changes, SemverLevel, diff};
use errcat_build::model::Catalog;
use serde::Serialize;

use crate::context::Invocation;
use crate::outcome::{Failure, Outcome};
use crate::output::{stdout, write_json};
use crate::source::model_of;

/// Say what changed between two catalogs, and what it means for users
#[derive(Debug, clap::Args)]
pub(crate) struct Diff {
    /// A folder with *.yaml files, or a git revision: REV or REV:path [default path: catalog]
    #[arg(value_name = "OLD")]
    old: PathBuf,

    /// The same, for what it is now
    #[arg(value_name = "NEW")]
    new: PathBuf,

    /// Output format
    #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
    format: DiffFormat,

    /// End with status 4 on changes of this level and above
    #[arg(long, value_enum, value_name = "LEVEL")]
    deny: Option<Deny>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum DiffFormat {
    /// For people
    Text,
    /// One JSON document
    Json,
    /// For a changelog
    Markdown,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Deny {
    /// Programs that use the catalog may have to change
    Major,
    /// New things, and answers that were not promised
    Minor,
    /// Texts
    Patch,
}

#[derive(Serialize)]
struct Document<'a> {
    verdict: &'a str,
    changes: Vec<ChangeJson<'a>>,
}

#[derive(Serialize)]
struct ChangeJson<'a> {
    level: &'a str,
    kind: &'a str,
    service: &'a str,
    /// Null where the service as a whole is meant.
    code: Option<&'a str>,
    detail: &'a str,
}

impl<'a> ChangeJson<'a> {
    fn new(change: &'a Change) -> Self {
        Self {
            level: change.level.as_str(),
            kind: change.kind.as_str(),
            service: &change.service,
            code: change.code.as_deref(),
            detail: &change.detail,
        }
    }
}

impl Diff {
    /// Does what the arguments say.
    pub(super) fn run(&self, invocation: &Invocation<'_>) -> Result<Outcome, Failure> {
        if !invocation.catalog.catalog.is_empty() || !invocation.catalog.overlay.is_empty() {
            let help =
                "`diff` compares the two catalogs that it is given: leave `--catalog` and `--overlay` out";
            return Err(Failure::Usage(help.to_owned()));
        }
        // Both are read before a fault of one ends this.
        let (old, new) = (load(&self.old), load(&self.new));
        let (old, new) = match (old, new) {
            (Ok(old), Ok(new)) => (old, new),
            (Err(Failure::Usage(old)), Err(Failure::Usage(new))) if old != new => {
                return Err(Failure::Usage(format!("{old}\n{new}")));
            }
            (Err(failure), _) | (_, Err(failure)) => return Err(failure),
        };
        let changes = diff(&old, &new);
        let denied = self.deny.map(level).filter(|least| changes.verdict() >= Some(*least));
        let outcome = if denied.is_some() { Outcome::Findings } else { Outcome::Found };
        outcome.once_shown(show(&changes, denied, self.format))
    }
}

fn show(changes: &Changes, denied: Option<SemverLevel>, format: DiffFormat) -> Result<(), Failure> {
    let mut out = stdout();
    match format {
        DiffFormat::Text => text::write(&mut out, changes, denied)?,
        DiffFormat::Json => write_json(&mut out, &document(changes))?,
        DiffFormat::Markdown => markdown::write(&mut out, changes)?,
    }
    Ok(out.flush()?)
}

/// The level that is denied; those above it are too.
fn level(deny: Deny) -> SemverLevel {
    match deny {
        Deny::Major => SemverLevel::Major,
        Deny::Minor => SemverLevel::Minor,
        Deny::Patch => SemverLevel::Patch,
    }
}

/// The catalog in a folder, or in a folder of a git revision.
fn load(given: &Path) -> Result<Catalog, Failure> {
    let name = given.display().to_string();
    if given.is_dir() {
        return model_of(given).map_err(|faults| faulty(&name, &faults.to_string()));
    }
    let checkout = git::checkout(given)?;
    model_of(checkout.folder.path()).map_err(|faults| faulty(&checkout.name, &named(&checkout, &faults)))
}

fn faulty(name: &str, faults: &str) -> Failure {
    Failure::Usage(format!("the catalog in {name} has faults\n{faults}"))
}

/// The faults, with the names that people gave in place of the temporary folder.
fn named(checkout: &git::Checkout, faults: &Diagnostics) -> String {
    let folder = checkout.folder.path().display().to_string();
    let slash = if checkout.name.ends_with(':') { "" } else { "/" };
    let files = format!("{folder}{}", std::path::MAIN_SEPARATOR);
    faults.to_string().replace(&files, &format!("{}{slash}", checkout.name)).replace(&folder, &checkout.name)
}

fn document(changes: &Changes) -> Document<'_> {
    Document {
        verdict: changes.verdict().map_or("none", SemverLevel::as_str),
        changes: changes.iter().map(ChangeJson::new).collect(),
    }
}
