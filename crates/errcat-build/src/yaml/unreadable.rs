//! Says why a text is not the YAML of a catalog.

use super::file::{File, Place};
use super::limits::{DEEPEST, DEEPEST_OF_PARSER, look};
use super::positions::{End, Span};
use super::values::{Repeated, Unreadable};
use crate::diagnostic::{DiagnosticKind, Diagnostics, Reported, Sound};

/// Most of what is not YAML is a text that needs quotes.
const QUOTING: &str =
    "quote texts that hold `: ` or ` #`, or begin with one of `%@&*!|>[]{}\"'`; indent with spaces";

/// Reports why a document has no values.
pub(super) fn report(file: &File, why: &Unreadable, faults: &mut Diagnostics) -> Reported {
    match (why, &file.positions().end) {
        (Unreadable::TooDeep(node), _) => too_deep(file, Place::node(*node), faults),
        (Unreadable::Syntax(_), Some(end)) => report_end(file, end, faults),
        (Unreadable::Syntax(error), None) => {
            let (line, column) = error.location().map_or((1, 1), |at| (at.line(), at.column()));
            let message = format!("this is not YAML: {error}");
            file.fault(faults, file.place_at(line, column), DiagnosticKind::YamlSyntax, message, QUOTING)
        }
    }
}

/// Reports why the nodes of a document end before the document does.
pub(super) fn report_end(file: &File, end: &End, faults: &mut Diagnostics) -> Reported {
    match end {
        End::TooDeep(span) => too_deep(file, Place::span(*span), faults),
        End::Anchor(span) => {
            let message = "anchors and aliases are not allowed in a catalog";
            let help = "write the value again, or put a text that begins with `&` or `*` in quotes";
            file.fault(faults, Place::span(*span), DiagnosticKind::YamlAnchor, message, help)
        }
        End::Syntax { message, span, open } => syntax(file, message, *span, *open, faults),
    }
}

fn syntax(
    file: &File,
    message: &str,
    span: Span,
    open: Option<(Span, char)>,
    faults: &mut Diagnostics,
) -> Reported {
    let (before, rest) = file.text_around(span);
    if look(before).depth >= DEEPEST_OF_PARSER {
        return too_deep(file, Place::span(span), faults);
    }
    let message = format!("this is not YAML: {message}");
    // What was opened and not closed says more than where that is noticed.
    let (place, help) = match open {
        Some((open, bracket)) if open.line < span.line => {
            (Place::span(open), format!("write the `{bracket}` that closes this"))
        }
        _ if rest.starts_with(['"', '\'']) => {
            (Place::span(span), "write the quote at the end of the text".to_owned())
        }
        _ => (file.place_at(span.line, span.column), QUOTING.to_owned()),
    };
    file.fault(faults, place, DiagnosticKind::YamlSyntax, message, help)
}

fn too_deep(file: &File, place: Place, faults: &mut Diagnostics) -> Reported {
    let message = format!("this is nested deeper than {DEEPEST} levels");
    let help = "a catalog has few levels: put a text that begins with `[` or `{` in quotes";
    file.fault(faults, place, DiagnosticKind::TooDeep, message, help)
}

/// Reports the keys that their mapping has already.
pub(super) fn report_repeated(file: &File, repeated: &[Repeated], faults: &mut Diagnostics) -> Sound<()> {
    let mut result = Ok(());
    for Repeated { key, first, again } in repeated {
        let first = file.line(Place::node(*first));
        let message = format!("key `{key}` is already in this mapping, in line {first}");
        let place = Place::node(*again);
        result = Err(file.fault(faults, place, DiagnosticKind::DuplicateKey, message, "keep one of them"));
    }
    result
}
