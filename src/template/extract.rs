//! Takes the arguments back out of a message.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use super::args::{Arg, Args};
use super::{Hole, Template};

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
            let ends_in_literal = self.holes().last().is_none_or(|hole| hole.offset < literals.len());
            if ends_in_literal && stop(literals) != stop(message) {
                let without = |text| str::trim_end_matches(str::trim_end(text), ['.', '。']);
                self.extract_with(without(literals), without(message))
            } else {
                None
            }
        })
    }

    fn extract_with<'t>(self, literals: &str, message: &'t str) -> Option<Args<'t>> {
        let holes: Vec<Hole> = self.holes().collect();
        if literals.is_empty() && holes.is_empty() {
            return None;
        }
        let mut found: Vec<Option<Arg<'_>>> = self.params().map(|_| None).collect();
        let mut scan = Scan { rest: message };
        let mut literal_from = 0;
        for (at, hole) in holes.iter().enumerate() {
            // The text before the first placeholder; after the others, it is looked for as their end.
            if at == 0 {
                scan.expect(literals.get(..hole.offset)?)?;
                literal_from = hole.offset;
            }
            let next = holes.get(at + 1);
            let literal_to = next.map_or(literals.len(), |next| next.offset);
            let literal = literals.get(literal_from..literal_to)?;
            literal_from = literal_to;
            let value = match (hole.list, next) {
                (true, _) => scan.list(literal, next.is_none(), next.is_some_and(|next| next.list))?,
                (false, None) => Taken::One(scan.last(literal)?),
                (false, Some(next)) => Taken::One(scan.until(literal, next.list)?),
            };
            let name = self.params().nth(hole.param);
            let arg = match value {
                Taken::One(text) => Arg::one(name, text),
                Taken::Many(values) => Arg { name, values, list: true },
            };
            match found.get_mut(hole.param)? {
                // A placeholder that stands twice has one value.
                Some(known) if *known != arg => return None,
                place => *place = Some(arg),
            }
        }
        if holes.is_empty() && message != literals {
            return None;
        }
        Some(Args { args: found.into_iter().collect::<Option<_>>()? })
    }
}

/// What a placeholder took.
enum Taken<'t> {
    One(&'t str),
    Many(Vec<Cow<'t, str>>),
}

/// What is left of the message.
struct Scan<'t> {
    rest: &'t str,
}

impl<'t> Scan<'t> {
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
            self.rest.find(literal)?
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
    fn list(&mut self, literal: &str, last: bool, bracket: bool) -> Option<Taken<'t>> {
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
        let values =
            if inner.is_empty() { Vec::new() } else { inner.split(", ").map(Cow::Borrowed).collect() };
        Some(Taken::Many(values))
    }
}
