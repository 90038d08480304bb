//! The command line: the verbs, one a file, and what they share.

mod annotate;
mod check;
mod color;
mod completions;
mod decode;
mod diff;
mod docs;
mod explain;
mod export;
mod filter;
mod format;
mod list;
mod man;
mod match_text;
mod schema;
mod search;
mod unknown;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueHint};
use errcat::Lang;

pub(crate) use annotate::Annotate;
pub(crate) use check::{Check, CheckFormat};
use color::Color;
pub(crate) use completions::{Completions, Shell};
pub(crate) use decode::Decode;
pub(crate) use diff::{Deny, Diff, DiffFormat};
pub(crate) use docs::Docs;
pub(crate) use explain::Explain;
pub(crate) use export::{Export, ExportFormat};
pub(crate) use filter::Filter;
pub(crate) use format::{Format, OutputFormat};
pub(crate) use list::List;
pub(crate) use man::Man;
pub(crate) use match_text::MatchText;
pub(crate) use schema::{Kind as SchemaKind, Schema};
pub(crate) use search::Search;
pub(crate) use unknown::Unknown;

/// Cloud error codes, explained: what a code means, why it happened, what to do.
#[derive(Debug, Parser)]
#[command(name = "errcat", version, max_term_width = 100, arg_required_else_help = true)]
#[command(after_help = "A bare code is explained: `errcat CSBS.6019`.\n\n\
    Exit status: 0 found; 1 nothing found or a code unknown; 2 wrong usage or unreadable input; 4 findings of `check` or changes that `diff` denies.")]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) verb: Verb,

    /// Language of causes and remedies [default: from the locale, else en]
    #[arg(long, global = true, value_parser = lang, value_name = "en|zh")]
    pub(crate) lang: Option<Lang>,

    /// Read these YAML files in place of the bundled catalog
    #[arg(long, global = true, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) catalog: Option<PathBuf>,

    /// Add what the overlays of this folder say: runbooks, owners, severities, remedies, translations; may be repeated
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) overlay: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) color: Color,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// Say what codes mean, why they happen, and what to do
    Explain(Explain),
    /// Read error responses, logs or pasted text, and show causes and remedies
    Decode(Decode),
    /// Say in logs what their codes mean, as fast as they can be read
    Annotate(Annotate),
    /// Collect the codes of logs that the catalog lacks, as entries to fill in
    Unknown(Unknown),
    /// Find the codes that a message may be of
    Match(MatchText),
    /// Search codes, messages, causes and remedies, in English and Chinese
    Search(Search),
    /// List the catalog, or the part that filters leave
    List(List),
    /// Write the catalog, or the part that filters leave, for other programs
    Export(Export),
    /// Make the catalog a site of plain files, a page a code, in both languages
    Docs(Docs),
    /// Check a folder of catalog files
    Check(Check),
    /// Say what changed between two catalogs, and what it means for users
    Diff(Diff),
    /// Write a completion script for a shell, with codes and their names
    Completions(Completions),
    /// Write the manual pages
    Man(Man),
    /// Write the JSON Schema of catalog or overlay files, for editors and validators
    Schema(Schema),
}

fn lang(text: &str) -> Result<Lang, String> {
    text.parse().map_err(|error: errcat::UnknownName| error.to_string())
}

/// Options that take their value from the next argument, as far as they may stand before a bare code.
const VALUED: &[&str] = &["--lang", "--catalog", "--overlay", "--color", "--format"];

/// Puts `explain` in front of a bare code and of its options.
pub(crate) fn with_verb(mut args: Vec<OsString>) -> Vec<OsString> {
    let mut at = 1;
    while let Some(arg) = args.get(at).and_then(|arg| arg.to_str()) {
        if VALUED.contains(&arg) {
            at += 2;
        } else if arg.starts_with('-') {
            at += 1;
        } else {
            // Verbs have no digits and no dots; a code has.
            if arg.contains(|letter: char| letter.is_ascii_digit() || letter == '.') {
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
        assert_eq!(with_verb(args("errcat PAY.CLOSED")), args("errcat explain PAY.CLOSED"));
        assert_eq!(with_verb(args("errcat --overlay o PAY.1")), args("errcat explain --overlay o PAY.1"));
        assert_eq!(with_verb(args("errcat list --status 400")), args("errcat list --status 400"));
    }
}
