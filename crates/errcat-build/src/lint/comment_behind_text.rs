//! Comments behind texts without quotes, which take what was meant as text: `see #ops`.

use super::entry::Entry;
use super::{Finding, Lint};

pub(super) fn find(entry: &Entry<'_>, findings: &mut Vec<Finding>) {
    let messages = entry.written_messages();
    for text in messages.chain(entry.prose()).chain(entry.note()) {
        let Some((place, comment)) = entry.comment_behind(text) else { continue };
        let what = format!("`{comment}` is a comment, and no part of the text");
        let help = "put the text in quotes if it is one; a comment stands on a line of its own";
        findings.push(entry.finding(Lint::CommentBehindText, place, what, help));
    }
}
