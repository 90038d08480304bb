//! The command `errcat`.

mod args;
mod cmd;
mod json;
mod lookup;
mod outcome;
mod page;
mod source;
mod words;

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

use args::Args;
use outcome::{Failure, Outcome};

fn main() -> ExitCode {
    let args = Args::parse_from(args::with_verb(std::env::args_os().collect()));
    args.color.write_global();
    match cmd::run(&args) {
        Ok(outcome) => outcome.into(),
        Err(failure) if failure.is_closed_pipe() => Outcome::Found.into(),
        Err(failure) => {
            report(&failure);
            ExitCode::from(2)
        }
    }
}

fn report(failure: &Failure) {
    let style = anstyle::AnsiColor::Red.on_default().bold();
    // Nothing is left to be done when standard error is closed too.
    let _ = writeln!(anstream::stderr(), "{style}error:{style:#} {failure}");
}
