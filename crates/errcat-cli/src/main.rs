//! The command `errcat`.

mod args;
mod cmd;
mod completion;
mod input;
mod logs;
mod lookup;
mod outcome;
mod page;
mod screen;
mod search;
mod source;
mod words;

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

use args::Args;
use outcome::Outcome;

fn main() -> ExitCode {
    match completion::answer() {
        Ok(false) => {}
        Ok(true) => return ExitCode::SUCCESS,
        Err(error) => return say(&error),
    }
    let args = match Args::try_parse_from(args::with_verb(std::env::args_os().collect())) {
        Ok(args) => args,
        Err(answer) => return say(&answer),
    };
    args.color.write_global();
    match cmd::run(&args) {
        Ok(outcome) => outcome.into(),
        Err(failure) if failure.is_closed_pipe() => Outcome::Found.into(),
        Err(failure) => {
            failure.report();
            ExitCode::from(2)
        }
    }
}

/// Shows help, version, or what is wrong with the arguments, which may hold anything.
fn say(answer: &clap::Error) -> ExitCode {
    let text = answer.render();
    // As below, nothing is left to be done when it cannot be written.
    if answer.use_stderr() {
        let _ = write!(screen::stderr(), "{}", text.ansi());
        return ExitCode::from(2);
    }
    let mut out = screen::stdout();
    let _ = write!(out, "{}", text.ansi()).and_then(|()| out.flush());
    ExitCode::SUCCESS
}
