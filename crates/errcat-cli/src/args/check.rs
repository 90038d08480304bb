//! `errcat check`.

use std::path::PathBuf;

use clap::ValueEnum;
use errcat::Lang;

#[derive(Debug, clap::Args)]
pub(crate) struct Check {
    /// The folder with the *.yaml files [default: catalog]
    #[arg(value_name = "DIR")]
    pub(crate) folder: Option<PathBuf>,

    /// Languages in which every text is due [default: en,zh]
    #[arg(long, value_delimiter = ',', value_parser = super::lang, value_name = "en,zh")]
    pub(crate) languages: Option<Vec<Lang>>,

    /// Look for this too: a lint by its code, or `all`
    #[arg(long, value_name = "LINT", value_parser = clap::builder::PossibleValuesParser::new(lint_names()))]
    pub(crate) lint: Vec<String>,

    /// Do not look for this: a lint by its code, or `all`
    #[arg(long, value_name = "LINT", value_parser = clap::builder::PossibleValuesParser::new(lint_names()))]
    pub(crate) allow: Vec<String>,

    /// Take warnings for errors
    #[arg(long)]
    pub(crate) deny_warnings: bool,

    /// Say more of a diagnostic: what it means, an example, what to do
    #[arg(
        long,
        value_name = "CODE",
        value_parser = clap::builder::PossibleValuesParser::new(codes()),
        hide_possible_values = true,
        conflicts_with_all = ["folder", "lint", "allow", "deny_warnings", "format"]
    )]
    pub(crate) explain: Option<String>,

    /// Output format
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub(crate) format: CheckFormat,
}

/// What `--lint` and `--allow` take.
fn lint_names() -> Vec<&'static str> {
    errcat_build::Lint::ALL.iter().map(|lint| lint.code()).chain(["all"]).collect()
}

/// What `--explain` takes.
fn codes() -> impl Iterator<Item = &'static str> {
    errcat_build::CODES.iter().map(|code| code.code)
}

/// `--format` of `check`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    /// For people
    Text,
    /// One JSON document
    Json,
    /// One JSON object a line
    Jsonl,
    /// SARIF 2.1.0, for code scanning
    Sarif,
}
