//! Reads logs of any size on all cores, and keeps what is made of them in the order of the input.
//!
//! ```text
//!   input      ->   blocks    ->  schedule   ->  BlockScanner  ->   order     ->   Sink
//!   opens and       cuts into     says which     looks at a         puts back      writes, counts
//!   unpacks         whole lines   is read next   block, on any      in the order
//!                                                thread             of the input
//! ```
//!
//! Each thread takes a job from [`schedule`], which reads a block of some input; the thread has the [`BlockScanner`] look
//! through it, and hands the job to [`order`], which passes it and those that waited for it to the [`Sink`]. Then the jobs
//! go back to the schedule, to be used again. [`run`] starts the threads, and watches over them. Memory is bounded by the
//! bytes of the jobs that are under way: see [`schedule`].

mod blocks;
mod lines;
mod order;
mod output;
mod progress;
mod run;
mod schedule;

use std::io;

use crate::outcome::{Failure, Outcome};

pub(crate) use blocks::Block;
pub(crate) use lines::{Counter, line_at};
pub(crate) use output::Output;
pub(crate) use run::{Settings, read};

/// Longer lines are looked at in pieces, where nothing has to be seen as a whole.
pub(crate) const LONGEST_LINE: usize = 1 << 20;

/// Looks for something in blocks. All threads share one scanner.
pub(crate) trait BlockScanner: Send + Sync + 'static {
    /// What is found in one block.
    type Findings: BlockFindings;

    /// Looks through a block, and leaves what it finds in `findings`.
    ///
    /// Blocks come in any order, and several at a time on different threads: what is found in a block must depend on
    /// this block alone. (What is only saved work, such as leaving out what has surely been shown, may be shared.)
    ///
    /// `findings` are new, or those of another block, which the scanner has to clear.
    ///
    /// Returns how many codes it found. This is shown as progress, and means nothing else.
    fn scan(&self, block: &Block, findings: &mut Self::Findings) -> usize;
}

/// What was found in a block. It is used again for other blocks, to save allocations.
pub(crate) trait BlockFindings: Default + Send + 'static {
    /// Returns about how many bytes of memory it takes, unused room included. While much waits to be written, no more
    /// is read; what has taken much is not used again.
    fn size(&self) -> usize;
}

/// Takes what was found, and makes the output of it. There is one, and one thread at a time uses it.
pub(crate) trait Sink: Send + 'static {
    /// What was found in one block.
    type Findings;

    /// Whether blocks come in the order of the inputs: all blocks of one input before the first one of the next. If not,
    /// inputs may come interleaved. In any case, the blocks of one input come in their order.
    const ORDERED: bool;

    /// Takes what was found in the next block.
    ///
    /// An input that cannot be opened, or not read to its end, has a last block too, which may be empty.
    ///
    /// If this fails, the run ends with this failure: no further block comes, and `finish` is not called.
    fn take(&mut self, block: &Block, findings: &mut Self::Findings) -> Result<(), Failure>;

    /// Passes on to the reader what has been written so far. Called after each block of an input that comes bit by bit,
    /// such as a pipe. If this fails, the run ends as with `take`.
    fn flush(&mut self) -> io::Result<()>;

    /// Ends the output, and returns what the run found. Called once, after the last block, or when the user interrupts;
    /// `interrupted` tells which. No block comes after it. It must flush what it has written.
    ///
    /// If an input could not be read, the outcome is [`Outcome::Unreadable`], whatever is returned.
    fn finish(&mut self, interrupted: bool) -> Result<Outcome, Failure>;
}
