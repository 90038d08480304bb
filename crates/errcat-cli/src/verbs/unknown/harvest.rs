//! Looks for codes that the catalog lacks, and for what is said with them.

use std::collections::HashMap;

use errcat::{Catalog, Response};
use memchr::memmem::Finder;

use super::report::Report;
use crate::meaning::{Meaning, Reader};
use crate::pipeline::{Block, Counter, Form, line_at};

/// Keys that only error responses have: with them, a code counts even if no service of the catalog has its prefix.
const KEYS: [&str; 4] = ["error_code", "errorCode", "errCode", "err_code"];
/// So many messages of a code are read in a block. More tell nothing new.
const MESSAGES: usize = 64;

pub(super) struct Harvest {
    catalog: &'static Catalog,
    keys: Vec<Finder<'static>>,
}

/// The unknown codes of a block.
#[derive(Default)]
pub(super) struct Scan {
    pub(super) seen: Vec<Seen>,
    /// Line ends of the block.
    pub(super) lines: u64,
}

/// An unknown code on a line.
pub(super) struct Seen {
    pub(super) code: String,
    /// Line ends before it in the block.
    pub(super) line: u64,
    pub(super) message: Option<String>,
    pub(super) status: Option<u16>,
}

impl Harvest {
    pub(super) fn new(catalog: &'static Catalog) -> Self {
        Self { catalog, keys: KEYS.iter().map(Finder::new).collect() }
    }

    /// Codes with a prefix of the catalog.
    fn of_known_services(&self, block: &Block, found: &mut Vec<(usize, Seen)>) {
        let mut reader = Reader::new(self.catalog, block.bytes());
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for one in self.catalog.find_in_bytes(block.searched()) {
            if one.code().is_some() {
                continue;
            }
            let at = block.begin + one.range().start;
            let count = counts.entry(one.as_str()).or_default();
            *count += 1;
            let meaning = if *count <= MESSAGES { reader.meaning(at, &one) } else { Meaning::default() };
            let seen = Seen {
                code: as_written(self.catalog, one.as_str()),
                line: 0,
                message: meaning.message,
                status: meaning.status,
            };
            found.push((at, seen));
        }
    }

    /// Codes of other services, in error responses.
    fn of_other_services(&self, block: &Block, found: &mut Vec<(usize, Seen)>) {
        let bytes = block.bytes();
        let mut lines: Vec<usize> = Vec::new();
        for key in &self.keys {
            lines.extend(key.find_iter(bytes).map(|at| line_at(bytes, at).start));
        }
        lines.sort_unstable();
        lines.dedup();
        for start in lines {
            let line = bytes.get(line_at(bytes, start)).unwrap_or_default();
            // What the catalog can find has been found.
            if self.catalog.find_in_bytes(line).next().is_some() {
                continue;
            }
            for decoded in Response::new(line).catalog(self.catalog).decode_all() {
                let Some(code) = decoded.code().filter(|code| can_be_entry(code)) else { continue };
                let message = decoded.message().map(str::to_owned);
                found.push((
                    start,
                    Seen { code: code.to_owned(), line: 0, message, status: decoded.status() },
                ));
            }
        }
    }
}

impl Form for Harvest {
    type Scan = Scan;
    type Sink = Report;

    fn scan(&self, block: &Block, scan: &mut Scan) -> usize {
        let mut found = Vec::new();
        self.of_known_services(block, &mut found);
        self.of_other_services(block, &mut found);
        found.sort_by_key(|(at, _)| *at);
        let mut lines = Counter::new(block.bytes());
        scan.seen.clear();
        scan.seen.extend(found.into_iter().map(|(at, seen)| Seen { line: lines.before(at), ..seen }));
        scan.lines = lines.all();
        scan.seen.len()
    }
}

/// The code with the prefix that catalog files write it with.
fn as_written(catalog: &'static Catalog, code: &str) -> String {
    let (prefix, number) = code.rsplit_once('.').unwrap_or((code, ""));
    let aliases = catalog.service_by_prefix(prefix).into_iter().flat_map(errcat::Service::aliases);
    let written = aliases.filter(|(alias, _)| *alias == prefix).map(|(_, prefix)| prefix).next();
    format!("{}.{number}", written.unwrap_or(prefix))
}

/// Whether a catalog file can hold the code: a prefix, a dot, and letters and digits with a digit among them.
fn can_be_entry(code: &str) -> bool {
    let part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    code.rsplit_once('.').is_some_and(|(prefix, number)| {
        prefix.starts_with(|first: char| first.is_ascii_alphabetic())
            && number.bytes().any(|byte| byte.is_ascii_digit())
            && code.len() <= 64
            && code.bytes().all(part)
    })
}
