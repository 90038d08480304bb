//! `errcat completions`.

use clap::ValueEnum;

#[derive(Debug, clap::Args)]
pub(crate) struct Completions {
    /// The shell to write the script for
    pub(crate) shell: Shell,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Shell {
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
