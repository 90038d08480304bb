//! Scans a message for placeholders.
//!
//! | written | meaning |
//! | --- | --- |
//! | `%s`, `%d`, other printf letters | the next argument |
//! | `%%` | a percent sign |
//! | `%(name)s`, `%(name)` | the argument of this name |
//! | `{name}`, `<name>` | the argument of this name, which may hold blanks |
//! | `{}` | the next argument |
//! | `{0}`, `{0[1]}` | the argument of this number |
//! | `[{id}, ...]` | any number of values |
//! | `{{`, `}}` | a brace |
//! | a marker of the entry (`xxx`) | the next argument |

use std::ops::Range;

/// A part of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    Literal(String),
    Hole { name: HoleName, list: bool },
}

/// How a placeholder names its argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum HoleName {
    /// The next one by position.
    Next,
    /// By number.
    Number(usize),
    /// By a name of its own.
    Named(String),
}

/// A placeholder that is not one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Malformed {
    /// Offset in the message, in bytes.
    pub(crate) offset: usize,
    pub(crate) message: String,
    pub(crate) help: &'static str,
}

/// Takes a message apart; `markers` are texts that stand for an argument in this entry.
pub(crate) fn scan(message: &str, markers: &[&str]) -> Result<Vec<Piece>, Malformed> {
    Ok(scan_spots(message, markers)?.0)
}

/// As [`scan`], and where the placeholders stand, in bytes.
pub(crate) fn scan_spots(
    message: &str,
    markers: &[&str],
) -> Result<(Vec<Piece>, Vec<Range<usize>>), Malformed> {
    let mut scanner = Scanner { message, at: 0, markers, pieces: Vec::new(), spots: Vec::new() };
    while scanner.at < message.len() {
        scanner.step()?;
    }
    Ok((scanner.pieces, scanner.spots))
}

struct Scanner<'a> {
    message: &'a str,
    at: usize,
    markers: &'a [&'a str],
    pieces: Vec<Piece>,
    spots: Vec<Range<usize>>,
}

/// Conversion letters of printf, as far as messages use them.
const CONVERSIONS: &str = "sdifuxXeEgGcqvr";

impl<'a> Scanner<'a> {
    fn rest(&self) -> &'a str {
        &self.message[self.at..]
    }

    /// Takes one placeholder, or some literal text.
    fn step(&mut self) -> Result<(), Malformed> {
        if let Some(len) = self.marker() {
            self.hole(len, HoleName::Next, false);
            return Ok(());
        }
        let rest = self.rest();
        match rest.as_bytes()[0] {
            b'%' => self.percent(),
            b'{' if rest.starts_with("{{") => self.literal("{", 2),
            b'}' if rest.starts_with("}}") => self.literal("}", 2),
            b'}' => {
                return Err(self.malformed("a `}` without its `{`", "write `}}` for a brace that is text"));
            }
            b'[' => match self.list()? {
                Some((name, len)) => self.hole(len, name, true),
                None => self.literal("[", 1),
            },
            b'{' | b'<' => match self.bracketed(rest)? {
                Some((name, len)) => self.hole(len, name, false),
                None => self.literal(&rest[..1], 1),
            },
            _ => {
                let len = self.plain_length(rest);
                self.literal(&rest[..len], len);
            }
        }
        if rest.starts_with("%(") && self.rest().len() == rest.len() {
            return Err(self.malformed("a `%(` without a name and its `)`", "write `%(name)s`"));
        }
        Ok(())
    }

    /// Length of what is text for sure: up to the next byte with a meaning, which no part of a character has, or a
    /// character where a marker can begin with any.
    fn plain_length(&self, rest: &str) -> usize {
        if self.markers.is_empty() {
            let special = |byte| matches!(byte, b'%' | b'{' | b'}' | b'[' | b'<');
            rest.bytes().position(special).unwrap_or(rest.len())
        } else {
            rest.chars().next().map_or(1, char::len_utf8)
        }
    }

    fn literal(&mut self, text: &str, len: usize) {
        self.at += len;
        if let Some(Piece::Literal(literal)) = self.pieces.last_mut() {
            literal.push_str(text);
        } else {
            self.pieces.push(Piece::Literal(text.to_owned()));
        }
    }

    fn hole(&mut self, len: usize, name: HoleName, list: bool) {
        self.spots.push(self.at..self.at + len);
        self.at += len;
        self.pieces.push(Piece::Hole { name, list });
    }

    fn malformed(&self, message: &str, help: &'static str) -> Malformed {
        Malformed { offset: self.at, message: message.to_owned(), help }
    }

    /// Length of the marker that stands here as a word of its own, the longest first.
    fn marker(&self) -> Option<usize> {
        let before = self.message[..self.at].chars().next_back();
        let fits = |marker: &&&str| {
            let after = self.rest().strip_prefix(**marker).map(|rest| rest.chars().next());
            after.is_some_and(|after| {
                !same_word(before, marker.chars().next()) && !same_word(marker.chars().next_back(), after)
            })
        };
        self.markers.iter().filter(fits).map(|marker| marker.len()).max()
    }

    /// `%s`, `%%`, `%(name)s`, or a percent sign. Leaves the place unchanged for a `%(` that does not end.
    fn percent(&mut self) {
        let rest = self.rest();
        if rest.starts_with("%%") {
            return self.literal("%", 2);
        }
        if let Some(named) = rest.strip_prefix("%(") {
            if let Some(end) = named.find(')').filter(|end| is_name(&named[..*end])) {
                let mut after = named[end + 1..].chars();
                let conversion = after.next().is_some_and(|letter| CONVERSIONS.contains(letter))
                    && !after.next().is_some_and(char::is_alphanumeric);
                let len = 2 + end + 1 + usize::from(conversion);
                self.hole(len, HoleName::Named(named[..end].to_owned()), false);
            }
            return;
        }
        if rest[1..].starts_with(|letter| CONVERSIONS.contains(letter)) {
            self.hole(2, HoleName::Next, false);
        } else {
            self.literal("%", 1);
        }
    }

    /// `[PLACEHOLDER, ...]`
    fn list(&self) -> Result<Option<(HoleName, usize)>, Malformed> {
        let inner = &self.rest()[1..];
        let found = if inner.starts_with(['{', '<']) {
            self.bracketed(inner)?
        } else if inner.starts_with("%s") {
            Some((HoleName::Next, 2))
        } else {
            None
        };
        Ok(found
            .filter(|(_, len)| inner[*len..].starts_with(", ...]"))
            .map(|(name, len)| (name, 1 + len + 6)))
    }

    /// `{name}`, `{}`, `{0}`, `{0[1]}`, `<name>`; nothing for a `<` that is text.
    fn bracketed(&self, rest: &str) -> Result<Option<(HoleName, usize)>, Malformed> {
        let (open, close) = if rest.starts_with('{') { ('{', '}') } else { ('<', '>') };
        let inner = &rest[1..];
        if open == '<' && !inner.starts_with(|first: char| first.is_ascii_alphabetic()) {
            return Ok(None);
        }
        let help = if open == '{' {
            "write `{name}`, or `{{` for a brace that is text"
        } else {
            "write `<name>`, or a blank after a `<` that is text"
        };
        let Some(end) = inner.find([open, close]).filter(|end| inner[*end..].starts_with(close)) else {
            return Err(self.malformed(&format!("a `{open}` without its `{close}`"), help));
        };
        let name = &inner[..end];
        let hole = if name.is_empty() {
            HoleName::Next
        } else if let Some(number) = number(name) {
            HoleName::Number(number)
        } else if is_name(name) {
            HoleName::Named(name.to_owned())
        } else {
            return Err(self.malformed(&format!("`{open}{name}{close}` does not hold a name"), help));
        };
        Ok(Some((hole, end + 2)))
    }
}

