//! `--codes`: the codes as they are written, one a line.

use std::io;

use super::selection::Selection;
use crate::outcome::{Failure, Outcome};
use crate::pipeline::{Block, Form, Output, Sink};

pub(super) struct Codes {
    pub(super) selection: Selection,
}

impl Form for Codes {
    type Scan = Vec<u8>;
    type Sink = List;

    fn scan(&self, block: &Block, scan: &mut Vec<u8>) -> usize {
        scan.clear();
        let codes = self.selection.find(block).map(|(_, found)| {
            scan.extend_from_slice(found.as_str().as_bytes());
            scan.push(b'\n');
        });
        codes.count()
    }
}

pub(super) struct List {
    out: Output,
    any: bool,
}

impl List {
    pub(super) fn new(out: Output) -> Self {
        Self { out, any: false }
    }
}

impl Sink for List {
    type Scan = Vec<u8>;

    const ORDERED: bool = true;

    fn take(&mut self, _: &Block, scan: &mut Vec<u8>) -> Result<(), Failure> {
        self.any |= !scan.is_empty();
        Ok(self.out.data(scan)?)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    fn finish(&mut self, _: bool) -> Result<Outcome, Failure> {
        self.out.flush()?;
        Ok(if self.any { Outcome::Found } else { Outcome::NotFound })
    }
}
