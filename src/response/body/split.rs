//! Cuts a text into prose and trees.

use alloc::borrow::{Cow, ToOwned};
use alloc::string::String;

use super::event::Sink;
use super::vocabulary::Vocabulary;
use super::{json, lenient_json, markup, unescape};
use crate::find::Tokens;
use crate::response::limits::FAILURES;

/// Takes prose and trees, in the order of the text.
pub(crate) trait Reader<'t>: Sink {
    /// Text that is not part of a tree.
    fn prose(&mut self, text: Cow<'t, str>);

    /// A tree begins; its events follow.
    fn begin_tree(&mut self);

    /// The tree has ended.
    fn end_tree(&mut self);
}

/// Gives the parts of a text to a reader. Text inside of strings is read instead of them, at most `levels` deep.
pub(crate) fn split<'t>(text: &'t str, levels: usize, vocabulary: Vocabulary, reader: &mut impl Reader<'t>) {
    let mut keep = |prose: &'t str| Cow::Borrowed(prose);
    let mut next = Splitter::new(text, vocabulary).run(levels > 0, reader, &mut keep);
    let mut left = levels;
    while let Some(inner) = next {
        left -= 1;
        let mut keep = |prose: &str| Cow::Owned(prose.to_owned());
        next = Splitter::new(&inner, vocabulary).run(left > 0, reader, &mut keep);
    }
}

/// Reads an array that a text is. One that is cut off, or written as Python does, is read too.
pub(crate) fn array(text: &str, vocabulary: Vocabulary, sink: &mut impl Sink) {
    if json::check(text) == Ok(text.len()) {
        // It was read before, so that it cannot fail.
        let _ = json::read(text, sink);
    } else {
        lenient_json::read_value(text, vocabulary, sink);
    }
}

/// Returns whether a text may hold a tree: whether it is worth a look.
pub(crate) fn may_hold_tree(text: &str) -> bool {
    text.match_indices('{').any(|(at, _)| opening(&text[at..]).is_some())
}

struct Splitter<'s> {
    text: &'s str,
    /// Where the prose begins that has not been given to the reader.
    from: usize,
    trees: usize,
    /// How many bytes may be read in vain by the JSON parser, so that hostile input takes no more than linear time.
    budget: usize,
    vocabulary: Vocabulary,
}

/// How the members of an object are written.
#[derive(Clone, Copy, PartialEq)]
enum Opening {
    /// As JSON, or nearly.
    Plain,
    /// With escaped quotes: JSON that stood in a string.
    Escaped,
    /// With `&quot;`: JSON that stood in a page.
    Entities,
}

impl<'s> Splitter<'s> {
    fn new(text: &'s str, vocabulary: Vocabulary) -> Self {
        Self { text, from: 0, trees: 0, budget: 4 * text.len(), vocabulary }
    }

