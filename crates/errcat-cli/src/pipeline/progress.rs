//! How far it is: a line on standard error, where that is a terminal.

use std::fs;
use std::io::{self, IsTerminal};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use indicatif::{ProgressBar, ProgressStyle};

use super::order::Report;
use crate::input::FileName;
use crate::output;

const STYLE: &str = "{bytes} of {total_bytes}  {bytes_per_sec}  {eta} left  {msg}";

pub(super) struct Progress {
    bar: ProgressBar,
    read: Arc<AtomicU64>,
}

impl Progress {
    /// Shown if all inputs are files, and nothing else is written to the terminal.
    pub(super) fn new(files: &[FileName], read: Arc<AtomicU64>) -> Self {
        let size = |name: &FileName| {
            fs::metadata(name.path()).ok().filter(fs::Metadata::is_file).map(|file| file.len())
        };
        let total: Option<u64> = files.iter().map(size).sum();
        let alone = io::stderr().is_terminal() && !io::stdout().is_terminal();
        let bar = match total.filter(|_| alone) {
            Some(total) => ProgressBar::new(total),
            None => ProgressBar::hidden(),
        };
        if let Ok(style) = ProgressStyle::with_template(STYLE) {
            bar.set_style(style);
        }
        Self { bar, read }
    }

    pub(super) fn show(&self, found: u64) {
        self.bar.set_position(self.read.load(Ordering::Relaxed));
        self.bar.set_message(format!("{found} codes"));
    }

    pub(super) fn clear(&self) {
        self.bar.finish_and_clear();
    }

    /// Reports what there is to say of an input, on a line of its own.
    pub(super) fn report(&self, report: &Report) {
        self.bar.suspend(|| match report {
            Report::Failure(failure) => output::report(failure),
            Report::Warning(text) => output::warn(text),
        });
    }
}
