//! Who reads which block next.

use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use super::blocks::{Block, Blocks};
use super::input;

/// A block, and what was found in it.
pub(super) struct Work<S> {
    pub(super) block: Block,
    pub(super) scan: S,
}

/// Hands out blocks: those of the first input, and while somebody unpacks its next one, those of the inputs after it.
pub(super) struct Schedule<S> {
    state: Mutex<State<S>>,
    changed: Condvar,
    longest_line: usize,
    read: Arc<AtomicU64>,
}

/// How many blocks may be under way: beside the first input that has not ended, unpacked ones of those after it.
const AHEAD: u64 = 256;

struct State<S> {
    lanes: Vec<Lane>,
    /// All lanes before it have ended.
    first: usize,
    /// How many blocks of the first lane may be under way: enough to keep all threads busy.
    most: u64,
    /// How many blocks are handed out and not done.
    under_way: u64,
    /// Blocks that are done, to be used again.
    free: Vec<Work<S>>,
    stopped: bool,
}

/// An input.
struct Lane {
    path: String,
    reader: Reader,
    /// How many blocks were handed out, and how many are done.
    taken: u64,
    done: u64,
}

enum Reader {
    Closed,
    Idle(Box<Blocks>),
    /// With a thread. `packed`: it will take a while.
    Busy {
        packed: bool,
    },
    Ended,
}

impl<S: Default> Schedule<S> {
    pub(super) fn new(paths: &[String], longest_line: usize, threads: usize, read: Arc<AtomicU64>) -> Self {
        let lane = |path: &String| Lane { path: path.clone(), reader: Reader::Closed, taken: 0, done: 0 };
        let lanes = paths.iter().map(lane).collect();
        let most = 4 * threads as u64;
        let state = State { lanes, first: 0, most, under_way: 0, free: Vec::new(), stopped: false };
        Self { state: Mutex::new(state), changed: Condvar::new(), longest_line, read }
    }

    /// Reads the next block; `None` when there is none left.
    pub(super) fn next(&self) -> Option<Work<S>> {
        let mut state = self.lock();
        let (at, reader) = loop {
            if state.stopped || state.first == state.lanes.len() {
                return None;
            }
            if let Some(found) = state.take() {
                break found;
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        };
        let mut work = state.free.pop().unwrap_or_else(|| Work { block: Block::new(), scan: S::default() });
        state.under_way += 1;
        let lane = state.lanes.get_mut(at)?;
        (work.block.file, work.block.number) = (at, lane.taken);
        lane.taken += 1;
        let path = lane.path.clone();
        drop(state);
        // What is slow happens while the others go on.
        let reader = self.read(&path, reader, &mut work.block);
        let mut state = self.lock();
        if let Some(lane) = state.lanes.get_mut(at) {
            lane.reader = reader;
        }
        while state.lanes.get(state.first).is_some_and(|lane| matches!(lane.reader, Reader::Ended)) {
            state.first += 1;
        }
        drop(state);
        self.changed.notify_all();
        Some(work)
    }

    fn read(&self, path: &str, reader: Option<Box<Blocks>>, block: &mut Block) -> Reader {
        let mut reader = match reader.map_or_else(|| self.open(path), Ok) {
            Ok(reader) => reader,
            Err(error) => {
                block.clear();
                block.end = Some(Err(error));
                return Reader::Ended;
            }
        };
        reader.read(block);
        if block.end.is_some() { Reader::Ended } else { Reader::Idle(reader) }
    }

    fn open(&self, path: &str) -> std::io::Result<Box<Blocks>> {
        Ok(Box::new(Blocks::new(input::open(path, &self.read)?, self.longest_line)))
    }

    /// Takes back what is done.
    pub(super) fn give_back(&self, works: impl IntoIterator<Item = Work<S>>) {
        let mut state = self.lock();
        for mut work in works {
            work.block.shrink();
            if let Some(lane) = state.lanes.get_mut(work.block.file) {
                lane.done += 1;
            }
            state.under_way -= 1;
            state.free.push(work);
        }
        drop(state);
        self.changed.notify_all();
    }

    /// Hands out nothing more.
    pub(super) fn stop(&self) {
        self.lock().stopped = true;
        self.changed.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, State<S>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<S> State<S> {
    /// The input to read from, and its reader once it is open.
    fn take(&mut self) -> Option<(usize, Option<Box<Blocks>>)> {
        for (at, lane) in self.lanes.iter_mut().enumerate().skip(self.first) {
            let packed = match &lane.reader {
                Reader::Busy { packed: false } => return None,
                Reader::Busy { packed: true } | Reader::Ended => continue,
                Reader::Closed => false,
                Reader::Idle(blocks) => blocks.packed(),
            };
            // The first input must go on, or nobody would; the others may run ahead.
            if if at == self.first { lane.taken - lane.done >= self.most } else { self.under_way >= AHEAD } {
                continue;
            }
            return match std::mem::replace(&mut lane.reader, Reader::Busy { packed }) {
                Reader::Idle(blocks) => Some((at, Some(blocks))),
                _ => Some((at, None)),
            };
        }
        None
    }
}
