//! How far it is: a line on standard error, where that is a terminal.

use std::fs;
use std::io::{self, IsTerminal};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use indicatif::{ProgressBar, ProgressStyle};

use crate::outcome::Failure;
use crate::output;

const STYLE: &str = "{bytes} of {total_bytes}  {bytes_per_sec}  {eta} left  {msg}";

pub(super) struct Progress {
    bar: ProgressBar,
    read: Arc<AtomicU64>,
}

impl Progress {
    /// Shown if it is wanted, all inputs are files, and nothing else is written to the terminal.
    pub(super) fn new(wanted: bool, paths: &[String], read: Arc<AtomicU64>) -> Self {
        let size =
            |path: &String| fs::metadata(path).ok().filter(fs::Metadata::is_file).map(|file| file.len());
        let total: Option<u64> = paths.iter().map(size).sum();
        let alone = io::stderr().is_terminal() && !io::stdout().is_terminal();
        let bar = match total.filter(|_| wanted && alone) {
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

    /// Says what could not be read, on a line of its own.
    pub(super) fn report(&self, failure: &Failure) {
        self.bar.suspend(|| output::report(failure));
    }
}
