//! `errcat check`: what is wrong with a folder of catalog files, and what is suspicious.

mod coverage;
mod explain;
mod sarif;

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use errcat::Lang;
use errcat_build::model::Catalog;
use errcat_build::{Checked, Config, Diagnostic, Diagnostics, Level, Lints};
use serde::Serialize;

use crate::context::Invocation;
use crate::options::lang;
use crate::outcome::{Failure, Outcome};
use crate::output::{stdout, write_json, write_jsonl};
use crate::present::terminal::{DIM, ERROR, GOOD, MARK, STRONG};
use crate::source;
use crate::text::width;

use coverage::Coverage;

/// Check a folder of catalog files
#[derive(Debug, clap::Args)]
pub(crate) struct Check {
    /// The folder with the *.yaml files [default: catalog]
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,

    /// Languages in which every text is required [default: those of each title]
    #[arg(long, value_delimiter = ',', value_parser = lang, value_name = "TAG,...")]
    languages: Option<Vec<Lang>>,

    /// Look for this too: a lint by its code, or `all`
    #[arg(long, value_name = "LINT", value_parser = clap::builder::PossibleValuesParser::new(lint_names()))]
    lint: Vec<String>,

    /// Do not look for this: a lint by its code, or `all`
    #[arg(long, value_name = "LINT", value_parser = clap::builder::PossibleValuesParser::new(lint_names()))]
    allow: Vec<String>,

    /// Take warnings for errors
    #[arg(long)]
    deny_warnings: bool,

    /// Refuse symbolic links among the files, for folders that are not trusted
    #[arg(long)]
    no_follow_links: bool,

    /// Say more of a diagnostic: what it means, an example, what to do
    #[arg(
        long,
        value_name = "CODE",
        value_parser = clap::builder::PossibleValuesParser::new(codes()),
        hide_possible_values = true,
        conflicts_with_all = ["folder", "lint", "allow", "deny_warnings", "no_follow_links", "format"]
    )]
    explain: Option<String>,

    /// Output format
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    format: CheckFormat,
}

/// What `--lint` and `--allow` take.
fn lint_names() -> Vec<&'static str> {
    errcat_build::Lint::ALL.iter().map(|lint| lint.name()).chain(["all"]).collect()
}

/// What `--explain` takes.
fn codes() -> impl Iterator<Item = &'static str> {
    errcat_build::DiagnosticKind::ALL.iter().map(|kind| kind.name())
}

/// `--format` of `check`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum CheckFormat {
    /// For people
    Text,
    /// One JSON document
    Json,
    /// One JSON object a line
    Jsonl,
    /// SARIF 2.1.0, for code scanning
    Sarif,
}

#[derive(Serialize)]
struct Document<'a> {
    diagnostics: Vec<DiagnosticJson<'a>>,
    coverage: Vec<Coverage<'a>>,
}

#[derive(Serialize)]
struct DiagnosticJson<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    severity: String,
    code: &'a str,
    message: &'a str,
    help: &'a str,
}

impl<'a> DiagnosticJson<'a> {
    fn new(diagnostic: &'a Diagnostic) -> Self {
        Self {
            path: &diagnostic.path,
            line: diagnostic.line,
            column: diagnostic.column,
            severity: diagnostic.level.to_string(),
            code: diagnostic.kind.name(),
            message: &diagnostic.message,
            help: &diagnostic.help,
        }
    }
}

/// Where the catalog lies, unless the arguments say where.
const FOLDER: &str = "catalog";

impl Check {
    /// Does what the arguments say.
    pub(super) fn run(&self, invocation: &Invocation<'_>) -> Result<Outcome, Failure> {
        if let Some(code) = &self.explain {
            return explain::run(code);
        }
        let folder = match (&self.folder, &invocation.catalog.catalog) {
            (Some(_), Some(_)) => {
                return Err(Failure::Usage(
                    "give the folder once: `check DIR` or `check --catalog DIR`".to_owned(),
                ));
            }
            (folder, catalog) => folder.as_deref().or(catalog.as_deref()),
        };
        // Overlays alone are laid over the bundled catalog, as they are for every verb.
        let folder = folder.or(invocation.catalog.overlay.is_empty().then_some(Path::new(FOLDER)));
        // What cannot be read is no finding.
        for folder in folder.into_iter().chain(invocation.catalog.overlay.iter().map(PathBuf::as_path)) {
            std::fs::read_dir(folder).map_err(|error| Failure::Input(folder.display().to_string(), error))?;
        }
        let Checked { catalog, diagnostics, .. } = match folder {
            Some(folder) => {
                let config = Config::new(folder).lints(lints(self)).deny_warnings(self.deny_warnings);
                let config = self.languages.iter().cloned().fold(config, Config::languages);
                let config = config.follow_links(!self.no_follow_links);
                source::overlaid(config, &invocation.catalog.overlay).check()
            }
            None if self.no_follow_links => {
                source::bundled().overlaid_without_links(&invocation.catalog.overlay)
            }
            None => source::bundled().overlaid(&invocation.catalog.overlay),
        };
        let checked: Vec<String> = folder
            .into_iter()
            .chain(invocation.catalog.overlay.iter().map(PathBuf::as_path))
            .map(|folder| folder.display().to_string())
            .collect();
        let faulty = diagnostics.count(Level::Error) > 0;
        let outcome = if faulty { Outcome::Findings } else { Outcome::Found };
        outcome.once_shown(show(self.format, &checked.join(", "), catalog.as_ref(), &diagnostics))
    }
}

