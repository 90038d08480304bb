//! A message with its arguments.

use core::fmt;

use super::argument::{ArgumentValue, ToArgument};
use super::template::Placeholders;

/// A message without lists, with an argument for each parameter, as most are.
#[derive(Debug)]
pub(super) struct PlainMessage<'a, A> {
    pub(super) literals: &'static str,
    pub(super) placeholders: Placeholders,
    pub(super) args: &'a [A],
}

impl<A: ToArgument> PlainMessage<'_, A> {
    /// Gives the parts of the message to `part`, in order, until it fails.
    #[inline]
    fn parts<E>(&self, mut part: impl FnMut(&str) -> Result<(), E>) -> Result<(), E> {
        let (mut rest, mut from) = (self.literals, 0);
        for placeholder in self.placeholders.iter() {
            let (text, after) =
                rest.split_at_checked(placeholder.offset.wrapping_sub(from)).unwrap_or((rest, ""));
            part(text)?;
            match self.args.get(placeholder.param).map(ToArgument::value) {
                Some(ArgumentValue::One(text)) => part(text)?,
                Some(many) => list_parts(items(many), &mut part)?,
                None => {}
            }
            (rest, from) = (after, placeholder.offset);
        }
        part(rest)
    }

    /// Length of the message in bytes.
    #[cfg(feature = "alloc")]
    #[inline]
    fn len(&self) -> usize {
        // As many placeholders as parameters: each stands once.
        let args: usize = if self.placeholders.len() == self.args.len() {
            self.args.iter().map(|arg| shown_len(arg.value())).sum()
        } else {
            let args = self.placeholders.iter().filter_map(|placeholder| self.args.get(placeholder.param));
            args.map(|arg| shown_len(arg.value())).sum()
        };
        self.literals.len() + args
    }

    #[cfg(feature = "alloc")]
    #[inline]
    pub(super) fn append_to(&self, out: &mut alloc::string::String) {
        if out.capacity() - out.len() < ROOM {
            out.reserve(self.len());
        }
        self.push_to(out);
    }

    /// Appends the message to a string that has room for it, as it should.
    #[cfg(feature = "alloc")]
    #[inline]
    fn push_to(&self, out: &mut alloc::string::String) {
        self.parts(infallible(|text| out.push_str(text))).unwrap_or(());
    }
}

/// With so many bytes left, a string mostly has room for a message, and how long that will be is not counted first.
#[cfg(feature = "alloc")]
const ROOM: usize = 256;

/// A message with its arguments, ready to be shown.
#[derive(Debug)]
pub struct Formatted<'a, A> {
    message: PlainMessage<'a, A>,
    /// The parameter that is a list.
    list: Option<usize>,
    /// A list parameter takes so many arguments, from its position on.
    spread: Option<(usize, usize)>,
}

impl<'a, A: ToArgument> Formatted<'a, A> {
    #[inline]
    pub(super) fn new(
        message: PlainMessage<'a, A>,
        list: Option<usize>,
        spread: Option<(usize, usize)>,
    ) -> Self {
        Self { message, list, spread }
    }

    /// Returns the message as a new `String`, which is allocated once. The `to_string` of [`Display`](fmt::Display)
    /// returns the same text, and grows its `String` as it goes.
    ///
    /// ```
    /// let message = errcat::code!("CSBS.6019").entry().message();
    /// let text = message.format(&["s-1", "ECS", "s-2", "BMS"])?.into_string();
    /// assert_eq!(text.capacity(), text.len());
    /// # Ok::<(), errcat::ArgumentError>(())
    /// ```
    #[cfg(feature = "alloc")]
    #[must_use]
    pub fn into_string(self) -> alloc::string::String {
        let mut out = alloc::string::String::with_capacity(self.len());
        self.push_to(&mut out);
        out
    }

    #[cfg(feature = "alloc")]
    pub(super) fn append_to(&self, out: &mut alloc::string::String) {
        out.reserve(self.len());
        self.push_to(out);
    }

    #[cfg(feature = "alloc")]
    fn push_to(&self, out: &mut alloc::string::String) {
        if self.list.is_none() {
            self.message.push_to(out);
        } else {
            self.parts(infallible(|text| out.push_str(text))).unwrap_or(());
        }
    }

    /// Length of the message in bytes.
    #[cfg(feature = "alloc")]
    fn len(&self) -> usize {
        if self.list.is_none() {
            return self.message.len();
        }
        let mut len = 0;
        self.parts(infallible(|text| len += text.len())).unwrap_or(());
        len
    }

    /// Gives the parts of a message with a list to `part`, in order, until it fails.
    fn parts<E>(&self, mut part: impl FnMut(&str) -> Result<(), E>) -> Result<(), E> {
        let mut from = 0;
        for placeholder in self.message.placeholders.iter() {
            part(self.message.literals.get(from..placeholder.offset).unwrap_or(""))?;
            from = placeholder.offset;
            match self.argument(placeholder.param) {
                ArgumentValue::One(text) if !placeholder.list && !self.is_spread(placeholder.param) => {
                    part(text)?;
                }
                value => self.list(placeholder.param, value, &mut part)?,
            }
        }
        part(self.message.literals.get(from..).unwrap_or(""))
    }

    fn is_spread(&self, param: usize) -> bool {
        self.spread.is_some_and(|(spread, _)| spread == param)
    }

    /// The argument of a parameter, the first of several.
    fn argument(&self, param: usize) -> ArgumentValue<'_> {
        let at = match self.spread {
            Some((spread, count)) if param > spread => param + count - 1,
            _ => param,
        };
        self.message.args.get(at).map_or(ArgumentValue::One(""), ToArgument::value)
    }

    /// Gives the parts of a list.
    fn list<E>(
        &self,
        param: usize,
        value: ArgumentValue<'_>,
        part: &mut impl FnMut(&str) -> Result<(), E>,
    ) -> Result<(), E> {
        match self.spread {
            Some((spread, count)) if spread == param => {
                let values = self.message.args.get(param..param + count).unwrap_or(&[]);
                list_parts(values.iter().flat_map(|value| items(value.value())), part)
            }
            _ => list_parts(items(value), part),
        }
    }
}

impl<A: ToArgument> fmt::Display for Formatted<'_, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.list.is_none() {
            self.message.parts(|text| f.write_str(text))
        } else {
            self.parts(|text| f.write_str(text))
        }
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

fn items(value: ArgumentValue<'_>) -> impl Iterator<Item = &str> {
    let (one, many) = match value {
        ArgumentValue::One(text) => (Some(text), [].as_slice()),
        ArgumentValue::Many(texts) => (None, texts),
    };
    one.into_iter().chain(many.iter().copied())
}

/// Length of a value in a message without lists, in bytes.
#[cfg(feature = "alloc")]
#[inline]
fn shown_len(value: ArgumentValue<'_>) -> usize {
    match value {
        ArgumentValue::One(text) => text.len(),
        ArgumentValue::Many(texts) => {
            let mut len = 0;
            list_parts(texts.iter().copied(), &mut infallible(|text| len += text.len())).unwrap_or(());
            len
        }
    }
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
