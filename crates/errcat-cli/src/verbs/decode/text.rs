//! What `errcat decode` shows to people.

use std::collections::HashSet;
use std::io::Write;

use errcat::{CodeRef, Decoded, Entry};

use super::excerpt::excerpt;
use super::found::Found;
use super::subject;
use crate::context::Context;
use crate::input::FileName;
use crate::lookup::{self, Suggester};
use crate::outcome::Failure;
use crate::present::terminal::{CODE, DIM, STRONG, fact, paragraph, styled_paragraph};
use crate::present::view::EntryView;
use crate::present::{entry, labels, with_names};
use crate::text::sanitize::printable;

/// A label, and the text beside it.
type Fact = (&'static str, String);

/// Shows errors one after another.
pub(super) fn write(out: &mut impl Write, context: &Context, errors: &[Found<'_>]) -> Result<(), Failure> {
    let shown = errors.iter().filter_map(|found| found.error.code()).collect();
    let mut page = Page { context, shown, suggester: Suggester::new(context.catalog) };
    let several = errors.windows(2).any(|pair| matches!(pair, [one, next] if one.file != next.file));
    for (at, Found { error, file }) in errors.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        if several {
            let name = file.map_or_else(|| "-".to_owned(), FileName::to_string);
            styled_paragraph(out, DIM, &name, 0, context.width)?;
        }
        page.write(out, error)?;
    }
    Ok(())
}

/// What all errors are shown with.
struct Page<'p> {
    context: &'p Context,
    /// The codes that have a place of their own.
    shown: HashSet<&'p str>,
    suggester: Suggester,
}

impl Page<'_> {
    /// Shows one error: what it is about, code, message, cause, remedy, and what else was in the response.
    fn write(&mut self, out: &mut impl Write, error: &Decoded) -> Result<(), Failure> {
        let context = self.context;
        subject::write(out, context, error)?;
        let rest = rest(context, error, &self.shown);
        if let Some(entry) = error.entry() {
            let view = EntryView::new(entry);
            entry::write_heading(out, context, &view)?;
            write_message(out, context, &message_of(error, entry))?;
            writeln!(out)?;
            entry::write_facts(out, context, &view)?;
            return write_facts(out, context, &rest);
        }
        write_unknown_heading(out, context, error)?;
        write_message(out, context, error.message().unwrap_or(""))?;
        let facts = [self.resembling(error), rest].concat();
        if !facts.is_empty() {
            writeln!(out)?;
        }
        write_facts(out, context, &facts)
    }

    /// Known codes with such a message, and codes that look like the unknown one. A response is not mistyped: where the
    /// catalog does not hold the service, what looks alike means nothing.
    fn resembling(&mut self, error: &Decoded) -> Vec<Fact> {
        let catalog = self.context.catalog;
        let line = |code: CodeRef, entry: Entry| format!("{code}  {}", entry.name());
        let same = catalog.match_message(error.message().unwrap_or(""));
        let same: Vec<String> =
            same.iter().take(3).map(|found| line(found.entry.code(), found.entry)).collect();
        let ours = error.code().filter(|code| lookup::service(catalog, code).is_some());
        let near = ours.map_or(&[][..], |code| self.suggester.suggest(code));
        let near: Vec<String> = near.iter().map(|code| line(*code, code.entry())).collect();
        let lang = self.context.lang;
        let facts = [(labels::pick(lang, "Like", "类似"), same), (labels::pick(lang, "Near", "相近"), near)];
        let facts = facts.into_iter().filter(|(_, lines)| !lines.is_empty());
        facts.map(|(label, lines)| (label, lines.join("\n"))).collect()
    }
}

/// The message as it was sent; else the documented one with the arguments in it; else the arguments.
fn message_of(error: &Decoded, entry: Entry) -> String {
    if let Some(message) = error.message().or(error.rendered()) {
        return message.to_owned();
    }
    let documented = with_names(entry.message());
    if !documented.is_empty() {
        return documented;
    }
    let named = error.args().iter().filter_map(|arg| Some(format!("{}: {arg}", arg.name()?)));
    named.collect::<Vec<_>>().join(", ")
}

fn write_message(out: &mut impl Write, context: &Context, message: &str) -> Result<(), Failure> {
    if !message.trim().is_empty() {
        writeln!(out)?;
        paragraph(out, &excerpt(context.lang, message), 2, context.width)?;
    }
    Ok(())
}

/// The code that the catalog does not know, and whose it may be.
fn write_unknown_heading(out: &mut impl Write, context: &Context, error: &Decoded) -> Result<(), Failure> {
    let lang = context.lang;
    let Some(code) = error.code() else {
        let none = labels::pick(lang, "no error code found", "未找到错误码");
        return Ok(writeln!(out, "{STRONG}{none}{STRONG:#}")?);
    };
    let unknown = labels::pick(lang, "not in the catalog", "目录中没有该错误码");
    writeln!(out, "{CODE}{}{CODE:#}  {unknown}", printable(code))?;
    match lookup::service(context.catalog, code) {
        Some(service) => Ok(styled_paragraph(out, DIM, service.title(lang), 0, context.width)?),
        None => Ok(()),
    }
}

/// Status, arguments, request id, and the codes that are not `shown` themselves.
fn rest(context: &Context, error: &Decoded, shown: &HashSet<&str>) -> Vec<Fact> {
    let lang = context.lang;
    let mut facts = Vec::new();
    let documented = error.entry().and_then(Entry::status);
    if let Some(status) = error.status().filter(|status| documented != Some(*status)) {
        facts.push(("HTTP", status.to_string()));
    }
    // Arguments with names are in the message already.
    let unnamed = error.args().iter().filter(|arg| arg.name().is_none());
    let args: Vec<String> = unnamed.map(ToString::to_string).collect();
    if !args.is_empty() {
        facts.push((labels::pick(lang, "Args", "参数"), args.join("\n")));
    }
    if let Some(id) = error.request_id() {
        facts.push((labels::pick(lang, "ReqId", "请求"), id.to_owned()));
    }
    let others: Vec<&str> = error.other_codes().filter(|code| !shown.contains(*code)).collect();
    if !others.is_empty() {
        facts.push((labels::pick(lang, "Also", "其他"), others.join(", ")));
    }
    if error.encoded_authorization_message().is_some() {
        let text = labels::pick(
            lang,
            "holds an encoded authorization message (see --format json)",
            "包含加密的授权信息（见 --format json）",
        );
        facts.push((labels::pick(lang, "Auth", "授权"), text.to_owned()));
    }
    facts
}

fn write_facts(out: &mut impl Write, context: &Context, facts: &[Fact]) -> Result<(), Failure> {
    for (label, text) in facts {
        fact(out, DIM, label, &excerpt(context.lang, text), context.width)?;
    }
    Ok(())
}
