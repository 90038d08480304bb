//! Runs the benchmarks and writes `docs/benchmarks.md`: `cargo bench-report`, from the root of the project.

mod criterion;
mod document;
mod machine;
mod process;
mod rustc;
mod sections;
mod table;
mod target;
mod temporary;

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Parser;

use crate::document::Document;
use crate::sections::Section;

/// Measures errcat beside its peers, and writes the page of figures.
#[derive(Debug, Parser)]
struct Args {
    /// Measures these sections alone; the others of the page stay as they are.
    #[arg(long, value_enum, value_name = "SECTION")]
    only: Vec<Section>,
    /// How large the logs of `annotate` are, in bytes: 100M, 1G.
    #[arg(long, value_name = "SIZE", default_value = "1G", value_parser = bytes)]
    log_size: usize,
    /// The page.
    #[arg(long, value_name = "FILE", default_value = "docs/benchmarks.md")]
    out: PathBuf,
}

/// A size with a suffix K, M or G, which are powers of 1024.
fn bytes(text: &str) -> Result<usize> {
    let (number, shift) = match text.char_indices().last() {
        Some((at, 'K' | 'k')) => (&text[..at], 10),
        Some((at, 'M' | 'm')) => (&text[..at], 20),
        Some((at, 'G' | 'g')) => (&text[..at], 30),
        _ => (text, 0),
    };
    let number: usize = number.parse().context("write a number of bytes, such as 100M")?;
    number.checked_mul(1 << shift).context("that is more than this machine can count")
}

fn main() -> Result<()> {
    // Cargo calls this program in place of rustc where a section asks what rustc costs.
    if let Some(log) = rustc::log() {
        return rustc::run(&log);
    }
    let args = Args::parse();
    std::env::set_current_dir(process::root()).context("cannot enter the root of the project")?;
    let mut document = Document::read(&args.out)?;
    for section in Section::all().filter(|section| args.only.is_empty() || args.only.contains(section)) {
        eprintln!("== {}", section.title());
        let body =
            section.measure(args.log_size).with_context(|| format!("section `{}`", section.title()))?;
        document.set(section.title(), &format!("{}\n\n{}", body.trim(), machine::stamp()?));
        // What was measured is kept, also where a later section fails.
        document.write(&args.out)?;
    }
    eprintln!("wrote {}", args.out.display());
    Ok(())
}
