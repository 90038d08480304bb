//! Where each value stands in a file, by its path in the document.
//!
//! Paths are JSON pointers (`/entries/3/message`), so that a key may hold whatever it likes. What no pointer can name,
//! a key that is a list for example, has a path that no key can have.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, Span};

/// Where something stands, and how long it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// From 1.
    pub(crate) line: usize,
    /// In characters, from 1.
    pub(crate) column: usize,
    /// In characters; [`TO_THE_END`] for what goes on in the next line.
    pub(crate) length: usize,
}

impl Place {
    /// One character.
    pub(crate) fn one(line: usize, column: usize) -> Self {
        Self { line, column, length: 1 }
    }
}

/// The length of what takes the rest of its line.
pub(crate) const TO_THE_END: usize = usize::MAX;

/// Nothing below this depth has a place: `serde_yaml` refuses it, and paths would grow with the square of the depth.
const DEEPEST: usize = 200;

/// The places of one document.
#[derive(Debug, Default)]
pub(super) struct Places {
    values: HashMap<String, Place>,
    /// The keys of each mapping, in order.
    keys: HashMap<String, Vec<Place>>,
    /// The text keys by their path.
    text_keys: HashMap<String, Place>,
    /// Keys that their mapping holds already.
    pub(super) repeated: Vec<Repeated>,
    /// Where a second document begins.
    pub(super) second_document: Option<Place>,
}

/// A key that its mapping holds already.
#[derive(Debug)]
pub(super) struct Repeated {
    pub(super) key: String,
    pub(super) first: Place,
    pub(super) place: Place,
}

/// The path of what stands in the collection at `path`: under this key, or in this position.
pub(crate) fn child(path: &str, step: &str) -> String {
    format!("{path}/{}", step.replace('~', "~0").replace('/', "~1"))
}

impl Places {
    /// Where the value of this path stands, or the nearest value around it.
    pub(super) fn value(&self, path: &str) -> Place {
        let mut path = path;
        loop {
            if let Some(place) = self.values.get(path) {
                return *place;
            }
            match path.rfind('/') {
                Some(end) => path = &path[..end],
                None => return Place { line: 1, column: 1, length: TO_THE_END },
            }
        }
    }

    /// Where the key of this number in the mapping at this path stands.
    pub(super) fn key(&self, path: &str, number: usize) -> Place {
        let place = self.keys.get(path).and_then(|keys| keys.get(number));
        place.copied().unwrap_or_else(|| self.value(path))
    }

    /// Reads the places of all values up to the second document or the first syntax error.
    pub(super) fn read(text: &str) -> Self {
        let mut reader = Reader { places: Self::default(), open: Vec::new() };
        let mut documents = 0;
        for event in Parser::new_from_str(text) {
            let Ok((event, span)) = event else { break };
            if let Event::DocumentStart(_) = event {
                documents += 1;
            }
            if documents > 1 {
                reader.places.second_document = Some(place(&span));
                break;
            }
            if reader.open.len() > DEEPEST {
                break;
            }
            reader.event(&event, &span);
        }
        reader.places
    }
}

fn place(span: &Span) -> Place {
    let (start, end) = (span.start, span.end);
    let length = if start.line() == end.line() { end.col().saturating_sub(start.col()) } else { TO_THE_END };
    Place { line: start.line(), column: start.col() + 1, length }
}

struct Reader {
    places: Places,
    open: Vec<Open>,
}

/// A collection that is being read.
struct Open {
    path: String,
    next: Next,
    /// Whether the collection is itself a key: then it ends no value of the mapping around it.
    is_key: bool,
}

enum Next {
    Item(usize),
    Key,
    /// The value of a mapping, and its path.
    Value(String),
}

impl Reader {
    fn event(&mut self, event: &Event<'_>, span: &Span) {
        match event {
            Event::Scalar(text, ..) if self.key_is_next() => self.key(Some(text), span),
            Event::Alias(_) if self.key_is_next() => self.key(None, span),
            Event::Scalar(..) | Event::Alias(_) => {
                self.value(span);
                self.end_value();
            }
            Event::SequenceStart(..) => self.collection(Next::Item(0), span),
            Event::MappingStart(..) => self.collection(Next::Key, span),
            Event::SequenceEnd | Event::MappingEnd => self.end_collection(span),
            _ => {}
        }
    }

    fn key_is_next(&self) -> bool {
        matches!(self.open.last(), Some(Open { next: Next::Key, .. }))
    }

    fn key(&mut self, text: Option<&str>, span: &Span) {
        let Some(Open { path, next, .. }) = self.open.last_mut() else { return };
        let keys = self.places.keys.entry(path.clone()).or_default();
        keys.push(place(span));
        let value = match text {
            Some(text) => child(path, text),
            None => format!("{path}/~key {}", keys.len()),
        };
        if let Some(text) = text {
            if let Some(first) = self.places.text_keys.get(&value) {
                let (key, first) = (text.to_owned(), *first);
                self.places.repeated.push(Repeated { key, first, place: place(span) });
            } else {
                self.places.text_keys.insert(value.clone(), place(span));
            }
        }
        *next = Next::Value(value);
    }

    fn collection(&mut self, next: Next, span: &Span) {
        let is_key = self.key_is_next();
        let path = if is_key {
            self.key(None, span);
            format!("{}/~in key", self.next_path())
        } else {
            self.value(span)
        };
        self.open.push(Open { path, next, is_key });
    }

    fn next_path(&self) -> String {
        match self.open.last() {
            None => String::new(),
            Some(Open { path, next: Next::Item(number), .. }) => child(path, &number.to_string()),
            Some(Open { next: Next::Value(path), .. } | Open { path, next: Next::Key, .. }) => path.clone(),
        }
    }

    /// Notes the place of a value that begins, and answers its path.
    fn value(&mut self, span: &Span) -> String {
        let path = self.next_path();
        let mut place = place(span);
        // A value that is left out (`status:`) stands where its key does.
        if span.is_empty() {
            place = self.places.text_keys.get(&path).copied().unwrap_or(place);
        }
        self.places.values.entry(path.clone()).or_insert(place);
        path
    }

    fn end_collection(&mut self, span: &Span) {
        let Some(open) = self.open.pop().filter(|open| !open.is_key) else { return };
        if let Some(place) = self.places.values.get_mut(&open.path) {
            let on_one_line = span.end.line() == place.line;
            place.length =
                if on_one_line { (span.end.col() + 1).saturating_sub(place.column) } else { TO_THE_END };
        }
        self.end_value();
    }

    fn end_value(&mut self) {
        match self.open.last_mut().map(|open| &mut open.next) {
            Some(Next::Item(number)) => *number += 1,
            Some(next) => *next = Next::Key,
            None => {}
        }
    }
}
