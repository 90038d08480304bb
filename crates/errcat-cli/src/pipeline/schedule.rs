//! Says which block is read next, and by whom.
//!
//! Each input is in one of four states:
//!
//! | state    | is                         | a thread that asks for a job                                        |
//! | -------- | -------------------------- | ------------------------------------------------------------------- |
//! | `Closed` | not opened yet             | opens it and reads its first block: `Busy` meanwhile                |
//! | `Idle`   | between two blocks         | reads its next block: `Busy` meanwhile                              |
//! | `Busy`   | with a thread that reads   | looks at the inputs after it if this one is compressed; else waits  |
//! | `Ended`  | read to its end, or failed | looks at the inputs after it                                        |
//!
//! Inputs are looked at in their order, from the first that has not ended, so that a plain file is read as fast as one
//! thread can while the others scan, and compressed files are unpacked side by side.
//!
//! What is under way is bounded by bytes: blocks that are scanned, or wait for their turn to be written, with what was
//! found in them. The first input that has not ended may have some blocks for each thread under way, and always one: its
//! blocks wait for nobody, so the run goes on. The inputs after it, whose blocks wait for those of the first, may run
//! ahead until all together take [`AHEAD`] bytes. Each thread can exceed this by one block, which is as long as the
//! longest line.

use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::BlockFindings;
use super::blocks::{Block, Blocks, End, Rest, SIZE};
use crate::input::{self, FileName};

/// A block, and what was found in it.
pub(super) struct Job<F> {
    pub(super) block: Block,
    pub(super) findings: F,
    /// How many bytes of memory it is known to take.
    size: usize,
}

/// Hands out jobs.
pub(super) struct Schedule<F> {
    state: Mutex<State<F>>,
    changed: Condvar,
    longest_line: usize,
    read: Arc<AtomicU64>,
}

/// How many bytes may be under way when an input that is not the first is read.
const AHEAD: usize = 64 << 20;
/// How many blocks of the first input may be under way for each thread: enough to keep all of them busy.
const PER_THREAD: usize = 4;
/// Findings that take more memory than this are not used again.
const KEPT: usize = 1 << 20;

struct State<F> {
    inputs: Vec<Input>,
    /// All inputs before it have ended.
    first: usize,
    /// How many bytes of the first input may be under way, and how many of all inputs are.
    most: usize,
    under_way: usize,
    /// Jobs that are done, to be used again.
    free: Vec<Job<F>>,
    most_free: usize,
    stopped: bool,
}

/// An input.
struct Input {
    name: FileName,
    reader: Reader,
    rest: Arc<Rest>,
    /// How many blocks were handed out, and how many are done.
    taken: u64,
    done: u64,
    /// How many bytes of it are under way.
    under_way: usize,
}

enum Reader {
    Closed,
    Idle(Box<Blocks>),
    Busy { is_packed: bool },
    Ended,
}

impl<F: BlockFindings> Job<F> {
    pub(super) fn new(block: Block) -> Self {
        Self { block, findings: F::default(), size: 0 }
    }
}

impl<F: BlockFindings> Schedule<F> {
    pub(super) fn new(files: &[FileName], longest_line: usize, threads: usize, read: Arc<AtomicU64>) -> Self {
        let input = |name: &FileName| Input {
            name: name.clone(),
            reader: Reader::Closed,
            rest: Arc::default(),
            taken: 0,
            done: 0,
            under_way: 0,
        };
        let most_free = PER_THREAD * threads;
        let state = State {
            inputs: files.iter().map(input).collect(),
            first: 0,
            most: (most_free * SIZE).min(AHEAD),
            under_way: 0,
            free: Vec::new(),
            most_free,
            stopped: false,
        };
        Self { state: Mutex::new(state), changed: Condvar::new(), longest_line, read }
    }

