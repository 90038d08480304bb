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
