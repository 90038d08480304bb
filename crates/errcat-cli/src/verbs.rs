//! The verbs, one per file: the arguments of a verb and what it does. To add one, write its file, declare it here, and
//! add a row to the table.

mod annotate;
mod check;
mod completions;
mod decode;
mod diff;
mod docs;
mod explain;
mod export;
mod list;
mod man;
mod match_text;
mod schema;
mod search;
mod unknown;

use clap::Subcommand;

use crate::context::Invocation;
use crate::outcome::{Failure, Outcome};

macro_rules! verbs {
    ($($name:ident => $verb:ty,)*) => {
        /// A verb with its arguments.
        #[derive(Debug, Subcommand)]
        pub(crate) enum Verb {
            $($name($verb),)*
        }

        impl Verb {
            /// Does what the arguments say.
            pub(crate) fn run(&self, invocation: &Invocation<'_>) -> Result<Outcome, Failure> {
                match self {
                    $(Self::$name(verb) => verb.run(invocation),)*
                }
            }
        }
    };
}

// In the order in which `--help` lists them.
verbs! {
    Explain => explain::Explain,
    Decode => decode::Decode,
    Annotate => annotate::Annotate,
    Unknown => unknown::Unknown,
    Match => match_text::MatchText,
    Search => search::Search,
    List => list::List,
    Export => export::Export,
    Docs => docs::Docs,
    Check => check::Check,
    Diff => diff::Diff,
    Completions => completions::Completions,
    Man => man::Man,
    Schema => schema::Schema,
}
