//! Lays text out for a terminal: width, wrapping, styles.

use std::io::{self, Write};
use std::ops::Range;

use anstyle::{AnsiColor, Style};
use textwrap::core::Word;
use textwrap::wrap_algorithms::Penalties;
use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm, wrap};

use crate::text::sanitize::{hyperlink, printable};
use crate::text::width::{columns, pad};

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
pub(crate) const PLAIN: Style = Style::new();

/// Text is not laid out narrower than this.
const NARROWEST: usize = 20;
/// The columns that a label takes at least.
pub(crate) const LABEL: usize = 5;

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
    aligned_fact(out, style, (label, LABEL), text, width)
}

/// Writes a fact whose label is filled to this many columns, so that it is aligned with others.
pub(crate) fn aligned_fact(
    out: &mut impl Write,
    style: Style,
    (label, label_columns): (&str, usize),
    text: &str,
    width: usize,
) -> io::Result<()> {
    let indent = 2 + columns(label).max(label_columns) + 2;
    let label = format!("  {style}{}{style:#}  ", pad(label, label_columns));
    lines(out, &label, indent, PLAIN, &printable(text), width)
}

/// Writes a label and an address, which terminals open. It is on one line, however long it is, so that it can be copied whole.
pub(crate) fn link_fact(
    out: &mut impl Write,
    style: Style,
    label: &str,
    label_columns: usize,
    address: &str,
) -> io::Result<()> {
    let line = format!("  {style}{}{style:#}  {}\n", pad(label, label_columns), hyperlink(address));
    // In one piece: `Screen` looks at each link as a whole.
    out.write_all(line.as_bytes())
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
            .word_separator(separator(width))
            .wrap_algorithm(WrapAlgorithm::OptimalFit(PENALTIES))
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

/// A line is rather short than too long by a column, as it may become for a code span that is not broken.
const PENALTIES: Penalties = Penalties { overflow_penalty: 1_000_000, ..Penalties::new() };

/// Code spans up to this many columns are not broken: `ssh -p <port> root@192.168.0.x`.
const SPAN: usize = 44;

/// Where lines may end. In a narrow column, a code span may be all there is on a line, and is broken as other text.
fn separator(width: usize) -> WordSeparator {
    if width < SPAN + NARROWEST { WordSeparator::new() } else { WordSeparator::Custom(words_and_spans) }
}

/// The words of a line, short code spans being one.
fn words_and_spans(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let mut spans = short_spans(line).into_iter().peekable();
    let mut words = Vec::new();
    let (mut start, mut at) = (0, 0);
    for word in WordSeparator::new().find_words(line) {
        at += word.word.len() + word.whitespace.len();
        while spans.next_if(|span| span.end <= at).is_some() {}
        if spans.peek().is_none_or(|span| at <= span.start) {
            words.push(Word::from(&line[start..at]));
            start = at;
        }
    }
    Box::new(words.into_iter())
}

/// The places of code spans that fit into a line, with their backticks.
fn short_spans(line: &str) -> Vec<Range<usize>> {
    let mut ticks = line.match_indices('`').map(|(at, _)| at);
    let mut spans = Vec::new();
    while let (Some(start), Some(end)) = (ticks.next(), ticks.next()) {
        spans.push(start..end + 1);
    }
    spans.retain(|span| columns(&line[span.clone()]) <= SPAN);
    spans
}

/// Arguments, marked by ‹›, stand out.
fn with_slots(line: &str, style: Style) -> String {
    line.replace('‹', &format!("{SLOT}‹")).replace('›', &format!("›{SLOT:#}{style}"))
}

#[cfg(test)]
mod tests {
    use super::{NARROWEST, SPAN, paragraph};

    fn wrapped(text: &str, width: usize) -> Vec<String> {
        let mut out = Vec::new();
        paragraph(&mut out, text, 0, width).unwrap();
        anstream::adapter::strip_str(&String::from_utf8(out).unwrap())
            .to_string()
            .lines()
            .map(str::to_owned)
            .collect()
    }

    #[test]
    fn short_code_spans_stay_whole() {
        let text =
            "Test the connection from the source server with `telnet <target> 22`, then start it again.";
        for width in SPAN + NARROWEST..80 {
            let lines = wrapped(text, width);
            assert!(lines.iter().any(|line| line.contains("`telnet <target> 22`")), "{width}: {lines:#?}");
        }
        let chinese =
            "在源端服务器上运行`telnet <目的端IP> 8899`，能连通时在控制台继续迁移，否则检查防火墙和安全组。";
        let lines = wrapped(chinese, 64);
        assert!(lines.len() == 2 && lines[0].contains("`telnet <目的端IP> 8899`"), "{lines:#?}");
    }

    #[test]
    fn nothing_is_lost_and_lines_fit() {
        let long = format!("a `{}` b ` c `d e` and `unclosed is the last", "x y ".repeat(30));
        for width in 20..90 {
            let lines = wrapped(&long, width);
            assert!(lines.iter().all(|line| super::columns(line) <= width), "{lines:#?}");
            assert_eq!(
                lines.join(" ").split_whitespace().collect::<Vec<_>>(),
                long.split_whitespace().collect::<Vec<_>>()
            );
        }
    }
}
