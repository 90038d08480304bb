//! `errcat explain`: what codes mean, why they happen, what to do.

use std::io::Write;

use clap_complete::engine::ArgValueCompleter;
use errcat::{CodeRef, Entry};
use serde::Serialize;

use crate::context::{Context, Invocation};
use crate::lookup;
use crate::options::{Format, OutputFormat, codes};
use crate::outcome::{Failure, Outcome};
use crate::output::{stderr, stdout, write_json, write_jsonl};
use crate::present::entry::{write_facts, write_heading};
use crate::present::terminal::{CODE, DIM, PLAIN, styled_paragraph};
use crate::present::view::EntryView;
use crate::present::{labels, with_names};
use crate::text::sanitize::printable;

/// Say what codes mean, why they happen, and what to do
#[derive(Debug, clap::Args)]
pub(crate) struct Explain {
    /// Codes, in any case, with or without the dot or brackets: CSBS.6019, csbs6019, [CSBS.6019]
    #[arg(required = true, value_name = "CODE", add = ArgValueCompleter::new(codes))]
    codes: Vec<String>,

    #[command(flatten)]
    format: OutputFormat,
}

#[derive(Serialize)]
struct Answer<'a> {
    input: &'a str,
    code: Option<&'static str>,
    found: bool,
    suggestions: Vec<&'static str>,
    entries: Vec<Entry>,
    /// Where several catalogs were read, the folder of the one that the code is from, or `bundled`.
    #[serde(skip_serializing_if = "Option::is_none")]
    catalog: Option<String>,
}

impl Explain {
    /// Does what the arguments say.
    pub(super) fn run(&self, invocation: &Invocation<'_>) -> Result<Outcome, Failure> {
        let context = &invocation.context()?;
        let inputs = self.codes.iter().flat_map(|input| listed(input));
        let found: Vec<(&str, Option<CodeRef>)> =
            inputs.map(|input| (input, lookup::find(context.catalog, input))).collect();
        let mut out = stdout();
        let answers = found.iter().map(|(input, code)| answer(context, input, *code));
        match self.format.format {
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
}

/// The codes of a list that was pasted with its commas.
fn listed(input: &str) -> Vec<&str> {
    let codes: Vec<&str> = input.split([',', '，', '、']).filter(|code| !code.trim().is_empty()).collect();
    if codes.len() > 1 { codes } else { vec![input] }
}

fn answer<'a>(context: &Context, input: &'a str, code: Option<CodeRef>) -> Answer<'a> {
    let suggestions = match code {
        Some(_) => Vec::new(),
        None => lookup::suggestions(context.catalog, input).into_iter().map(CodeRef::as_str).collect(),
    };
    Answer {
        input,
        code: code.map(CodeRef::as_str),
        found: code.is_some(),
        suggestions,
        entries: code.into_iter().flat_map(CodeRef::entries).collect(),
        catalog: code.filter(|_| context.origins.several()).map(|code| {
            let folder = context.origins.of(code.service()).folder();
            folder.map_or_else(|| "bundled".to_owned(), |folder| folder.display().to_string())
        }),
    }
}

/// Says that a code was written with another spelling of its prefix.
fn write_other_spelling(
    out: &mut impl Write,
    context: &Context,
    input: &str,
    code: CodeRef,
) -> Result<(), Failure> {
    let is = labels::pick(context.lang, "is another spelling of", "是另一种写法，即");
    writeln!(out, "{DIM}{} {is} {code}{DIM:#}", printable(input))?;
    Ok(())
}

/// Says on standard error that a code is unknown, what its prefix means, and what may have been meant.
fn report_unknown(context: &Context, input: &str) {
    let lang = context.lang;
    let mut text = format!("{}{}", labels::pick(lang, "unknown code: ", "未知错误码："), printable(input));
    if let Some(what) = lookup::confused_with(context.catalog, input, lang) {
        text.push_str(&format!("\n  {what}"));
    } else if let Some(service) = lookup::service(context.catalog, input) {
        let of = labels::pick(lang, "\n  its prefix is that of ", "\n  前缀所属服务：");
        text.push_str(&format!("{of}{} ({})", service.title(lang), service.name()));
    }
    let nearest = lookup::suggestions(context.catalog, input);
    let service = lookup::service(context.catalog, input);
    let (own, other): (Vec<CodeRef>, Vec<CodeRef>) =
        nearest.into_iter().partition(|code| service.is_none_or(|service| code.service() == service));
    for (label, codes) in [
        (labels::pick(lang, "did you mean", "是否要查"), own),
        (labels::pick(lang, "the same number in another service", "其他服务的相同编号"), other),
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
        let known = labels::pick(lang, "codes of the catalog begin with", "目录中的错误码前缀");
        text.push_str(&format!("\n  {known} {}", prefixes.join(", ")));
    }
    // Nothing is left to be done when standard error is closed.
    let _ = writeln!(stderr(), "{text}");
}

/// Shows one documented meaning.
fn write_entry(out: &mut impl Write, context: &Context, entry: Entry) -> Result<(), Failure> {
    let view = EntryView::new(entry);
    write_heading(out, context, &view)?;
    for (at, message) in view.messages().map(with_names).enumerate() {
        if at == 0 {
            writeln!(out)?;
        }
        styled_paragraph(out, if at == 0 { PLAIN } else { DIM }, &message, 2, context.width)?;
    }
    writeln!(out)?;
    Ok(write_facts(out, context, &view)?)
}
