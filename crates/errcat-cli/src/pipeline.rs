//! Reads logs of any size on all cores, and keeps what is made of them in the order of the input.
//!
//! The way of the data: `input` opens a file and unpacks it, `blocks` cuts it into whole lines, `schedule` says who
//! reads which block next, a [`Form`] looks at each block on whatever thread has it, `order` hands the results to a
//! [`Sink`] one after another, and `run` puts these together. Memory is bounded by the number of blocks under way.

mod blocks;
mod input;
mod lines;
mod order;
mod output;
mod progress;
mod run;
mod schedule;
mod zstd;

use std::io;

use crate::outcome::{Failure, Outcome};

pub(crate) use blocks::Block;
pub(crate) use lines::{Counter, line_at};
pub(crate) use output::Output;
pub(crate) use run::{Settings, read};

/// Longer lines are looked at in pieces, where nothing has to be seen as a whole.
pub(crate) const LONGEST_LINE: usize = 1 << 20;

/// What is looked for in a block. It is shared by all threads.
pub(crate) trait Form: Send + Sync + 'static {
    /// What is found in a block; used again for the next one.
    type Scan: Default + Send + 'static;
    /// Where it goes.
    type Sink: Sink<Scan = Self::Scan>;

    /// Looks at a block, without regard to the blocks before it. Returns how many codes it found.
    fn scan(&self, block: &Block, scan: &mut Self::Scan) -> usize;
}

/// Takes what was found, in the order of the input.
pub(crate) trait Sink: Send + 'static {
    type Scan;

    /// Whether the order of the files counts; the blocks of one file always come in order.
    const ORDERED: bool;

    /// Takes what was found in a block.
    fn take(&mut self, block: &Block, scan: &mut Self::Scan) -> Result<(), Failure>;

    /// Passes on to the reader what has been written so far.
    fn flush(&mut self) -> io::Result<()>;

    /// Ends the output, after the last block or when the user interrupts.
    fn finish(&mut self, interrupted: bool) -> Result<Outcome, Failure>;
}
