//! How often codes occur, and where first and last.

use std::collections::HashMap;

use errcat::{CodeMatch, CodeRef};

use super::selection::place;
use crate::limits::UNKNOWN_CODES;
use crate::pipeline::{Block, BlockFindings};

/// The codes of one block.
#[derive(Default)]
pub(super) struct BlockTally {
    known: Vec<(CodeRef, Spot)>,
    /// The place of a code in `known`, from 1, by its place in the catalog; 0 for a code that is not there.
    index: Vec<u32>,
    unknown: HashMap<String, Spot>,
    /// Line ends of the block.
    lines: u64,
}

/// A code in a block: how often, and on which lines first and last.
#[derive(Clone, Copy)]
struct Spot {
    count: u64,
    first: u64,
    last: u64,
}

impl Spot {
    fn new(line: u64) -> Self {
        Self { count: 1, first: line, last: line }
    }

    fn again(&mut self, line: u64) {
        self.count += 1;
        self.last = line;
    }
}

impl BlockFindings for BlockTally {
    fn size(&self) -> usize {
        let code = size_of::<(String, Spot)>() + self.unknown.keys().next().map_or(0, String::capacity);
        self.known.capacity() * size_of::<(CodeRef, Spot)>()
            + self.index.capacity() * size_of::<u32>()
            + self.unknown.capacity() * code
    }
}

impl BlockTally {
    pub(super) fn clear(&mut self) {
        for (code, _) in self.known.drain(..) {
            if let Some(index) = self.index.get_mut(place(code)) {
                *index = 0;
            }
        }
        self.unknown.clear();
        self.lines = 0;
    }

    /// Counts a code on a line of the block.
    pub(super) fn add(&mut self, line: u64, found: &CodeMatch<'_>) {
        match found.code() {
            Some(code) => self.add_known(line, code),
            None => match self.unknown.get_mut(found.as_str()) {
                Some(spot) => spot.again(line),
                None => {
                    self.unknown.insert(found.as_str().to_owned(), Spot::new(line));
                }
            },
        }
    }

    fn add_known(&mut self, line: u64, code: CodeRef) {
        let place = place(code);
        if self.index.len() <= place {
            self.index.resize(place + 1, 0);
        }
        let Some(index) = self.index.get_mut(place) else { return };
        if let Some((_, spot)) = (*index as usize).checked_sub(1).and_then(|at| self.known.get_mut(at)) {
            return spot.again(line);
        }
        self.known.push((code, Spot::new(line)));
        *index = self.known.len() as u32;
    }

    /// Ends the block, which has this many line ends.
    pub(super) fn end(&mut self, lines: u64) {
        self.lines = lines;
    }
}

/// The codes of all inputs. Of those that the catalog lacks, [`UNKNOWN_CODES`] are told apart.
#[derive(Default)]
pub(super) struct Tally {
    /// By the place of the code.
    known: Vec<Option<(CodeRef, Total)>>,
    unknown: HashMap<String, Total>,
    /// Unknown codes beyond the limit, together.
    others: Option<Total>,
    /// Line ends before the next block, of each file.
    lines: HashMap<usize, u64>,
}

/// A line of a file; both are counted from 0.
pub(super) type Line = (usize, u64);

/// How often a code occurs, and where.
#[derive(Clone, Copy)]
pub(super) struct Total {
    pub(super) count: u64,
    pub(super) first: Line,
    pub(super) last: Line,
}

impl Total {
    const NONE: Self = Self { count: 0, first: (usize::MAX, u64::MAX), last: (0, 0) };

    fn add(&mut self, spot: &Spot, file: usize, lines: u64) {
        self.count += spot.count;
        self.first = self.first.min((file, lines + spot.first));
        self.last = self.last.max((file, lines + spot.last));
    }
}

/// What was counted.
#[derive(Clone, Copy)]
pub(super) enum Name<'t> {
    Known(CodeRef),
    Unknown(&'t str),
    /// Unknown codes beyond the limit.
    Others,
}

impl<'t> Name<'t> {
    /// Returns the code as it is written.
    pub(super) fn as_str(self) -> Option<&'t str> {
        match self {
            Name::Known(code) => Some(code.as_str()),
            Name::Unknown(code) => Some(code),
            Name::Others => None,
        }
    }

    pub(super) fn code(self) -> Option<CodeRef> {
        match self {
            Name::Known(code) => Some(code),
            Name::Unknown(_) | Name::Others => None,
        }
    }
}

impl Tally {
    pub(super) fn is_empty(&self) -> bool {
        self.known.is_empty() && self.unknown.is_empty()
    }

    /// Returns how many line ends of a file have been counted.
    pub(super) fn lines(&self, file: usize) -> u64 {
        self.lines.get(&file).copied().unwrap_or(0)
    }

    /// Adds a block. The blocks of one file come in their order.
    pub(super) fn add(&mut self, block: &Block, tally: &BlockTally) {
        let file = block.file;
        let lines = self.lines(file);
        for (code, spot) in &tally.known {
            let place = place(*code);
            if self.known.len() <= place {
                self.known.resize(place + 1, None);
            }
            if let Some(known) = self.known.get_mut(place) {
                known.get_or_insert((*code, Total::NONE)).1.add(spot, file, lines);
            }
        }
        let mut unknown: Vec<(&String, &Spot)> = tally.unknown.iter().collect();
        if self.unknown.len() + unknown.len() > UNKNOWN_CODES {
            // Which codes are told apart must not depend on the order of a hash table.
            unknown.sort_unstable_by_key(|(code, spot)| (spot.first, *code));
        }
        for (code, spot) in unknown {
            self.total(code).add(spot, file, lines);
        }
        self.lines.insert(file, lines + tally.lines);
    }

    /// The total that an unknown code is counted in.
    fn total(&mut self, code: &str) -> &mut Total {
        let is_full = self.unknown.len() >= UNKNOWN_CODES;
        if is_full && !self.unknown.contains_key(code) {
            return self.others.get_or_insert(Total::NONE);
        }
        self.unknown.entry(code.to_owned()).or_insert(Total::NONE)
    }

    /// Returns all codes, the most frequent first, and unknown ones beyond the limit last.
    pub(super) fn sorted(&self) -> Vec<(Name<'_>, Total)> {
        let known = self.known.iter().flatten().map(|(code, total)| (Name::Known(*code), *total));
        let unknown = self.unknown.iter().map(|(code, total)| (Name::Unknown(code), *total));
        let mut all: Vec<_> = known.chain(unknown).collect();
        all.sort_unstable_by(|(a, of_a), (b, of_b)| {
            of_b.count.cmp(&of_a.count).then_with(|| a.as_str().cmp(&b.as_str()))
        });
        all.extend(self.others.map(|total| (Name::Others, total)));
        all
    }
}
