//! `errcat check`: what is wrong with a folder of catalog files, and what is suspicious.

mod coverage;
mod explain;
mod sarif;

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use errcat::Lang;
use errcat_build::model::Catalog;
use errcat_build::{Checked, Config, Diagnostic, Diagnostics, Level, Lint, Lints};
use serde::Serialize;

use crate::context::Invocation;
use crate::options::lang;
use crate::outcome::{Failure, Outcome};
use crate::output::{note, stdout, write_json, write_jsonl};
use crate::present::terminal::{DIM, ERROR, GOOD, MARK, STRONG};
use crate::source::{self, Origin};
use crate::text::width;

use coverage::Coverage;

/// Check a folder of catalog files
#[derive(Debug, clap::Args)]
pub(crate) struct Check {
    /// The folder with the *.yaml files [default: the project's, else catalog]
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,

    /// Languages in which every text is required [default: those of `catalog.yaml`, else en,zh]
    #[arg(long, value_delimiter = ',', value_parser = lang, value_name = "en,zh")]
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
        let overlays = &invocation.catalog.overlay[..];
        let (folders, with_bundled) = self.subject(invocation)?;
        // What cannot be read is no finding.
        let read: Vec<&Path> = folders.iter().chain(overlays).map(PathBuf::as_path).collect();
        for folder in &read {
            std::fs::read_dir(folder).map_err(|error| Failure::Input(folder.display().to_string(), error))?;
        }
        let (catalog, diagnostics) = match &folders[..] {
            [folder] if !with_bundled => {
                let checked = source::overlaid(self.config(folder), overlays).check();
                (checked.catalog, checked.diagnostics)
            }
            folders => self.check_each(folders, with_bundled, overlays),
        };
        let checked: Vec<String> = read.iter().map(|folder| folder.display().to_string()).collect();
        let faulty = diagnostics.count(Level::Error) > 0;
        let outcome = if faulty { Outcome::Findings } else { Outcome::Found };
        outcome.once_shown(show(self.format, &checked.join(", "), catalog.as_ref(), &diagnostics))
    }

    /// Returns the folders that are checked, and whether overlays are laid over the bundled catalog too, as they are for
    /// every verb.
    fn subject(&self, invocation: &Invocation<'_>) -> Result<(Vec<PathBuf>, bool), Failure> {
        let options = invocation.catalog;
        if let Some(folder) = &self.folder {
            if options.catalog.is_empty() {
                return Ok((vec![folder.clone()], false));
            }
            let help = "give the folder once: `check DIR` or `check --catalog DIR`";
            return Err(Failure::Usage(help.to_owned()));
        }
        let origins = source::origins(options);
        let mut folders: Vec<PathBuf> =
            origins.iter().filter_map(Origin::folder).map(Path::to_owned).collect();
        let with_bundled = !options.overlay.is_empty() && origins.contains(&Origin::Bundled);
        if folders.is_empty() && !with_bundled {
            folders.push(PathBuf::from(FOLDER));
        }
        Ok((folders, with_bundled))
    }

    /// Checks catalogs one by one, and the overlays over all of them.
    fn check_each(
        &self,
        folders: &[PathBuf],
        with_bundled: bool,
        overlays: &[PathBuf],
    ) -> (Option<Catalog>, Diagnostics) {
        let (mut catalogs, mut diagnostics) = (Vec::new(), Diagnostics::default());
        for folder in folders {
            let checked = self.config(folder).check();
            diagnostics.append(checked.diagnostics);
            catalogs.extend(checked.catalog.map(|catalog| (Origin::Folder(folder.clone()), catalog)));
        }
        if catalogs.len() < folders.len() {
            // What overlays add to may be what is faulty.
            return (None, diagnostics);
        }
        if with_bundled {
            catalogs.push((Origin::Bundled, source::bundled()));
        }
        let (catalog, notes) = source::merge(catalogs);
        for text in &notes {
            note(text);
        }
        let Checked { catalog, diagnostics: of_overlays, .. } = if self.no_follow_links {
            catalog.overlaid_without_links(overlays)
        } else {
            catalog.overlaid(overlays)
        };
        diagnostics.append(of_overlays);
        (catalog, diagnostics)
    }

    /// The settings of a check: what the arguments say counts for more than `catalog.yaml`.
    fn config(&self, folder: &Path) -> Config {
        let config = Config::new(folder).deny_warnings(self.deny_warnings);
        let config = self.languages.iter().cloned().fold(config, Config::languages);
        self.lints(config).follow_links(!self.no_follow_links)
    }

    /// The lints that are on: those of the catalog, with `--lint`, without `--allow`.
    fn lints(&self, config: Config) -> Config {
        let all = |names: &[String]| names.iter().any(|name| name == "all");
        let named =
            |names: &[String]| -> Vec<Lint> { names.iter().filter_map(|name| name.parse().ok()).collect() };
        let config = match (all(&self.allow), all(&self.lint)) {
            (true, _) => config.lints(Lints::none()),
            (false, true) => config.lints(Lints::all()),
            (false, false) => config,
        };
        // A lint by its name counts for more than `all`.
        let config = named(&self.lint).into_iter().fold(config, Config::warn);
        named(&self.allow).into_iter().fold(config, Config::allow)
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
