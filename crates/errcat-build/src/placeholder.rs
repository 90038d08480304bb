//! Placeholders in messages. `grammar` says how they are written, and `scan` finds them in a text.

mod grammar;
mod scan;
#[cfg(test)]
mod tests;

pub(crate) use grammar::{Argument, Dialect};
pub use grammar::{escape, examples};
pub(crate) use scan::{MOST_PLACEHOLDERS, Piece, Placeholder, marker_matters, scan};
