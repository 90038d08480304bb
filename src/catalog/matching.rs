//! From a message back to the entries that it may be of.

use alloc::vec::Vec;
use core::cmp::Reverse;

use super::handles::{Catalog, CodeRef, Entry};
use crate::message::index::{Candidate, Candidates};
use crate::message::{Args, Template};

/// An entry whose message, or another wording of it, fits a text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Match<'t> {
    /// The entry.
    pub entry: Entry,
    /// The template that fits: the entry's message or one of its wordings.
    pub template: Template,
    /// The arguments in the text.
    pub args: Args<'t>,
    /// How many characters of the text are literal text of the template: the more, the surer.
    pub score: usize,
}

/// Texts longer than this, in bytes, are no messages: they are not compared with the templates.
const LONGEST_MESSAGE: usize = 64 * 1024;

impl Catalog {
    /// The entries whose message fits this text, the best first: the one with the most literal text. Entries whose
    /// messages fit equally well come in the order of the catalog. A full stop at the end is not insisted on.
    ///
    /// ```
    /// let matches = errcat::CATALOG.match_message("Server (s-1) is already in service.");
    /// let codes: Vec<&str> = matches.iter().map(|found| found.entry.code().as_str()).collect();
    /// assert_eq!(codes, ["CSBS.6005", "CSBS.6004"]);
    /// assert_eq!(matches[0].score, matches[1].score);
    /// ```
    #[must_use]
    pub fn match_message<'t>(&'static self, text: &'t str) -> Vec<Match<'t>> {
        let mut matches: Vec<Match<'t>> = Vec::new();
        if text.len() > LONGEST_MESSAGE {
            return matches;
        }
        let mut compare = |candidate: Candidate| {
            let template = Template { tables: &self.tables, row: candidate.template };
            if let Some(args) = template.extract_leniently(text) {
                let entry = Entry { tables: &self.tables, row: candidate.entry };
                if matches.is_empty() {
                    // Mostly it is the only one.
                    matches = Vec::with_capacity(1);
                }
                matches.push(Match { entry, template, args, score: candidate.score });
            }
        };
        let mut candidates = Candidates::new(&self.tables.rows, text);
        candidates.by_ref().for_each(&mut compare);
        if let Some(others) = candidates.anchored() {
            others.for_each(compare);
        }
        if matches.len() < 2 {
            return matches;
        }
        // The best first; of the wordings of one entry only the best, and of equal ones the first.
        matches
            .sort_unstable_by_key(|found| (Reverse(found.score), found.entry.position(), found.template.row));
        let mut entries = Vec::with_capacity(matches.len());
        matches.retain(|found| {
            let new = !entries.contains(&found.entry);
            entries.push(found.entry);
            new
        });
        matches
    }
}

impl CodeRef {
    /// The meaning that a message and a status point to: the one whose message fits best, then the one with the
    /// status, then the first.
    ///
    /// ```
    /// # use errcat::code;
    /// let entry = code!("CSBS.9009").choose(None, Some(400));
    /// assert_eq!(entry.name(), "ReducedSpaceBelowUsage");
    /// let entry = code!("CSBS.9009").choose(Some("User is unverified."), Some(400));
    /// assert_eq!(entry.name(), "UserUnverified");
    /// ```
    #[must_use]
    pub fn choose(self, message: Option<&str>, status: Option<u16>) -> Entry {
        let rank = |entry: &Entry| {
            let score = message.and_then(|text| entry.match_message(text)).map_or(0, |found| found.score);
            let same_status = status.is_some() && entry.status() == status;
            (score, same_status)
        };
        let mut best = self.entry();
        for entry in self.entries().skip(1) {
            if rank(&entry) > rank(&best) {
                best = entry;
            }
        }
        best
    }
}

impl Entry {
    /// How this text fits the message, or that one of its wordings that fits best.
    #[must_use]
    pub fn match_message(self, text: &str) -> Option<Match<'_>> {
        if text.len() > LONGEST_MESSAGE {
            return None;
        }
        let templates = core::iter::once(self.message()).chain(self.wordings());
        let fits = templates.filter_map(|template| {
            let args = template.extract_leniently(text)?;
            let score = template.literals().chars().count();
            (score > 0).then_some(Match { entry: self, template, args, score })
        });
        fits.reduce(|best, next| if next.score > best.score { next } else { best })
    }
}
