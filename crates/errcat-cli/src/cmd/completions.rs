//! `errcat completions`: a script for a shell, which asks the command for the words that may follow.

use std::io::{self, Write};

use clap_complete::env::Shells;

use crate::args::{Completions, Shell};
use crate::completion::VARIABLE;
use crate::outcome::{Failure, Outcome};

pub(super) fn run(completions: &Completions) -> Result<Outcome, Failure> {
    let name = match completions.shell {
        Shell::Bash => "bash",
        Shell::Zsh => "zsh",
        Shell::Fish => "fish",
        Shell::Elvish => "elvish",
        Shell::Powershell => "powershell",
    };
    let mut script = Vec::new();
    let shells = Shells::builtins();
    let Some(shell) = shells.completer(name) else {
        return Err(Failure::Usage(format!("completions for {name} are not built in")));
    };
    shell.write_registration(VARIABLE, "errcat", "errcat", "errcat", &mut script)?;
    let mut out = io::stdout().lock();
    out.write_all(&script)?;
    out.flush()?;
    Ok(Outcome::Found)
}
