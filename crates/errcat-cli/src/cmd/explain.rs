//! `errcat explain`: what codes mean, why they happen, what to do.

use std::io::Write;

use errcat::{Addition, Code, Entry, Lang, Piece};
use serde::Serialize;

use super::layer::facts;
use super::{Context, stdout, write_json, write_jsonl};
use crate::args::{Explain, Format};
use crate::outcome::{Failure, Outcome};
use crate::page::{CODE, DIM, GOOD, STRONG, columns, fact, paragraph, styled_paragraph};
use crate::screen::{printable, stderr};
use crate::{lookup, words};

#[derive(Serialize)]
struct Answer<'a> {
    input: &'a str,
    code: Option<&'static str>,
    found: bool,
    suggestions: Vec<&'static str>,
    entries: Vec<Entry>,
}

pub(super) fn run(context: &Context, explain: &Explain) -> Result<Outcome, Failure> {
    let inputs = explain.codes.iter().flat_map(|input| listed(input));
    let found: Vec<(&str, Option<Code>)> =
        inputs.map(|input| (input, lookup::find(context.catalog, input))).collect();
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
                for (at, entry) in code.entries().enumerate() {
                    if !std::mem::take(&mut first) {
                        writeln!(out)?;
                    }
                    if at == 0 && lookup::is_other_spelling(*code, input) {
                        write_other_spelling(&mut out, context, input, *code)?;
                    }
                    write_entry(&mut out, context, entry)?;
                }
            }
        }
    }
    out.flush()?;
    Ok(if found.iter().all(|(_, code)| code.is_some()) { Outcome::Found } else { Outcome::NotFound })
}

/// The codes of a list that was pasted with its commas.
fn listed(input: &str) -> Vec<&str> {
    let codes: Vec<&str> = input.split([',', '，', '、']).filter(|code| !code.trim().is_empty()).collect();
    if codes.len() > 1 { codes } else { vec![input] }
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
        entries: code.into_iter().flat_map(Code::entries).collect(),
    }
}

/// Says that a code was written with another spelling of its prefix.
fn write_other_spelling(
    out: &mut impl Write,
    context: &Context,
    input: &str,
    code: Code,
) -> Result<(), Failure> {
    let is = words::pick(context.lang, "is another spelling of", "是另一种写法，即");
    writeln!(out, "{DIM}{} {is} {code}{DIM:#}", printable(input))?;
    Ok(())
}

/// Says on standard error that a code is unknown, what its prefix means, and what may have been meant.
fn report_unknown(context: &Context, input: &str) {
    let lang = context.lang;
    let mut text = format!("{}{}", words::pick(lang, "unknown code: ", "未知错误码："), printable(input));
    if let Some(what) = lookup::confused_with(context.catalog, input, lang) {
        text.push_str(&format!("\n  {what}"));
    } else if let Some(service) = lookup::service(context.catalog, input) {
        let of = words::pick(lang, "\n  its prefix is that of ", "\n  前缀所属服务：");
        text.push_str(&format!("{of}{} ({})", service.title(lang), service.name()));
    }
    let nearest = lookup::suggestions(context.catalog, input);
    let service = lookup::service(context.catalog, input);
    let (own, other): (Vec<Code>, Vec<Code>) =
        nearest.into_iter().partition(|code| service.is_none_or(|service| code.service() == service));
    for (label, codes) in [
        (words::pick(lang, "did you mean", "是否要查"), own),
        (words::pick(lang, "the same number in another service", "其他服务的相同编号"), other),
    ] {
        if !codes.is_empty() {
            text.push_str(&format!("\n  {label}"));
        }
        for code in codes {
            text.push_str(&format!("\n    {CODE}{code}{CODE:#}  {}", code.entry().name()));
        }
    }
    if text.lines().count() == 1 {
        let prefixes: Vec<&str> = context.catalog.services().flat_map(errcat::Service::prefixes).collect();
        let known = words::pick(lang, "codes of the catalog begin with", "目录中的错误码前缀");
        text.push_str(&format!("\n  {known} {}", prefixes.join(", ")));
    }
    // Nothing is left to be done when standard error is closed.
    let _ = writeln!(stderr(), "{text}");
}