/// Whether the two characters would read as one word.
fn same_word(left: Option<char>, right: Option<char>) -> bool {
    let in_word = |side: Option<char>| side.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_');
    in_word(left) && in_word(right)
}

/// `0`, or the n of Python's `0[n]`, where the arguments are one list.
fn number(name: &str) -> Option<usize> {
    let digits = name.strip_prefix("0[").and_then(|rest| rest.strip_suffix(']')).unwrap_or(name);
    if digits.len() > 2 { None } else { digits.parse().ok() }
}

/// Letters, digits, `_`, `-`, `.` and inner blanks, beginning with a letter or `_`.
fn is_name(name: &str) -> bool {
    let first = name.chars().next();
    first.is_some_and(|c| c.is_alphabetic() || c == '_')
        && !name.ends_with(' ')
        && name.chars().all(|c| c.is_alphanumeric() || "_-. ".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Literals in quotes, placeholders by name, for short expectations.
    fn shown(message: &str, markers: &[&str]) -> String {
        let pieces = scan(message, markers).unwrap_or_else(|error| panic!("{message}: {error:?}"));
        let shown = pieces.iter().map(|piece| match piece {
            Piece::Literal(text) => format!("{text:?}"),
            Piece::Hole { name, list } => {
                let name = match name {
                    HoleName::Next => "next".to_owned(),
                    HoleName::Number(number) => format!("#{number}"),
                    HoleName::Named(name) => name.clone(),
                };
                if *list { format!("{name}*") } else { name }
            }
        });
        shown.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn every_form() {
        assert_eq!(shown("a %s b %d", &[]), r#""a " next " b " next"#);
        assert_eq!(shown("100%% of %s, 5 % and 90%", &[]), r#""100% of " next ", 5 % and 90%""#);
        assert_eq!(shown("%(a)s, %(b) is, %(c)s.", &[]), r#"a ", " b " is, " c ".""#);
        assert_eq!(
            shown("{id}: {error details} {} {1} {0[0]}", &[]),
            r#"id ": " error details " " next " " #1 " " #0"#
        );
        assert_eq!(shown("<id> < 3 and a<=b", &[]), r#"id " < 3 and a<=b""#);
        assert_eq!(shown("IDs: [{id}, ...], [{x}] [a]", &[]), r#""IDs: " id* ", [" x "] [a]""#);
        assert_eq!(shown("{{}} done", &[]), r#""{} done""#);
        assert_eq!(shown("no arguments", &[]), r#""no arguments""#);
    }

    #[test]
    fn markers_are_words() {
        assert_eq!(
            shown("mount /xxx of xxx, xxxx", &["xxx", "/xxx"]),
            r#""mount " next " of " next ", xxxx""#
        );
        assert_eq!(shown("磁盘***失败", &["***"]), r#""磁盘" next "失败""#);
        assert_eq!(shown("xxx", &[]), r#""xxx""#);
    }

    #[test]
    fn malformed_ones_tell_where() {
        for (message, offset) in
            [("ab {id", 3), ("a}", 1), ("%(name", 0), ("x <id y", 2), ("{a {b}}", 0), ("{\"a\": 1}", 0)]
        {
            assert_eq!(scan(message, &[]).unwrap_err().offset, offset, "{message}");
        }
    }
}
