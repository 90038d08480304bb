//! YAML takes what stands behind a blank and `#` for a comment, unless the text is
//! in quotes. `message: Ticket {id} #{n} is closed` is the message `Ticket {id}`.
//!
//! ## What to do
//!
//! Put the text in quotes. A comment that is meant as one goes to the line above.

use super::entry::Entry;
use super::finding::Finding;
use crate::diagnostic::Lint;

pub(super) fn find(entry: &Entry<'_>, findings: &mut Vec<Finding>) {
    let messages = entry.written_messages();
    for text in messages.chain(entry.prose()).chain(entry.note()) {
        let Some((place, comment)) = entry.comment_behind(text) else { continue };
        let what = format!("`{comment}` is a comment, and no part of the text");
        let help = "put the text in quotes if it is one; a comment stands on a line of its own";
        findings.push(entry.finding(Lint::CommentBehindText, place, what, help));
    }
}
