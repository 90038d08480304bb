//! The table of codes, for people.

use std::io::{self, Write};

use errcat::Lang;

use super::tally::{Line, Name, Tally, Total};
use crate::context::Context;
use crate::input::FileName;
use crate::limits::UNKNOWN_CODES;
use crate::output::stderr;
use crate::present::labels;
use crate::present::labels::UiLang;
use crate::present::terminal::{CODE, DIM, STRONG, paragraph, styled_paragraph};
use crate::text::width::{columns, pad};

/// Numbers, lines, and the code.
const COLUMNS: usize = 4;
/// A remedy narrower than this is hard to read: it begins further to the left.
const NARROWEST: usize = 40;

/// Writes one line per code, the most frequent first, and its remedy below.
pub(super) fn write(
    out: &mut impl Write,
    context: &Context,
    tally: &Tally,
    files: &[FileName],
) -> io::Result<()> {
    let codes = tally.sorted();
    if codes.is_empty() {
        return Ok(());
    }
    let lang = context.lang;
    let heads = match UiLang::of(lang) {
        UiLang::English => ["COUNT", "FIRST", "LAST", "CODE"],
        UiLang::Chinese => ["次数", "首次", "末次", "错误码"],
    };
    let mut widths = heads.map(columns);
    for (name, total) in &codes {
        for (width, cell) in widths.iter_mut().zip(cells(lang, files, *name, total)) {
            *width = columns(&cell).max(*width);
        }
    }
    let [count, first, last, code] = widths;
    let left = count + first + last + 6;
    let indent = if left + NARROWEST <= context.width { left } else { 4 };
    let [a, b, c, d] = heads;
    let (a, b, c) = (right(a, count), right(b, first), right(c, last));
    let what = labels::pick(lang, "MEANING", "含义");
    writeln!(out, "{DIM}{a}  {b}  {c}  {}  {what}{DIM:#}", pad(d, code))?;
    for (name, total) in &codes {
        let [a, b, c, d] = cells(lang, files, *name, total);
        let (a, b, c) = (right(&a, count), right(&b, first), right(&c, last));
        write!(out, "{a}  {b}  {c}  {CODE}{}{CODE:#}  ", pad(&d, code))?;
        write_meaning(out, context, *name, indent)?;
    }
    Ok(())
}

fn cells(lang: Lang, files: &[FileName], name: Name<'_>, total: &Total) -> [String; COLUMNS] {
    let code = name.as_str().unwrap_or(labels::pick(lang, "others", "其他"));
    [total.count.to_string(), place(files, total.first), place(files, total.last), code.to_owned()]
}

fn write_meaning(out: &mut impl Write, context: &Context, name: Name<'_>, indent: usize) -> io::Result<()> {
    let lang = context.lang;
    let code = match name {
        Name::Known(code) => code,
        Name::Unknown(_) => {
            return writeln!(out, "{}", labels::pick(lang, "not in the catalog", "目录中没有该错误码"));
        }
        Name::Others => return writeln!(out, "{}", others(lang)),
    };
    let entry = code.entry();
    writeln!(out, "{STRONG}{}{STRONG:#}", entry.name())?;
    let more = code.entries().len() - 1;
    if more > 0 {
        let others = match UiLang::of(lang) {
            UiLang::English => format!("and {more} more: errcat explain {code}"),
            UiLang::Chinese => format!("另有 {more} 种含义：errcat explain {code}"),
        };
        styled_paragraph(out, DIM, &others, indent, context.width)?;
    }
    paragraph(out, &entry.remediation(lang).to_string(), indent, context.width)
}

/// What is said of unknown codes that are not told apart.
pub(super) fn others(lang: Lang) -> String {
    match UiLang::of(lang) {
        UiLang::English => format!("codes that are not in the catalog, beyond the first {UNKNOWN_CODES}"),
        UiLang::Chinese => format!("前 {UNKNOWN_CODES} 种之外目录中没有的错误码"),
    }
}

/// The text, with spaces before it to this many columns.
fn right(text: &str, to: usize) -> String {
    format!("{}{text}", " ".repeat(to.saturating_sub(columns(text))))
}

/// A line as people write it, with its file if there are several.
pub(super) fn place(files: &[FileName], (file, line): Line) -> String {
    match files.get(file) {
        Some(name) if files.len() > 1 => format!("{name}:{}", line + 1),
        _ => (line + 1).to_string(),
    }
}

/// Writes the table to standard error: what an interrupt ends with.
pub(super) fn report(context: &Context, tally: &Tally, files: &[FileName]) {
    // Nothing is left to be done when standard error is closed.
    let _ = write(&mut stderr(), context, tally, files);
}
