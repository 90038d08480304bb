//! Puts inputs, threads and output together, and watches over them.

use std::num::NonZero;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::Duration;
use std::{io, thread};

use super::order::Order;
use super::progress::Progress;
use super::schedule::{Job, Schedule};
use super::{BlockScanner, Sink};
use crate::input::FileName;
use crate::outcome::{Failure, Outcome};

/// What is read, and how.
pub(crate) struct Settings {
    /// Files, and `-` for standard input.
    pub(crate) files: Vec<FileName>,
    /// How many threads; one per core unless set.
    pub(crate) threads: Option<NonZero<usize>>,
    /// Longer lines are looked at in pieces.
    pub(crate) longest_line: usize,
}

/// How often the progress is shown, and threads are looked after.
const TICK: Duration = Duration::from_millis(100);
/// More threads per core than this only take memory.
const THREADS_PER_CORE: usize = 4;

/// What all threads share.
struct Shared<S: BlockScanner, K: Sink<Findings = S::Findings>> {
    scanner: S,
    schedule: Schedule<S::Findings>,
    order: Order<K>,
    progress: Progress,
    found: AtomicU64,
}

enum Event {
    /// A thread has no more to do.
    Ended(Result<(), Failure>),
    Interrupted,
}

/// Reads all inputs. An interrupt ends it with what there is so far; a second one ends it at once.
pub(crate) fn read<S: BlockScanner, K: Sink<Findings = S::Findings>>(
    settings: Settings,
    scanner: S,
    sink: K,
) -> Result<Outcome, Failure> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let threads = settings.threads.map_or(cores, NonZero::get).min(cores.saturating_mul(THREADS_PER_CORE));
    let read = Arc::new(AtomicU64::new(0));
    let shared = Arc::new(Shared {
        scanner,
        schedule: Schedule::new(&settings.files, settings.longest_line, threads, Arc::clone(&read)),
        progress: Progress::new(&settings.files, read),
        order: Order::new(settings.files, sink),
        found: AtomicU64::new(0),
    });
    let (sender, events) = mpsc::channel();
    // Before anything is written: whoever has seen output may interrupt.
    watch_interrupts(sender.clone());
    // Where the system allows fewer threads, those do the work that there are.
    let workers: Vec<_> = (0..threads).map_while(|_| spawn(&shared, &sender).ok()).collect();
    if workers.is_empty() {
        drop(events);
        let worked = work(&shared);
        shared.progress.clear();
        worked?;
        return shared.order.finish(false);
    }
    let watched = Watch { events: &events, workers: &workers, ended: 0 }.until_done(&shared);
    shared.schedule.stop();
    shared.progress.clear();
    let interrupted = watched?;
    // A thread that waits for input is left alone: it ends with the process.
    shared.order.finish(interrupted)
}

/// Looks after the threads.
struct Watch<'w> {
    events: &'w Receiver<Event>,
    workers: &'w [JoinHandle<()>],
    /// How many of the threads have told that they are done.
    ended: usize,
}

impl Watch<'_> {
    /// Waits until all threads are done, or the user interrupts. Returns whether this was so.
    fn until_done<S: BlockScanner, K: Sink<Findings = S::Findings>>(
        mut self,
        shared: &Shared<S, K>,
    ) -> Result<bool, Failure> {
        while self.ended < self.workers.len() {
            if self.next()? {
                self.deliver_rests(shared)?;
                return Ok(true);
            }
            shared.progress.show(shared.found.load(Ordering::Relaxed));
        }
        Ok(false)
    }

    /// Waits for an event, but not for long. Returns whether the user interrupts.
    fn next(&mut self) -> Result<bool, Failure> {
        let stopped = self.workers.iter().filter(|worker| worker.is_finished()).count();
        match self.events.recv_timeout(TICK) {
            Ok(Event::Ended(ended)) => {
                ended?;
                self.ended += 1;
                Ok(false)
            }
            Ok(Event::Interrupted) => Ok(true),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) if stopped > self.ended => {
                Err(Failure::Output(io::Error::other("a thread has stopped")))
            }
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => Ok(false),
        }
    }

    /// Has what was read of incomplete lines scanned and written, as if the streams had ended.
    fn deliver_rests<S: BlockScanner, K: Sink<Findings = S::Findings>>(
        &mut self,
        shared: &Shared<S, K>,
    ) -> Result<(), Failure> {
        shared.schedule.stop();
        for block in shared.schedule.take_rests(K::ORDERED) {
            finish(shared, Job::new(block))?;
        }
        while !shared.schedule.wait_for_streams(K::ORDERED, TICK) {
            self.next()?;
        }
        Ok(())
    }
}

fn spawn<S: BlockScanner, K: Sink<Findings = S::Findings>>(
    shared: &Arc<Shared<S, K>>,
    sender: &Sender<Event>,
) -> io::Result<JoinHandle<()>> {
    let (shared, sender) = (Arc::clone(shared), sender.clone());
    thread::Builder::new().spawn(move || {
        // The receiver is gone when the process is about to end.
        let _ = sender.send(Event::Ended(work(&shared)));
    })
}

fn work<S: BlockScanner, K: Sink<Findings = S::Findings>>(shared: &Shared<S, K>) -> Result<(), Failure> {
    while let Some(job) = shared.schedule.next() {
        finish(shared, job)?;
    }
    Ok(())
}

/// Scans a block that has been read, and delivers what was found.
fn finish<S: BlockScanner, K: Sink<Findings = S::Findings>>(
    shared: &Shared<S, K>,
    mut job: Job<S::Findings>,
) -> Result<(), Failure> {
    let found = shared.scanner.scan(&job.block, &mut job.findings);
    shared.found.fetch_add(found as u64, Ordering::Relaxed);
    shared.schedule.scanned(&mut job);
    shared.schedule.give_back(shared.order.deliver(job, |report| shared.progress.report(report))?);
    Ok(())
}

fn watch_interrupts(sender: Sender<Event>) {
    // Once the handler is set, the signal no longer ends the process: there must be a thread to listen to it.
    if thread::Builder::new().spawn(|| {}).is_err() {
        return;
    }
    let mut before = false;
    let handler = move || {
        // Without a receiver, nobody is left who could finish the output.
        if std::mem::replace(&mut before, true) || sender.send(Event::Interrupted).is_err() {
            std::process::exit(130);
        }
    };
    // Where it cannot be set, an interrupt ends the process as it always does.
    let _ = ctrlc::set_handler(handler);
}
