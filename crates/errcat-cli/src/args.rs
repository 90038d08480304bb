//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use errcat::{Class, Lang, Retry};

/// Cloud error codes, explained: what a code means, why it happened, what to do.
#[derive(Debug, Parser)]
#[command(
    name = "errcat",
    version,
    max_term_width = 100,
    disable_help_subcommand = true,
    arg_required_else_help = true
)]
#[command(after_help = "A bare code is explained: `errcat CSBS.6019`.\n\n\
    Exit status: 0 found; 1 nothing found or a code unknown; 2 wrong usage or unreadable input; 4 findings of `check` or changes that `diff` denies.")]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) verb: Verb,

    /// Language of causes and remedies [default: from the locale, else en]
    #[arg(long, global = true, value_parser = lang, value_name = "en|zh")]
    pub(crate) lang: Option<Lang>,

    /// Read these YAML files in place of the bundled catalog
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) catalog: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) color: Color,
}

/// When to colour.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct Color {
    /// When to colour the output
    #[arg(long, global = true, value_enum, default_value_t = When::Auto, value_name = "WHEN")]
    color: When,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum When {
    Auto,
    Always,
    Never,
}

impl Color {
    pub(crate) fn write_global(self) {
        match self.color {
            When::Auto => anstream::ColorChoice::Auto,
            When::Always => anstream::ColorChoice::Always,
            When::Never => anstream::ColorChoice::Never,
        }
        .write_global();
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// Say what codes mean, why they happen, and what to do
    Explain(Explain),
    /// Read error responses, logs or pasted text, and show causes and remedies
    Decode(Decode),
    /// Find the codes that a message may be of
    Match(MatchText),
    /// Search codes, messages, causes and remedies, in English and Chinese
    Search(Search),
    /// List the catalog, or the part that filters leave
    List(List),
    /// Write the whole catalog for other programs
    Export(Export),
    /// Check a folder of catalog files
    Check(Check),
    /// Say what changed between two catalogs, and what it means for users
    Diff(Diff),
}

#[derive(Debug, clap::Args)]
pub(crate) struct Explain {
    /// Codes, in any case, with or without the dot or brackets: CSBS.6019, csbs6019, [CSBS.6019]
    #[arg(required = true, value_name = "CODE")]
    pub(crate) codes: Vec<String>,

    #[command(flatten)]
    pub(crate) format: OutputFormat,
}

/// `--format` of the verbs that show entries.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct OutputFormat {
    /// Output format
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    Text,
    /// One JSON document
    Json,
    /// One JSON object a line
    Jsonl,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Decode {
    /// Files with bodies, `curl -i` dumps, JSON lines or logs; `-` for standard input
    #[arg(value_name = "FILE", default_value = "-")]
    pub(crate) files: Vec<String>,

    /// The HTTP status of the response
    #[arg(long, value_name = "STATUS", value_parser = clap::value_parser!(u16).range(100..=599))]
    pub(crate) status: Option<u16>,

    /// A header of the response, such as 'X-Request-Id: ...'
    #[arg(long, value_name = "NAME: VALUE")]
    pub(crate) header: Vec<String>,

    #[command(flatten)]
    pub(crate) format: OutputFormat,
}

#[derive(Debug, clap::Args)]
pub(crate) struct MatchText {
    /// The message
    #[arg(required = true, value_name = "TEXT")]
    pub(crate) text: Vec<String>,

    /// Only meanings of this code
    #[arg(long, value_name = "CODE")]
    pub(crate) code: Option<String>,

    #[command(flatten)]
    pub(crate) format: OutputFormat,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Search {
    /// What to look for: words, a code, a message, in English or Chinese
    #[arg(required = true, value_name = "WORDS")]
    pub(crate) words: Vec<String>,

    /// Show at most so many results
    #[arg(long, value_name = "COUNT", default_value_t = 10)]
    pub(crate) limit: usize,

    #[command(flatten)]
    pub(crate) filter: Filter,

    #[command(flatten)]
    pub(crate) format: OutputFormat,
}

#[derive(Debug, clap::Args)]
pub(crate) struct List {
    #[command(flatten)]
    pub(crate) filter: Filter,

    #[command(flatten)]
    pub(crate) format: OutputFormat,
}

/// Which entries are wanted. Values of one filter are alternatives; filters are joined by "and".
#[derive(Debug, Default, clap::Args)]
pub(crate) struct Filter {
    /// Only this service, by module name or code prefix
    #[arg(long, value_name = "SERVICE")]
    pub(crate) service: Vec<String>,

