//! How long each stage took, for `cargo build -vv`.

use std::fmt;
use std::time::{Duration, Instant};

/// Measures the stages of a compilation.
#[derive(Debug)]
pub(crate) struct Stopwatch {
    last: Instant,
    stages: Vec<(&'static str, Duration)>,
}

impl Stopwatch {
    pub(crate) fn start() -> Self {
        Self { last: Instant::now(), stages: Vec::new() }
    }

    /// What was done since the last stage ended.
    pub(crate) fn did(&mut self, stage: &'static str) {
        let now = Instant::now();
        self.stages.push((stage, now - self.last));
        self.last = now;
    }
}

impl fmt::Display for Stopwatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all: Duration = self.stages.iter().map(|(_, time)| *time).sum();
        write!(f, "{} ms", all.as_millis())?;
        for (at, (stage, time)) in self.stages.iter().enumerate() {
            write!(f, "{} {stage} {}", if at == 0 { ":" } else { "," }, time.as_millis())?;
        }
        Ok(())
    }
}
