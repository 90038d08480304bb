//! The text passes through, and notes stand below its lines.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use errcat::{Code, Entry};

use super::notes_sink::Text;
use super::selection::Selection;
use super::tally::BlockTally;
use crate::context::Context;
use crate::meaning::Reader;
use crate::pipeline::{Block, Counter, Form};

/// When a code is explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// Below the line in which it occurs first.
    First,
    /// Below each line.
    Every,
    /// After all lines.
    End,
}

pub(super) struct Passing {
    context: Context,
    selection: Selection,
    pub(super) when: When,
    /// Whether codes that the catalog lacks are explained too.
    pub(super) unknown: bool,
    pub(super) seen: Arc<Seen>,
}

/// The entries that have been explained. Threads leave out what is so common that it would slow them.
pub(super) struct Seen(Vec<AtomicBool>);

impl Seen {
    pub(super) fn has(&self, entry: Entry) -> bool {
        self.0.get(entry.position()).is_some_and(|seen| seen.load(Ordering::Relaxed))
    }

    pub(super) fn add(&self, entry: Entry) {
        if let Some(seen) = self.0.get(entry.position()) {
            seen.store(true, Ordering::Relaxed);
        }
    }
}

/// A code that may have to be explained.
pub(super) struct Mark {
    /// Where it begins in the block.
    pub(super) at: usize,
    pub(super) what: What,
}

#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) enum What {
    /// The meaning that the line points to.
    Entry(Entry),
    /// A code with several meanings, and nothing tells which.
    AnyOf(Code),
    Unknown(String),
}

#[derive(Default)]
pub(super) struct Scan {
    pub(super) marks: Vec<Mark>,
    pub(super) tally: BlockTally,
    marked: HashSet<What>,
}

impl Passing {
    pub(super) fn new(context: &Context, selection: Selection, when: When, unknown: bool) -> Self {
        let seen = context.catalog.entries().map(|_| AtomicBool::new(false)).collect();
        Self { context: *context, selection, when, unknown, seen: Arc::new(Seen(seen)) }
    }

    fn mark(&self, code: Option<Code>, text: &str, meaning: impl FnOnce() -> Option<Entry>) -> Option<What> {
        let Some(code) = code else {
            return self.unknown.then(|| What::Unknown(text.to_owned()));
        };
        if self.when == When::First && code.entries().all(|entry| self.seen.has(entry)) {
            return None;
        }
        if code.entries().len() == 1 {
            return Some(What::Entry(code.entry()));
        }
        Some(meaning().map_or(What::AnyOf(code), What::Entry))
    }
}

impl Form for Passing {
    type Scan = Scan;
    type Sink = Text;

    fn scan(&self, block: &Block, scan: &mut Scan) -> usize {
        scan.marks.clear();
        scan.marked.clear();
        scan.tally.clear();
        let mut reader = Reader::new(self.context.catalog, block.bytes());
        let mut lines = Counter::new(block.bytes());
        let mut codes = 0;
        for (at, found) in self.selection.find(block) {
            codes += 1;
            scan.tally.add(lines.before(at), &found);
            if self.when == When::End {
                continue;
            }
            let meaning = || {
                let meaning = reader.meaning(at, &found);
                meaning.entry.filter(|_| meaning.sure)
            };
            let Some(what) = self.mark(found.code(), found.as_str(), meaning) else { continue };
            if self.when == When::Every || scan.marked.insert(what.clone()) {
                scan.marks.push(Mark { at, what });
            }
        }
        scan.tally.end(lines.all());
        codes
    }
}
