//! Messages, their wordings, and numbers with two meanings.

use std::collections::BTreeSet;

use errcat::{CATALOG, Entry, Lang};

use crate::{is_chinese, joined, none, place};

/// A wording is a form of the message, with a marker for each of its values, and not the heading of a section about it.
#[test]
fn wordings_are_messages() {
    let mut faults = Vec::new();
    for entry in CATALOG.entries() {
        for (index, template) in [entry.message()].into_iter().chain(entry.wordings()).enumerate() {
            let text = template.as_str();
            if index == 0 && text.chars().any(is_chinese) {
                faults
                    .push(format!("{}: the message is Chinese although English is published", place(entry)));
            }
            let long: Vec<&str> =
                text.split_whitespace().filter(|word| word.len() > 3 && word.is_ascii()).collect();
            let capitals = long.iter().filter(|word| word.starts_with(|c: char| c.is_ascii_uppercase()));
            if index > 0 && long.len() > 2 && capitals.count() == long.len() {
                faults.push(format!("{}: a heading: {text}", place(entry)));
            }
            let literal = template.pieces().filter_map(|piece| match piece {
                errcat::Piece::Literal(text) => Some(text),
                errcat::Piece::Placeholder { .. } => None,
            });
            for literal in literal {
                if ["xxx", "***", "NicName", "IPAddress"]
                    .iter()
                    .any(|value| literal.to_lowercase().contains(&value.to_lowercase()))
                {
                    faults.push(format!("{}: a value without a parameter: {text}", place(entry)));
                }
            }
        }
    }
    none(faults);
}

/// A code that two documents use differently has both meanings, each with a message of its own and a note.
#[test]
fn numbers_that_two_documents_share_have_both_meanings() {
    for text in ["APIG.1001", "APIG.1002", "APIG.1003", "APIG.1009", "APIG.2102"] {
        let code = errcat::Code::find(text).unwrap();
        let messages: BTreeSet<&str> = code.entries().map(|entry| entry.message().as_str()).collect();
        let sources: BTreeSet<&str> = code.entries().map(Entry::source).collect();
        assert_eq!((messages.len(), sources.len().min(2)), (2, 2), "{text}");
        for entry in code.entries() {
            assert!(joined(entry.note(Lang::EN).unwrap()).contains("has two meanings"), "{}", place(entry));
        }
    }
}
