//! What `explain`, `decode` and `match` show of an entry.

use std::io::Write;

use errcat::{Addition, Code, Entry, Lang, Piece};

use super::labels;
use super::overlay_facts::facts;
use super::terminal::{CODE, DIM, GOOD, STRONG, fact, paragraph, styled_paragraph};
use crate::context::Context;
use crate::outcome::Failure;
use crate::text::width::columns;

/// The code, what went wrong, status and class; and below, whose code it is.
pub(crate) fn write_heading(out: &mut impl Write, context: &Context, entry: Entry) -> Result<(), Failure> {
    let lang = context.lang;
    let (code, name) = (entry.code().as_str(), entry.name());
    let status = entry.status().map_or(String::new(), |status| format!("{status}  "));
    let right = format!("{status}{}", labels::class(lang, entry.class()));
    let used = columns(code) + 2 + columns(name);
    let gap = context.width.saturating_sub(used + columns(&right));
    let between = if used > context.width { "\n" } else { "  " };
    write!(out, "{CODE}{code}{CODE:#}{between}{STRONG}{name}{STRONG:#}")?;
    if gap >= 2 {
        writeln!(out, "{}{right}", " ".repeat(gap))?;
    } else {
        writeln!(out)?;
        paragraph(out, &right, 0, context.width)?;
    }
    let service = entry.service().title(lang);
    let group =
        entry.group(lang).map_or(String::new(), |group| format!("{}{group}", labels::pick(lang, ", ", "，")));
    let state =
        labels::lifecycle(lang, entry.lifecycle()).map_or(String::new(), |state| format!(" [{state}]"));
    let known =
        if entry.is_undocumented() { labels::pick(lang, " [undocumented]", " [未公开]") } else { "" };
    let line = format!("{service}{group}{state}{known}");
    Ok(styled_paragraph(out, DIM, &line, 0, context.width)?)
}

/// Cause, remedy and what else is known, each with its label.
pub(crate) fn write_facts(out: &mut impl Write, context: &Context, entry: Entry) -> Result<(), Failure> {
    let lang = context.lang;
    let mut show = |style: anstyle::Style, label: &str, text: &str| -> Result<(), Failure> {
        Ok(fact(out, style, label, text, context.width)?)
    };
    show(STRONG, labels::pick(lang, "Why", "原因"), &entry.description(lang).to_string())?;
    show(GOOD, labels::pick(lang, "Fix", "处理"), &entry.remediation(lang).to_string())?;
    for (layer, fix) in entry.additions().filter_map(|one| Some((one.layer(), one.remediation(lang)?))) {
        let between = if fix.steps().len() > 1 { "\n" } else { " " };
        let colon = labels::pick(lang, ":", "：");
        show(GOOD, labels::pick(lang, "Fix", "处理"), &format!("{layer}{colon}{between}{fix}"))?;
    }
    show(STRONG, labels::pick(lang, "Retry", "重试"), labels::retry(lang, entry.retry()))?;
    if let Some(note) = entry.note(lang) {
        show(STRONG, labels::pick(lang, "Note", "说明"), &note.to_string())?;
    }
    for former in entry.former() {
        let status = former.status().map_or(String::new(), |status| format!("{status}  "));
        let text = format!("{status}{}", former.description(lang));
        show(STRONG, labels::pick(lang, "Once", "曾用"), &text)?;
    }
    let see: Vec<&str> = entry.see().map(Code::as_str).collect();
    if !see.is_empty() {
        show(STRONG, labels::pick(lang, "See", "参见"), &see.join(", "))?;
    }
    for text in entry.additions().filter_map(|addition| layer(lang, addition)) {
        show(STRONG, labels::pick(lang, "Layer", "补充"), &text)?;
    }
    if context.bundled {
        let path = format!("errcat::{}::Error::{}", entry.service().name(), entry.name());
        show(DIM, "Rust", &path)?;
    }
    show(DIM, labels::pick(lang, "From", "来源"), entry.source())
}

/// Who adds to the entry, and what beside a remedy, a line each; nothing, where there is nothing beside.
fn layer(lang: Lang, addition: Addition) -> Option<String> {
    let colon = labels::pick(lang, ": ", "：");
    let facts = facts(lang, addition).into_iter().map(|fact| format!("\n{}{colon}{}", fact.label, fact.text));
    let facts: String = facts.collect();
    (!facts.is_empty()).then(|| format!("{}{facts}", addition.layer()))
}

/// A message with the names of its parameters in place of the placeholders.
pub(crate) fn with_names(template: errcat::Template) -> String {
    let pieces = template.pieces().map(|piece| match piece {
        Piece::Literal(text) => text.to_owned(),
        Piece::Placeholder { name, list: false, .. } => format!("‹{name}›"),
        Piece::Placeholder { name, list: true, .. } => format!("[‹{name}›, …]"),
    });
    pieces.collect()
}
