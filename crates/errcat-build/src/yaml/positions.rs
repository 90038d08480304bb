//! Where the nodes of a document are in its text, from the events of a parser that tells.

use std::ops::Range;

use saphyr_parser::{Event, Marker, Parser};

use super::limits::DEEPEST;
use super::tree::NodeId;

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    /// From 1.
    pub(super) line: usize,
    /// In characters, from 1.
    pub(super) column: usize,
    /// In characters; [`TO_THE_END`] for what goes on in the next line.
    pub(super) length: usize,
    /// In bytes, from the start of the text.
    pub(super) start: usize,
}

/// The length of what takes the rest of its line.
pub(super) const TO_THE_END: usize = usize::MAX;

/// The places of the nodes of one document, and of its lines.
#[derive(Debug)]
pub(super) struct Positions {
    /// The spans of the nodes, by their numbers.
    spans: Vec<Span>,
    /// Where a second document begins.
    pub(super) second_document: Option<Span>,
    /// Why the nodes end here, if the document goes on.
    pub(super) end: Option<End>,
    /// Where the lines begin, in bytes.
    lines: Vec<usize>,
}

/// Why a document was not read to its end.
#[derive(Debug)]
pub(super) enum End {
    /// This node is nested too deep.
    TooDeep(Span),
    /// This node has an anchor, or refers to one.
    Anchor(Span),
    /// The text is not YAML.
    Syntax {
        message: String,
        span: Span,
        /// The innermost collection in brackets that is open there, and its closing bracket.
        open: Option<(Span, char)>,
    },
}

impl Positions {
    /// Reads the places of all nodes up to the second document or to what must not be in a catalog.
    pub(super) fn read(text: &str) -> Self {
        let mut reader = Reader { cursor: Cursor::new(text), spans: Vec::new(), open: Vec::new() };
        let (mut documents, mut second_document) = (0, None);
        let mut end = None;
        for event in Parser::new_from_str(text) {
            let (event, span) = match event {
                Ok((event, span)) => (event, reader.span(&span.start, &span.end)),
                Err(error) => {
                    let span = reader.span(error.marker(), error.marker());
                    end =
                        Some(End::Syntax { message: error.info().to_owned(), span, open: reader.bracket() });
                    break;
                }
            };
            documents += usize::from(matches!(event, Event::DocumentStart(_)));
            if documents > 1 {
                second_document = Some(span);
                break;
            }
            reader.event(&event, span);
            end = reader.refused(&event, span);
            if end.is_some() {
                break;
            }
        }
        Self { spans: reader.spans, second_document, end, lines: lines(text) }
    }

    /// Returns the span of a node, or of the last one before it that is known.
    pub(super) fn span(&self, node: NodeId) -> Span {
        let whole = Span { line: 1, column: 1, length: TO_THE_END, start: 0 };
        let known = usize::try_from(node).unwrap_or(usize::MAX).min(self.spans.len().saturating_sub(1));
        self.spans.get(known).copied().unwrap_or(whole)
    }

    /// Returns the bytes of a line, from 1, without its end.
    pub(super) fn line(&self, text: &str, number: usize) -> Range<usize> {
        let begin = |number: usize| self.lines.get(number).copied().unwrap_or(text.len());
        let start = begin(number.saturating_sub(1));
        let line = text.get(start..begin(number)).unwrap_or("");
        start..start + line.trim_end_matches(['\n', '\r']).len()
    }

    /// Returns the place at this line and column, or the end of the text where that is before it.
    pub(super) fn at(&self, text: &str, line: usize, column: usize) -> Span {
        let last = self.lines.len().max(1);
        let (line, column) = if line <= last { (line.max(1), column.max(1)) } else { (last, usize::MAX) };
        let bytes = self.line(text, line);
        let mut before = text[bytes.clone()].char_indices().map(|(at, _)| at);
        let (start, column) = match before.nth(column - 1) {
            Some(at) => (bytes.start + at, column),
            None if column == usize::MAX => (bytes.end, text[bytes].chars().count() + 1),
            None => (bytes.end, column),
        };
        Span { line, column, length: 1, start }
    }
}

/// Where the lines of a text begin, as YAML ends them.
fn lines(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let is_end = |at: usize| bytes[at] == b'\n' || (bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
    let mut lines = vec![0];
    lines.extend((0..bytes.len()).filter(|at| is_end(*at)).map(|at| at + 1));
    if lines.len() > 1 && lines.last() == Some(&bytes.len()) {
        lines.pop();
    }
    lines
}

struct Reader<'t> {
    cursor: Cursor<'t>,
    spans: Vec<Span>,
    open: Vec<Open>,
}

/// A collection that is being read.
struct Open {
    node: usize,
    /// What closes it, if it is in brackets.
    bracket: Option<char>,
    next: Next,
}

#[derive(Clone, Copy)]
enum Next {
    Item,
    Key,
    /// The value of the key that is this node.
    Value(usize),
}

