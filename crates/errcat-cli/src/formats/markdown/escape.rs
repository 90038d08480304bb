//! Catalog texts in Markdown: what Markdown would interpret is escaped, code spans stay.

use crate::text::sanitize::printable;

/// Characters that mean something anywhere in a line. `{` is for mdBook, which includes files at `{{#include`; `$` and
/// `~` are for dialects with formulas and struck out text.
const SPECIAL: &str = "\\`*_[]<>&|~{}$";

/// A text on one line, safe in a paragraph, a heading or a list item, with its code spans.
pub(crate) fn inline(text: &str) -> String {
    escaped(text, code)
}

/// As [`inline`], safe in a cell of a table too.
pub(super) fn cell(text: &str) -> String {
    // In a table, a code span cannot hold a bar without a backslash, which Markdown then takes away.
    escaped(text, |span| code(span).replace('|', "\\|"))
}

fn escaped(text: &str, show_code: impl Fn(&str) -> String) -> String {
    let text = printable(text).lines().map(str::trim).collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once('`') {
        let span = after.split_once('`').filter(|(span, _)| !span.is_empty() && !span.contains("``"));
        plain(&mut out, before);
        if let Some((span, after)) = span {
            out.push_str(&show_code(span));
            rest = after;
        } else {
            out.push_str("\\`");
            rest = after;
        }
    }
    plain(&mut out, rest);
    out
}

/// Appends text in which nothing is to be interpreted.
fn plain(out: &mut String, text: &str) {
    let begins = out.is_empty();
    let number = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    let mut before = ' ';
    for (at, letter) in text.char_indices() {
        // Marks of lists, headings and underlines, where a line begins.
        let mark = begins
            && ((at == 0 && "#+-=:".contains(letter)) || (at == number && at > 0 && ".)".contains(letter)));
        // Options and ranges, which mdBook would write with typographic dashes and dots; quotes are theirs to shape.
        let smart = "-.".contains(letter) && before == letter;
        if mark || smart || SPECIAL.contains(letter) {
            out.push('\\');
        }
        out.push(letter);
        before = letter;
    }
}

/// A code span that holds exactly this text.
pub(super) fn code(text: &str) -> String {
    let longest = text.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    // A blank on both sides is taken away again.
    let apart = text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']);
    let blank = if apart { " " } else { "" };
    format!("{fence}{blank}{text}{blank}{fence}")
}

#[cfg(test)]
mod tests {
    use super::{cell, code, inline};

    #[test]
    fn texts_are_escaped_and_code_spans_are_not() {
        assert_eq!(inline("a*b* `x*y` <b>"), r"a\*b\* `x*y` \<b\>");
        assert_eq!(inline("- no list"), r"\- no list");
        assert_eq!(inline("12. no list, 1.5"), r"12\. no list, 1.5");
        assert_eq!(inline("one ` alone"), r"one \` alone");
        assert_eq!(inline("{{#include /etc/passwd}}"), r"\{\{#include /etc/passwd\}\}");
        assert_eq!(inline("a\n# b"), r"a # b");
        assert_eq!(cell("`a|b` c|d"), r"`a\|b` c\|d");
        assert_eq!(code("a `b` c"), "``a `b` c``");
        assert_eq!(code("`b`"), "`` `b` ``");
    }
}
