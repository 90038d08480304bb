//! The command `errcat`.

mod cli;
mod completion;
mod context;
mod folder;
mod formats;
mod input;
mod limits;
mod lookup;
mod meaning;
mod options;
mod outcome;
mod output;
mod pipeline;
mod present;
mod search;
mod source;
mod text;
mod verbs;

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;
use cli::Cli;
use outcome::Outcome;

fn main() -> ExitCode {
    match completion::complete() {
        Ok(false) => {}
        Ok(true) => return ExitCode::SUCCESS,
        Err(error) => return say(&error),
    }
    let cli = match Cli::try_parse_from(cli::with_verb(std::env::args_os().collect())) {
        Ok(cli) => cli,
        Err(answer) => return say(&answer),
    };
    cli.color.write_global();
    match cli.run() {
        Ok(outcome) => outcome.into(),
        Err(failure) if failure.is_closed_pipe() => Outcome::Found.into(),
        Err(failure) => {
            output::report(&failure);
            ExitCode::from(2)
        }
    }
}

/// Shows help, version, or what is wrong with the arguments, which may hold anything.
fn say(answer: &clap::Error) -> ExitCode {
    let text = answer.render();
    // As below, nothing is left to be done when it cannot be written.
    if answer.use_stderr() {
        let _ = write!(output::stderr(), "{}", text.ansi());
        return ExitCode::from(2);
    }
    let mut out = output::stdout();
    let _ = write!(out, "{}", text.ansi()).and_then(|()| out.flush());
    ExitCode::SUCCESS
}
