//! `errcat explain`: what codes mean, why they happen, what to do.

use std::io::Write;

use errcat::{Code, Entry, Piece};
use serde::Serialize;

use super::{Context, stdout, write_json, write_jsonl};
use crate::args::{Explain, Format};
use crate::json::EntryJson;
use crate::outcome::{Failure, Outcome};
use crate::page::{CODE, DIM, GOOD, STRONG, columns, labelled, paragraph, printable};
use crate::{lookup, words};

#[derive(Serialize)]
struct Answer<'a> {
    input: &'a str,
    code: Option<&'static str>,
    found: bool,
    suggestions: Vec<&'static str>,
    entries: Vec<EntryJson>,
}

pub(super) fn run(context: &Context, explain: &Explain) -> Result<Outcome, Failure> {
    let found: Vec<(&String, Option<Code>)> =
        explain.codes.iter().map(|input| (input, lookup::find(context.catalog, input))).collect();
    let mut out = stdout();
    let answers = found.iter().map(|(input, code)| answer(context, input, *code));
    match explain.format.format {
        Format::Json => write_json(&mut out, &answers.collect::<Vec<_>>())?,
        Format::Jsonl => write_jsonl(&mut out, answers)?,
        Format::Text => {
            let mut first = true;
            for (input, code) in &found {
                let Some(code) = code else {
                    out.flush()?;
                    report_unknown(context, input);
                    continue;
                };
                for entry in code.entries() {
                    if !std::mem::take(&mut first) {
                        writeln!(out)?;
                    }
                    write_entry(&mut out, context, entry)?;
                }
            }
        }
    }
    out.flush()?;
    Ok(if found.iter().all(|(_, code)| code.is_some()) { Outcome::Found } else { Outcome::NotFound })
}

fn answer<'a>(context: &Context, input: &'a str, code: Option<Code>) -> Answer<'a> {
    let suggestions = match code {
        Some(_) => Vec::new(),
        None => lookup::suggestions(context.catalog, input).into_iter().map(Code::as_str).collect(),
    };
    Answer {
        input,
        code: code.map(Code::as_str),
        found: code.is_some(),
        suggestions,
        entries: code.into_iter().flat_map(Code::entries).map(EntryJson::new).collect(),
    }
}

/// Says on standard error that a code is unknown, what its prefix means, and what may have been meant.
fn report_unknown(context: &Context, input: &str) {
    let lang = context.lang;
    let mut text = format!("{}: {}", words::pick(lang, "unknown code", "未知错误码"), printable(input));
    if let Some(service) = lookup::service(context.catalog, input) {
        let of = words::pick(lang, "\n  its prefix is that of ", "\n  前缀所属服务：");
        text.push_str(&format!("{of}{} ({})", service.title(lang), service.name()));
    }
    let nearest = lookup::suggestions(context.catalog, input);
    if !nearest.is_empty() {
        text.push_str(words::pick(lang, "\n  did you mean", "\n  是否要查"));
    }
    for code in nearest {
        text.push_str(&format!("\n    {CODE}{code}{CODE:#}  {}", code.entry().name()));
    }
    // Nothing is left to be done when standard error is closed.
    let _ = writeln!(anstream::stderr(), "{text}");
}

/// Shows one documented meaning.
pub(super) fn write_entry(out: &mut impl Write, context: &Context, entry: Entry) -> Result<(), Failure> {
    write_heading(out, context, entry)?;
    let message = message_with_names(entry);
    if !message.is_empty() {
        writeln!(out)?;
        paragraph(out, &message, 2, context.width)?;
    }
    for wording in entry.wordings() {
        paragraph(out, &format!("{DIM}{}{DIM:#}", with_names(wording)), 2, context.width)?;
    }
    writeln!(out)?;
    write_facts(out, context, entry)?;
    Ok(())
}

/// The code, what went wrong, status and class; and below, whose code it is.
fn write_heading(out: &mut impl Write, context: &Context, entry: Entry) -> Result<(), Failure> {
    let lang = context.lang;
    let (code, name) = (entry.code().as_str(), entry.name());
    let status = entry.status().map_or(String::new(), |status| format!("{status}  "));
    let right = format!("{status}{}", words::class(lang, entry.class()));
    let used = columns(code) + 2 + columns(name);
    let gap = context.width.saturating_sub(used + columns(&right));
    write!(out, "{CODE}{code}{CODE:#}  {STRONG}{name}{STRONG:#}")?;
    if gap >= 2 {
        writeln!(out, "{}{right}", " ".repeat(gap))?;
    } else {
        writeln!(out, "\n{right}")?;
    }
    let service = entry.service().title(lang);
    let group =
        entry.group(lang).map_or(String::new(), |group| format!("{}{group}", words::pick(lang, ", ", "，")));
    let state =
        words::lifecycle(lang, entry.lifecycle()).map_or(String::new(), |state| format!(" [{state}]"));
    let known =
        if entry.is_undocumented() { words::pick(lang, " [undocumented]", " [未公开]") } else { "" };
    writeln!(out, "{DIM}{service}{group}{state}{known}{DIM:#}")?;
    Ok(())
}

/// Cause, remedy and what else is known, each with its label.
pub(super) fn write_facts(out: &mut impl Write, context: &Context, entry: Entry) -> Result<(), Failure> {
    let lang = context.lang;
    let mut fact = |style: anstyle::Style, label: &str, text: &str| -> Result<(), Failure> {
        let label = format!("  {style}{}{style:#}  ", crate::page::pad(label, 5));
        Ok(labelled(out, &label, text, context.width)?)
    };
    fact(STRONG, words::pick(lang, "Why", "原因"), &entry.description(lang).to_string())?;
    fact(GOOD, words::pick(lang, "Fix", "处理"), &entry.remediation(lang).to_string())?;
    fact(STRONG, words::pick(lang, "Retry", "重试"), words::retry(lang, entry.retry()))?;
    if let Some(note) = entry.note(lang) {
        fact(STRONG, words::pick(lang, "Note", "说明"), &note.to_string())?;
    }
    for former in entry.former() {
        let status = former.status().map_or(String::new(), |status| format!("{status}  "));
        let text = format!("{status}{}", former.description(lang));
        fact(STRONG, words::pick(lang, "Once", "曾用"), &text)?;
    }
    let see: Vec<&str> = entry.see().map(Code::as_str).collect();
    if !see.is_empty() {
        fact(STRONG, words::pick(lang, "See", "参见"), &see.join(", "))?;
    }
    if std::ptr::eq(context.catalog, &raw const errcat::CATALOG) {
        let path = format!("errcat::{}::Error::{}", entry.service().name(), entry.name());
        fact(DIM, "Rust", &path)?;
    }
    fact(DIM, words::pick(lang, "From", "来源"), entry.source())
}

/// The message with the names of its parameters in place of the placeholders.
pub(super) fn message_with_names(entry: Entry) -> String {
    with_names(entry.message())
}

fn with_names(template: errcat::Template) -> String {
    let pieces = template.pieces().map(|piece| match piece {
        Piece::Literal(text) => text.to_owned(),
        Piece::Placeholder { name, list: false, .. } => format!("‹{name}›"),
        Piece::Placeholder { name, list: true, .. } => format!("[‹{name}›, …]"),
    });
    pieces.collect()
}
