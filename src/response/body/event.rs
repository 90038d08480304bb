//! What a body holds, whatever it was written in, as a sequence of events.

use alloc::borrow::Cow;

use super::unescape;

/// Takes what a parser finds, in the order of the text.
pub(crate) trait Sink {
    /// An object or an array begins. The key is empty for items of arrays.
    fn open(&mut self, key: &str, object: bool);

    /// A value that holds no others.
    fn scalar(&mut self, key: &str, value: Scalar<'_>);

    /// The innermost object or array ends.
    fn close(&mut self);
}

/// Takes nothing: for parsers that only look whether they can read a text.
pub(crate) struct Nothing;

impl Sink for Nothing {
    fn open(&mut self, _: &str, _: bool) {}
    fn scalar(&mut self, _: &str, _: Scalar<'_>) {}
    fn close(&mut self) {}
}

/// A value that holds no others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Scalar<'t> {
    /// `null`.
    Null,
    /// A number or a boolean, as it is written.
    Bare(&'t str),
    /// A text.
    Text(&'t str),
    /// What is between quotes: a text, in which escapes may be.
    Quoted(&'t str),
}

impl<'t> Scalar<'t> {
    /// Returns the text, if it is one.
    pub(crate) fn text(self) -> Option<Cow<'t, str>> {
        match self {
            Self::Text(text) => Some(Cow::Borrowed(text)),
            Self::Quoted(raw) => Some(unescape::json(raw)),
            Self::Null | Self::Bare(_) => None,
        }
    }

    /// Returns the text, number or boolean, unless it is blank.
    pub(crate) fn said(self) -> Option<Cow<'t, str>> {
        let said = match self {
            Self::Bare(text) => Cow::Borrowed(text),
            other => other.text()?,
        };
        (!said.trim().is_empty()).then_some(said)
    }

    /// Returns whether there can be a brace in the text.
    pub(crate) fn may_hold_brace(self) -> bool {
        match self {
            Self::Text(text) => text.contains('{'),
            Self::Quoted(raw) => raw.contains('{') || raw.contains("\\u007"),
            Self::Null | Self::Bare(_) => false,
        }
    }

    /// Returns how long the text is, before escapes are taken away.
    pub(crate) fn len(self) -> usize {
        match self {
            Self::Null => 0,
            Self::Bare(text) | Self::Text(text) | Self::Quoted(text) => text.len(),
        }
    }
}
