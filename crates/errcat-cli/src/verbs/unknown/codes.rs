//! The unknown codes of all inputs, and what is known of them.

use std::collections::BTreeMap;

use super::guess::{self, Guess};
use super::scanner::{Sighting, Sightings};
use crate::limits::UNKNOWN_CODES;

/// Up to this number of messages of a code are compared.
const MESSAGES: usize = 64;
/// Up to this number of bytes of messages are kept, of all codes together.
const MESSAGE_BYTES: usize = 64 << 20;
/// Up to this number of statuses of a code are kept.
const STATUSES: usize = 16;

/// Unknown codes by name, [`UNKNOWN_CODES`] of them.
#[derive(Default)]
pub(super) struct UnknownCodes {
    codes: BTreeMap<String, UnknownCode>,
    /// Bytes of the messages that are kept.
    message_bytes: usize,
    /// How often codes beyond the limit were seen.
    others: u64,
    /// Line ends before the next block, of each file.
    lines: BTreeMap<usize, u64>,
}

/// An unknown code, and what is known of it.
pub(super) struct UnknownCode {
    pub(super) count: u64,
    /// File and line, from 0.
    pub(super) first: (usize, u64),
    pub(super) statuses: Vec<u16>,
    /// Different ones, in the order in which they came.
    pub(super) messages: Vec<String>,
}

impl UnknownCode {
    /// Returns templates that the messages may be of, the most frequent first.
    pub(super) fn guesses(&self) -> Vec<Guess> {
        guess::templates(&self.messages)
    }

    /// Adds what was seen, with its message if this is wanted. Returns how many bytes are kept of it.
    fn add(&mut self, sighting: Sighting, with_message: bool) -> usize {
        self.count += 1;
        let status = sighting.status.filter(|status| !self.statuses.contains(status));
        if self.statuses.len() < STATUSES {
            self.statuses.extend(status);
        }
        let is_new = |message: &String| self.messages.len() < MESSAGES && !self.messages.contains(message);
        match sighting.message.filter(is_new) {
            Some(message) if with_message => {
                self.messages.push(message);
                self.messages.last().map_or(0, String::len)
            }
            _ => 0,
        }
    }
}

impl UnknownCodes {
    pub(super) fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }

    /// Returns the codes in their order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &UnknownCode)> {
        self.codes.iter().map(|(code, unknown)| (code.as_str(), unknown))
    }

    /// Returns how often codes beyond the limit were seen.
    pub(super) fn others(&self) -> u64 {
        self.others
    }

    /// Adds what was seen in the next block of a file.
    pub(super) fn add(&mut self, file: usize, sightings: &mut Sightings) {
        let lines = self.lines.entry(file).or_default();
        let is_full = |codes: &BTreeMap<_, _>| codes.len() >= UNKNOWN_CODES;
        for sighting in sightings.sightings.drain(..) {
            if is_full(&self.codes) && !self.codes.contains_key(&sighting.code) {
                self.others += 1;
                continue;
            }
            let first = (file, *lines + sighting.line);
            let new = || UnknownCode { count: 0, first, statuses: Vec::new(), messages: Vec::new() };
            let code = self.codes.entry(sighting.code.clone()).or_insert_with(new);
            self.message_bytes += code.add(sighting, self.message_bytes < MESSAGE_BYTES);
        }
        *lines += sightings.lines;
    }
}
