//! Puts arguments into a template.

use core::fmt;

use errcat_core::layout::template as column;

use super::{Holes, Template};
use crate::error::ArgumentError;

/// The value of an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Value<'a> {
    /// One text.
    One(&'a str),
    /// The values of a list placeholder, shown as `[a, b]`.
    Many(&'a [&'a str]),
}

/// What can be an argument of a message: texts, and slices of texts for lists.
///
/// ```
/// use errcat::{Value, code};
///
/// let message = code!("iMetal.0110").entry().message();
/// let args = [Value::Many(&["a", "b"]), Value::One("timeout")];
/// let text = message.format(&args)?.to_string();
/// assert_eq!(text, "Inspect Physical servers error: [a, b], timeout");
/// # Ok::<(), errcat::ArgumentError>(())
/// ```
pub trait Argument {
    /// The value to put into the message.
    fn value(&self) -> Value<'_>;
}

impl Argument for str {
    fn value(&self) -> Value<'_> {
        Value::One(self)
    }
}

impl Argument for [&str] {
    fn value(&self) -> Value<'_> {
        Value::Many(self)
    }
}

impl Argument for Value<'_> {
    fn value(&self) -> Value<'_> {
        *self
    }
}

#[cfg(feature = "alloc")]
impl Argument for alloc::string::String {
    fn value(&self) -> Value<'_> {
        Value::One(self)
    }
}

#[cfg(feature = "alloc")]
impl Argument for alloc::borrow::Cow<'_, str> {
    fn value(&self) -> Value<'_> {
        Value::One(self)
    }
}

impl<T: Argument + ?Sized> Argument for &T {
    fn value(&self) -> Value<'_> {
        (**self).value()
    }
}

impl Template {
    /// The message with these arguments, in the order of [`params`](Self::params). Arguments are written as they
    /// are, and never interpreted. A list placeholder takes [`Value::Many`], or all the arguments that are left over.
    ///
    /// ```
    /// let message = errcat::code!("iMetal.0100").entry().message();
    /// assert_eq!(message.as_str(), "Physical servers ID not found: [{id}, ...]");
    /// assert_eq!(message.format(&["a", "b"])?.to_string(), "Physical servers ID not found: [a, b]");
    /// # Ok::<(), errcat::ArgumentError>(())
    /// ```
    #[inline]
    pub fn format<A: Argument>(self, args: &[A]) -> Result<Formatted<'_, A>, ArgumentError> {
        let (expected, holes) = (self.param_ids().len(), self.holes());
        let list = (self.get(column::LIST) as usize).checked_sub(1);
        let filled = |spread| Formatted { literals: self.literals(), holes, args, list, spread };
        if args.len() == expected {
            return Ok(filled(None));
        }
        let spread = list.filter(|_| args.len() + 1 >= expected);
        if let Some(param) = spread {
            Ok(filled(Some((param, args.len() + 1 - expected))))
        } else {
            let expected = if list.is_some() { expected - 1 } else { expected };
            Err(ArgumentError { expected, given: args.len(), list: list.is_some() })
        }
    }

    /// As [`format`](Self::format), appended to a `String`, which grows once at most.
    #[cfg(feature = "alloc")]
    pub fn format_into<A: Argument>(
        self,
        args: &[A],
        out: &mut alloc::string::String,
    ) -> Result<(), ArgumentError> {
        if self.get(column::LIST) == 0 && self.get(column::PARAMS) as usize == args.len() {
            let plain = Plain { literals: self.literals(), holes: self.holes(), args };
            out.reserve(plain.len());
            plain.append_to(out);
            return Ok(());
        }
        let formatted = self.format(args)?;
        out.reserve(formatted.len());
        formatted.append_to(out);
        Ok(())
    }
}

/// A message without lists, with an argument for each parameter: what most are.
#[cfg(feature = "alloc")]
struct Plain<'a, A> {
    literals: &'static str,
    holes: Holes,
    args: &'a [A],
}

#[cfg(feature = "alloc")]
impl<A: Argument> Plain<'_, A> {
    /// Length of the message in bytes.
    #[inline]
    fn len(&self) -> usize {
        let len = |arg: &A| if let Value::One(text) = arg.value() { text.len() } else { 0 };
        // As many placeholders as parameters: each stands once.
        let args: usize = if self.holes.len() == self.args.len() {
            self.args.iter().map(len).sum()
        } else {
            self.holes.iter().map(|hole| self.args.get(hole.param).map_or(0, len)).sum()
        };
        self.literals.len() + args
    }

    #[inline]
    fn append_to(&self, out: &mut alloc::string::String) {
        let (mut rest, mut from) = (self.literals, 0);
        for hole in self.holes.iter() {
            let Some((text, after)) = rest.split_at_checked(hole.offset.wrapping_sub(from)) else { return };
            out.push_str(text);
            match self.args.get(hole.param).map(Argument::value) {
                Some(Value::One(text)) => out.push_str(text),
                Some(many) => {
                    list_parts(items(many), &mut infallible(|text| out.push_str(text))).unwrap_or(());
                }
                None => {}
            }
            (rest, from) = (after, hole.offset);
        }
        out.push_str(rest);
    }
}

