//! Puts arguments into a template.

use core::fmt;

use super::Template;
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
    pub fn format<A: Argument>(self, args: &[A]) -> Result<Formatted<'_, A>, ArgumentError> {
        let expected = self.params().len();
        let list = self.holes().find(|hole| hole.list).map(|hole| hole.param);
        if args.len() == expected {
            return Ok(Formatted { template: self, args, spread: None });
        }
        let spread = list.filter(|_| args.len() + 1 >= expected);
        if let Some(param) = spread {
            Ok(Formatted { template: self, args, spread: Some((param, args.len() + 1 - expected)) })
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
        let formatted = self.format(args)?;
        out.reserve(formatted.len());
        // Writing to a `String` cannot fail.
        let _ = formatted.write(out);
        Ok(())
    }
}

/// A message with its arguments, ready to be shown.
#[derive(Debug)]
pub struct Formatted<'a, A> {
    template: Template,
    args: &'a [A],
    /// A list parameter takes so many arguments, from its position on.
    spread: Option<(usize, usize)>,
}

impl<A: Argument> Formatted<'_, A> {
    fn write(&self, out: &mut (impl fmt::Write + ?Sized)) -> fmt::Result {
        let literals = self.template.literals();
        let mut from = 0;
        for hole in self.template.holes() {
            out.write_str(literals.get(from..hole.offset).unwrap_or(""))?;
            from = hole.offset;
            match self.spread {
                Some((param, count)) if param == hole.param => {
                    let values = self.args.get(param..param + count).unwrap_or(&[]);
                    write_list(out, values.iter().flat_map(|value| items(value.value())))?;
                }
                spread => {
                    let at = match spread {
                        Some((param, count)) if hole.param > param => hole.param + count - 1,
                        _ => hole.param,
                    };
                    let value = self.args.get(at).map_or(Value::One(""), Argument::value);
                    match value {
                        Value::One(text) if !hole.list => out.write_str(text)?,
                        value => write_list(out, items(value))?,
                    }
                }
            }
        }
        out.write_str(literals.get(from..).unwrap_or(""))
    }

    /// Length of the message in bytes.
    #[cfg(feature = "alloc")]
    fn len(&self) -> usize {
        struct Count(usize);

        impl fmt::Write for Count {
            fn write_str(&mut self, text: &str) -> fmt::Result {
                self.0 += text.len();
                Ok(())
            }
        }

        let mut count = Count(0);
        let _ = self.write(&mut count);
        count.0
    }
}

impl<A: Argument> fmt::Display for Formatted<'_, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f)
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
pub(crate) fn write_list<'a>(
    out: &mut (impl fmt::Write + ?Sized),
    values: impl Iterator<Item = &'a str>,
) -> fmt::Result {
    out.write_str("[")?;
    for (at, value) in values.enumerate() {
        if at > 0 {
            out.write_str(", ")?;
        }
        out.write_str(value)?;
    }
    out.write_str("]")
}
