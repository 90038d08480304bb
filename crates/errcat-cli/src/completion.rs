//! Tells shells which words may follow. The scripts that `errcat completions` prints call the command for that, so the
//! codes come from the catalog that `--catalog` on the line names.

use clap::{Command, CommandFactory};
use clap_complete::CompleteEnv;
use clap_complete::engine::SubcommandCandidates;

use crate::cli::Cli;
use crate::options::{COMPLETION_VARIABLE, bare_codes};

/// Prints what may follow, if a shell asks; returns whether one did.
pub(crate) fn complete() -> Result<bool, clap::Error> {
    let folder = std::env::current_dir().ok();
    CompleteEnv::with_factory(command)
        .var(COMPLETION_VARIABLE)
        .try_complete(std::env::args_os(), folder.as_deref())
}

/// The command, with codes in the place of a verb.
fn command() -> Command {
    Cli::command().allow_external_subcommands(true).add(SubcommandCandidates::new(bare_codes))
}
