//! Arguments that a template does not take.

/// A template was given more or fewer arguments than it has parameters.
///
/// ```
/// let message = errcat::code!("CSBS.6019").entry().message();
/// let error = message.format(&["s-1"]).unwrap_err();
/// assert_eq!((error.expected(), error.given()), (4, 1));
/// assert_eq!(error.to_string(), "the message takes 4 arguments, 1 given");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("the message takes {least}{expected} argument{s}, {given} given",
    least = if *.list { "at least " } else { "" }, s = if *.expected == 1 { "" } else { "s" })]
pub struct ArgumentError {
    pub(crate) expected: usize,
    pub(crate) given: usize,
    pub(crate) list: bool,
}

impl ArgumentError {
    /// How many arguments the template takes; at least so many, where one of them is a list.
    #[must_use]
    pub fn expected(self) -> usize {
        self.expected
    }

    /// How many were given.
    #[must_use]
    pub fn given(self) -> usize {
        self.given
    }
}
