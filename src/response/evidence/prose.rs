//! Codes and messages in text that is no tree: log lines, tables, sentences.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

use errcat_core::shape::code_in as shape;

use crate::catalog::Catalog;
use crate::find::{Tokens, code_in, is_known_prefix};
use crate::response::limits;

/// What prose says of an error.
#[derive(Debug, Default)]
pub(crate) struct Prose {
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) other_codes: Vec<String>,
}

/// Spans longer than this, in bytes, are no messages.
const LONGEST: usize = 2048;
/// How many spans are compared with the catalog.
const SPANS: usize = 64;
/// How many characters of its template a message must hold to be recognized without its code or in a longer text.
pub const TELLING: usize = 12;

/// Reads a text; `message`: a message is wanted even if no code stands beside it.
pub(crate) fn read(text: &str, catalog: &'static Catalog, message: bool) -> Prose {
    let Some((start, code)) = surest(text, catalog) else {
        let message = if message { message_without_code(text, catalog) } else { None };
        return Prose { message, ..Prose::default() };
    };
    let mut seen = BTreeSet::from([code]);
    let others = codes(text, catalog).map(|(_, other)| other).filter(|other| seen.insert(other));
    let other_codes = others.take(limits::OTHER_CODES).map(str::to_owned).collect();
    let after = || message_after(text, start + code.len(), inside_backticks(text, start));
    let message = known_message(text, code, catalog).or_else(after).or_else(|| message_before(text, start));
    Prose { code: Some(code.to_owned()), message, other_codes }
}

/// The first of the surest codes, with its place.
fn surest<'t>(text: &'t str, catalog: &'static Catalog) -> Option<(usize, &'t str)> {
    let confidence = |code: &str| {
        if catalog.find(code).is_some() { 2 } else { usize::from(is_known_prefix(catalog, code)) }
    };
    let mut best = None;
    for (start, code) in codes(text, catalog) {
        let confident = confidence(code);
        if best.is_none_or(|(known, _)| confident > known) {
            best = Some((confident, (start, code)));
        }
        if confident == 2 {
            break;
        }
    }
    best.map(|(_, found)| found)
}

/// Everything that looks like a code, with its place.
fn codes<'t>(text: &'t str, catalog: &'static Catalog) -> impl Iterator<Item = (usize, &'t str)> {
    Tokens::new(text).filter_map(move |(start, token)| Some((start, code_in(catalog, token)?)))
}

/// A quoted span that is a message of this very code.
fn known_message(text: &str, code: &str, catalog: &'static Catalog) -> Option<String> {
    let code = catalog.find(code)?;
    let fits = |span: &&str| {
        code.entries().any(|entry| entry.match_message(span).is_some_and(|found| found.score >= TELLING))
    };
    spans(text).into_iter().find(fits).map(str::to_owned)
}

/// What follows the code: `CODE message`, `CODE: message`, `[CODE] message`, the next cell of a table; until the
/// span, the cell or the paragraph ends. Lines are joined.
fn message_after(text: &str, end: usize, in_backticks: bool) -> Option<String> {
    let rest = &text[end..];
    let line_start = text[..end].rfind('\n').map_or(0, |at| at + 1);
    let in_table =
        text[line_start..end].contains('|') || rest.lines().next().is_some_and(|line| line.contains('|'));
    let rest = rest.trim_start_matches([']', '】', ')']);
    let begin = rest
        .trim_start_matches(|character: char| character.is_whitespace() || ":-–—|：,".contains(character));
    let separator = &rest[..rest.len() - begin.len()];
    let goes_on =
        separator.contains(|character: char| character.is_whitespace() || ":：".contains(character));
    if !goes_on
        || separator.starts_with(',')
        || !begin.starts_with(|first: char| first.is_alphanumeric() || "%<{\"'".contains(first))
    {
        return None;
    }
    // A blank line between them: another paragraph.
    let mut chars = separator.chars().filter(|char| !matches!(char, ' ' | '\t' | '\r')).peekable();
    if core::iter::from_fn(|| Some((chars.next()?, chars.peek()?.to_owned())))
        .any(|pair| pair == ('\n', '\n'))
    {
        return None;
    }
    let mut message = String::new();
    for (at, line) in begin.lines().enumerate() {
        let line = line.trim();
        if at > 0 && (line.is_empty() || starts_anew(line)) {
            break;
        }
        let mut end = line.len();
        if in_backticks {
            end = line.find('`').unwrap_or(end);
        }
        if in_table {
            end = line.find('|').map_or(end, |bar| bar.min(end));
        }
        if at > 0 {
            message.push(' ');
        }
        message.push_str(limits::cut(line[..end].trim_end(), limits::TEXT));
        if end < line.len() || message.len() > LONGEST {
            break;
        }
    }
    Some(message.trim().to_owned()).filter(|message| !message.is_empty())
}

