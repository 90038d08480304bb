//! A program fills in one dialect: `%s`, `{name}`, `<name>` or a marker. If a
//! message has two, one of them is mostly text, or one was copied wrongly.
//!
//! ## What to do
//!
//! Check the source. A brace that is text is written `{{`, a percent sign `%%`. If
//! the vendor's message mixes them, allow the lint.

use super::Finding;
use super::entry::Entry;
use crate::diagnostic::Lint;

pub(super) fn find(entry: &Entry<'_>, findings: &mut Vec<Finding>) {
    for message in entry.messages() {
        let text = &message.text.value;
        let mut holes = message.spots.iter().map(|spot| (spot, dialect(&text[spot.clone()])));
        let Some((first, dialect)) = holes.next() else { continue };
        if let Some((other, _)) = holes.find(|(_, other)| *other != dialect) {
            let what = format!(
                "`{}` and `{}` are placeholders of different dialects",
                &text[first.clone()],
                &text[other.clone()]
            );
            let help =
                "write placeholders of one dialect, or text that is no placeholder as text: `%%`, `{{`";
            findings.push(entry.finding_in(Lint::MixedPlaceholders, message.text, other.clone(), what, help));
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Dialect {
    Printf,
    NamedPrintf,
    Braces,
    Angles,
    Marker,
}

/// The dialect of a placeholder, or of those in a list.
fn dialect(hole: &str) -> Dialect {
    let inner = if hole.ends_with(", ...]") { hole.trim_start_matches('[') } else { hole };
    if inner.starts_with("%(") {
        Dialect::NamedPrintf
    } else if inner.starts_with('%') {
        Dialect::Printf
    } else if inner.starts_with('{') {
        Dialect::Braces
    } else if inner.starts_with('<') {
        Dialect::Angles
    } else {
        Dialect::Marker
    }
}
