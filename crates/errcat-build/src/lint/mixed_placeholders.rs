//! A program fills in one dialect: `%s`, `{name}`, `<name>` or a marker. If a
//! message has two, one of them is mostly text, or one was copied wrongly.
//!
//! ## What to do
//!
//! Check the source. A brace that is text is written `{{`, a percent sign `%%`. If
//! the vendor's message mixes them, allow the lint.

use super::entry::Entry;
use super::finding::Finding;
use crate::diagnostic::Lint;

pub(super) fn find(entry: &Entry<'_>, findings: &mut Vec<Finding>) {
    for message in entry.messages() {
        let mut placeholders = message.placeholders();
        let Some(first) = placeholders.next() else { continue };
        if let Some(other) = placeholders.find(|other| other.dialect != first.dialect) {
            let what = format!(
                "`{}` and `{}` are placeholders of different dialects",
                message.written(first),
                message.written(other)
            );
            let help =
                "write placeholders of one dialect, or text that is no placeholder as text: `%%`, `{{`";
            let span = other.span.clone();
            findings.push(entry.finding_in(Lint::MixedPlaceholders, message.text, span, what, help));
        }
    }
}
