//! The sections of the page, in their order.

mod annotate;
mod build;
mod decode;
mod find;
mod format;
mod lookup;
mod match_message;
mod scale;
mod start;

use anyhow::Result;
use clap::ValueEnum;

/// A section of the page.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum Section {
    /// A code by its text
    Lookup,
    /// A message from its template
    Format,
    /// A template by its message
    Match,
    /// Codes in a log, in memory
    Find,
    /// Responses to codes
    Decode,
    /// `errcat annotate` on log files
    Annotate,
    /// Catalogs of 5,000 to 100,000 codes
    Scale,
    /// A clean build
    Build,
    /// Start and size of programs
    Start,
}

impl Section {
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        Self::value_variants().iter().copied()
    }

    /// Its heading.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Lookup => "Lookup: a code by its text",
            Self::Format => "Format: a message from its template",
            Self::Match => "Match: a template by its message",
            Self::Find => "Find: codes in a log, in memory",
            Self::Decode => "Decode: responses to codes",
            Self::Annotate => "Annotate: codes in log files",
            Self::Scale => "Scale: large catalogs",
            Self::Build => "Build: what a dependency costs",
            Self::Start => "Start and size",
        }
    }

    /// Measures, and says in Markdown what was found.
    pub(crate) fn measure(self, log_size: usize) -> Result<String> {
        match self {
            Self::Lookup => lookup::measure(),
            Self::Format => format::measure(),
            Self::Match => match_message::measure(),
            Self::Find => find::measure(),
            Self::Decode => decode::measure(),
            Self::Annotate => annotate::measure(log_size),
            Self::Scale => scale::measure(),
            Self::Build => build::measure(),
            Self::Start => start::measure(),
        }
    }
}
