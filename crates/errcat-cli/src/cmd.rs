//! The verbs, one a file.

mod annotate;
mod check;
mod completions;
mod coverage;
mod decode;
mod decode_subject;
mod decode_text;
mod diff;
mod docs;
mod explain;
mod export;
mod filter;
mod layer;
mod list;
mod man;
mod match_text;
mod schema;
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
    /// Whether it is the one that programs have by `errcat` itself, whatever overlays add.
    pub(crate) bundled: bool,
    pub(crate) lang: Lang,
    pub(crate) width: usize,
}

/// Does what the arguments say.
pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    // Some verbs read no catalog, or read it their own way.
    let context = || {
        let catalog = source::catalog_of(args)?;
        let lang = args.lang.unwrap_or_else(lang_of_locale);
        Ok::<_, Failure>(Context { catalog, bundled: args.catalog.is_none(), lang, width: page::width() })
    };
    match &args.verb {
        Verb::Explain(explain) => explain::run(&context()?, explain),
        Verb::Decode(decode) => decode::run(&context()?, decode),
        Verb::Annotate(annotate) => annotate::run(&context()?, annotate),
        Verb::Unknown(unknown) => unknown::run(&context()?, unknown),
        Verb::Match(text) => match_text::run(&context()?, text),
        Verb::Search(words) => search::run(&context()?, words),
        Verb::List(list) => list::run(&context()?, list),
        Verb::Export(export) => export::run(&context()?, export, args),
        Verb::Docs(docs) => docs::run(&context()?, docs, args.catalog.as_deref()),
        Verb::Check(check) => check::run(check, args),
        Verb::Diff(diff) => diff::run(diff, args),
        Verb::Schema(schema) => schema::run(schema),
        Verb::Completions(completions) => completions::run(completions),
        Verb::Man(man) => man::run(man),
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
