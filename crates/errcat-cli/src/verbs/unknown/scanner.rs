//! Looks for codes that the catalog lacks, and for what is said with them.

use std::collections::HashMap;

use errcat::__command::ERROR_CODES;
use errcat::{Catalog, Response};
use errcat_core::shape;
use memchr::memmem::Finder;

use crate::lookup;
use crate::meaning::{Meaning, MeaningReader};
use crate::pipeline::{Block, BlockFindings, BlockScanner, Counter, line_at};

/// Up to this number of messages of a code are read in a block. More tell nothing new.
const MESSAGES: usize = 64;
/// Longer messages are not kept.
const LONGEST_MESSAGE: usize = 2048;
/// Longer codes are not codes.
const LONGEST_CODE: usize = 64;

pub(super) struct UnknownScanner {
    catalog: &'static Catalog,
    /// Of the keys that only error responses have. With them, a code counts even if no service of the catalog has its
    /// prefix.
    keys: Vec<Finder<'static>>,
}

/// The unknown codes of a block.
#[derive(Default)]
pub(super) struct Sightings {
    pub(super) sightings: Vec<Sighting>,
    /// Line ends of the block.
    pub(super) lines: u64,
}

/// An unknown code on a line.
pub(super) struct Sighting {
    pub(super) code: String,
    /// Where the code or its line begins in the block.
    at: usize,
    /// Line ends before it in the block.
    pub(super) line: u64,
    pub(super) message: Option<String>,
    pub(super) status: Option<u16>,
}

impl BlockFindings for Sightings {
    fn size(&self) -> usize {
        let message = |sighting: &Sighting| sighting.message.as_ref().map_or(0, String::capacity);
        let texts: usize = self.sightings.iter().map(|one| one.code.capacity() + message(one)).sum();
        self.sightings.capacity() * size_of::<Sighting>() + texts
    }
}

impl UnknownScanner {
    pub(super) fn new(catalog: &'static Catalog) -> Self {
        Self { catalog, keys: ERROR_CODES.iter().map(Finder::new).collect() }
    }

    /// Codes with a prefix of the catalog.
    fn of_known_services(&self, block: &Block, sightings: &mut Vec<Sighting>) {
        let mut reader = MeaningReader::new(self.catalog, block.bytes());
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for found in self.catalog.find_in_bytes(block.searched()) {
            if found.code().is_some() || found.as_str().len() > LONGEST_CODE {
                continue;
            }
            let at = block.begin + found.range().start;
            let count = counts.entry(found.as_str()).or_default();
            *count += 1;
            let meaning = if *count <= MESSAGES { reader.meaning(at, &found) } else { Meaning::default() };
            sightings.push(Sighting {
                code: as_written(self.catalog, found.as_str()),
                at,
                line: 0,
                message: meaning.message.filter(|message| message.len() <= LONGEST_MESSAGE),
                status: meaning.status,
            });
        }
    }

    /// Codes of other services, in error responses.
    fn of_other_services(&self, block: &Block, sightings: &mut Vec<Sighting>) {
        let bytes = block.bytes();
        let mut next: Vec<Option<usize>> = self.keys.iter().map(|key| key.find(bytes)).collect();
        while let Some(first) = next.iter().flatten().min().copied() {
            let line = line_at(bytes, first);
            // Each line is looked at once, however many keys it has.
            for (next, key) in next.iter_mut().zip(&self.keys) {
                if next.is_some_and(|next| next < line.end) {
                    let rest = bytes.get(line.end..).unwrap_or_default();
                    *next = key.find(rest).map(|found| line.end + found);
                }
            }
            self.of_response(bytes.get(line.clone()).unwrap_or_default(), line.start, sightings);
        }
    }

    fn of_response(&self, line: &[u8], at: usize, sightings: &mut Vec<Sighting>) {
        // What the catalog can find has been found.
        if self.catalog.find_in_bytes(line).next().is_some() {
            return;
        }
        for decoded in Response::new(line).catalog(self.catalog).decode_all() {
            let Some(code) = decoded.code().filter(|code| can_be_entry(code)) else { continue };
            let message = decoded.message().filter(|message| message.len() <= LONGEST_MESSAGE);
            sightings.push(Sighting {
                code: code.to_owned(),
                at,
                line: 0,
                message: message.map(str::to_owned),
                status: decoded.status(),
            });
        }
    }
}

impl BlockScanner for UnknownScanner {
    type Findings = Sightings;

    fn scan(&self, block: &Block, Sightings { sightings, lines }: &mut Sightings) -> usize {
        sightings.clear();
        self.of_known_services(block, sightings);
        self.of_other_services(block, sightings);
        sightings.sort_by_key(|sighting| sighting.at);
        let mut counter = Counter::new(block.bytes());
        for sighting in &mut *sightings {
            sighting.line = counter.before(sighting.at);
        }
        *lines = counter.all();
        sightings.len()
    }
}

/// The code with the prefix that catalog files write it with.
fn as_written(catalog: &'static Catalog, code: &str) -> String {
    let written = lookup::service(catalog, code).and_then(|service| {
        let split = shape::split(code, service.spelled_prefixes())?;
        let (_, prefix) = service.aliases().find(|(alias, _)| *alias == split.prefix)?;
        Some(format!("{prefix}{}{}", split.separator, split.number))
    });
    written.unwrap_or_else(|| code.to_owned())
}

/// Whether a catalog file can hold the code: a prefix, a separator, and letters and digits with a digit among them.
fn can_be_entry(code: &str) -> bool {
    let part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    let separated = code.rfind(['.', '-', '_']).is_some_and(|at| {
        code.starts_with(|first: char| first.is_ascii_alphabetic())
            && code[at..].bytes().any(|byte| byte.is_ascii_digit())
    });
    separated && code.len() <= LONGEST_CODE && code.bytes().all(part)
}
