//! Lays text out for a terminal: width, wrapping, styles.

use std::io::{self, IsTerminal, Write};

use anstyle::{AnsiColor, Style};
use textwrap::{Options, WordSplitter, wrap};
use unicode_width::UnicodeWidthStr;

use crate::screen::printable;

/// What a reader looks for first.
pub(crate) const STRONG: Style = Style::new().bold();
/// What is there if it is wanted.
pub(crate) const DIM: Style = Style::new().dimmed();
/// The remedy.
pub(crate) const GOOD: Style = AnsiColor::Green.on_default().bold();
/// A code.
pub(crate) const CODE: Style = AnsiColor::Red.on_default().bold();
/// A fault.
pub(crate) const ERROR: Style = CODE;
/// A placeholder, or the argument in its place.
pub(crate) const SLOT: Style = AnsiColor::Cyan.on_default();
/// A word that was searched for.
pub(crate) const MARK: Style = AnsiColor::Yellow.on_default().bold();
/// Text among text.
const PLAIN: Style = Style::new();

/// Longer lines than this are hard to read.
const WIDEST: usize = 100;
/// Text narrower than this is no text.
const NARROWEST: usize = 20;
/// What labels take, and their blanks.
const LABEL: usize = 5;

/// The width to lay text out for.
pub(crate) fn width() -> usize {
    terminal_width().min(WIDEST)
}

/// The width of the terminal, or what `COLUMNS` says, or 80 columns.
pub(crate) fn terminal_width() -> usize {
    let terminal = io::stdout().is_terminal().then(terminal_size::terminal_size).flatten();
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let width = terminal.map(|(width, _)| usize::from(width.0)).or(columns).filter(|width| *width > 0);
    width.unwrap_or(80).max(NARROWEST + LABEL + 4)
}

/// The columns that a text takes; wide characters take two.
pub(crate) fn columns(text: &str) -> usize {
    text.width()
}

/// The text, filled with blanks to this many columns.
pub(crate) fn pad(text: &str, to: usize) -> String {
    format!("{text}{}", " ".repeat(to.saturating_sub(columns(text))))
}

/// Writes a paragraph, wrapped, with every line indented.
pub(crate) fn paragraph(out: &mut impl Write, text: &str, indent: usize, width: usize) -> io::Result<()> {
    styled_paragraph(out, PLAIN, text, indent, width)
}

/// Writes a paragraph in a style.
pub(crate) fn styled_paragraph(
    out: &mut impl Write,
    style: Style,
    text: &str,
    indent: usize,
    width: usize,
) -> io::Result<()> {
    lines(out, &" ".repeat(indent), indent, style, &printable(text), width)
}

/// Writes a paragraph of printable text that has styles in it.
pub(crate) fn marked_paragraph(
    out: &mut impl Write,
    text: &str,
    indent: usize,
    width: usize,
) -> io::Result<()> {
    lines(out, &" ".repeat(indent), indent, PLAIN, text, width)
}

/// Writes a label, and the text to its right, wrapped and indented to where it begins.
pub(crate) fn fact(
    out: &mut impl Write,
    style: Style,
    label: &str,
    text: &str,
    width: usize,
) -> io::Result<()> {
    let indent = 2 + columns(label).max(LABEL) + 2;
    let label = format!("  {style}{}{style:#}  ", pad(label, LABEL));
    lines(out, &label, indent, PLAIN, &printable(text), width)
}

/// Writes printable text after a label, wrapped; numbered steps are indented below their number.
fn lines(
    out: &mut impl Write,
    label: &str,
    indent: usize,
    style: Style,
    text: &str,
    width: usize,
) -> io::Result<()> {
    let blank = " ".repeat(indent);
    let mut start = label;
    for line in text.trim().lines() {
        let number = line.find(". ").filter(|end| line[..*end].bytes().all(|byte| byte.is_ascii_digit()));
        let hanging = " ".repeat(number.map_or(0, |end| end + 2));
        let options = Options::new(width.saturating_sub(indent).max(NARROWEST))
            .subsequent_indent(&hanging)
            .word_splitter(WordSplitter::NoHyphenation);
        for wrapped in wrap(line, &options) {
            let shown = with_slots(wrapped.trim_end(), style);
            if shown.is_empty() {
                writeln!(out)?;
            } else {
                writeln!(out, "{start}{style}{shown}{style:#}")?;
            }
            start = &blank;
        }
    }
    Ok(())
}

/// Arguments, marked by ‹›, stand out.
fn with_slots(line: &str, style: Style) -> String {
    line.replace('‹', &format!("{SLOT}‹")).replace('›', &format!("›{SLOT:#}{style}"))
}