    /// Reads the next block; `None` when none is left.
    pub(super) fn next(&self) -> Option<Job<F>> {
        let mut state = self.lock();
        let (at, reader) = loop {
            if state.stopped || state.first == state.inputs.len() {
                return None;
            }
            if let Some(found) = state.take() {
                break found;
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        };
        let mut job = state.free.pop().unwrap_or_else(|| Job::new(Block::new()));
        let input = state.inputs.get_mut(at)?;
        (job.block.file, job.block.number) = (at, input.taken);
        input.taken += 1;
        let (name, rest) = (input.name.clone(), Arc::clone(&input.rest));
        job.size = 0;
        state.weigh(&mut job);
        drop(state);
        // What is slow happens while the others go on.
        let reader = self.read(&name, rest, reader, &mut job.block)?;
        let mut state = self.lock();
        state.weigh(&mut job);
        if let Some(input) = state.inputs.get_mut(at) {
            input.reader = reader;
        }
        while state.inputs.get(state.first).is_some_and(|input| matches!(input.reader, Reader::Ended)) {
            state.first += 1;
        }
        drop(state);
        self.changed.notify_all();
        Some(job)
    }

    /// Reads a block; `None` if the run has been interrupted.
    fn read(
        &self,
        name: &FileName,
        rest: Arc<Rest>,
        reader: Option<Box<Blocks>>,
        block: &mut Block,
    ) -> Option<Reader> {
        let open = || {
            let source = input::open(name, &self.read)?;
            Ok(Box::new(Blocks::new(source, self.longest_line, rest)))
        };
        let mut reader = match reader.map_or_else(open, Ok) {
            Ok(reader) => reader,
            Err(error) => {
                block.clear();
                block.end = Some(End::Failed(error));
                return Some(Reader::Ended);
            }
        };
        if !reader.read(block) {
            return None;
        }
        Some(if block.end.is_some() { Reader::Ended } else { Reader::Idle(reader) })
    }

    /// Counts what was found in a block.
    pub(super) fn scanned(&self, job: &mut Job<F>) {
        self.lock().weigh(job);
    }

    /// Takes back what is done.
    pub(super) fn give_back(&self, jobs: impl IntoIterator<Item = Job<F>>) {
        let mut state = self.lock();
        for job in jobs {
            state.take_back(job);
        }
        drop(state);
        self.changed.notify_all();
    }

    /// Hands out nothing more.
    pub(super) fn stop(&self) {
        self.lock().stopped = true;
        self.changed.notify_all();
    }

    /// Ends the reading of streams, and returns what was read of their lines that are not complete. If the order of the
    /// inputs counts, that is of the first one alone.
    pub(super) fn take_rests(&self, ordered: bool) -> Vec<Block> {
        let state = self.lock();
        let rest = |(file, input): (usize, &Input)| input.rest.take(file);
        state.streams(ordered).filter_map(rest).collect()
    }

    /// Waits until all blocks that were read of streams have been delivered, but not longer than this. Returns whether
    /// they have.
    pub(super) fn wait_for_streams(&self, ordered: bool, longest: Duration) -> bool {
        let is_done =
            |state: &State<F>| state.streams(ordered).all(|(_, input)| input.done >= input.rest.blocks());
        let mut state = self.lock();
        if !is_done(&state) {
            state = self.changed.wait_timeout(state, longest).unwrap_or_else(PoisonError::into_inner).0;
        }
        is_done(&state)
    }

    fn lock(&self) -> MutexGuard<'_, State<F>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<F: BlockFindings> State<F> {
    /// Takes the input to read from, and its reader once it is open.
    fn take(&mut self) -> Option<(usize, Option<Box<Blocks>>)> {
        for (at, input) in self.inputs.iter_mut().enumerate().skip(self.first) {
            let is_packed = match &input.reader {
                Reader::Busy { is_packed: false } => return None,
                Reader::Busy { is_packed: true } | Reader::Ended => continue,
                Reader::Closed => false,
                Reader::Idle(blocks) => blocks.is_packed(),
            };
            let is_full = if at == self.first {
                input.taken > input.done && input.under_way >= self.most
            } else {
                self.under_way >= AHEAD
            };
            if is_full {
                continue;
            }
            return match std::mem::replace(&mut input.reader, Reader::Busy { is_packed }) {
                Reader::Idle(blocks) => Some((at, Some(blocks))),
                _ => Some((at, None)),
            };
        }
        None
    }

    /// The streams whose blocks can be delivered: if the order of the inputs counts, none after the first that has not
    /// ended.
    fn streams(&self, ordered: bool) -> impl Iterator<Item = (usize, &Input)> {
        let last = if ordered { self.first } else { self.inputs.len() };
        self.inputs.iter().enumerate().take(last.saturating_add(1)).filter(|(_, input)| input.rest.is_live())
    }

    /// Counts the bytes that a job takes by now.
    fn weigh(&mut self, job: &mut Job<F>) {
        let size = job.block.size() + job.findings.size();
        self.count(job.block.file, job.size, size);
        job.size = size;
    }

    /// Counts bytes that are under way: so many in place of so many.
    fn count(&mut self, file: usize, before: usize, now: usize) {
        self.under_way = self.under_way - before + now;
        if let Some(input) = self.inputs.get_mut(file) {
            input.under_way = input.under_way - before + now;
        }
    }

    fn take_back(&mut self, mut job: Job<F>) {
        self.count(job.block.file, job.size, 0);
        if let Some(input) = self.inputs.get_mut(job.block.file) {
            input.done += 1;
        }
        if self.free.len() < self.most_free {
            job.block.shrink();
            if job.findings.size() > KEPT {
                job.findings = F::default();
            }
            self.free.push(job);
        }
    }
}
