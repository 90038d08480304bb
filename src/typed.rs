//! Typed errors: what the generated enums are made of.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// A generated `Error` enum.
pub trait Typed: Sized {
    /// The number of the variant: that of its entry, counted from the service's first.
    fn number(&self) -> u32;

    /// The variant of this number, with these arguments.
    fn build(number: u32, args: &mut dyn Values) -> Option<Self>;
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
            crate::template::write_list(f, self.0.iter().map(String::as_str))
        }
    }

    List(values)
}

/// The typed error that a response is.
#[cfg(feature = "json")]
pub fn from_decoded<E: Typed>(
    decoded: &crate::Decoded,
    wanted: crate::Service,
) -> Result<E, crate::NotThisError> {
    use crate::{NotThisError, Reason};

    let fail = |reason| NotThisError { reason, wanted, decoded: alloc::boxed::Box::new(decoded.clone()) };
    if decoded.code().is_none() {
        return Err(fail(Reason::NoCode));
    }
    let entry = decoded.entry().ok_or_else(|| fail(Reason::UnknownCode))?;
    if entry.service() != wanted {
        return Err(fail(Reason::OtherService(entry.service())));
    }
    let params: Vec<&'static str> = entry.params().collect();
    let args = decoded.args();
    if !params.iter().all(|name| args.iter().any(|arg| arg.name() == Some(name))) {
        return Err(fail(Reason::MissingArguments));
    }
    let first = wanted.get(errcat_core::layout::service::FIRST_ENTRY);
    let mut values = Taken { args, params };
    E::build(entry.row - first, &mut values).ok_or_else(|| fail(Reason::UnknownCode))
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
