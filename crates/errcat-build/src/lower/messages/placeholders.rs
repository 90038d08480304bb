//! The placeholders of one text: whether they can be told apart, and how many take an argument by position.

use super::lowering::Lowering;
use crate::diagnostic::{DiagnosticKind, Diagnostics, Sound, sound};
use crate::ident;
use crate::model::Written;
use crate::placeholder::{Argument, Dialect, Piece, Placeholder, scan};
use crate::syntax::Text;

impl Lowering<'_> {
    /// Takes a text apart.
    pub(super) fn pieces(&self, text: &Text, faults: &mut Diagnostics) -> Sound<Vec<Piece>> {
        // With one marker missing, the text may mean something else.
        let markers = sound(&self.raw.markers)?.iter().map(sound).collect::<Sound<Vec<&Text>>>()?;
        let markers: Vec<&str> = markers.into_iter().map(|marker| marker.value.as_str()).collect();
        let pieces = scan(&text.value, &markers).map_err(|error| {
            let letter = text.value[error.offset..].chars().next().map_or(0, char::len_utf8);
            let part = error.offset..error.offset + letter;
            let place = text.place.part(part);
            self.file.fault(faults, place, error.kind, error.message, error.help)
        })?;
        let Some([first, second]) = same_field(&pieces) else { return Ok(pieces) };
        let field = ident::field(first);
        let message = format!("placeholders `{first}` and `{second}` would both be the field `{field}`");
        let help = "write them as they stand in the message, brackets included, into `markers`, and name them in `params`";
        Err(self.file.fault(faults, text.place, DiagnosticKind::ParamsMismatch, message, help))
    }
}

/// Returns how a placeholder of this text is written.
pub(super) fn written(text: &Text, placeholder: &Placeholder) -> Written<String> {
    match (placeholder.dialect, &placeholder.argument) {
        (Dialect::Marker, _) => Written::Marker(text.value[placeholder.span.clone()].to_owned()),
        (_, Argument::Named(_)) => Written::Named,
        (_, Argument::Next) => Written::Next,
        // A position has two digits at most.
        (_, Argument::Position(position)) => Written::Position(*position as u32),
    }
}

/// Two names of placeholders that are different, but would give the same field.
fn same_field(pieces: &[Piece]) -> Option<[&str; 2]> {
    let mut known: Vec<(String, &str)> = Vec::new();
    for name in own_names(pieces) {
        let field = ident::field(name);
        match known.iter().find(|(known, _)| *known == field) {
            Some((_, first)) if *first != name => return Some([*first, name]),
            Some(_) => {}
            None => known.push((field, name)),
        }
    }
    None
}

/// How many arguments the pieces take by position.
pub(super) fn positions(pieces: &[Piece]) -> usize {
    let mut next = 0;
    let mut most = 0;
    for placeholder in pieces.iter().filter_map(Piece::placeholder) {
        match &placeholder.argument {
            Argument::Next => next += 1,
            Argument::Position(position) => next = position + 1,
            Argument::Named(_) => continue,
        }
        most = most.max(next);
    }
    most
}

/// The different names of the placeholders that have one, as fields.
pub(super) fn names(pieces: &[Piece]) -> Vec<String> {
    let mut names = Vec::new();
    for field in own_names(pieces).map(ident::field) {
        if !names.contains(&field) {
            names.push(field);
        }
    }
    names
}

fn own_names(pieces: &[Piece]) -> impl Iterator<Item = &str> {
    pieces.iter().filter_map(Piece::placeholder).filter_map(Placeholder::name)
}
