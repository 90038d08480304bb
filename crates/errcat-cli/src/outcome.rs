//! How a run of the command ends.

use std::process::ExitCode;
use std::{fmt, io};

/// What the command found: its exit status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// What was asked for.
    Found,
    /// Nothing, or a code that the catalog does not know.
    NotFound,
    /// Faults in a catalog.
    Findings,
    /// What could be read; an input that could not has been reported.
    Unreadable,
}

impl Outcome {
    /// This outcome, also where the reader of the output has seen enough of it: a gate must fail all the same.
    pub(crate) fn once_shown(self, shown: Result<(), Failure>) -> Result<Self, Failure> {
        match shown {
            Err(failure) if !failure.is_closed_pipe() => Err(failure),
            _ => Ok(self),
        }
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Found => 0,
            Outcome::NotFound => 1,
            Outcome::Unreadable => 2,
            Outcome::Findings => 4,
        })
    }
}

/// Why the command could not do its work: exit status 2.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Input that cannot be read.
    Input(String, io::Error),
    /// Output that cannot be written.
    Output(io::Error),
    /// A file that cannot be written.
    File(String, io::Error),
    /// A use that makes no sense.
    Usage(String),
}

impl Failure {
    /// Whether the reader of the output has gone, which is no error.
    pub(crate) fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::Output(error.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Input(path, error) => write!(f, "cannot read {path}: {error}"),
            Self::File(path, error) => write!(f, "cannot write {path}: {error}"),
            Self::Output(error) => write!(f, "cannot write the result: {error}"),
            Self::Usage(message) => f.write_str(message),
        }
    }
}
