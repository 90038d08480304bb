//! What can be put into a message.

/// The value of an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ArgumentValue<'a> {
    /// One text.
    One(&'a str),
    /// The values of a list placeholder, shown as `[a, b]`.
    Many(&'a [&'a str]),
}

/// What can be an argument of a message: texts, and slices of texts for lists.
///
/// ```
/// use errcat::{ArgumentValue, code};
///
/// let message = code!("iMetal.0110").entry().message();
/// let args = [ArgumentValue::Many(&["a", "b"]), ArgumentValue::One("timeout")];
/// let text = message.format(&args)?.to_string();
/// assert_eq!(text, "Inspect Physical servers error: [a, b], timeout");
/// # Ok::<(), errcat::ArgumentError>(())
/// ```
pub trait ToArgument {
    /// The value to put into the message.
    fn value(&self) -> ArgumentValue<'_>;
}

impl ToArgument for str {
    fn value(&self) -> ArgumentValue<'_> {
        ArgumentValue::One(self)
    }
}

impl ToArgument for [&str] {
    fn value(&self) -> ArgumentValue<'_> {
        ArgumentValue::Many(self)
    }
}

impl ToArgument for ArgumentValue<'_> {
    fn value(&self) -> ArgumentValue<'_> {
        *self
    }
}

#[cfg(feature = "alloc")]
impl ToArgument for alloc::string::String {
    fn value(&self) -> ArgumentValue<'_> {
        ArgumentValue::One(self)
    }
}

#[cfg(feature = "alloc")]
impl ToArgument for alloc::borrow::Cow<'_, str> {
    fn value(&self) -> ArgumentValue<'_> {
        ArgumentValue::One(self)
    }
}

impl<T: ToArgument + ?Sized> ToArgument for &T {
    fn value(&self) -> ArgumentValue<'_> {
        (**self).value()
    }
}
