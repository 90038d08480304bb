//! `errcat man`: manual pages, made of what `--help` says.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Command, ValueHint};

use crate::context::Invocation;
use crate::folder::Folder;
use crate::outcome::{Failure, Outcome};

/// Write the manual pages
#[derive(Debug, clap::Args)]
pub(crate) struct Man {
    /// Write `errcat.1` and a page a verb to this folder; else `errcat.1` goes to standard output
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    out: Option<PathBuf>,
}

impl Man {
    /// Does what the arguments say.
    pub(super) fn run(&self, invocation: &Invocation<'_>) -> Result<Outcome, Failure> {
        let mut command = (invocation.command)().disable_help_subcommand(true);
        // Names pages and verbs `errcat-explain`, and gives verbs the options of the command.
        command.build();
        match &self.out {
            None => {
                let mut out = io::stdout().lock();
                out.write_all(&page(&command)?.1)?;
                out.flush()?;
            }
            Some(folder) => write_all(&command, folder)?,
        }
        Ok(Outcome::Found)
    }
}

fn write_all(command: &Command, path: &Path) -> Result<(), Failure> {
    let folder = Folder::new(path);
    folder.prepare()?;
    for command in std::iter::once(command).chain(command.get_subcommands()) {
        let (name, page) = page(command)?;
        folder.put(&name, &page, 0)?;
    }
    Ok(())
}

/// The name of a page, and the page. Its date is blank, so that it is the same whenever it is made.
fn page(command: &Command) -> Result<(String, Vec<u8>), Failure> {
    let version = concat!("errcat ", env!("CARGO_PKG_VERSION"));
    let man = clap_mangen::Man::new(command.clone()).manual("errcat manual").source(version).date(" ");
    let mut text = Vec::new();
    man.render(&mut text)?;
    Ok((man.get_filename(), text))
}