/// Shows one documented meaning.
fn write_entry(out: &mut impl Write, context: &Context, entry: Entry) -> Result<(), Failure> {
    write_heading(out, context, entry)?;
    let message = with_names(entry.message());
    if !message.is_empty() {
        writeln!(out)?;
        paragraph(out, &message, 2, context.width)?;
    }
    for wording in entry.wordings() {
        styled_paragraph(out, DIM, &with_names(wording), 2, context.width)?;
    }
    writeln!(out)?;
    write_facts(out, context, entry)?;
    Ok(())
}

/// The code, what went wrong, status and class; and below, whose code it is.
pub(super) fn write_heading(out: &mut impl Write, context: &Context, entry: Entry) -> Result<(), Failure> {
    let lang = context.lang;
    let (code, name) = (entry.code().as_str(), entry.name());
    let status = entry.status().map_or(String::new(), |status| format!("{status}  "));
    let right = format!("{status}{}", words::class(lang, entry.class()));
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
        entry.group(lang).map_or(String::new(), |group| format!("{}{group}", words::pick(lang, ", ", "，")));
    let state =
        words::lifecycle(lang, entry.lifecycle()).map_or(String::new(), |state| format!(" [{state}]"));
    let known =
        if entry.is_undocumented() { words::pick(lang, " [undocumented]", " [未公开]") } else { "" };
    let line = format!("{service}{group}{state}{known}");
    Ok(styled_paragraph(out, DIM, &line, 0, context.width)?)
}

/// Cause, remedy and what else is known, each with its label.
pub(super) fn write_facts(out: &mut impl Write, context: &Context, entry: Entry) -> Result<(), Failure> {
    let lang = context.lang;
    let mut show = |style: anstyle::Style, label: &str, text: &str| -> Result<(), Failure> {
        Ok(fact(out, style, label, text, context.width)?)
    };
    show(STRONG, words::pick(lang, "Why", "原因"), &entry.description(lang).to_string())?;
    show(GOOD, words::pick(lang, "Fix", "处理"), &entry.remediation(lang).to_string())?;
    for (layer, fix) in entry.additions().filter_map(|one| Some((one.layer(), one.remediation(lang)?))) {
        let between = if fix.steps().len() > 1 { "\n" } else { " " };
        let colon = words::pick(lang, ":", "：");
        show(GOOD, words::pick(lang, "Fix", "处理"), &format!("{layer}{colon}{between}{fix}"))?;
    }
    show(STRONG, words::pick(lang, "Retry", "重试"), words::retry(lang, entry.retry()))?;
    if let Some(note) = entry.note(lang) {
        show(STRONG, words::pick(lang, "Note", "说明"), &note.to_string())?;
    }
    for former in entry.former() {
        let status = former.status().map_or(String::new(), |status| format!("{status}  "));
        let text = format!("{status}{}", former.description(lang));
        show(STRONG, words::pick(lang, "Once", "曾用"), &text)?;
    }
    let see: Vec<&str> = entry.see().map(Code::as_str).collect();
    if !see.is_empty() {
        show(STRONG, words::pick(lang, "See", "参见"), &see.join(", "))?;
    }
    for text in entry.additions().filter_map(|addition| layer(lang, addition)) {
        show(STRONG, words::pick(lang, "Layer", "补充"), &text)?;
    }
    if context.bundled {
        let path = format!("errcat::{}::Error::{}", entry.service().name(), entry.name());
        show(DIM, "Rust", &path)?;
    }
    show(DIM, words::pick(lang, "From", "来源"), entry.source())
}

/// Who adds to the entry, and what beside a remedy, a line each; nothing, where there is nothing beside.
fn layer(lang: Lang, addition: Addition) -> Option<String> {
    let colon = words::pick(lang, ": ", "：");
    let facts = facts(lang, addition).into_iter().map(|fact| format!("\n{}{colon}{}", fact.label, fact.text));
    let facts: String = facts.collect();
    (!facts.is_empty()).then(|| format!("{}{facts}", addition.layer()))
}

/// A message with the names of its parameters in place of the placeholders.
pub(super) fn with_names(template: errcat::Template) -> String {
    let pieces = template.pieces().map(|piece| match piece {
        Piece::Literal(text) => text.to_owned(),
        Piece::Placeholder { name, list: false, .. } => format!("‹{name}›"),
        Piece::Placeholder { name, list: true, .. } => format!("[‹{name}›, …]"),
    });
    pieces.collect()
}
