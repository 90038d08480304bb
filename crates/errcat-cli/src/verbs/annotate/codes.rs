//! `--codes`: the codes as they are written, one per line.

use std::io;

use super::selection::Selection;
use crate::outcome::{Failure, Outcome};
use crate::pipeline::{Block, BlockFindings, BlockScanner, Output, Sink};

/// Lists the codes of a block.
pub(super) struct CodeScanner {
    pub(super) selection: Selection,
}

/// The codes, each with its line end.
#[derive(Default)]
pub(super) struct Lines(Vec<u8>);

impl BlockFindings for Lines {
    fn size(&self) -> usize {
        self.0.capacity()
    }
}

impl BlockScanner for CodeScanner {
    type Findings = Lines;

    fn scan(&self, block: &Block, Lines(lines): &mut Lines) -> usize {
        lines.clear();
        let codes = self.selection.find(block).map(|(_, found)| {
            lines.extend_from_slice(found.as_str().as_bytes());
            lines.push(b'\n');
        });
        codes.count()
    }
}

/// Writes the lists.
pub(super) struct CodeList {
    out: Output,
    any: bool,
}

impl CodeList {
    pub(super) fn new(out: Output) -> Self {
        Self { out, any: false }
    }
}

impl Sink for CodeList {
    type Findings = Lines;

    const ORDERED: bool = true;

    fn take(&mut self, _: &Block, Lines(lines): &mut Lines) -> Result<(), Failure> {
        self.any |= !lines.is_empty();
        Ok(self.out.data(lines)?)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    fn finish(&mut self, _: bool) -> Result<Outcome, Failure> {
        self.out.flush()?;
        Ok(if self.any { Outcome::Found } else { Outcome::NotFound })
    }
}
