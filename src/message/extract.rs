//! Takes the arguments back out of a message.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use errcat_core::tail::without_stop;

use super::args::{Arg, Args};
use super::search::{find, find_from};
use super::template::Template;

impl Template {
    /// The arguments that this message was made with, or `None` if it was not made of this template.
    ///
    /// Every argument that does not hold the literal text that follows it comes back exactly as it was given. Where
    /// the template cannot tell, each argument is as short as it can be, from the left. Takes time linear in the
    /// length of the message, and reads it once.
    ///
    /// ```
    /// let message = errcat::code!("CSBS.6003").entry().message();
    /// let args = message.extract("Resource (r-1) type (OBS) is not support protection.").unwrap();
    /// assert_eq!((args.get("resource"), args.get("resource_type")), (Some("r-1"), Some("OBS")));
    /// assert!(message.extract("Resource (r-1) is not supported.").is_none());
    /// ```
    #[must_use]
    pub fn extract(self, message: &str) -> Option<Args<'_>> {
        self.extract_with(self.literals(), message)
    }

    /// As [`extract`](Self::extract); a full stop at the end of the template or of the message does not count.
    pub(crate) fn extract_leniently(self, message: &str) -> Option<Args<'_>> {
        let stop = |text: &str| text.trim_end().ends_with(['.', '。']);
        self.extract(message).or_else(|| {
            let literals = self.literals();
            let ends_in_literal = self
                .placeholders()
                .iter()
                .next_back()
                .is_none_or(|placeholder| placeholder.offset < literals.len());
            if ends_in_literal && stop(literals) != stop(message) {
                self.extract_with(without_stop(literals), without_stop(message))
            } else {
                None
            }
        })
    }

    fn extract_with<'t>(self, literals: &str, message: &'t str) -> Option<Args<'t>> {
        if self.placeholders().len() == 0 {
            return (!literals.is_empty() && message == literals).then(Args::default);
        }
        let mut spans = [(0, 0); FEW];
        let count = match self.plain_spans(literals.as_bytes(), message, &mut spans) {
            PlainSpans::Fits(count) => count,
            PlainSpans::DoesNotFit => return None,
            PlainSpans::NotPlain => return self.extract_any(literals, message),
        };
        // Nothing is allocated before it is clear that the message fits.
        let mut args = Vec::with_capacity(count);
        for ((start, end), name) in spans.iter().zip(self.param_ids()).take(count) {
            let text = message.get(*start..*end).unwrap_or("");
            args.push(Arg::one(Some(self.tables.text(u32::from_le_bytes(*name))), text));
        }
        Some(Args { args })
    }

    /// Where the arguments stand, if the template is as most are: few placeholders, no list, each parameter once and in
    /// order. Literals are whole characters, and so is what stands between them.
    #[inline]
    fn plain_spans(self, literals: &[u8], message: &str, spans: &mut [(usize, usize); FEW]) -> PlainSpans {
        let placeholders = self.placeholders();
        let bytes = message.as_bytes();
        let (mut from, mut at, mut count) = (0, 0, 0);
        // Each argument ends where the text behind it begins, which is known with the next placeholder.
        for placeholder in placeholders.iter() {
            if placeholder.list || placeholder.param != count || count == FEW {
                return PlainSpans::NotPlain;
            }
            let Some(literal) = literals.get(from..placeholder.offset) else { return PlainSpans::DoesNotFit };
            let found = match count.checked_sub(1).and_then(|before| spans.get_mut(before)) {
                None => bytes.starts_with(literal).then_some(0),
                Some(before) => find_from(message, at, literal).inspect(|end| *before = (at, *end)),
            };
            let Some(found) = found else { return PlainSpans::DoesNotFit };
            (from, at, count) = (placeholder.offset, found + literal.len(), count + 1);
        }
        let Some(literal) = literals.get(from..) else { return PlainSpans::DoesNotFit };
        let end = bytes.len().checked_sub(literal.len()).filter(|end| *end >= at && bytes.ends_with(literal));
        match (end, count.checked_sub(1).and_then(|last| spans.get_mut(last))) {
            (Some(end), Some(last)) => {
                *last = (at, end);
                PlainSpans::Fits(count)
            }
            _ => PlainSpans::DoesNotFit,
        }
    }

    /// The arguments of any template.
    fn extract_any<'t>(self, literals: &str, message: &'t str) -> Option<Args<'t>> {
        let placeholders = self.placeholders();
        let names = self.param_ids();
        let mut found: Vec<Option<Arg<'_>>> = names.iter().map(|_| None).collect();
        let mut remaining = Remaining { rest: message };
        let mut placeholders = placeholders.iter().peekable();
        // The text before the first placeholder; after the others, it is looked for as their end.
        let mut literal_from = placeholders.peek()?.offset;
        remaining.expect(literals.get(..literal_from)?)?;
        while let Some(placeholder) = placeholders.next() {
            let next = placeholders.peek();
            let literal_to = next.map_or(literals.len(), |next| next.offset);
            let literal = literals.get(literal_from..literal_to)?;
            literal_from = literal_to;
            let name = names.get(placeholder.param).map(|id| self.tables.text(u32::from_le_bytes(*id)));
            let arg = match (placeholder.list, next) {
                (true, _) => {
                    let values =
                        remaining.list(literal, next.is_none(), next.is_some_and(|next| next.list))?;
                    Arg::many(name, values)
                }
                (false, None) => Arg::one(name, remaining.last(literal)?),
                (false, Some(next)) => Arg::one(name, remaining.until(literal, next.list)?),
            };
            match found.get_mut(placeholder.param)? {
                // A placeholder that stands twice has one value.
                Some(known) if *known != arg => return None,
                place => *place = Some(arg),
            }
        }
        Some(Args { args: found.into_iter().collect::<Option<_>>()? })
    }
}

