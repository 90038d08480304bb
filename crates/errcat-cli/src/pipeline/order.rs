//! Brings what the threads found back into the order of the input.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::Sink;
use super::blocks::End;
use super::schedule::Job;
use crate::input::FileName;
use crate::outcome::{Failure, Outcome};

/// Jobs that wait for their turn, and where they go.
pub(super) struct Order<K: Sink> {
    state: Mutex<State<K>>,
    files: Vec<FileName>,
}

struct State<K: Sink> {
    sink: K,
    /// Whether an input could not be read to its end.
    failed: bool,
    /// Whether the sink has ended its output, and takes nothing more.
    finished: bool,
    waiting: BTreeMap<(usize, u64), Job<K::Findings>>,
    /// The first input that is not done, and the next block of each.
    first: usize,
    next: Vec<u64>,
}

/// What there is to say of an input.
pub(super) enum Report {
    Failure(Failure),
    Warning(String),
}

impl<K: Sink> Order<K> {
    pub(super) fn new(files: Vec<FileName>, sink: K) -> Self {
        let next = vec![0; files.len()];
        let state = State { sink, failed: false, finished: false, waiting: BTreeMap::new(), first: 0, next };
        Self { state: Mutex::new(state), files }
    }

    fn lock(&self) -> MutexGuard<'_, State<K>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Ends the output. The result of a thread that is done later is dropped.
    pub(super) fn finish(&self, interrupted: bool) -> Result<Outcome, Failure> {
        let mut state = self.lock();
        state.finished = true;
        let outcome = state.sink.finish(interrupted)?;
        Ok(if state.failed { Outcome::Unreadable } else { outcome })
    }

    /// Passes a job to the sink if it is its turn, and those that waited for it. Returns the jobs that are done.
    ///
    /// What there is to say of an input that has ended is passed to `report`.
    pub(super) fn deliver(
        &self,
        job: Job<K::Findings>,
        report: impl Fn(&Report),
    ) -> Result<Vec<Job<K::Findings>>, Failure> {
        let mut done = Vec::new();
        let mut state = self.lock();
        if state.finished {
            return Ok(vec![job]);
        }
        let mut file = job.block.file;
        state.waiting.insert((file, job.block.number), job);
        loop {
            let next = state.next.get(file).copied().unwrap_or(0);
            let turn = file == state.first || !K::ORDERED;
            let Some(mut job) = turn.then(|| state.waiting.remove(&(file, next))).flatten() else { break };
            state.sink.take(&job.block, &mut job.findings)?;
            if job.block.live {
                state.sink.flush()?;
            }
            if let Some(next) = state.next.get_mut(file) {
                *next += 1;
            }
            if let Some(end) = job.block.end.take() {
                let name = self.files.get(file).map_or_else(String::new, FileName::described);
                match end {
                    End::Read(None) => {}
                    End::Read(Some(warning)) => report(&Report::Warning(format!("{name}: {warning}"))),
                    End::Failed(error) => {
                        state.failed = true;
                        report(&Report::Failure(Failure::Input(name, error)));
                    }
                }
                state.first += usize::from(K::ORDERED);
                file += 1;
            }
            done.push(job);
        }
        Ok(done)
    }
}
