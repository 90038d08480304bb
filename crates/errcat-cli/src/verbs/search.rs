//! `errcat search`: entries by words, in both languages.

use std::io::Write;

use errcat::Entry;
use serde::Serialize;

use crate::context::{Context, Invocation};
use crate::options::{Filter, Format, OutputFormat};
use crate::outcome::{Failure, Outcome};
use crate::output::{stderr, stdout, write_json, write_jsonl};
use crate::present::labels;
use crate::present::terminal::{CODE, DIM, MARK, STRONG, marked_paragraph};
use crate::search::{Hit, marked, search};
use crate::text::sanitize::printable;

/// Search codes, messages, causes and remedies, in English and Chinese
#[derive(Debug, clap::Args)]
pub(crate) struct Search {
    /// What to look for: words, a code, a message, in English or Chinese
    #[arg(required = true, value_name = "WORDS")]
    words: Vec<String>,

    /// Show at most so many results
    #[arg(long, value_name = "COUNT", default_value_t = 10)]
    limit: usize,

    #[command(flatten)]
    filter: Filter,

    #[command(flatten)]
    format: OutputFormat,
}

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

impl Search {
    /// Does what the arguments say.
    pub(super) fn run(&self, invocation: &Invocation<'_>) -> Result<Outcome, Failure> {
        let context = &invocation.context()?;
        let entries = self.filter.entries(context.catalog)?;
        let mut hits = search(context.catalog, &entries, &self.words.join(" "));
        hits.truncate(self.limit);
        let mut out = stdout();
        match self.format.format {
            Format::Json => {
                write_json(&mut out, &Document { results: hits.iter().map(HitJson::new).collect() })?;
            }
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
                    let nothing = labels::pick(context.lang, "nothing found", "没有找到结果");
                    writeln!(stderr(), "{nothing}")?;
                }
            }
        }
        out.flush()?;
        Ok(if hits.is_empty() { Outcome::NotFound } else { Outcome::Found })
    }
}

/// Code and name, the message, and a sentence of the cause, with the words that matched marked.
fn write_hit(out: &mut impl Write, context: &Context, hit: &Hit) -> Result<(), Failure> {
    let entry = hit.entry;
    let mark = |text: &str| {
        marked(&printable(text), &hit.matched, &MARK.render().to_string(), &MARK.render_reset().to_string())
    };
    let (code, name) = (entry.code(), entry.name());
    let class = labels::class(context.lang, entry.class());
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
