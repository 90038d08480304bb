//! How many columns of a terminal a text takes.

use unicode_width::UnicodeWidthStr;

/// Returns the columns that a text takes; wide characters take two.
pub(crate) fn columns(text: &str) -> usize {
    text.width()
}

/// Returns the text, filled with spaces to this many columns.
pub(crate) fn pad(text: &str, to: usize) -> String {
    format!("{text}{}", " ".repeat(to.saturating_sub(columns(text))))
}