/// The most placeholders for which spans are kept without an allocation.
const FEW: usize = 8;

/// The result of matching a message with a plain template.
enum PlainSpans {
    /// The message fits, and has this number of arguments.
    Fits(usize),
    DoesNotFit,
    /// The template has a list, a parameter twice or out of order, or many placeholders.
    NotPlain,
}

/// What is left of the message.
struct Remaining<'t> {
    rest: &'t str,
}

impl<'t> Remaining<'t> {
    fn expect(&mut self, literal: &str) -> Option<()> {
        self.rest = self.rest.strip_prefix(literal)?;
        Some(())
    }

    /// The shortest text before this literal; the literal is taken too. A list that follows begins with a bracket.
    fn until(&mut self, literal: &str, bracket: bool) -> Option<&'t str> {
        let end = if bracket && literal.is_empty() {
            self.rest.find('[')?
        } else if bracket {
            let found = self
                .rest
                .match_indices(literal)
                .find(|(at, _)| self.rest[at + literal.len()..].starts_with('['));
            found?.0
        } else {
            find(self.rest, literal)?
        };
        let text = &self.rest[..end];
        self.rest = &self.rest[end + literal.len()..];
        Some(text)
    }

    /// All that is left but this literal at the end.
    fn last(&mut self, literal: &str) -> Option<&'t str> {
        self.rest.strip_suffix(literal)
    }

    /// `[a, b]`, and the literal after it.
    fn list(&mut self, literal: &str, last: bool, bracket: bool) -> Option<Vec<Cow<'t, str>>> {
        self.expect("[")?;
        let inner = if last {
            self.rest.strip_suffix(literal)?.strip_suffix(']')?
        } else {
            let ends = self.rest.match_indices(']').map(|(at, _)| at);
            let fits = |at: &usize| {
                let after = self.rest[at + 1..].strip_prefix(literal);
                after.is_some_and(|after| !bracket || after.starts_with('['))
            };
            let end = ends.into_iter().find(fits)?;
            let inner = &self.rest[..end];
            self.rest = &self.rest[end + 1 + literal.len()..];
            inner
        };
        Some(items(inner))
    }
}

/// The items of `a, b`.
fn items(list: &str) -> Vec<Cow<'_, str>> {
    let mut items = Vec::new();
    let mut rest = list;
    while let Some((item, after)) =
        find(rest, ", ").and_then(|at| Some((rest.get(..at)?, rest.get(at + 2..)?)))
    {
        items.push(Cow::Borrowed(item));
        rest = after;
    }
    if !list.is_empty() {
        items.push(Cow::Borrowed(rest));
    }
    items
}