    /// Only this HTTP status
    #[arg(long, value_name = "STATUS", value_parser = clap::value_parser!(u16).range(100..=599))]
    pub(crate) status: Vec<u16>,

    /// Only this class
    #[arg(long, value_name = "CLASS", value_parser = clap::builder::PossibleValuesParser::new(Class::WORDS))]
    pub(crate) class: Vec<String>,

    /// Only with this retry
    #[arg(long, value_name = "RETRY", value_parser = clap::builder::PossibleValuesParser::new(Retry::WORDS))]
    pub(crate) retry: Vec<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Export {
    /// Output format
    #[arg(long, value_enum, default_value_t = ExportFormat::Json)]
    pub(crate) format: ExportFormat,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum ExportFormat {
    /// One document with services and entries
    Json,
    /// One entry a line
    Jsonl,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Check {
    /// The folder with the *.yaml files [default: catalog]
    #[arg(value_name = "DIR")]
    pub(crate) folder: Option<PathBuf>,

    /// Look for this too: a lint by its code, or `all`
    #[arg(long, value_name = "LINT", value_parser = clap::builder::PossibleValuesParser::new(lint_names()))]
    pub(crate) lint: Vec<String>,

    /// Do not look for this: a lint by its code, or `all`
    #[arg(long, value_name = "LINT", value_parser = clap::builder::PossibleValuesParser::new(lint_names()))]
    pub(crate) allow: Vec<String>,

    /// Take warnings for errors
    #[arg(long)]
    pub(crate) deny_warnings: bool,

    /// Output format
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub(crate) format: CheckFormat,
}

/// What `--lint` and `--allow` take.
fn lint_names() -> Vec<&'static str> {
    errcat_build::Lint::ALL.iter().map(|lint| lint.code()).chain(["all"]).collect()
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

#[derive(Debug, clap::Args)]
pub(crate) struct Diff {
    /// A folder with *.yaml files, or a git revision: REV or REV:path [default path: catalog]
    #[arg(value_name = "OLD")]
    pub(crate) old: PathBuf,

    /// The same, for what it is now
    #[arg(value_name = "NEW")]
    pub(crate) new: PathBuf,

    /// Output format
    #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
    pub(crate) format: DiffFormat,

    /// End with status 4 on changes of this level and above
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub(crate) deny: Option<Deny>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum DiffFormat {
    /// For people
    Text,
    /// One JSON document
    Json,
    /// For a changelog
    Markdown,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Deny {
    /// Programs that use the catalog may have to change
    Major,
    /// New things, and answers that were not promised
    Minor,
    /// Texts
    Patch,
}

fn lang(text: &str) -> Result<Lang, String> {
    text.parse().map_err(|error: errcat::UnknownName| error.to_string())
}

/// Options that take their value from the next argument, as far as they may stand before a bare code.
const VALUED: &[&str] = &["--lang", "--catalog", "--color", "--format"];

/// Puts `explain` in front of a bare code and of its options.
pub(crate) fn with_verb(mut args: Vec<OsString>) -> Vec<OsString> {
    let mut at = 1;
    while let Some(arg) = args.get(at).and_then(|arg| arg.to_str()) {
        if VALUED.contains(&arg) {
            at += 2;
        } else if arg.starts_with('-') {
            at += 1;
        } else {
            // Verbs have no digits; a code has.
            if arg.contains(|letter: char| letter.is_ascii_digit()) {
                args.insert(1, "explain".into());
            }
            break;
        }
    }
    args
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn command_line_is_consistent() {
        Args::command().debug_assert();
    }

    #[test]
    fn bare_code_is_explained() {
        let args = |line: &str| line.split(' ').map(OsString::from).collect::<Vec<_>>();
        assert_eq!(with_verb(args("errcat CSBS.6019")), args("errcat explain CSBS.6019"));
        assert_eq!(with_verb(args("errcat --lang zh CSBS.6019")), args("errcat explain --lang zh CSBS.6019"));
        assert_eq!(
            with_verb(args("errcat --format json CSBS.6019")),
            args("errcat explain --format json CSBS.6019")
        );
        assert_eq!(with_verb(args("errcat list --status 400")), args("errcat list --status 400"));
    }
}
