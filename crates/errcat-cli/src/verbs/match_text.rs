//! `errcat match`: from a message, without its code, to the entries that it may be of.

use std::io::Write;

use errcat::{CodeRef, Match};
use serde::Serialize;

use crate::context::{Context, Invocation};
use crate::lookup;
use crate::options::{Format, OutputFormat};
use crate::outcome::{Failure, Outcome};
use crate::output::{stderr, stdout, write_json, write_jsonl};
use crate::present::terminal::{DIM, fact, paragraph};
use crate::present::view::EntryView;
use crate::present::{entry, labels, with_names};

/// Find the codes that a message may be of
#[derive(Debug, clap::Args)]
pub(crate) struct MatchText {
    /// The message
    #[arg(required = true, value_name = "TEXT")]
    text: Vec<String>,

    /// Only meanings of this code
    #[arg(long, value_name = "CODE")]
    code: Option<String>,

    #[command(flatten)]
    format: OutputFormat,
}

#[derive(Serialize)]
struct Document<'a> {
    matches: Vec<Match<'a>>,
}

impl MatchText {
    /// Does what the arguments say.
    pub(super) fn run(&self, invocation: &Invocation<'_>) -> Result<Outcome, Failure> {
        let context = &invocation.context()?;
        let text = self.text.join(" ");
        let text = text.trim();
        let code: Option<CodeRef> = match &self.code {
            None => None,
            Some(written) => Some(
                lookup::find(context.catalog, written)
                    .ok_or_else(|| Failure::Usage(format!("no code `{written}` in the catalog")))?,
            ),
        };
        let mut matches = context.catalog.match_message(text);
        matches.retain(|found| code.is_none_or(|code| found.entry.code() == code));
        let mut out = stdout();
        match self.format.format {
            Format::Json => write_json(&mut out, &Document { matches: matches.clone() })?,
            Format::Jsonl => write_jsonl(&mut out, &matches)?,
            Format::Text => write_text(&mut out, context, &matches)?,
        }
        out.flush()?;
        Ok(if matches.is_empty() { Outcome::NotFound } else { Outcome::Found })
    }
}

/// The best entries in full, the others a line each.
fn write_text(out: &mut impl Write, context: &Context, matches: &[Match<'_>]) -> Result<(), Failure> {
    let lang = context.lang;
    let Some(best) = matches.first() else {
        return Ok(writeln!(
            stderr(),
            "{}",
            labels::pick(lang, "no message of the catalog fits", "没有匹配的错误信息")
        )?);
    };
    let (full, brief): (Vec<_>, Vec<_>) = matches.iter().partition(|found| found.score == best.score);
    if full.len() > 1 {
        let tie = labels::pick(
            lang,
            " meanings fit equally well; the code tells which it is",
            "条含义同样匹配，请以错误码区分",
        );
        writeln!(out, "{DIM}{}{tie}{DIM:#}\n", full.len())?;
    }
    for (at, found) in full.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        write_match(out, context, found)?;
    }
    if !brief.is_empty() {
        writeln!(out)?;
        let lines = brief.iter().map(|found| format!("{}  {}", found.entry.code(), found.entry.name()));
        let lines: Vec<String> = lines.collect();
        fact(out, DIM, labels::pick(lang, "Or", "或者"), &lines.join("\n"), context.width)?;
    }
    Ok(())
}

/// An entry, with the message that fits and what stands in the text for its parameters.
fn write_match(out: &mut impl Write, context: &Context, found: &Match<'_>) -> Result<(), Failure> {
    let view = EntryView::new(found.entry);
    entry::write_heading(out, context, &view)?;
    writeln!(out)?;
    paragraph(out, &with_names(found.template), 2, context.width)?;
    writeln!(out)?;
    let args = found.args.iter().map(|arg| match arg.name() {
        Some(name) => format!("{name}: {arg}"),
        None => arg.to_string(),
    });
    let args: Vec<String> = args.collect();
    if !args.is_empty() {
        fact(out, DIM, labels::pick(context.lang, "Args", "参数"), &args.join("\n"), context.width)?;
    }
    Ok(entry::write_facts(out, context, &view)?)
}
