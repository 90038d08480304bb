//! What is open while a body is read, and what it has said so far.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use super::pick::Order;
use super::summary::Summary;

/// A collection, or a string that is read.
pub(crate) struct Frame {
    pub(crate) holds: Holds,
    /// Where what it says belongs in the frame around it.
    pub(crate) group: usize,
    pub(crate) order: Order,
    pub(crate) starts_item: bool,
    /// Nothing is allocated for what says nothing.
    pub(crate) said: Option<Box<Said>>,
}

pub(crate) enum Holds {
    Members,
    Items,
    /// The items of an array under the key of a code: one alone is the code.
    Codes {
        order: Order,
        sole: Option<String>,
        count: usize,
    },
    /// Trees in a string.
    Trees,
}

/// What an object says itself, and what is in it says, by the group.
#[derive(Default)]
pub(crate) struct Said {
    pub(crate) own: Summary,
    pub(crate) nested: Vec<(usize, Summary)>,
}

impl Said {
    pub(crate) fn group(&mut self, group: usize) -> &mut Summary {
        let at = self.nested.binary_search_by_key(&group, |(known, _)| *known).unwrap_or_else(|at| {
            self.nested.insert(at, (group, Summary::default()));
            at
        });
        &mut self.nested[at].1
    }

    pub(crate) fn summary(self) -> Summary {
        let mut summary = self.own;
        summary.complete();
        self.nested.into_iter().for_each(|(_, nested)| summary.then(nested));
        summary
    }
}

impl Frame {
    pub(crate) fn said(&mut self) -> &mut Said {
        self.said.get_or_insert_with(Box::default)
    }
}
