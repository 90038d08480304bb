//! Brings what the threads found back into the order of the input.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::Sink;
use super::schedule::Work;
use crate::outcome::{Failure, Outcome};

/// Results that wait for their turn, and where they go.
pub(super) struct Order<K: Sink> {
    state: Mutex<State<K>>,
    paths: Vec<String>,
}

pub(super) struct State<K: Sink> {
    sink: K,
    /// Whether an input could not be read to its end.
    failed: bool,
    /// Whether the sink has ended its output, and takes nothing more.
    finished: bool,
    waiting: BTreeMap<(usize, u64), Work<K::Scan>>,
    /// The first input that is not done, and the next block of each.
    first: usize,
    next: Vec<u64>,
}

impl<K: Sink> Order<K> {
    pub(super) fn new(paths: Vec<String>, sink: K) -> Self {
        let next = vec![0; paths.len()];
        let state = State { sink, failed: false, finished: false, waiting: BTreeMap::new(), first: 0, next };
        Self { state: Mutex::new(state), paths }
    }

    fn lock(&self) -> MutexGuard<'_, State<K>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Ends the output. A thread that is done later finds nobody to take its result.
    pub(super) fn finish(&self, interrupted: bool) -> Result<Outcome, Failure> {
        let mut state = self.lock();
        state.finished = true;
        let outcome = state.sink.finish(interrupted)?;
        Ok(if state.failed { Outcome::Unreadable } else { outcome })
    }

    /// Gives a result to the sink, if it is its turn, and those that waited for it. Returns what is done.
    ///
    /// `report` is told of an input that could not be read.
    pub(super) fn deliver(
        &self,
        work: Work<K::Scan>,
        report: impl Fn(&Failure),
    ) -> Result<Vec<Work<K::Scan>>, Failure> {
        let mut done = Vec::new();
        let mut state = self.lock();
        if state.finished {
            return Ok(vec![work]);
        }
        let mut file = work.block.file;
        state.waiting.insert((file, work.block.number), work);
        loop {
            let next = state.next.get(file).copied().unwrap_or(0);
            let turn = file == state.first || !K::ORDERED;
            let Some(mut work) = turn.then(|| state.waiting.remove(&(file, next))).flatten() else { break };
            state.sink.take(&work.block, &mut work.scan)?;
            if work.block.live {
                state.sink.flush()?;
            }
            if let Some(next) = state.next.get_mut(file) {
                *next += 1;
            }
            if let Some(end) = work.block.end.take() {
                if let Err(error) = end {
                    state.failed = true;
                    let path = self.paths.get(file).map_or("", String::as_str);
                    let name = if path == "-" { "standard input" } else { path };
                    report(&Failure::Input(name.to_owned(), error));
                }
                state.first += usize::from(K::ORDERED);
                file += 1;
            }
            done.push(work);
        }
        Ok(done)
    }
}
