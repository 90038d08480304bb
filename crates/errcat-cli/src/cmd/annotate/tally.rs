//! How often codes occur, and where first and last.

use std::collections::HashMap;

use errcat::{Code, Found};

use super::selection::place;
use crate::logs::{Block, Counter};

/// The codes of one block.
#[derive(Default)]
pub(super) struct BlockTally {
    known: Vec<(Code, Spot)>,
    /// Where a code stands in `known`, from 1, by its place in the catalog; 0 if it does not.
    index: Vec<u32>,
    unknown: HashMap<String, Spot>,
    /// Line ends of the block.
    lines: u64,
}

/// A code in a block: how often, and where first and last. Places become lines when the block has been looked at.
#[derive(Clone, Copy)]
struct Spot {
    count: u64,
    first: u64,
    last: u64,
}

impl Spot {
    fn new(at: usize) -> Self {
        Self { count: 1, first: at as u64, last: at as u64 }
    }

    fn again(&mut self, at: usize) {
        self.count += 1;
        self.last = at as u64;
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

    /// Counts a code that begins at this place of the block.
    pub(super) fn add(&mut self, at: usize, found: &Found<'_>) {
        match found.code() {
            Some(code) => self.add_known(at, code),
            None => match self.unknown.get_mut(found.as_str()) {
                Some(spot) => spot.again(at),
                None => {
                    self.unknown.insert(found.as_str().to_owned(), Spot::new(at));
                }
            },
        }
    }

    fn add_known(&mut self, at: usize, code: Code) {
        let place = place(code);
        if self.index.len() <= place {
            self.index.resize(place + 1, 0);
        }
        let Some(index) = self.index.get_mut(place) else { return };
        if let Some((_, spot)) = (*index as usize).checked_sub(1).and_then(|at| self.known.get_mut(at)) {
            return spot.again(at);
        }
        self.known.push((code, Spot::new(at)));
        *index = self.known.len() as u32;
    }

    /// Turns places into lines, reading the block once.
    pub(super) fn number_lines(&mut self, block: &Block) {
        let spots = self.known.iter_mut().map(|(_, spot)| spot).chain(self.unknown.values_mut());
        let mut places: Vec<&mut u64> = spots.flat_map(|spot| [&mut spot.first, &mut spot.last]).collect();
        places.sort_unstable();
        let mut counter = Counter::new(block.bytes());
        for place in places {
            *place = counter.before(*place as usize);
        }
        self.lines = counter.all();
    }
}

/// The codes of all inputs.
#[derive(Default)]
pub(super) struct Tally {
    known: HashMap<usize, (Code, Total)>,
    unknown: HashMap<String, Total>,
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

/// A code, known or not.
#[derive(Clone, Copy)]
pub(super) enum Name<'t> {
    Known(Code),
    Unknown(&'t str),
}

impl Name<'_> {
    pub(super) fn as_str(&self) -> &str {
        match self {
            Name::Known(code) => code.as_str(),
            Name::Unknown(code) => code,
        }
    }

    pub(super) fn code(self) -> Option<Code> {
        match self {
            Name::Known(code) => Some(code),
            Name::Unknown(_) => None,
        }
    }
}

impl Tally {
    pub(super) fn is_empty(&self) -> bool {
        self.known.is_empty() && self.unknown.is_empty()
    }

    /// How many line ends of a file have been counted.
    pub(super) fn lines(&self, file: usize) -> u64 {
        self.lines.get(&file).copied().unwrap_or(0)
    }

    /// Adds a block. The blocks of one file come in their order.
    pub(super) fn add(&mut self, block: &Block, tally: &BlockTally) {
        let file = block.file;
        let lines = self.lines.entry(file).or_default();
        for (code, spot) in &tally.known {
            let (_, total) = self.known.entry(place(*code)).or_insert((*code, Total::NONE));
            total.add(spot, file, *lines);
        }
        for (code, spot) in &tally.unknown {
            self.unknown.entry(code.clone()).or_insert(Total::NONE).add(spot, file, *lines);
        }
        *lines += tally.lines;
    }

    /// All codes, the most frequent first.
    pub(super) fn sorted(&self) -> Vec<(Name<'_>, Total)> {
        let known = self.known.values().map(|(code, total)| (Name::Known(*code), *total));
        let unknown = self.unknown.iter().map(|(code, total)| (Name::Unknown(code), *total));
        let mut all: Vec<_> = known.chain(unknown).collect();
        all.sort_by(|(a, of_a), (b, of_b)| {
            of_b.count.cmp(&of_a.count).then_with(|| a.as_str().cmp(b.as_str()))
        });
        all
    }
}
