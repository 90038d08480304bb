//! Description and remediation may use the placeholders of the message, which are
//! filled with the same arguments. One that the message lacks stays as it is on the
//! screen: the reader sees `<bank>`.
//!
//! ## What to do
//!
//! Use a placeholder of the message by its name, or say it in words ("the bank"). A
//! placeholder that is part of a command or path is put in backticks, and passed
//! over: `mount <device> <folder>`.

use super::Finding;
use super::entry::Entry;
use crate::diagnostic::Lint;
use crate::ident;
use crate::template::{HoleName, Piece, scan_spots};

pub(super) fn find(entry: &Entry<'_>, findings: &mut Vec<Finding>) {
    let Ok(params) = &entry.raw.params else { return };
    if entry.message().is_none() && !matches!(entry.raw.message, Ok(None)) {
        return;
    }
    let own = entry.message().into_iter().flat_map(|message| &message.pieces).filter_map(named);
    let params: Option<Vec<&str>> =
        params.iter().map(|param| param.as_ref().ok().map(|name| name.value.as_str())).collect();
    let Some(params) = params else { return };
    let fields: Vec<String> = own.chain(params.iter().map(|name| (*name).to_owned())).collect();
    for text in entry.prose() {
        let Ok((pieces, spots)) = scan_spots(&without_code(&text.value), &[]) else { continue };
        let holes = pieces.iter().filter(|piece| matches!(piece, Piece::Hole { .. }));
        let foreign = holes.zip(spots).find(|(hole, _)| match hole {
            Piece::Hole { name: HoleName::Number(number), .. } => *number >= params.len(),
            Piece::Hole { name: HoleName::Next, .. } => params.is_empty(),
            hole => named(hole).is_some_and(|field| !fields.contains(&field)),
        });
        if let Some((_, spot)) = foreign {
            let what = format!("placeholder `{}` is none of the message", &text.value[spot.clone()]);
            let help = "use a placeholder of the message, or put what is meant as it stands into backticks";
            findings.push(entry.finding_in(Lint::ForeignPlaceholder, text, spot, what, help));
        }
    }
}

/// The field of a placeholder that has a name of its own.
fn named(piece: &Piece) -> Option<String> {
    match piece {
        Piece::Hole { name: HoleName::Named(name), .. } => Some(ident::field(name)),
        _ => None,
    }
}

/// The text with blanks in place of what stands in backticks: commands and paths hold placeholders of their own.
fn without_code(text: &str) -> String {
    let mut inside = false;
    let blanked = text.split_inclusive('`').map(|part| {
        let shown = if inside { " ".repeat(part.len()) } else { part.to_owned() };
        inside = !inside;
        shown
    });
    blanked.collect()
}
