//! `errcat man`: manual pages, made of what `--help` says.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use clap::{Command, CommandFactory};

use crate::args::{self, Args};
use crate::outcome::{Failure, Outcome};

pub(super) fn run(man: &args::Man) -> Result<Outcome, Failure> {
    let mut command = Args::command().disable_help_subcommand(true);
    // Names pages and verbs `errcat-explain`, and gives verbs the options of the command.
    command.build();
    match &man.out {
        None => {
            let mut out = io::stdout().lock();
            out.write_all(&page(&command)?.1)?;
            out.flush()?;
        }
        Some(folder) => write_all(&command, folder)?,
    }
    Ok(Outcome::Found)
}

fn write_all(command: &Command, folder: &Path) -> Result<(), Failure> {
    let fault = |path: &Path, error| Failure::File(path.display().to_string(), error);
    fs::create_dir_all(folder).map_err(|error| fault(folder, error))?;
    for command in std::iter::once(command).chain(command.get_subcommands()) {
        let (name, page) = page(command)?;
        let path = folder.join(name);
        fs::write(&path, page).map_err(|error| fault(&path, error))?;
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
