//! `errcat completions`: a script for a shell, which asks the command for the words that may follow.

use std::io::{self, Write};

use clap::ValueEnum;
use clap_complete::env::Shells;

use crate::context::Invocation;
use crate::options::COMPLETION_VARIABLE;
use crate::outcome::{Failure, Outcome};

/// Write a completion script for a shell, with codes and their names
#[derive(Debug, clap::Args)]
pub(crate) struct Completions {
    /// The shell to write the script for
    shell: Shell,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Shell {
    /// In `~/.bashrc`: source <(errcat completions bash)
    Bash,
    /// In `~/.zshrc`, after compinit: source <(errcat completions zsh)
    Zsh,
    /// In `~/.config/fish/config.fish`: errcat completions fish | source
    Fish,
    /// In `~/.config/elvish/rc.elv`: eval (errcat completions elvish | slurp)
    Elvish,
    /// In `$PROFILE`: errcat completions powershell | Out-String | Invoke-Expression
    Powershell,
}

impl Completions {
    /// Does what the arguments say.
    pub(super) fn run(&self, _: &Invocation<'_>) -> Result<Outcome, Failure> {
        let name = match self.shell {
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
        shell.write_registration(COMPLETION_VARIABLE, "errcat", "errcat", "errcat", &mut script)?;
        let mut out = io::stdout().lock();
        out.write_all(&script)?;
        out.flush()?;
        Ok(Outcome::Found)
    }
}
