//! The message is shown above the description. A description that says the same,
//! but for case and the final full stop, is space without information. It counts in
//! any language.
//!
//! ## What to do
//!
//! Say why it happens. Where no cause is published, say in a plain sentence what
//! the message means. Where vendor text is quoted verbatim, allow the lint.

use super::entry::Entry;
use super::finding::Finding;
use crate::diagnostic::Lint;

/// A description that is the message.
pub(super) fn find(entry: &Entry<'_>, findings: &mut Vec<Finding>) {
    let (Some(message), Ok(description)) = (entry.message(), &entry.raw.description) else { return };
    let bare = |text: &str| text.trim().trim_end_matches(['.', '。']).to_lowercase();
    let message = bare(&message.text.value);
    for (_, steps) in description.iter() {
        let [only] = steps.as_slice() else { continue };
        if bare(&only.value) == message {
            let what = "the description repeats the message";
            let help = "say why it happens, or what the message means";
            findings.push(entry.finding(Lint::DescriptionRepeatsMessage, only.place, what, help));
        }
    }
}