    /// Reads the text, up to a string that is to be read instead of what is left: its text is returned.
    fn run<'t, R: Reader<'t>>(
        mut self,
        strings: bool,
        reader: &mut R,
        keep: &mut impl FnMut(&'s str) -> Cow<'t, str>,
    ) -> Option<String> {
        let trimmed = self.text.trim();
        if trimmed.starts_with(['{', '[', '"']) && json::check(trimmed) == Ok(trimmed.len()) {
            if strings && let Some(inner) = trimmed.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'))
            {
                return Some(unescape::json(inner).into_owned());
            }
            reader.begin_tree();
            let _ = json::read(trimmed, reader);
            reader.end_tree();
            return None;
        }
        if let Some(found) = markup::find(self.text).filter(|found| !may_hold_tree(found.before)) {
            self.push_prose(found.before, reader, keep);
            reader.begin_tree();
            found.read(reader);
            reader.end_tree();
            return None;
        }
        self.objects(strings, reader, keep)
    }

    fn objects<'t, R: Reader<'t>>(
        &mut self,
        strings: bool,
        reader: &mut R,
        keep: &mut impl FnMut(&'s str) -> Cow<'t, str>,
    ) -> Option<String> {
        let mut at = 0;
        while self.trees < FAILURES
            && let Some(found) = self.text[at..].find('{')
        {
            let start = at + found;
            let rest = &self.text[start..];
            match opening(rest) {
                None => at = start + 1,
                Some(Opening::Plain) => {
                    self.push_prose(&self.text[self.from..start], reader, keep);
                    at = start + self.object(rest, reader).max(1);
                    self.from = at;
                }
                // All the rest is in the string.
                Some(opening) if strings => {
                    self.push_prose(&self.text[self.from..start], reader, keep);
                    return Some(match opening {
                        Opening::Escaped => unescape::backslashes(rest),
                        _ => markup::unescape(rest).into_owned(),
                    });
                }
                Some(_) => break,
            }
        }
        self.push_prose(&self.text[self.from..], reader, keep);
        None
    }

    /// Reads the object that a text begins with. Returns how long it is.
    fn object<'t>(&mut self, rest: &str, reader: &mut impl Reader<'t>) -> usize {
        self.trees += 1;
        // Well-formed objects cost nothing of the budget.
        let checked = if self.budget > 0 { json::check(rest) } else { Err(0) };
        reader.begin_tree();
        let len = match checked {
            Ok(_) => json::read(rest, reader).unwrap_or_else(|read| read),
            Err(read) => {
                self.budget = self.budget.saturating_sub(read);
                lenient_json::read_value(rest, self.vocabulary, reader)
            }
        };
        reader.end_tree();
        len
    }

    fn push_prose<'t, R: Reader<'t>>(
        &mut self,
        prose: &'s str,
        reader: &mut R,
        keep: &mut impl FnMut(&'s str) -> Cow<'t, str>,
    ) {
        let (before, fields) = prose.split_at(first_field(prose, self.vocabulary).unwrap_or(prose.len()));
        if !before.trim().is_empty() {
            reader.prose(keep(before));
        }
        if !fields.is_empty() {
            self.trees += 1;
            reader.begin_tree();
            lenient_json::read_members(fields, self.vocabulary, reader);
            reader.end_tree();
        }
    }
}

/// Where fields without braces begin: `error_code: X, error_msg: ...`, `code=X msg=...`, or JSON whose beginning is cut
/// off. Plain words (`message: ...`) are fields only with an equals sign: sentences have colons too.
fn first_field(prose: &str, vocabulary: Vocabulary) -> Option<usize> {
    let mut words = Tokens::new(prose).map(|(start, word)| (start, word, &prose[start + word.len()..]));
    let found = words.find(|(start, word, after)| {
        let telling = word.bytes().skip(1).any(|byte| byte == b'_' || byte.is_ascii_uppercase());
        let after = after.trim_start_matches(['"', '\'']);
        // `https://...?code=1&state=2` is an address.
        let in_address = prose[..*start].ends_with(['?', '&']);
        (vocabulary.begins_fields)(word)
            && !in_address
            && (after.starts_with('=') || (telling && after.starts_with([':', '：'])))
    });
    found.map(|(start, _, _)| start)
}

/// Whether the `{` that the text begins with opens an object, and how it is written; `{id}` in a sentence does not.
fn opening(text: &str) -> Option<Opening> {
    let inner = text.get(1..)?.trim_start();
    if inner.starts_with("&quot;") {
        return Some(Opening::Entities);
    }
    if inner.starts_with('\\') {
        // Escaped line breaks and spaces, then an escaped quote.
        let mut rest = inner;
        for _ in 0..64 {
            let unslashed = rest.trim_start_matches('\\');
            if unslashed.len() < rest.len() && unslashed.starts_with('"') {
                return Some(Opening::Escaped);
            }
            let after = unslashed.strip_prefix(['n', 'r', 't']).filter(|_| unslashed.len() < rest.len())?;
            rest = after.trim_start();
        }
        return None;
    }
    if inner.starts_with(['"', '\'', '{', '[']) {
        return Some(Opening::Plain);
    }
    let name =
        inner.bytes().take(40).take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
    (name > 0 && inner[name..].trim_start_matches(' ').starts_with(':')).then_some(Opening::Plain)
}
