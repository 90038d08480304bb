//! `errcat search`: entries by words, in both languages.

use std::io::Write;

use errcat::Entry;
use serde::Serialize;

use super::{Context, write_json, write_jsonl};
use crate::args::{Format, Search};
use crate::outcome::{Failure, Outcome};
use crate::page::{CODE, DIM, MARK, STRONG, marked_paragraph};
use crate::screen::{printable, stderr, stdout};
use crate::search::{Hit, marked, search};
use crate::words;

#[derive(Serialize)]
struct Document {
    results: Vec<HitJson>,
}

#[derive(Serialize)]
struct HitJson {
    code: &'static str,
    name: &'static str,
    score: f64,
    entry: Entry,
}

impl HitJson {
    fn new(hit: &Hit) -> Self {
        let entry = hit.entry;
        // Three digits tell results apart.
        let score = (hit.score * 1000.0).round() / 1000.0;
        Self { code: entry.code().as_str(), name: entry.name(), score, entry }
    }
}

pub(super) fn run(context: &Context, args: &Search) -> Result<Outcome, Failure> {
    let entries = args.filter.entries(context.catalog)?;
    let mut hits = search(context.catalog, &entries, &args.words.join(" "));
    hits.truncate(args.limit);
    let mut out = stdout();
    match args.format.format {
        Format::Json => write_json(&mut out, &Document { results: hits.iter().map(HitJson::new).collect() })?,
        Format::Jsonl => write_jsonl(&mut out, hits.iter().map(HitJson::new))?,
        Format::Text => {
            for (at, hit) in hits.iter().enumerate() {
                if at > 0 {
                    writeln!(out)?;
                }
                write_hit(&mut out, context, hit)?;
            }
            if hits.is_empty() {
                out.flush()?;
                let nothing = words::pick(context.lang, "nothing found", "没有找到结果");
                writeln!(stderr(), "{nothing}")?;
            }
        }
    }
    out.flush()?;
    Ok(if hits.is_empty() { Outcome::NotFound } else { Outcome::Found })
}

/// Code and name, the message, and a sentence of the cause, with the words that matched marked.
fn write_hit(out: &mut impl Write, context: &Context, hit: &Hit) -> Result<(), Failure> {
    let entry = hit.entry;
    let mark = |text: &str| {
        marked(&printable(text), &hit.matched, &MARK.render().to_string(), &MARK.render_reset().to_string())
    };
    let (code, name) = (entry.code(), entry.name());
    let class = words::class(context.lang, entry.class());
    writeln!(out, "{CODE}{code}{CODE:#}  {STRONG}{name}{STRONG:#}  {DIM}{class}{DIM:#}")?;
    let message = entry.message();
    if !message.as_str().is_empty() {
        marked_paragraph(out, &mark(message.as_str()), 2, context.width)?;
    }
    let cause: Vec<&str> = entry.description(context.lang).steps().flat_map(sentences).collect();
    // The sentence that was found says more than the first.
    let telling = cause.iter().find(|sentence| mark(sentence).len() > sentence.len()).or(cause.first());
    if let Some(sentence) = telling {
        marked_paragraph(out, &mark(sentence), 2, context.width)?;
    }
    Ok(())
}

/// The sentences of a text in either language.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(". ").flat_map(|part| part.split_inclusive('。')).map(str::trim)
}
