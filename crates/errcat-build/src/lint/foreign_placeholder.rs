//! Description and remediation may use the placeholders of the message, which are
//! filled with the same arguments. One that the message lacks stays as it is on the
//! screen: the reader sees `<bank>`.
//!
//! ## What to do
//!
//! Use a placeholder of the message by its name, or say it in words ("the bank"). A
//! placeholder that is part of a command or path is put in backticks, and passed
//! over: `mount <device> <folder>`.

use super::entry::{Entry, Message};
use super::finding::Finding;
use crate::diagnostic::Lint;
use crate::ident;
use crate::placeholder::{Argument, Piece, Placeholder, scan};

pub(super) fn find(entry: &Entry<'_>, findings: &mut Vec<Finding>) {
    let Ok(params) = &entry.raw.params else { return };
    if entry.message().is_none() && !matches!(entry.raw.message, Ok(None)) {
        return;
    }
    let own = entry.message().into_iter().flat_map(Message::placeholders).filter_map(field);
    let params: Option<Vec<&str>> =
        params.iter().map(|param| param.as_ref().ok().map(|name| name.value.as_str())).collect();
    let Some(params) = params else { return };
    let fields: Vec<String> = own.chain(params.iter().map(|name| (*name).to_owned())).collect();
    for text in entry.prose() {
        let Ok(pieces) = scan(&without_code(&text.value), &[]) else { continue };
        let foreign = pieces.iter().filter_map(Piece::placeholder).find(|one| match one.argument {
            Argument::Position(position) => position >= params.len(),
            Argument::Next => params.is_empty(),
            Argument::Named(_) => field(one).is_some_and(|field| !fields.contains(&field)),
        });
        if let Some(Placeholder { span, .. }) = foreign {
            let what = format!("placeholder `{}` is none of the message", &text.value[span.clone()]);
            let help = "use a placeholder of the message, or put what is meant as it stands into backticks";
            findings.push(entry.finding_in(Lint::ForeignPlaceholder, text, span.clone(), what, help));
        }
    }
}

/// Returns the field of a placeholder that has a name of its own.
fn field(placeholder: &Placeholder) -> Option<String> {
    placeholder.name().map(ident::field)
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
