//! What a code in a log means: the entry and the arguments that the text around it points to.

use std::ops::Range;

use errcat::__command::TELLING;
use errcat::{Args, Catalog, CodeMatch, CodeRef, Decoded, Entry, Response};

use crate::pipeline::line_at;

/// What a code means in its line.
#[derive(Default)]
pub(crate) struct Meaning {
    pub(crate) entry: Option<Entry>,
    /// Whether the line tells it from the other meanings of the code.
    pub(crate) sure: bool,
    pub(crate) args: Args<'static>,
    pub(crate) message: Option<String>,
    pub(crate) status: Option<u16>,
}

/// Of a line that is longer than both, so much before and after a code is read for its message.
const BEFORE: usize = 2 << 10;
const AFTER: usize = 6 << 10;

/// Reads lines for the meaning of the codes in them; a line only once.
pub(crate) struct MeaningReader<'b> {
    catalog: &'static Catalog,
    bytes: &'b [u8],
    read: Option<(Range<usize>, Vec<Decoded>)>,
}

impl<'b> MeaningReader<'b> {
    pub(crate) fn new(catalog: &'static Catalog, bytes: &'b [u8]) -> Self {
        Self { catalog, bytes, read: None }
    }

    /// What a code means that begins at this place.
    pub(crate) fn meaning(&mut self, at: usize, found: &CodeMatch<'_>) -> Meaning {
        let code = found.code();
        if let Some(entry) = code.and_then(only_meaning) {
            return Meaning { entry: Some(entry), sure: true, ..Meaning::default() };
        }
        let line = self.line(at);
        let text = self.bytes.get(line.clone()).unwrap_or_default();
        let after = self.bytes.get(at + found.as_str().len()..line.end).unwrap_or_default();
        code.and_then(|code| following(code, text, after)).unwrap_or_else(|| self.decoded(line, found))
    }

    fn line(&self, at: usize) -> Range<usize> {
        // Another code of the same line, or of the same part of it.
        if let Some((read, _)) = self.read.as_ref().filter(|(read, _)| read.contains(&at)) {
            return read.clone();
        }
        let start = at.saturating_sub(BEFORE);
        let end = (at + AFTER).min(self.bytes.len());
        let part = self.bytes.get(start..end).unwrap_or_default();
        let line = line_at(part, at - start);
        start + line.start..start + line.end
    }

    fn decoded(&mut self, line: Range<usize>, found: &CodeMatch<'_>) -> Meaning {
        let (catalog, bytes) = (self.catalog, self.bytes);
        let same = self.read.take().filter(|(read, _)| *read == line);
        let decode = || {
            let text = bytes.get(line.clone()).unwrap_or_default();
            (line, Response::new(text).catalog(catalog).decode_all())
        };
        let (_, decoded) = self.read.insert(same.unwrap_or_else(decode));
        let of_code = decoded.iter().find(|decoded| decoded.code() == Some(found.as_str()));
        of_code.map_or_else(|| without_message(found.code()), of)
    }
}

/// The meaning of a code that has only one, and no arguments: nothing more can be read about it.
fn only_meaning(code: CodeRef) -> Option<Entry> {
    let mut entries = code.entries();
    let entry = entries.next()?;
    (entries.next().is_none() && entry.params().len() == 0).then_some(entry)
}

/// The meaning whose message is all that follows the code: how most programs log.
fn following(code: CodeRef, line: &[u8], after: &[u8]) -> Option<Meaning> {
    // In quotes, it ends before the line does.
    if memchr::memchr2(b'"', b'`', line).is_some() {
        return None;
    }
    let after = std::str::from_utf8(after).ok()?;
    let message =
        after.trim_start_matches(|letter: char| letter.is_whitespace() || "])】:：-–—|,，".contains(letter));
    let fits = code.entries().filter_map(|entry| entry.match_message(message.trim_end()));
    let best = fits.reduce(|best, next| if next.score > best.score { next } else { best })?;
    (best.score >= TELLING).then(|| Meaning {
        entry: Some(best.entry),
        sure: true,
        args: best.args.into_owned(),
        message: Some(message.trim_end().to_owned()),
        status: None,
    })
}

fn of(decoded: &Decoded) -> Meaning {
    let fits = |entry: &Entry| {
        let message = decoded.message().is_some_and(|message| entry.match_message(message).is_some());
        message || (decoded.status().is_some() && decoded.status() == entry.status())
    };
    let entry = decoded.entry();
    Meaning {
        entry,
        sure: entry.as_ref().is_some_and(fits),
        args: decoded.args().clone(),
        message: decoded.message().map(str::to_owned),
        status: decoded.status(),
    }
}

fn without_message(code: Option<CodeRef>) -> Meaning {
    Meaning { entry: code.map(CodeRef::entry), ..Meaning::default() }
}
