//! How many columns a text takes, and how many there are.

use std::io::{self, IsTerminal};

use unicode_width::UnicodeWidthStr;

/// Longer lines than this are hard to read.
const WIDEST: usize = 100;
/// Nothing is laid out for fewer columns than these.
const NARROWEST: usize = 29;

/// Returns the width to lay text out for.
pub(crate) fn of_text() -> usize {
    of_terminal().min(WIDEST)
}

/// Returns the width of the terminal, or what `COLUMNS` says, or 80 columns.
pub(crate) fn of_terminal() -> usize {
    let terminal = io::stdout().is_terminal().then(terminal_size::terminal_size).flatten();
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let width = terminal.map(|(width, _)| usize::from(width.0)).or(columns).filter(|width| *width > 0);
    width.unwrap_or(80).max(NARROWEST)
}

/// Returns the columns that a text takes; wide characters take two.
pub(crate) fn columns(text: &str) -> usize {
    text.width()
}

/// Returns the text, filled with spaces to this many columns.
pub(crate) fn pad(text: &str, to: usize) -> String {
    format!("{text}{}", " ".repeat(to.saturating_sub(columns(text))))
}