/// A line that begins something else: an item, a code, a frame of a stack.
fn starts_anew(line: &str) -> bool {
    line.starts_with(['-', '*', '#', '|', '●', '•', '>', '`'])
        || line.starts_with("at ")
        || line.starts_with("Error. ")
        || line.split(' ').next().and_then(shape).is_some()
}

/// `MESSAGE` (`CODE`), as people write in prose: the last part of the span before.
fn message_before(text: &str, start: usize) -> Option<String> {
    let before = text[..start].strip_suffix('`')?.strip_suffix('(')?.trim_end().strip_suffix('`')?;
    let span = &before[before.rfind('`')? + 1..];
    let last = limits::cut(span.rsplit(": ").next()?.trim(), limits::TEXT);
    Some(last.to_owned()).filter(|message| message.contains(' '))
}

fn inside_backticks(text: &str, at: usize) -> bool {
    let line_start = text[..at].rfind('\n').map_or(0, |at| at + 1);
    !text[line_start..at].matches('`').count().is_multiple_of(2)
}

/// A message in a text without a code: one that the catalog knows, what an exception says, or all of a plain text.
fn message_without_code(text: &str, catalog: &'static Catalog) -> Option<String> {
    let mut best: Option<(usize, &str)> = None;
    for span in spans(text) {
        let score = catalog.match_message(span).first().map_or(0, |found| found.score);
        // More than half of it is the template's.
        if score >= TELLING && score * 2 > span.chars().count() && best.is_none_or(|(known, _)| score > known)
        {
            best = Some((score, span));
        }
    }
    if let Some((_, span)) = best {
        return Some(span.to_owned());
    }
    for line in text.lines().take(SPANS) {
        for said in ["Exception: ", "error message: "] {
            if let Some(at) = line.rfind(said) {
                let message = line[at + said.len()..].trim();
                let message = limits::cut(message, limits::TEXT);
                return Some(message.to_owned()).filter(|message| !message.is_empty());
            }
        }
    }
    let trimmed = text.trim();
    let prose = trimmed.starts_with(['-', '*', '#', '|', '>', '`', '/']) || trimmed.is_empty();
    (!prose).then(|| limits::cut(trimmed, limits::TEXT).to_owned())
}

/// Spans that may be a message: what stands in backticks or quotes, the whole text, and what follows a colon, a dash
/// or dots in them.
fn spans(text: &str) -> Vec<&str> {
    let mut spans: Vec<&str> = Vec::new();
    for quote in ['`', '"'] {
        spans.extend(text.split(quote).skip(1).step_by(2).take(SPANS));
    }
    if text.len() <= LONGEST {
        spans.push(text.trim());
    }
    let mut tails = Vec::new();
    for span in &spans {
        for mark in [": ", " - ", "... "] {
            let ends = span.match_indices(mark).map(|(at, _)| &span[at + mark.len()..]);
            tails.extend(ends.take(SPANS.saturating_sub(tails.len())));
        }
    }
    spans.extend(tails);
    spans.retain(|span| !span.trim().is_empty() && span.len() <= LONGEST);
    spans
}