fn show(
    format: CheckFormat,
    checked: &str,
    catalog: Option<&Catalog>,
    diagnostics: &Diagnostics,
) -> Result<(), Failure> {
    let coverage = catalog.map(coverage::of).unwrap_or_default();
    let found = diagnostics.as_slice();
    let mut out = stdout();
    match format {
        CheckFormat::Json => {
            let diagnostics = found.iter().map(DiagnosticJson::new).collect();
            write_json(&mut out, &Document { diagnostics, coverage })?;
        }
        CheckFormat::Jsonl => write_jsonl(&mut out, found.iter().map(DiagnosticJson::new))?,
        CheckFormat::Sarif => write_json(&mut out, &sarif::log(found))?,
        CheckFormat::Text => {
            for diagnostic in found {
                write_text(&mut out, diagnostic)?;
            }
            if let Some(catalog) = catalog {
                writeln!(out, "{checked}: {}{}", counts(catalog), faults(diagnostics))?;
                write_where_more_is(&mut out, found)?;
                writeln!(out)?;
                coverage::write(&mut out, &coverage, width::of_text())?;
            } else {
                writeln!(out, "{}", diagnostics.summary())?;
                write_where_more_is(&mut out, found)?;
            }
        }
    }
    Ok(out.flush()?)
}

/// The lints that are on: the default ones, with `--lint`, without `--allow`.
fn lints(check: &Check) -> Lints {
    let all = |names: &[String]| names.iter().any(|name| name == "all");
    let mut lints = match (all(&check.allow), all(&check.lint)) {
        (true, _) => Lints::none(),
        (false, true) => Lints::all(),
        (false, false) => Lints::default(),
    };
    // A lint by its name counts for more than `all`.
    for lint in check.lint.iter().filter_map(|name| name.parse().ok()) {
        lints = lints.with(lint);
    }
    for lint in check.allow.iter().filter_map(|name| name.parse().ok()) {
        lints = lints.without(lint);
    }
    lints
}

/// How many entries there are, and how many additions of overlays.
fn counts(catalog: &Catalog) -> String {
    let entries = catalog.services.iter().flat_map(|service| &service.entries);
    let additions: usize = entries.clone().map(|entry| entry.additions.len()).sum();
    let plural = if additions == 1 { "" } else { "s" };
    let added = if additions > 0 { format!("{additions} addition{plural}, ") } else { String::new() };
    format!("{} entries, {added}", entries.count())
}

/// What is said of a catalog that has no errors.
fn faults(diagnostics: &Diagnostics) -> String {
    if diagnostics.is_empty() { "no faults".to_owned() } else { diagnostics.summary() }
}

/// Where a reader finds more about the first error, or else the first warning.
fn write_where_more_is(out: &mut impl Write, found: &[Diagnostic]) -> Result<(), Failure> {
    let is_error = |diagnostic: &&Diagnostic| diagnostic.level == Level::Error;
    if let Some(Diagnostic { kind, .. }) = found.iter().find(is_error).or(found.first()) {
        writeln!(out, "{DIM}`errcat check --explain {kind}` says more{DIM:#}")?;
    }
    Ok(())
}

/// The long form of a diagnostic, in colours.
fn write_text(out: &mut impl Write, diagnostic: &Diagnostic) -> Result<(), Failure> {
    let Diagnostic { level, kind, message, help, .. } = diagnostic;
    let style = if *level == Level::Error { ERROR } else { MARK };
    let place = diagnostic.place();
    writeln!(out, "{STRONG}{place}:{STRONG:#} {style}{level}[{kind}]{style:#}: {message}")?;
    let Some(excerpt) = diagnostic.excerpt() else {
        writeln!(out, "  {GOOD}help:{GOOD:#} {help}")?;
        return Ok(());
    };
    let number = diagnostic.line.to_string();
    let gutter = " ".repeat(number.len());
    writeln!(out, "{DIM}{gutter} |{DIM:#}")?;
    let blank = if excerpt.text.is_empty() { "" } else { " " };
    writeln!(out, "{DIM}{number} |{DIM:#}{blank}{}", excerpt.text)?;
    writeln!(out, "{DIM}{gutter} |{DIM:#} {style}{}{style:#}", excerpt.mark)?;
    writeln!(out, "{DIM}{gutter} ={DIM:#} {GOOD}help:{GOOD:#} {help}")?;
    Ok(())
}
