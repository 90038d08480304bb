//! A catalog file that has been read.

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::Arc;

use super::limits::may_have_comment_behind;
use super::positions::{Positions, Span, TO_THE_END};
use super::tree::{Node, NodeId, Value};
use crate::diagnostic::{Diagnostic, DiagnosticKind, Diagnostics, Level, Reported};

/// A catalog file. Where its values are is found when it is asked for: a file with nothing to report is read once.
#[derive(Debug)]
pub(crate) struct File {
    /// The path, as messages show it.
    pub(crate) path: String,
    pub(crate) root: Node,
    pub(super) text: String,
    positions: OnceCell<Positions>,
    comments: OnceCell<bool>,
}

/// A place in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place(Kind);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Node(NodeId),
    /// A part of a text, in bytes of its value.
    Part(NodeId, usize, usize),
    Span(Span),
}

impl Node {
    /// Returns the place of this node.
    pub(crate) fn place(&self) -> Place {
        Place(Kind::Node(self.id))
    }
}

impl Place {
    /// The place of the node with this number.
    pub(super) const fn node(id: NodeId) -> Self {
        Self(Kind::Node(id))
    }

    /// A place that is known already.
    pub(super) const fn span(span: Span) -> Self {
        Self(Kind::Span(span))
    }

    /// Returns a part of the text at this place, in bytes of its value.
    pub(crate) fn part(self, part: Range<usize>) -> Self {
        match self.0 {
            Kind::Node(node) => Self(Kind::Part(node, part.start, part.end)),
            _ => self,
        }
    }
}

/// A line that is longer, in bytes, is not shown whole: an excerpt shows a hundred columns of it.
const LONG_LINE: usize = 1024;
/// The part of a long line that a diagnostic has: at most this many characters before the place, and from it on.
const SHOWN: (usize, usize) = (100, 400);

impl File {
    /// A file whose values are still to be read.
    pub(super) fn new(path: String, text: String) -> Self {
        let root = Node { id: 0, value: Value::Null };
        Self { path, root, text, positions: OnceCell::new(), comments: OnceCell::new() }
    }

    pub(super) fn positions(&self) -> &Positions {
        self.positions.get_or_init(|| Positions::read(&self.text))
    }

    /// Returns whether anybody asked where something is.
    #[cfg(test)]
    pub(crate) fn is_located(&self) -> bool {
        self.positions.get().is_some()
    }

    /// Returns the line of this place.
    pub(crate) fn line(&self, place: Place) -> usize {
        self.resolve(place).line
    }

    /// Returns the place at this line and column, both from 1.
    pub(super) fn place_at(&self, line: usize, column: usize) -> Place {
        Place::span(self.positions().at(&self.text, line, column))
    }

    /// Returns where the second document begins, or where the text ends.
    pub(super) fn second_document(&self) -> Place {
        self.positions().second_document.map_or_else(|| self.place_at(usize::MAX, 1), Place::span)
    }

    /// Returns what is before a place, and from it on.
    pub(super) fn text_around(&self, span: Span) -> (&str, &str) {
        self.text.split_at_checked(span.start).unwrap_or((&self.text, ""))
    }

    fn resolve(&self, place: Place) -> Span {
        match place.0 {
            Kind::Node(node) => self.positions().span(node),
            Kind::Part(node, start, end) => self.resolve_part(node, start..end),
            Kind::Span(span) => span,
        }
    }

    /// Returns where a part of a text is, if the text is written on one line as it is, and else where the text is.
    fn resolve_part(&self, node: NodeId, part: Range<usize>) -> Span {
        let whole = self.positions().span(node);
        let text = self.root.find(node).and_then(|node| node.value.as_text()).unwrap_or_default();
        let (_, rest) = self.text_around(whole);
        let quote = usize::from(rest.starts_with(['"', '\'']));
        match (text.get(..part.start), text.get(part.clone())) {
            (Some(before), Some(inside)) if !text.contains('\n') && rest[quote..].starts_with(text) => Span {
                column: whole.column + quote + before.chars().count(),
                length: inside.chars().count(),
                start: whole.start + quote + part.start,
                ..whole
            },
            _ => whole,
        }
    }

    /// Returns the comment behind a text without quotes that ends on the line of this place.
    pub(crate) fn comment_behind(&self, place: Place, text: &str) -> Option<(Place, &str)> {
        if !self.comments.get_or_init(|| may_have_comment_behind(&self.text)) || text.contains('\n') {
            return None;
        }
        let span = self.resolve(place);
        let behind = self.text.get(span.start..)?.strip_prefix(text)?;
        let comment = behind.trim_start_matches([' ', '\t']);
        let blank = behind.len() - comment.len();
        if blank == 0 || !comment.starts_with('#') {
            return None;
        }
        let comment = comment.lines().next()?.split('\r').next()?;
        let place = Place::span(Span {
            column: span.column + text.chars().count() + blank,
            length: comment.chars().count(),
            start: span.start + text.len() + blank,
            ..span
        });
        Some((place, comment))
    }

    /// Reports a problem at this place.
    pub(crate) fn fault(
        &self,
        faults: &mut Diagnostics,
        place: Place,
        kind: DiagnosticKind,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Reported {
        self.report(faults, place, (kind.level(), kind), message.into(), help.into())
    }

    /// Reports something of another level than its kind usually has.
    pub(crate) fn report(
        &self,
        faults: &mut Diagnostics,
        place: Place,
        (level, kind): (Level, DiagnosticKind),
        message: String,
        help: String,
    ) -> Reported {
        if faults.is_full(&self.path) {
            return faults.omit(&self.path, level);
        }
        let path = self.path.clone();
        let span = self.resolve(place);
        let length = self.marked(span);
        let (source, source_column) = self.source(span);
        let Span { line, column, .. } = span;
        faults.push(Diagnostic {
            path,
            line,
            column,
            level,
            kind,
            message,
            help,
            source,
            source_column,
            length,
        })
    }

    /// Returns how many characters are marked: at least one, and none after the end of what is written on the line.
    fn marked(&self, span: Span) -> usize {
        let end = self.positions().line(&self.text, span.line).end;
        let rest = self.text.get(span.start..end).unwrap_or_default();
        if span.length == TO_THE_END {
            // A comment is not part of a value that goes on.
            let rest = rest.split(" #").next().unwrap_or(rest);
            return rest.trim_end().chars().count().max(1);
        }
        let marked = rest.char_indices().nth(span.length).map_or(rest, |(end, _)| &rest[..end]);
        let marked = if rest[marked.len()..].trim_start().is_empty() { marked.trim_end() } else { marked };
        marked.chars().count().max(1)
    }

    /// Returns the line of a place, or the part around the place where it is long, and the column at which that begins.
    fn source(&self, span: Span) -> (Arc<str>, usize) {
        let bytes = self.positions().line(&self.text, span.line);
        if bytes.len() <= LONG_LINE {
            return (Arc::from(&self.text[bytes]), 1);
        }
        let middle = span.start.clamp(bytes.start, bytes.end);
        let (before, behind) = (&self.text[bytes.start..middle], &self.text[middle..bytes.end]);
        let start = before.char_indices().rev().nth(SHOWN.0 - 1).map_or(0, |(at, _)| at);
        let end = behind.char_indices().nth(SHOWN.1).map_or(behind.len(), |(at, _)| at);
        let left = before[start..].chars().count();
        let source = format!("{}{}", &before[start..], &behind[..end]);
        (Arc::from(source), span.column.saturating_sub(left).max(1))
    }
}