impl Reader<'_> {
    fn span(&mut self, start: &Marker, end: &Marker) -> Span {
        let length =
            if start.line() == end.line() { end.col().saturating_sub(start.col()) } else { TO_THE_END };
        Span { line: start.line(), column: start.col() + 1, length, start: self.cursor.byte(start.index()) }
    }

    fn event(&mut self, event: &Event<'_>, span: Span) {
        match event {
            Event::Scalar(..) | Event::Alias(_) => {
                self.node(span);
                self.ended();
            }
            Event::SequenceStart(..) => self.collection(span, Next::Item, ('[', ']')),
            Event::MappingStart(..) => self.collection(span, Next::Key, ('{', '}')),
            Event::SequenceEnd | Event::MappingEnd => self.end_collection(span),
            _ => {}
        }
    }

    /// Adds a node, and returns its number.
    fn node(&mut self, mut span: Span) -> usize {
        // A value that is left out (`status:`) is where its key is.
        if let (0, Some(Open { next: Next::Value(key), .. })) = (span.length, self.open.last()) {
            span = self.spans.get(*key).copied().unwrap_or(span);
        }
        self.spans.push(span);
        self.spans.len() - 1
    }

    fn collection(&mut self, span: Span, next: Next, brackets: (char, char)) {
        let bracket = self.cursor.text[span.start..].starts_with(brackets.0).then_some(brackets.1);
        let node = self.node(span);
        self.open.push(Open { node, bracket, next });
    }

    fn end_collection(&mut self, end: Span) {
        let Some(Open { node, .. }) = self.open.pop() else { return };
        if let Some(span) = self.spans.get_mut(node) {
            span.length = if end.line == span.line && end.length != TO_THE_END {
                (end.column + end.length).saturating_sub(span.column)
            } else {
                TO_THE_END
            };
        }
        self.ended();
    }

    /// Notes that a node ended: a key, a value, or an item.
    fn ended(&mut self) {
        let last = self.spans.len().saturating_sub(1);
        if let Some(Open { next, .. }) = self.open.last_mut() {
            *next = match *next {
                Next::Item => Next::Item,
                Next::Key => Next::Value(last),
                Next::Value(_) => Next::Key,
            };
        }
    }

    /// Returns why a catalog must not hold what this event begins.
    fn refused(&self, event: &Event<'_>, span: Span) -> Option<End> {
        let has_anchor = match event {
            Event::Alias(_) => true,
            Event::Scalar(_, _, anchor, _)
            | Event::SequenceStart(anchor, _)
            | Event::MappingStart(anchor, _) => *anchor > 0,
            _ => false,
        };
        if has_anchor {
            return Some(End::Anchor(span));
        }
        (self.open.len() > DEEPEST).then_some(End::TooDeep(span))
    }

    /// The innermost collection in brackets that is open.
    fn bracket(&self) -> Option<(Span, char)> {
        let Open { node, bracket, .. } = self.open.iter().rev().find(|open| open.bracket.is_some())?;
        Some((*self.spans.get(*node)?, (*bracket)?))
    }
}

/// Finds the bytes at which characters of a text begin. The parser counts in characters, and goes back a little at most.
struct Cursor<'t> {
    text: &'t str,
    character: usize,
    byte: usize,
}

impl<'t> Cursor<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, character: 0, byte: 0 }
    }

    fn byte(&mut self, character: usize) -> usize {
        let bytes = self.text.as_bytes();
        while self.character < character && self.byte < bytes.len() {
            self.byte += 1;
            self.character += usize::from(self.text.is_char_boundary(self.byte));
        }
        while self.character > character && self.byte > 0 {
            self.byte -= 1;
            self.character -= usize::from(self.text.is_char_boundary(self.byte));
        }
        self.byte
    }
}

#[cfg(test)]
mod tests {
    use super::{Positions, lines};

    /// What the text holds where each node begins, to the end of the line.
    fn starts(text: &str) -> Vec<&str> {
        let positions = Positions::read(text);
        let rest = |start: usize| text[start..].lines().next().unwrap_or("");
        positions.spans.iter().map(|span| rest(span.start)).collect()
    }

    #[test]
    fn nodes_begin_where_the_tree_has_them() {
        let text = "支: [é, 'b']\nc:\n  - d\n";
        // A list in lines of its own is where its key is.
        let due = ["支: [é, 'b']", "支: [é, 'b']", "[é, 'b']", "é, 'b']", "'b']", "c:", "c:", "d"];
        assert_eq!(starts(text), due);
        // A value that is left out is where its key is.
        assert_eq!(starts("a:\nb: c\n"), ["a:", "a:", "a:", "b: c", "c"]);
        assert_eq!(starts("? [a]\n: b\n"), ["? [a]", "[a]", "a]", "b"]);
    }

    #[test]
    fn lines_end_as_in_yaml() {
        assert_eq!(lines("a\nb\r\nc\rd\n"), [0, 2, 5, 7]);
        assert_eq!(lines(""), [0]);
        assert_eq!(lines("\n\n"), [0, 1]);
    }
}
