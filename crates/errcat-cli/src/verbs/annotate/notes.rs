//! What stands below a line: cause and remedy of a code.

use std::io::{self, Write};

use errcat::{CodeRef, Entry};

use crate::context::Context;
use crate::lookup::Suggester;
use crate::present::entry::write_brief;
use crate::present::labels;
use crate::present::terminal::{CODE, DIM, fact};
use crate::present::view::EntryView;
use crate::text::width::columns;

/// What every line of a note begins with, to tell it from the log.
const MARK: &str = "  │";

/// Notes, each written once.
pub(super) struct Notes {
    context: Context,
    known: Vec<Option<String>>,
    suggester: Suggester,
}

impl Notes {
    pub(super) fn new(context: &Context) -> Self {
        // The mark takes its columns.
        let context = Context { width: context.width.saturating_sub(columns(MARK)), ..*context };
        Self {
            context,
            known: vec![None; context.catalog.entries().len()],
            suggester: Suggester::new(context.catalog),
        }
    }

    /// The note of an entry: whole lines.
    pub(super) fn of(&mut self, entry: Entry) -> &str {
        let context = &self.context;
        match self.known.get_mut(entry.position()) {
            Some(note) => {
                note.get_or_insert_with(|| marked(|out| write_brief(out, context, &EntryView::new(entry))))
            }
            None => "",
        }
    }

    /// The note of a code that the catalog lacks.
    pub(super) fn of_unknown(&mut self, code: &str) -> String {
        let suggestions = self.suggester.suggest(code);
        marked(|out| unknown(out, &self.context, code, suggestions))
    }

    /// A line of a note.
    pub(super) fn line(text: &str) -> String {
        format!("{DIM}{MARK}{DIM:#}  {text}\n")
    }
}

/// A note, each of its lines with the mark.
fn marked(note: impl Fn(&mut Vec<u8>) -> io::Result<()>) -> String {
    let mut text = Vec::new();
    // Writing to memory does not fail.
    let _ = note(&mut text);
    let text = String::from_utf8_lossy(&text);
    let mark = format!("{DIM}{MARK}{DIM:#}");
    text.lines().flat_map(|line| [mark.as_str(), line, "\n"]).collect()
}

fn unknown(out: &mut impl Write, context: &Context, code: &str, suggestions: &[CodeRef]) -> io::Result<()> {
    let lang = context.lang;
    writeln!(
        out,
        "  {CODE}{code}{CODE:#}  {}",
        labels::pick(lang, "not in the catalog", "目录中没有该错误码")
    )?;
    let line = |code: &CodeRef| format!("{code}  {}", code.entry().name());
    let near: Vec<String> = suggestions.iter().map(line).collect();
    if near.is_empty() {
        return Ok(());
    }
    fact(out, DIM, labels::pick(lang, "Near", "相近"), &near.join("\n"), context.width)
}
