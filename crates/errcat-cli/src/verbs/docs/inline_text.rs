//! Texts of the catalog for templates: what stands in backticks, codes that have a page, placeholders of messages.

use errcat::{Catalog, CodeRef, Piece, Template};

/// A part of a text.
pub(super) struct Inline {
    pub(super) text: String,
    /// Whether it stands in backticks: a command, path or value.
    pub(super) literal: bool,
    /// A code to link to.
    pub(super) code: Option<CodeRef>,
}

/// The parts of a text; `here` is the code whose page it stands on, which needs no link.
pub(super) fn inline(catalog: &'static Catalog, here: Option<CodeRef>, text: &str) -> Vec<Inline> {
    let parts: Vec<&str> = text.split('`').collect();
    // The last of an even number of parts has no backtick after it.
    let unclosed = parts.len().is_multiple_of(2);
    let mut inlines = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        if at % 2 == 0 {
            push_plain(&mut inlines, catalog, here, part);
        } else if unclosed && at + 1 == parts.len() {
            push_plain(&mut inlines, catalog, here, &format!("`{part}"));
        } else {
            inlines.push(Inline { text: (*part).to_owned(), literal: true, code: None });
        }
    }
    inlines
}

fn push_plain(inlines: &mut Vec<Inline>, catalog: &'static Catalog, here: Option<CodeRef>, text: &str) {
    let mut push = |text: &str, code: Option<CodeRef>| {
        if !text.is_empty() {
            inlines.push(Inline { text: text.to_owned(), literal: false, code });
        }
    };
    let mut at = 0;
    for found in catalog.find_in(text) {
        let range = found.range();
        if found.code().is_none() || found.code() == here {
            continue;
        }
        push(text.get(at..range.start).unwrap_or(""), None);
        push(found.as_str(), found.code());
        at = range.end;
    }
    push(text.get(at..).unwrap_or(""), None);
}

/// A message taken apart for templates: text, or a placeholder with the name of its parameter.
pub(super) struct MessagePart {
    pub(super) text: &'static str,
    pub(super) placeholder: bool,
    pub(super) list: bool,
}

/// The parts of a message.
pub(super) fn message_parts(template: Template) -> Vec<MessagePart> {
    let parts = template.pieces().map(|piece| match piece {
        Piece::Literal(text) => MessagePart { text, placeholder: false, list: false },
        Piece::Placeholder { name, list, .. } => MessagePart { text: name, placeholder: true, list },
    });
    parts.collect()
}

/// A text without its backticks.
pub(super) fn plain(text: &str) -> String {
    text.replace('`', "")
}

#[cfg(test)]
mod tests {
    use errcat::CATALOG;

    use super::inline;

    #[test]
    fn literals_and_codes() {
        let parts = |text| -> Vec<(String, bool, bool)> {
            let parts = inline(&CATALOG, None, text).into_iter();
            parts.map(|part| (part.text, part.literal, part.code.is_some())).collect()
        };
        let part = |text: &str, literal, code| (text.to_owned(), literal, code);
        assert_eq!(
            parts("Run `df -h`, see SMS.2802 and SMS.9999."),
            [
                part("Run ", false, false),
                part("df -h", true, false),
                part(", see ", false, false),
                part("SMS.2802", false, true),
                part(" and SMS.9999.", false, false),
            ]
        );
        assert_eq!(parts("a ` b"), [part("a ", false, false), part("` b", false, false)]);
        assert!(parts("").is_empty());
    }
}
