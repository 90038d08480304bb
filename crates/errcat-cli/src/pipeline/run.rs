//! Puts readers, threads and output together, and watches over them.

use std::num::NonZero;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::time::Duration;
use std::{io, thread};

use super::Form;
use super::order::Order;
use super::progress::Progress;
use super::schedule::Schedule;
use crate::outcome::{Failure, Outcome};

/// What is read, and how.
pub(crate) struct Settings {
    /// Files, and `-` for standard input.
    pub(crate) files: Vec<String>,
    /// How many threads; all cores unless said.
    pub(crate) threads: Option<NonZero<usize>>,
    /// Longer lines are looked at in pieces.
    pub(crate) longest_line: usize,
    /// Whether to show how far it is.
    pub(crate) progress: bool,
}

/// How often the progress is shown, and threads are looked after.
const TICK: Duration = Duration::from_millis(100);

/// What all threads have.
struct Shared<F: Form> {
    form: F,
    schedule: Schedule<F::Scan>,
    order: Order<F::Sink>,
    progress: Progress,
    found: AtomicU64,
}

enum Event {
    /// A thread has no more to do.
    Ended(Result<(), Failure>),
    Interrupted,
}

/// Reads all inputs. An interrupt ends it with what there is so far; a second one ends it at once.
pub(crate) fn read<F: Form>(settings: Settings, form: F, sink: F::Sink) -> Result<Outcome, Failure> {
    let threads = settings.threads.or_else(|| thread::available_parallelism().ok());
    let threads = threads.map_or(1, NonZero::get);
    let read = Arc::new(AtomicU64::new(0));
    let shared = Arc::new(Shared {
        form,
        schedule: Schedule::new(&settings.files, settings.longest_line, threads, Arc::clone(&read)),
        progress: Progress::new(settings.progress, &settings.files, read),
        order: Order::new(settings.files, sink),
        found: AtomicU64::new(0),
    });
    let (sender, events) = mpsc::channel();
    watch_interrupts(sender.clone());
    let workers: Vec<_> = (0..threads).map(|_| spawn(&shared, &sender)).collect();
    let mut ended = 0;
    let mut interrupted = false;
    while ended < workers.len() && !interrupted {
        let stopped = workers.iter().filter(|worker| worker.is_finished()).count();
        match events.recv_timeout(TICK) {
            Ok(Event::Ended(Ok(()))) => ended += 1,
            Ok(Event::Ended(Err(failure))) => {
                shared.progress.clear();
                return Err(failure);
            }
            Ok(Event::Interrupted) => interrupted = true,
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) if stopped > ended => {
                return Err(Failure::Output(io::Error::other("a thread has stopped")));
            }
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                shared.progress.show(shared.found.load(Ordering::Relaxed));
            }
        }
    }
    shared.schedule.stop();
    shared.progress.clear();
    // A thread that waits for input is left alone: it ends with the process.
    shared.order.finish(interrupted)
}

fn spawn<F: Form>(shared: &Arc<Shared<F>>, sender: &Sender<Event>) -> thread::JoinHandle<()> {
    let (shared, sender) = (Arc::clone(shared), sender.clone());
    thread::spawn(move || {
        // The receiver is gone when the process is about to end.
        let _ = sender.send(Event::Ended(work(&shared)));
    })
}

fn work<F: Form>(shared: &Shared<F>) -> Result<(), Failure> {
    while let Some(mut work) = shared.schedule.next() {
        let found = shared.form.scan(&work.block, &mut work.scan);
        shared.found.fetch_add(found as u64, Ordering::Relaxed);
        let report = |failure: &Failure| shared.progress.report(failure);
        shared.schedule.give_back(shared.order.deliver(work, report)?);
    }
    Ok(())
}

fn watch_interrupts(sender: Sender<Event>) {
    let mut before = false;
    let handler = move || {
        if std::mem::replace(&mut before, true) {
            std::process::exit(130);
        }
        // As above.
        let _ = sender.send(Event::Interrupted);
    };
    // Where it cannot be set, an interrupt ends the process as it always does.
    let _ = ctrlc::set_handler(handler);
}
