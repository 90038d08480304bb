//! An entry as the lints look at it.

use std::ops::Range;

use super::finding::Finding;
use crate::diagnostic::Lint;
use crate::model::Texts;
use crate::placeholder::{Piece, Placeholder, scan};
use crate::syntax::{EntrySyntax, Text};
use crate::yaml::{File, Place};

pub(super) struct Entry<'s> {
    file: &'s File,
    pub(super) number: usize,
    pub(super) raw: &'s EntrySyntax,
    message: Option<Message<'s>>,
    wordings: Vec<Message<'s>>,
}

/// A message or wording whose placeholders are sound.
pub(super) struct Message<'s> {
    pub(super) text: &'s Text,
    pub(super) pieces: Vec<Piece>,
}

impl Message<'_> {
    pub(super) fn placeholders(&self) -> impl Iterator<Item = &Placeholder> {
        self.pieces.iter().filter_map(Piece::placeholder)
    }

    /// Returns a placeholder as it is written.
    pub(super) fn written(&self, placeholder: &Placeholder) -> &str {
        &self.text.value[placeholder.span.clone()]
    }
}

impl<'s> Entry<'s> {
    pub(super) fn new(file: &'s File, number: usize, raw: &'s EntrySyntax) -> Self {
        let markers: Option<Vec<&str>> = raw.markers.as_ref().ok().and_then(|markers| {
            markers.iter().map(|marker| marker.as_ref().ok().map(|text| text.value.as_str())).collect()
        });
        // With one marker missing, a message may mean something else.
        let read = |text: &'s Text| {
            let pieces = scan(&text.value, markers.as_deref()?).ok()?;
            Some(Message { text, pieces })
        };
        let message = raw.message.as_ref().ok().and_then(Option::as_ref).and_then(read);
        let wordings = raw.wordings.iter().flatten().flatten().flat_map(|wording| &wording.message);
        Self { file, number, raw, message, wordings: wordings.filter_map(read).collect() }
    }

    pub(super) fn message(&self) -> Option<&Message<'s>> {
        self.message.as_ref()
    }

    /// The message and its other wordings.
    pub(super) fn messages(&self) -> impl Iterator<Item = &Message<'s>> {
        self.message.iter().chain(&self.wordings)
    }

    /// The message and its other wordings, as they are written.
    pub(super) fn written_messages(&self) -> impl Iterator<Item = &'s Text> {
        let wordings = self.raw.wordings.iter().flatten().flatten().flat_map(|wording| &wording.message);
        self.raw.message.iter().flatten().chain(wordings)
    }

    /// The comment that stands behind a text on its line.
    pub(super) fn comment_behind(&self, text: &Text) -> Option<(Place, &'s str)> {
        self.file.comment_behind(text.place, &text.value)
    }

    /// The texts of description and remediation, in every language.
    pub(super) fn prose(&self) -> impl Iterator<Item = &'s Text> {
        [&self.raw.description, &self.raw.remediation].into_iter().flatten().flat_map(texts)
    }

    /// The texts of the note, in every language.
    pub(super) fn note(&self) -> impl Iterator<Item = &'s Text> {
        self.raw.note.iter().flatten().flat_map(texts)
    }

    /// A finding at this place.
    pub(super) fn finding(
        &self,
        lint: Lint,
        place: Place,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Finding {
        Finding { lint, entry: self.number, place, message: message.into(), other: None, help: help.into() }
    }

    /// A finding in a part of a text.
    pub(super) fn finding_in(
        &self,
        lint: Lint,
        text: &Text,
        part: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Finding {
        self.finding(lint, text.place.part(part), message, help)
    }
}

fn texts(texts: &Texts<Vec<Text>>) -> impl Iterator<Item = &Text> {
    texts.iter().flat_map(|(_, steps)| steps)
}
