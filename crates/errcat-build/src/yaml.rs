//! Reads catalog files into trees of values, and finds where a value is in its file when there is something to say
//! about it.

mod file;
mod limits;
mod positions;
mod source;
mod tree;
mod unreadable;
mod values;

pub(crate) use file::{File, Place};
pub(crate) use source::{Links, Source, read};
pub(crate) use tree::{Mapping, Node, Value};
