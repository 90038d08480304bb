//! Which codes of a text are explained, and where.

use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, Ordering};

use errcat::{Catalog, CodeRef, Entry};

use super::tally::BlockTally;
use crate::pipeline::BlockFindings;

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

/// A code that may have to be explained.
pub(super) struct Mark {
    /// Where it begins in the block.
    pub(super) at: usize,
    pub(super) meaning: Marked,
}

/// What is explained.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) enum Marked {
    /// The meaning that the line points to.
    Entry(Entry),
    /// A code with several meanings, and nothing tells which.
    AnyOf(CodeRef),
    Unknown(String),
}

/// The marks of a block, and its codes.
#[derive(Default)]
pub(super) struct Marks {
    pub(super) list: Vec<Mark>,
    pub(super) tally: BlockTally,
    /// What has a mark in the block already, where one is enough.
    once: HashSet<Marked>,
}

impl BlockFindings for Marks {
    fn size(&self) -> usize {
        // An unknown code is a text of its own, in both places.
        let mark = size_of::<Mark>() + 16;
        self.list.capacity() * mark + self.once.capacity() * mark + self.tally.size()
    }
}

impl Marks {
    pub(super) fn clear(&mut self) {
        self.list.clear();
        self.once.clear();
        self.tally.clear();
    }

    /// Adds a mark.
    pub(super) fn add(&mut self, at: usize, meaning: Marked) {
        self.list.push(Mark { at, meaning });
    }

    /// Adds a mark, unless the block has it already.
    pub(super) fn add_once(&mut self, at: usize, meaning: Marked) {
        if self.once.insert(meaning.clone()) {
            self.add(at, meaning);
        }
    }
}

/// The entries that have been explained. Threads leave out what is so common that it would slow them.
pub(super) struct Explained(Vec<AtomicBool>);

impl Explained {
    pub(super) fn new(catalog: &'static Catalog) -> Self {
        Self(catalog.entries().map(|_| AtomicBool::new(false)).collect())
    }

    pub(super) fn has(&self, entry: Entry) -> bool {
        self.0.get(entry.position()).is_some_and(|explained| explained.load(Ordering::Relaxed))
    }

    pub(super) fn add(&self, entry: Entry) {
        if let Some(explained) = self.0.get(entry.position()) {
            explained.store(true, Ordering::Relaxed);
        }
    }
}
