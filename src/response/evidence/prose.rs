//! Codes and messages in text that is no tree: log lines, tables, sentences.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

use errcat_core::shape::code_in as shape;

use crate::catalog::{Catalog, CodeRef};
use crate::find::{Tokens, code_in, is_known_prefix, tail_of_escape};
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
    let after = || message_after(text, start + code.len(), inside_backticks(text, start), catalog.find(code));
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

/// Everything that looks like a code, with its place. The end of an escape before it is not part of it, as for
/// [`find_in`](crate::find_in).
fn codes<'t>(text: &'t str, catalog: &'static Catalog) -> impl Iterator<Item = (usize, &'t str)> {
    let is_known = move |code: &str| catalog.find(code).is_some() || is_known_prefix(catalog, code);
    Tokens::new(text).filter_map(move |(start, token)| {
        let whole = code_in(catalog, token);
        if !whole.is_some_and(is_known)
            && let Some(escape) = tail_of_escape(text.as_bytes().get(..start)?, token.as_bytes())
            && let Some(code) = token.get(escape..).and_then(|rest| code_in(catalog, rest))
        {
            return Some((start + escape, code));
        }
        Some((start, whole?))
    })
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
fn message_after(text: &str, end: usize, in_backticks: bool, code: Option<CodeRef>) -> Option<String> {
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
    // The first of its lines that is the whole of a documented message ends it; if none is, so does whatever is not
    // clearly the continuation of a sentence.
    let mut sentence = 0;
    for (at, line) in begin.lines().take(LINES).enumerate() {
        let line = line.trim();
        if at > 0 && (line.is_empty() || is_frame(line)) {
            break;
        }
        if at > 0 && sentence == 0 && starts_anew(line) {
            sentence = message.len();
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
        let fits =
            || code.is_some_and(|code| code.entries().any(|entry| entry.match_message(&message).is_some()));
        if message.len() <= LONGEST && fits() {
            return Some(message);
        }
        if end < line.len() || message.len() > LONGEST {
            break;
        }
    }
    if sentence > 0 {
        message.truncate(sentence);
    }
    Some(trimmed(&message, open_bracket(&text[line_start..end]))).filter(|message| !message.is_empty())
}

/// The bracket before a code that is still open there.
fn open_bracket(before: &str) -> Option<char> {
    let mut open = Vec::new();
    for char in before.chars().rev().take(LONGEST) {
        match char {
            ')' | ']' => open.push(char),
            '(' | '[' if open.pop().is_none() => return Some(if char == '(' { ')' } else { ']' }),
            _ => {}
        }
    }
    None
}

/// The message up to the bracket that closes one before its code, and without what opens another part of the text.
fn trimmed(message: &str, closing: Option<char>) -> String {
    let mut depth = 0_usize;
    let mut end = message.len();
    for (at, char) in message.char_indices() {
        match char {
            '(' | '[' => depth += 1,
            ')' | ']' if depth > 0 => depth -= 1,
            ')' | ']' if Some(char) == closing => {
                end = at;
                break;
            }
            _ => {}
        }
    }
    message[..end].trim().trim_end_matches([' ', '(', '[', '{']).to_owned()
}

/// Lines of a message, at most.
const LINES: usize = 16;

/// An item of a list, another code, or a frame of a stack: no message goes on with it.
fn is_frame(line: &str) -> bool {
    line.starts_with(['-', '*', '#', '|', '●', '•', '>', '`'])
        || line.starts_with("at ")
        || line.starts_with("Error. ")
        || line.split(' ').next().and_then(shape).is_some()
}

/// A line that begins something else: the next record of a log, with a time, a level or a host, the cause of an
/// exception, a field, or the next item of a list.
fn starts_anew(line: &str) -> bool {
    const LEVELS: [&str; 10] =
        ["TRACE", "DEBUG", "INFO", "NOTICE", "WARN", "WARNING", "ERROR", "FATAL", "CRITICAL", "SEVERE"];
    let words = || line.split_whitespace().take(6);
    let bare = |word: &str| -> String {
        word.chars().filter(char::is_ascii_alphabetic).map(|char| char.to_ascii_uppercase()).collect()
    };
    let is_level = |word: &str| {
        word.len() <= 12 && word.chars().all(|char| !char.is_lowercase()) && LEVELS.contains(&&*bare(word))
    };
    let is_time = |word: &str, marks: &[u8]| {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let rest = word.as_bytes().get(digits..).unwrap_or(&[]);
        digits > 0
            && rest.first().is_some_and(|mark| marks.contains(mark))
            && rest.get(1).is_some_and(u8::is_ascii_digit)
    };
    let first = words().next().unwrap_or("");
    let is_item = first.len() > 1
        && first.ends_with('.')
        && first[..first.len() - 1].bytes().all(|byte| byte.is_ascii_digit());
    let is_time = is_item || is_time(first, b":-/T.") || words().take(4).any(|word| is_time(word, b":"));
    // `I0211 08:11:12`, as klog writes it.
    let is_klog = first.len() == 5
        && first.starts_with(['I', 'W', 'E', 'F'])
        && first[1..].bytes().all(|byte| byte.is_ascii_digit());
    let is_field = words().any(|word| {
        word.split_once('=').is_some_and(|(key, _)| {
            !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        })
    });
    is_time
        || is_klog
        || is_field
        || words().any(is_level)
        || line.starts_with(['[', '<'])
        || line.starts_with("Caused by")
        || line.split([' ', ':', ',', '(', ')']).any(|word| shape(word).is_some())
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
