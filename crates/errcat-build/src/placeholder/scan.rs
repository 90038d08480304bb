//! Finds the placeholders in a message.

use std::ops::Range;

use super::grammar::{Argument, Dialect, Malformed, escaped, is_special, read};
use crate::diagnostic::DiagnosticKind;

/// A part of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    Literal(String),
    Placeholder(Placeholder),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Placeholder {
    pub(crate) dialect: Dialect,
    pub(crate) argument: Argument,
    /// Whether it takes any number of values.
    pub(crate) list: bool,
    /// Where it is in the message, in bytes.
    pub(crate) span: Range<usize>,
}

/// The most placeholders of a message, and the most names of `params` and `markers`. Real ones have up to ten, and to find
/// which of them belong together takes time that grows with the square of their number.
pub(crate) const MOST_PLACEHOLDERS: usize = 100;

/// Why a message cannot be split.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct ScanError {
    /// Offset in the message, in bytes.
    pub(crate) offset: usize,
    pub(crate) kind: DiagnosticKind,
    pub(crate) message: String,
    pub(crate) help: &'static str,
}

/// Splits a message into literal texts and placeholders. `markers` are texts that are placeholders in this entry.
pub(crate) fn scan(message: &str, markers: &[&str]) -> Result<Vec<Piece>, ScanError> {
    let mut scanner = Scanner { message, at: 0, markers, pieces: Vec::new(), placeholders: 0 };
    while scanner.at < message.len() {
        scanner.step()?;
        if scanner.placeholders > MOST_PLACEHOLDERS {
            return Err(scanner.too_many());
        }
    }
    Ok(scanner.pieces)
}

/// Returns `true` if the message reads differently without this marker, or cannot be read.
pub(crate) fn marker_matters(message: &str, marker: &str) -> bool {
    let (Ok(with), Ok(without)) = (scan(message, &[marker]), scan(message, &[])) else { return true };
    // A marker such as `%s` is a placeholder anyway.
    let same = |one: &Piece, other: &Piece| match (one, other) {
        (Piece::Placeholder(one), Piece::Placeholder(other)) => {
            (&one.argument, one.list, &one.span) == (&other.argument, other.list, &other.span)
        }
        (one, other) => one == other,
    };
    with.len() != without.len() || with.iter().zip(&without).any(|(one, other)| !same(one, other))
}

impl Piece {
    pub(crate) fn literal(&self) -> Option<&str> {
        match self {
            Self::Literal(text) => Some(text),
            Self::Placeholder(_) => None,
        }
    }

    pub(crate) fn placeholder(&self) -> Option<&Placeholder> {
        match self {
            Self::Literal(_) => None,
            Self::Placeholder(placeholder) => Some(placeholder),
        }
    }
}

impl Placeholder {
    /// Returns the name that it has by itself.
    pub(crate) fn name(&self) -> Option<&str> {
        match &self.argument {
            Argument::Named(name) => Some(name),
            Argument::Next | Argument::Position(_) => None,
        }
    }
}

struct Scanner<'a> {
    message: &'a str,
    at: usize,
    markers: &'a [&'a str],
    pieces: Vec<Piece>,
    /// How many of the pieces are placeholders.
    placeholders: usize,
}

impl<'a> Scanner<'a> {
    fn rest(&self) -> &'a str {
        &self.message[self.at..]
    }

    /// Takes one placeholder, or some literal text.
    fn step(&mut self) -> Result<(), ScanError> {
        let rest = self.rest();
        if let Some(len) = self.marker() {
            self.placeholder(Dialect::Marker, Argument::Next, false, len);
        } else if let Some((character, len)) = escaped(rest) {
            self.literal(character.encode_utf8(&mut [0; 4]), len);
        } else if let Some(found) = read(rest).map_err(|malformed| self.malformed(malformed))? {
            self.placeholder(found.dialect, found.argument, found.list, found.len);
        } else {
            let len = self.plain_length(rest);
            self.literal(&rest[..len], len);
        }
        Ok(())
    }

    /// Returns the length of what is text for sure: the next character, and those behind it up to one that can begin a
    /// placeholder. Markers can begin with any character.
    fn plain_length(&self, rest: &str) -> usize {
        let first = rest.chars().next().map_or(1, char::len_utf8);
        if self.markers.is_empty() {
            // No part of a longer character is special.
            rest[first..].bytes().position(is_special).map_or(rest.len(), |more| first + more)
        } else {
            first
        }
    }

    fn literal(&mut self, text: &str, len: usize) {
        self.at += len;
        if let Some(Piece::Literal(literal)) = self.pieces.last_mut() {
            literal.push_str(text);
        } else {
            self.pieces.push(Piece::Literal(text.to_owned()));
        }
    }

    fn placeholder(&mut self, dialect: Dialect, argument: Argument, list: bool, len: usize) {
        let span = self.at..self.at + len;
        self.at = span.end;
        self.placeholders += 1;
        self.pieces.push(Piece::Placeholder(Placeholder { dialect, argument, list, span }));
    }

    fn malformed(&self, Malformed { message, help }: Malformed) -> ScanError {
        let message = format!("malformed placeholder: {message}");
        ScanError { offset: self.at, kind: DiagnosticKind::MalformedPlaceholder, message, help }
    }

    fn too_many(&self) -> ScanError {
        let last = self.pieces.last().and_then(Piece::placeholder);
        ScanError {
            offset: last.map_or(0, |placeholder| placeholder.span.start),
            kind: DiagnosticKind::TooManyPlaceholders,
            message: format!("the message has more than {MOST_PLACEHOLDERS} placeholders"),
            help: "write `%%`, `{{` and the like for what is text",
        }
    }

    /// Returns the length of the longest marker that is a word of its own here.
    fn marker(&self) -> Option<usize> {
        let before = self.message[..self.at].chars().next_back();
        let fits = |marker: &&&str| {
            let after = self.rest().strip_prefix(**marker).map(|rest| rest.chars().next());
            after.is_some_and(|after| {
                !same_word(before, marker.chars().next()) && !same_word(marker.chars().next_back(), after)
            })
        };
        self.markers.iter().filter(fits).map(|marker| marker.len()).max()
    }
}

/// Whether the two characters would read as one word.
fn same_word(left: Option<char>, right: Option<char>) -> bool {
    let in_word = |side: Option<char>| side.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_');
    in_word(left) && in_word(right)
}
