//! The verbs, one a file.

mod annotate;
mod check;
mod coverage;
mod decode;
mod decode_text;
mod diff;
mod explain;
mod export;
mod filter;
mod list;
mod match_text;
mod search;
mod unknown;

use std::io::Write;

use errcat::{Catalog, Lang};
use serde::Serialize;

use crate::args::{Args, Verb};
use crate::outcome::{Failure, Outcome};
use crate::screen::{printable_json, stdout};
use crate::{page, source};

/// What every verb needs.
#[derive(Clone, Copy)]
pub(crate) struct Context {
    pub(crate) catalog: &'static Catalog,
    pub(crate) lang: Lang,
    pub(crate) width: usize,
}

/// Does what the arguments say.
pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    if let Verb::Check(check) = &args.verb {
        return check::run(check, args.catalog.as_deref());
    }
    if let Verb::Diff(diff) = &args.verb {
        return diff::run(diff, args.catalog.as_deref());
    }
    let catalog = source::catalog_of(args)?;
    let lang = args.lang.unwrap_or_else(lang_of_locale);
    let context = Context { catalog, lang, width: page::width() };
    match &args.verb {
        Verb::Explain(explain) => explain::run(&context, explain),
        Verb::Decode(decode) => decode::run(&context, decode),
        Verb::Annotate(annotate) => annotate::run(&context, annotate),
        Verb::Unknown(unknown) => unknown::run(&context, unknown),
        Verb::Match(text) => match_text::run(&context, text),
        Verb::Search(words) => search::run(&context, words),
        Verb::List(list) => list::run(&context, list),
        Verb::Export(export) => export::run(&context, export),
        Verb::Check(check) => check::run(check, args.catalog.as_deref()),
        Verb::Diff(diff) => diff::run(diff, args.catalog.as_deref()),
    }
}

fn lang_of_locale() -> Lang {
    match sys_locale::get_locale() {
        Some(locale) if locale.to_lowercase().starts_with("zh") => Lang::Zh,
        _ => Lang::En,
    }
}

/// Writes one JSON document, and a line break.
fn write_json(out: &mut impl Write, value: &impl Serialize) -> Result<(), Failure> {
    writeln!(out, "{}", printable_json(&serde_json::to_string_pretty(value)?))?;
    Ok(())
}

/// Writes one JSON object a line.
fn write_jsonl<T: Serialize>(
    out: &mut impl Write,
    values: impl IntoIterator<Item = T>,
) -> Result<(), Failure> {
    for value in values {
        writeln!(out, "{}", printable_json(&serde_json::to_string(&value)?))?;
    }
    Ok(())
}
