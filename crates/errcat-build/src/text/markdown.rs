//! Text in Markdown. Nothing in it is interpreted, whatever it holds: the only place that escapes for Markdown.
//!
//! The result is one line that means the same to plain Markdown, GitHub, mdBook and rustdoc. Unsafe
//! characters are escaped as [`sanitize`](super::sanitize) says.

use super::sanitize::{is_unsafe, one_line};

/// Characters that Markdown or one of its dialects interprets in the middle of a line: `{` and `}` are mdBook's
/// (`{{#include ...}}`) and those of attributes, `$`, `~` and `^` those of formulas, deleted and raised text; `#` is an
/// issue at GitHub, and ends a heading.
const SPECIAL: &str = r"\`*_[]<>&|~{}$^#";

/// Returns a text in which nothing is interpreted, not even a span in backticks.
///
/// ```
/// use errcat_build::text::markdown::text;
///
/// assert_eq!(text("<b> of `x` is 5*3"), r"\<b\> of \`x\` is 5\*3");
/// ```
#[must_use]
pub fn text(text: &str) -> String {
    let mut out = String::new();
    push_plain(&mut out, &one_line(text));
    out
}

/// Returns a text whose spans in backticks are code spans, as the texts of a catalog mean them; nothing else is
/// interpreted.
///
/// ```
/// use errcat_build::text::markdown::prose;
///
/// assert_eq!(prose("run `df *` on <host>\n- now"), r"run `df *` on \<host\> - now");
/// ```
#[must_use]
pub fn prose(text: &str) -> String {
    with_spans(text, code)
}

/// As [`prose`], for a cell of a table.
#[must_use]
pub fn cell(text: &str) -> String {
    // A table ends its cells before it looks for code spans, and takes the backslash away.
    with_spans(text, |span| code(span).replace('|', "\\|"))
}

fn with_spans(text: &str, span: impl Fn(&str) -> String) -> String {
    let text = one_line(text);
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once('`') {
        push_plain(&mut out, before);
        let inside = after.split_once('`').filter(|(inside, _)| !inside.trim().is_empty());
        // Two spans without anything between them would be one to Markdown.
        let (shown, after) = match inside.filter(|_| !out.ends_with('`')) {
            Some((inside, after)) => (span(inside), after),
            None => ("\\`".to_owned(), after),
        };
        out.push_str(&shown);
        rest = after;
    }
    push_plain(&mut out, rest);
    out
}

/// Returns a code span that holds this text, on one line.
///
/// A text that mdBook would expand in a span too (`{{#include file}}`), and one without anything to see, are escaped
/// text instead.
///
/// ```
/// use errcat_build::text::markdown::code;
///
/// assert_eq!(code("a `b`"), "`` a `b` ``");
/// assert_eq!(code("{{#include /etc/passwd}}"), r"\{\{\#include /etc/passwd\}\}");
/// ```
#[must_use]
pub fn code(text: &str) -> String {
    let text = one_line(text);
    if text.is_empty() || text.contains("{{") {
        return self::text(&text);
    }
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// Returns an address as a link that shows it: `<https://...>`.
///
/// Anything that is no address of the web is text.
///
/// ```
/// use errcat_build::text::markdown::link;
///
/// assert_eq!(link("https://wiki.example/a?b=1&c=2"), "<https://wiki.example/a?b=1&c=2>");
/// assert_eq!(link("javascript:alert(1)"), "javascript:alert(1)");
/// ```
#[must_use]
pub fn link(address: &str) -> String {
    let is_web = address.starts_with("https://") || address.starts_with("http://");
    let is_safe = |c: char| !c.is_whitespace() && !is_unsafe(c) && !"<>\\{}".contains(c);
    if is_web && address.chars().all(is_safe) { format!("<{address}>") } else { text(address) }
}

/// Appends a part of a line in which nothing is interpreted.
fn push_plain(out: &mut String, text: &str) {
    let begins = out.is_empty();
    let number = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        // Marks of lists, headings, underlines and definitions, where a line begins.
        let mark =
            begins && ((at == 0 && "+-=:".contains(c)) || (at == number && at > 0 && ".)".contains(c)));
        // Options and ranges, for which mdBook would write dashes and an ellipsis.
        let smart = "-.".contains(c) && before == c;
        // `*/` ends a comment, into which generators of clients put descriptions.
        let comment = c == '/' && before == '*';
        // An address is text, and no link.
        let address = c == ':' && text[at..].starts_with("://");
        if mark || smart || comment || address || SPECIAL.contains(c) {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
}
