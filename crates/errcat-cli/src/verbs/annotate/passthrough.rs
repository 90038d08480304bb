//! The text passes through, and notes stand below its lines.

use std::sync::Arc;

use errcat::{CodeMatch, Entry};

use super::marks::{Explained, Marked, Marks, When};
use super::selection::Selection;
use crate::context::Context;
use crate::meaning::MeaningReader;
use crate::pipeline::{Block, BlockScanner, Counter};

/// Marks the codes of a block that may have to be explained.
pub(super) struct PassthroughScanner {
    pub(super) context: Context,
    pub(super) selection: Selection,
    pub(super) when: When,
    /// Whether codes that the catalog lacks are explained too.
    pub(super) unknown: bool,
    pub(super) explained: Arc<Explained>,
}

impl PassthroughScanner {
    /// Returns what a code is explained as, if it is.
    fn marked(&self, found: &CodeMatch<'_>, meaning: impl FnOnce() -> Option<Entry>) -> Option<Marked> {
        let Some(code) = found.code() else {
            return self.unknown.then(|| Marked::Unknown(found.as_str().to_owned()));
        };
        if self.when == When::First && code.entries().all(|entry| self.explained.has(entry)) {
            return None;
        }
        if code.entries().len() == 1 {
            return Some(Marked::Entry(code.entry()));
        }
        Some(meaning().map_or(Marked::AnyOf(code), Marked::Entry))
    }
}

impl BlockScanner for PassthroughScanner {
    type Findings = Marks;

    fn scan(&self, block: &Block, marks: &mut Marks) -> usize {
        marks.clear();
        let mut reader = MeaningReader::new(self.context.catalog, block.bytes());
        let mut lines = Counter::new(block.bytes());
        let mut codes = 0;
        for (at, found) in self.selection.find(block) {
            codes += 1;
            marks.tally.add(lines.before(at), &found);
            if self.when == When::End {
                continue;
            }
            let meaning = || {
                let meaning = reader.meaning(at, &found);
                meaning.entry.filter(|_| meaning.sure)
            };
            match self.marked(&found, meaning) {
                Some(meaning) if self.when == When::Every => marks.add(at, meaning),
                Some(meaning) => marks.add_once(at, meaning),
                None => {}
            }
        }
        marks.tally.end(lines.all());
        codes
    }
}
