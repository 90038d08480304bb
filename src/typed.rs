//! Typed errors: what the generated enums are made of.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Display as _};

use crate::catalog::Entry;
use crate::message::Piece;

/// A generated `Error` enum.
pub trait Typed: Sized {
    /// How many variants there are.
    const COUNT: u32;

    /// Shows the number of the variant, which is that of its entry, counted from the service's first, and its fields.
    fn visit(&self, visitor: &mut dyn FnMut(u32, &[Field<'_>]));

    /// The variant of this number, which is less than [`COUNT`](Self::COUNT), with these arguments.
    fn build(number: u32, args: &mut dyn Values) -> Self;
}

/// A field of a typed error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field<'a> {
    /// The value of a placeholder.
    One(&'a String),
    /// The values of a list.
    Many(&'a Vec<String>),
}

/// The number of the variant.
pub fn number(error: &impl Typed) -> u32 {
    let mut found = 0;
    error.visit(&mut |number, _| found = number);
    found
}

/// Whether two errors are the same variant with the same fields.
pub fn equal<E: Typed>(one: &E, other: &E) -> bool {
    let mut equal = false;
    one.visit(&mut |number, fields| {
        other.visit(&mut |other, others| equal = (number, fields) == (other, others));
    });
    equal
}

/// The same error once more.
pub fn clone_of<E: Typed>(error: &E) -> E {
    struct Copied<'a>(&'a [Field<'a>]);

    impl Values for Copied<'_> {
        fn text(&mut self, at: usize) -> String {
            match self.0.get(at) {
                Some(Field::One(text)) => (*text).clone(),
                _ => String::new(),
            }
        }

        fn list(&mut self, at: usize) -> Vec<String> {
            match self.0.get(at) {
                Some(Field::Many(texts)) => (*texts).clone(),
                _ => Vec::new(),
            }
        }
    }

    let mut copy = None;
    error.visit(&mut |number, fields| copy = Some(E::build(number, &mut Copied(fields))));
    // It has been visited: this is for the compiler.
    copy.unwrap_or_else(|| E::build(0, &mut Copied(&[])))
}

/// As `derive(Debug)` shows it.
pub fn debug(error: &impl Typed, entry: Entry, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut shown = f.debug_struct(entry.name());
    error.visit(&mut |_, fields| {
        for (name, field) in entry.params().zip(fields) {
            match field {
                Field::One(text) => shown.field(name, text),
                Field::Many(texts) => shown.field(name, texts),
            };
        }
    });
    shown.finish()
}

/// A part of what a typed error shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DisplayPart {
    /// Text, as it is.
    Text(&'static str),
    /// The code of the entry.
    Code,
    /// The name of the entry.
    Name,
    /// The message with its arguments.
    Message,
}

/// Shows an error in these parts; one without a documented message as its code and arguments.
pub fn display(
    error: &impl Typed,
    entry: Entry,
    parts: &[DisplayPart],
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let mut result = Ok(());
    error.visit(&mut |_, fields| {
        result = if entry.message().as_str().is_empty() {
            display_code(entry, fields, f)
        } else {
            parts.iter().try_for_each(|part| match part {
                DisplayPart::Text(text) => f.write_str(text),
                DisplayPart::Code => f.write_str(entry.code().as_str()),
                DisplayPart::Name => f.write_str(entry.name()),
                DisplayPart::Message => display_message(entry, fields, f),
            })
        };
    });
    result
}

fn display_message(entry: Entry, fields: &[Field<'_>], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    entry.message().pieces().try_for_each(|piece| match piece {
        Piece::Literal(text) => f.write_str(text),
        Piece::Placeholder { param, .. } => fields.get(param).map_or(Ok(()), |field| write_field(*field, f)),
    })
}

fn display_code(entry: Entry, fields: &[Field<'_>], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(entry.code().as_str())?;
    for (at, field) in fields.iter().enumerate() {
        f.write_str(if at == 0 { " (" } else { ", " })?;
        write_field(*field, f)?;
    }
    f.write_str(if fields.is_empty() { "" } else { ")" })
}

fn write_field(field: Field<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match field {
        Field::One(text) => f.write_str(text),
        Field::Many(texts) => list(texts).fmt(f),
    }
}

/// The arguments of a typed error, by the position of their parameter.
pub trait Values {
    /// The value of a parameter.
    fn text(&mut self, at: usize) -> String;

    /// The values of a list parameter.
    fn list(&mut self, at: usize) -> Vec<String>;
}

/// Shows a list as messages write it: `[a, b]`.
#[must_use]
pub fn list(values: &[String]) -> impl fmt::Display + '_ {
    struct List<'a>(&'a [String]);

    impl fmt::Display for List<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            crate::message::write_list(f, self.0.iter().map(String::as_str))
        }
    }

    List(values)
}

/// The typed error that a response is.
#[cfg(feature = "json")]
pub fn from_decoded<E: Typed>(
    decoded: &crate::Decoded,
    wanted: crate::Service,
) -> Result<E, crate::TypedErrorMismatch> {
    use crate::{MismatchReason, TypedErrorMismatch};

    let fail =
        |reason| TypedErrorMismatch { reason, wanted, decoded: alloc::boxed::Box::new(decoded.clone()) };
    if decoded.code().is_none() {
        return Err(fail(MismatchReason::NoCode));
    }
    let entry = decoded.entry().ok_or_else(|| fail(MismatchReason::UnknownCode))?;
    if entry.service() != wanted {
        return Err(fail(MismatchReason::OtherService(entry.service())));
    }
    let params: Vec<&'static str> = entry.params().collect();
    let args = decoded.args();
    if !params.iter().all(|name| args.iter().any(|arg| arg.name() == Some(name))) {
        return Err(fail(MismatchReason::MissingArguments));
    }
    let first = wanted.get(errcat_core::layout::service::FIRST_ENTRY);
    let number = entry.row - first;
    if number >= E::COUNT {
        return Err(fail(MismatchReason::UnknownCode));
    }
    Ok(E::build(number, &mut Taken { args, params }))
}

/// The arguments of a response, by parameter.
#[cfg(feature = "json")]
struct Taken<'a> {
    args: &'a crate::Args<'static>,
    params: Vec<&'static str>,
}

#[cfg(feature = "json")]
impl Taken<'_> {
    fn arg(&self, at: usize) -> Option<&crate::Arg<'static>> {
        let name = *self.params.get(at)?;
        self.args.iter().find(|arg| arg.name() == Some(name))
    }
}

#[cfg(feature = "json")]
impl Values for Taken<'_> {
    fn text(&mut self, at: usize) -> String {
        self.arg(at).map(alloc::string::ToString::to_string).unwrap_or_default()
    }

    fn list(&mut self, at: usize) -> Vec<String> {
        let values =
            self.arg(at).map(|arg| arg.values().iter().map(|value| value.clone().into_owned()).collect());
        values.unwrap_or_default()
    }
}
