//! The verbs, one a file.

mod check;
mod explain;
mod export;
mod filter;
mod list;

use std::io::Write;

use errcat::{Catalog, Lang};
use serde::Serialize;

use crate::args::{Args, Verb};
use crate::outcome::{Failure, Outcome};
use crate::{page, source};

/// What every verb needs.
pub(crate) struct Context {
    pub(crate) catalog: &'static Catalog,
    pub(crate) lang: Lang,
    pub(crate) width: usize,
}

/// Does what the arguments say.
pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    if let Verb::Check(check) = &args.verb {
        return check::run(check);
    }
    let catalog = source::catalog_of(args)?;
    let lang = args.lang.unwrap_or_else(lang_of_locale);
    let context = Context { catalog, lang, width: page::width() };
    match &args.verb {
        Verb::Explain(explain) => explain::run(&context, explain),
        Verb::List(list) => list::run(&context, list),
        Verb::Export(export) => export::run(&context, export),
        Verb::Check(check) => check::run(check),
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
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)?;
    Ok(())
}

/// Writes one JSON object a line.
fn write_jsonl<T: Serialize>(
    out: &mut impl Write,
    values: impl IntoIterator<Item = T>,
) -> Result<(), Failure> {
    for value in values {
        serde_json::to_writer(&mut *out, &value)?;
        writeln!(out)?;
    }
    Ok(())
}

/// Standard output, for many small writes.
fn stdout() -> std::io::BufWriter<anstream::AutoStream<std::io::Stdout>> {
    std::io::BufWriter::new(anstream::stdout())
}
