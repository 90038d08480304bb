//! The evidence of a body, by its parts.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::sync::Arc;
use alloc::vec::Vec;

use super::codes::CodeList;
use super::summary::{Item, Summary};

/// What is known of a body.
#[derive(Debug)]
pub(crate) struct Evidence<'t> {
    pub(crate) parts: Vec<Part<'t>>,
    /// The codes of all trees.
    pub(crate) codes: CodeList,
    /// The first messages of trees.
    pub(crate) messages: Vec<Arc<str>>,
}

/// A part of a body.
#[derive(Debug)]
pub(crate) enum Part<'t> {
    Prose(Cow<'t, str>),
    /// Nothing, if the tree says nothing.
    Tree(Option<Box<Tree>>),
}

/// What a tree says.
#[derive(Debug)]
pub(crate) struct Tree {
    pub(crate) summary: Summary,
    /// The items of arrays that have a code which is not just a number.
    pub(crate) items: Vec<Arc<Item>>,
    pub(crate) codes: CodeList,
}

impl Evidence<'_> {
    /// Returns the trees that say something, each with its place among the parts.
    pub(crate) fn trees(&self) -> impl Iterator<Item = (usize, &Tree)> + Clone {
        self.parts.iter().enumerate().filter_map(|(at, part)| match part {
            Part::Tree(tree) => Some((at, tree.as_deref()?)),
            Part::Prose(_) => None,
        })
    }
}
