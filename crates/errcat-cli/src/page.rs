//! Lays text out for a terminal: width, wrapping, styles.

use std::io::{self, IsTerminal, Write};

use anstyle::{AnsiColor, Style};
use textwrap::{Options, WordSplitter, wrap};
use unicode_width::UnicodeWidthStr;

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

/// Longer lines than this are hard to read.
const WIDEST: usize = 100;
const NARROWEST: usize = 40;

/// The width to lay out for: the terminal's, or 80 columns.
pub(crate) fn width() -> usize {
    let terminal = io::stdout().is_terminal().then(terminal_size::terminal_size).flatten();
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let width = terminal.map(|(width, _)| usize::from(width.0)).or(columns).unwrap_or(80);
    width.clamp(NARROWEST, WIDEST)
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
    labelled(out, &" ".repeat(indent), text, width)
}

/// Writes a label, and the text to its right, wrapped and indented to where it begins; numbered steps are indented
/// below their number. The label may be styled.
pub(crate) fn labelled(out: &mut impl Write, label: &str, text: &str, width: usize) -> io::Result<()> {
    let indent = columns(&anstream::adapter::strip_str(label).to_string());
    let mut start = label.to_owned();
    for line in text.lines() {
        let number = line.find(". ").filter(|end| line[..*end].bytes().all(|byte| byte.is_ascii_digit()));
        let hanging = " ".repeat(number.map_or(0, |end| end + 2));
        let options = Options::new(width.saturating_sub(indent).max(20))
            .subsequent_indent(&hanging)
            .word_splitter(WordSplitter::NoHyphenation);
        for wrapped in wrap(line, &options) {
            writeln!(out, "{}", format!("{start}{}", with_slots(&wrapped)).trim_end())?;
            start = " ".repeat(indent);
        }
    }
    Ok(())
}

/// Arguments, marked by ‹›, stand out.
fn with_slots(line: &str) -> String {
    line.replace('‹', &format!("{SLOT}‹")).replace('›', &format!("›{SLOT:#}"))
}

/// Text from outside, safe for a terminal: control characters are shown, not passed on.
pub(crate) fn printable(text: &str) -> String {
    text.chars()
        .flat_map(|letter| {
            let escape = letter.is_control() && letter != '\n' && letter != '\t';
            let (shown, escaped) =
                if escape { (None, Some(letter.escape_default())) } else { (Some(letter), None) };
            shown.into_iter().chain(escaped.into_iter().flatten())
        })
        .collect()
}
