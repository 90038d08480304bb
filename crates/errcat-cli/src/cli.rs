//! The command line as a whole: the verbs, and the options that all of them share.

use std::ffi::OsString;

use clap::{CommandFactory, Parser};
use errcat::Lang;

use crate::context::Invocation;
use crate::options::{CatalogOptions, Color, lang};
use crate::outcome::{Failure, Outcome};
use crate::verbs::Verb;

/// Cloud error codes, explained: what a code means, why it happened, what to do.
#[derive(Debug, Parser)]
#[command(name = "errcat", version, max_term_width = 100, arg_required_else_help = true)]
#[command(after_help = "A bare code is explained: `errcat CSBS.6019`.\n\n\
    Exit status: 0 found; 1 nothing found or a code unknown; 2 wrong usage or unreadable input; 4 findings of `check` or changes that `diff` denies.")]
pub(crate) struct Cli {
    #[command(subcommand)]
    verb: Verb,

    /// Language of causes and remedies [default: from the locale, else en]
    #[arg(long, global = true, value_parser = lang, value_name = "en|zh")]
    lang: Option<Lang>,

    #[command(flatten)]
    catalog: CatalogOptions,

    #[command(flatten)]
    pub(crate) color: Color,
}

impl Cli {
    /// Runs the verb.
    pub(crate) fn run(&self) -> Result<Outcome, Failure> {
        self.verb.run(&Invocation { catalog: &self.catalog, lang: self.lang, command: Self::command })
    }
}

/// Options that take their value from the next argument, as far as they may precede a verb or a bare code.
const VALUED: &[&str] = &["--lang", "--catalog", "--overlay", "--color", "--format"];

/// Options that are about the command as a whole, and end the options of a verb.
const ALONE: &[&str] = &["-h", "--help", "-V", "--version", "--"];

/// Puts the verb first, `explain` in front of a bare code. Of options that may be repeated, clap would forget those before
/// the verb where there are more behind it.
pub(crate) fn with_verb(mut args: Vec<OsString>) -> Vec<OsString> {
    let (mut at, mut moves) = (1, true);
    while let Some(arg) = args.get(at).and_then(|arg| arg.to_str()) {
        if VALUED.contains(&arg) {
            at += 2;
        } else if arg.starts_with('-') {
            moves &= !ALONE.contains(&arg);
            at += 1;
        } else {
            // Verbs are words of small letters; most codes are not.
            if arg.contains(|char: char| !char.is_ascii_lowercase()) {
                args.insert(1, "explain".into());
            } else if moves {
                let verb = args.remove(at);
                args.insert(1, verb);
            }
            break;
        }
    }
    args
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn command_line_is_consistent() {
        Cli::command().debug_assert();
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
        for code in ["PAY.CLOSED", "card_declined", "PAY-1001", "NoSuchBucket", "1045"] {
            assert_eq!(with_verb(args(&format!("errcat {code}"))), args(&format!("errcat explain {code}")));
        }
        assert_eq!(with_verb(args("errcat --overlay o PAY.1")), args("errcat explain --overlay o PAY.1"));
        assert_eq!(with_verb(args("errcat list --status 400")), args("errcat list --status 400"));
    }

    #[test]
    fn the_verb_is_first() {
        let args = |line: &str| line.split(' ').map(OsString::from).collect::<Vec<_>>();
        let first = args("errcat list --catalog a --lang=zh --catalog b");
        assert_eq!(with_verb(args("errcat --catalog a --lang=zh list --catalog b")), first);
        for as_it_is in ["errcat --help list", "errcat -V list", "errcat -- list", "errcat --catalog list"] {
            assert_eq!(with_verb(args(as_it_is)), args(as_it_is));
        }
    }
}