/// A message with its arguments, ready to be shown.
#[derive(Debug)]
pub struct Formatted<'a, A> {
    literals: &'static str,
    holes: Holes,
    args: &'a [A],
    /// The parameter that is a list.
    list: Option<usize>,
    /// A list parameter takes so many arguments, from its position on.
    spread: Option<(usize, usize)>,
}

impl<A: Argument> Formatted<'_, A> {
    /// Gives the parts of the message to `part`, in order, until it fails.
    #[inline]
    fn parts<E>(&self, mut part: impl FnMut(&str) -> Result<(), E>) -> Result<(), E> {
        let mut from = 0;
        for hole in self.holes.iter() {
            part(self.literals.get(from..hole.offset).unwrap_or(""))?;
            from = hole.offset;
            match self.argument(hole.param) {
                Value::One(text) if self.list.is_none() => part(text)?,
                Value::One(text) if !hole.list && !self.is_spread(hole.param) => part(text)?,
                value => self.list(hole.param, value, &mut part)?,
            }
        }
        part(self.literals.get(from..).unwrap_or(""))
    }

    fn is_spread(&self, param: usize) -> bool {
        self.spread.is_some_and(|(spread, _)| spread == param)
    }

    /// The argument of a parameter, the first of several.
    #[inline]
    fn argument(&self, param: usize) -> Value<'_> {
        let at = match self.spread {
            Some((spread, count)) if param > spread => param + count - 1,
            _ => param,
        };
        self.args.get(at).map_or(Value::One(""), Argument::value)
    }

    /// Gives the parts of a list.
    fn list<E>(
        &self,
        param: usize,
        value: Value<'_>,
        part: &mut impl FnMut(&str) -> Result<(), E>,
    ) -> Result<(), E> {
        match self.spread {
            Some((spread, count)) if spread == param => {
                let values = self.args.get(param..param + count).unwrap_or(&[]);
                list_parts(values.iter().flat_map(|value| items(value.value())), part)
            }
            _ => list_parts(items(value), part),
        }
    }

    /// The message as a new `String`, allocated once. (The `to_string` of [`Display`](fmt::Display) has to grow its own.)
    ///
    /// ```
    /// let message = errcat::code!("CSBS.6019").entry().message();
    /// let text = message.format(&["s-1", "ECS", "s-2", "BMS"])?.to_string();
    /// assert_eq!(text.capacity(), text.len());
    /// # Ok::<(), errcat::ArgumentError>(())
    /// ```
    #[cfg(feature = "alloc")]
    #[expect(clippy::inherent_to_string_shadow_display, reason = "the same text, with one exact allocation")]
    #[must_use]
    pub fn to_string(&self) -> alloc::string::String {
        let mut out = alloc::string::String::with_capacity(self.len());
        self.append_to(&mut out);
        out
    }

    #[cfg(feature = "alloc")]
    fn append_to(&self, out: &mut alloc::string::String) {
        match self.plain() {
            Some(plain) => plain.append_to(out),
            None => self.parts(infallible(|text| out.push_str(text))).unwrap_or(()),
        }
    }

    /// Length of the message in bytes.
    #[cfg(feature = "alloc")]
    fn len(&self) -> usize {
        if let Some(plain) = self.plain() {
            return plain.len();
        }
        let mut len = 0;
        self.parts(infallible(|text| len += text.len())).unwrap_or(());
        len
    }

    #[cfg(feature = "alloc")]
    #[inline]
    fn plain(&self) -> Option<Plain<'_, A>> {
        self.list.is_none().then_some(Plain { literals: self.literals, holes: self.holes, args: self.args })
    }
}

impl<A: Argument> fmt::Display for Formatted<'_, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parts(|text| f.write_str(text))
    }
}

/// What is done to parts, and cannot fail.
#[cfg(feature = "alloc")]
#[inline]
fn infallible(mut part: impl FnMut(&str)) -> impl FnMut(&str) -> Result<(), core::convert::Infallible> {
    move |text| {
        part(text);
        Ok(())
    }
}

fn items(value: Value<'_>) -> impl Iterator<Item = &str> {
    let (one, many) = match value {
        Value::One(text) => (Some(text), [].as_slice()),
        Value::Many(texts) => (None, texts),
    };
    one.into_iter().chain(many.iter().copied())
}

/// Writes a list as messages do: `[a, b]`.
#[cfg(feature = "alloc")]
pub(crate) fn write_list<'a>(
    out: &mut (impl fmt::Write + ?Sized),
    values: impl Iterator<Item = &'a str>,
) -> fmt::Result {
    list_parts(values, &mut |text| out.write_str(text))
}

/// Gives the parts of `[a, b]`.
fn list_parts<'a, E>(
    values: impl Iterator<Item = &'a str>,
    part: &mut impl FnMut(&str) -> Result<(), E>,
) -> Result<(), E> {
    part("[")?;
    for (at, value) in values.enumerate() {
        if at > 0 {
            part(", ")?;
        }
        part(value)?;
    }
    part("]")
}
