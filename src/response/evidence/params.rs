//! Lists of arguments in responses.

use alloc::boxed::Box;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::response::body::{Scalar, Sink};
use crate::response::limits;

/// An argument as a response lists it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Param {
    One(Box<str>),
    Many(Vec<Box<str>>),
}

/// Reads an array of arguments. Those that are arrays are lists; objects and deeper arrays are empty.
#[derive(Debug)]
pub(crate) struct ParamReader {
    params: Vec<Param>,
    depth: usize,
    /// Whether the innermost collection is an argument that is a list.
    in_list: bool,
    /// How many values may follow.
    left: usize,
}

impl ParamReader {
    /// Returns a reader that keeps so many values at most. The value that it reads has been opened if `open` is set.
    pub(crate) fn new(most: usize, open: bool) -> Self {
        Self { params: Vec::new(), depth: usize::from(open), in_list: false, left: most }
    }

    /// Returns whether the array has ended.
    pub(crate) fn is_done(&self) -> bool {
        self.depth == 0
    }

    pub(crate) fn params(self) -> Arc<[Param]> {
        self.params.into()
    }

    /// Takes a text that is the only argument.
    pub(crate) fn only(&mut self, value: &str) {
        self.push(value);
    }

    fn push(&mut self, value: &str) {
        let Some(left) = self.left.checked_sub(1) else { return };
        self.left = left;
        let value = limits::cut(value, limits::TEXT).into();
        match self.params.last_mut() {
            Some(Param::Many(values)) if self.in_list => values.push(value),
            _ => self.params.push(Param::One(value)),
        }
    }
}

impl Sink for ParamReader {
    fn open(&mut self, _: &str, object: bool) {
        if self.depth == 1 && !object && self.left > 0 {
            self.left -= 1;
            self.params.push(Param::Many(Vec::new()));
            self.in_list = true;
        } else if self.depth == 1 || (self.depth == 2 && self.in_list) {
            self.push("");
        }
        self.depth += 1;
    }

    fn scalar(&mut self, _: &str, value: Scalar<'_>) {
        if (self.depth == 1 || (self.depth == 2 && self.in_list)) && self.left > 0 {
            self.push(&value.said().unwrap_or_default());
        }
    }

    fn close(&mut self) {
        self.depth -= 1;
        self.in_list &= self.depth > 1;
    }
}
