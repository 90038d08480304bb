//! The grammar of placeholders. Nothing else knows how they are written: the compiler, the lints, the JSON schema and the
//! command all ask this module.
//!
//! To add a dialect, add a variant of [`Dialect`] and its row of [`DIALECTS`], and list it in `catalog/README.md`.

/// A way of writing placeholders, which a program uses for all of its messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// C's `%s`.
    Printf,
    /// Python's `%(name)s`.
    NamedPrintf,
    /// JavaScript's `${name}`.
    DollarBraces,
    /// `{name}` of Python, Rust and C#.
    Braces,
    /// `<name>` of documentation.
    Angles,
    /// A text that is a placeholder in one entry only: `xxx`.
    Marker,
}

/// How the placeholders of a dialect are read.
struct Row {
    dialect: Dialect,
    /// What each of them begins with. The first row of the table that fits and does not return `None` counts.
    opening: &'static str,
    /// Reads the placeholder at the start of a text that begins with `opening`.
    read: fn(&str) -> ReadResult,
    /// One example for each form that catalog files document.
    examples: &'static [&'static str],
}

/// The argument and the length of a placeholder, or `None` if it is text.
type ReadResult = Result<Option<(Argument, usize)>, Malformed>;

/// All dialects but that of markers, which the entry lists.
const DIALECTS: &[Row] = &[
    Row {
        dialect: Dialect::Printf,
        opening: "%",
        read: |text| Ok(printf(text)),
        examples: &["%s", "%d", "%5.1f", "%1$s"],
    },
    Row {
        dialect: Dialect::NamedPrintf,
        opening: "%(",
        read: named_printf,
        examples: &["%(name)s", "%(name)"],
    },
    Row {
        dialect: Dialect::DollarBraces,
        opening: "${",
        read: |text| bracketed(text, &DOLLAR_BRACES),
        examples: &["${name}"],
    },
    Row {
        dialect: Dialect::Braces,
        opening: "{",
        read: |text| bracketed(text, &BRACES),
        examples: &["{name}", "{}", "{0}", "{0[1]}"],
    },
    Row {
        dialect: Dialect::Angles,
        opening: "<",
        read: |text| bracketed(text, &ANGLES),
        examples: &["<name>"],
    },
];

/// What is written for a character that would begin a placeholder, and the character.
const ESCAPES: &[(&str, char)] = &[("%%", '%'), ("{{", '{'), ("}}", '}')];

/// What surrounds a placeholder that takes any number of values.
const LIST: (&str, &str) = ("[", ", ...]");

/// The argument that a placeholder takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Argument {
    /// The one after that of the placeholder before.
    Next,
    /// The one at this position, counted from 0.
    Position(usize),
    /// The one of this name.
    Named(String),
}

/// A placeholder at the start of a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Read {
    pub(super) dialect: Dialect,
    pub(super) argument: Argument,
    pub(super) list: bool,
    /// Length in bytes.
    pub(super) len: usize,
}

/// Why what begins like a placeholder is none.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Malformed {
    pub(super) message: String,
    pub(super) help: &'static str,
}

/// Reads the placeholder at the start of a text, if there is one.
pub(super) fn read(text: &str) -> Result<Option<Read>, Malformed> {
    if text.starts_with(LIST.0) {
        return Ok(list(text));
    }
    if text.starts_with('}') {
        let message = "a `}` without its `{`".to_owned();
        return Err(Malformed { message, help: "write `}}` for a brace that is text" });
    }
    for Row { dialect, read, .. } in DIALECTS.iter().filter(|row| text.starts_with(row.opening)) {
        if let Some((argument, len)) = read(text)? {
            return Ok(Some(Read { dialect: *dialect, argument, list: false, len }));
        }
    }
    Ok(None)
}

/// Returns the character that is written doubled at the start of a text, and the length of both.
pub(super) fn escaped(text: &str) -> Option<(char, usize)> {
    let escape = ESCAPES.iter().find(|(written, _)| text.starts_with(written));
    escape.map(|(written, character)| (*character, written.len()))
}

/// Writes a text so that it is read as text, as far as that is possible: `<name>` is a placeholder wherever it is
/// written.
///
/// ```
/// assert_eq!(errcat_build::placeholder::escape("5% of {a}"), "5%% of {{a}}");
/// ```
#[must_use]
pub fn escape(text: &str) -> String {
    let mut escaped = text.to_owned();
    for (written, character) in ESCAPES {
        escaped = escaped.replace(*character, written);
    }
    escaped
}

/// Returns `true` if a placeholder or an escape can begin with this byte.
pub(super) const fn is_special(byte: u8) -> bool {
    SPECIAL[byte as usize]
}

const SPECIAL: [bool; 256] = {
    let mut special = [false; 256];
    special[LIST.0.as_bytes()[0] as usize] = true;
    let mut row = 0;
    while row < DIALECTS.len() {
        special[DIALECTS[row].opening.as_bytes()[0] as usize] = true;
        row += 1;
    }
    let mut escape = 0;
    while escape < ESCAPES.len() {
        special[ESCAPES[escape].0.as_bytes()[0] as usize] = true;
        escape += 1;
    }
    special
};

/// Returns an example for each form of each dialect, and one of a list.
///
/// ```
/// assert!(errcat_build::placeholder::examples().any(|example| example == "%s"));
/// ```
pub fn examples() -> impl Iterator<Item = &'static str> {
    DIALECTS.iter().flat_map(|row| row.examples).copied().chain(["[{id}, ...]"])
}

/// `[PLACEHOLDER, ...]`. What is malformed in the brackets is reported where it is read by itself.
fn list(text: &str) -> Option<Read> {
    let (open, close) = LIST;
    let inner = text.strip_prefix(open).filter(|inner| !inner.starts_with(open))?;
    let one = read(inner).ok().flatten()?;
    let len = open.len() + one.len + close.len();
    inner[one.len..].starts_with(close).then_some(Read { list: true, len, ..one })
}

/// `%(name)s`, and `%(name)` without a conversion.
fn named_printf(text: &str) -> ReadResult {
    let named = &text[2..];
    let Some(end) = named.find(')').filter(|end| is_name(&named[..*end])) else {
        let message = "a `%(` without a name and its `)`".to_owned();
        return Err(Malformed { message, help: "write `%(name)s`" });
    };
    let after = &named[end + 1..];
    let conversion = Conversion::read(after).filter(|conversion| conversion.is_clear(after));
    let len = 2 + end + 1 + conversion.map_or(0, |conversion| conversion.len);
    Ok(Some((Argument::Named(named[..end].to_owned()), len)))
}

/// `%s`, `%5.1f`, `%1$s`. Any other percent sign is text.
fn printf(text: &str) -> Option<(Argument, usize)> {
    let after = &text[1..];
    let digits = run(after, |byte| byte.is_ascii_digit());
    if after[digits..].starts_with('$') {
        let position = after[..digits].parse::<usize>().ok()?.checked_sub(1).filter(|_| digits <= 2)?;
        let len = Conversion::read(&after[digits + 1..])?.len;
        return Some((Argument::Position(position), 1 + digits + 1 + len));
    }
    let conversion = Conversion::read(after)?;
    // `%20server` is part of an address, and `100%-safe` is no placeholder either.
    (conversion.len == 1 || conversion.is_clear(after)).then(|| (Argument::Next, 1 + conversion.len))
}

/// What follows the percent sign of printf: `s`, `05d`, `.2f`, `lu`.
struct Conversion {
    len: usize,
    has_precision: bool,
}

impl Conversion {
    /// The conversions that messages use.
    const CHARACTERS: &str = "sdifuxXeEgGcqvr";
    const LENGTHS: [&str; 5] = ["hh", "h", "ll", "l", "z"];

    fn read(text: &str) -> Option<Self> {
        let flags = run(text, |byte| b"-+#0".contains(&byte));
        let width = run(&text[flags..], |byte| byte.is_ascii_digit());
        // `%0d` is a control character in an address.
        if text[..flags].ends_with('0') && width == 0 {
            return None;
        }
        let rest = &text[flags + width..];
        let precision = rest.strip_prefix('.').map_or(0, |rest| run(rest, |byte| byte.is_ascii_digit()));
        let rest = if precision > 0 { &rest[1 + precision..] } else { rest };
        let length = Self::LENGTHS.into_iter().find(|length| rest.starts_with(length)).unwrap_or("");
        let rest = &rest[length.len()..];
        rest.starts_with(|character| Self::CHARACTERS.contains(character))
            .then(|| Self { len: text.len() - rest.len() + 1, has_precision: precision > 0 })
    }

    /// Returns `true` if it is clearly not the beginning of a word.
    fn is_clear(&self, text: &str) -> bool {
        self.has_precision
            || !text[self.len..].starts_with(|character: char| character.is_ascii_alphanumeric())
    }
}

/// Returns the length of the longest start of which all bytes, which are ASCII, are of this kind.
fn run(text: &str, of_kind: impl Fn(u8) -> bool) -> usize {
    text.bytes().take_while(|byte| of_kind(*byte)).count()
}

/// The brackets of a dialect.
struct Brackets {
    open: &'static str,
    close: char,
    /// What has to follow `open`; otherwise it is text.
    first: Option<fn(char) -> bool>,
    help: &'static str,
}

const BRACES: Brackets =
    Brackets { open: "{", close: '}', first: None, help: "write `{name}`, or `{{` for a brace that is text" };

const DOLLAR_BRACES: Brackets = Brackets {
    open: "${",
    close: '}',
    first: Some(|first| first.is_alphabetic() || first == '_'),
    help: "write `${name}`, or `{{` for a brace that is text",
};

const ANGLES: Brackets = Brackets {
    open: "<",
    close: '>',
    first: Some(|first| first.is_ascii_alphabetic()),
    help: "write `<name>`, or a space after a `<` that is text",
};

/// `{name}`, `{}`, `{0}`, `{0[1]}`, `${name}`, `<name>`.
fn bracketed(text: &str, brackets: &Brackets) -> ReadResult {
    let Brackets { open, close, first, help } = *brackets;
    let inner = &text[open.len()..];
    if first.is_some_and(|first| !inner.starts_with(first)) {
        return Ok(None);
    }
    let end = inner.find(|character| character == close || open.ends_with(character));
    let Some(end) = end.filter(|end| inner[*end..].starts_with(close)) else {
        return Err(Malformed { message: format!("a `{open}` without its `{close}`"), help });
    };
    let name = &inner[..end];
    let argument = if name.is_empty() {
        Argument::Next
    } else if let Some(position) = position(name) {
        Argument::Position(position)
    } else if is_name(name) {
        Argument::Named(name.to_owned())
    } else {
        return Err(Malformed { message: format!("`{open}{name}{close}` does not hold a name"), help });
    };
    Ok(Some((argument, open.len() + end + close.len_utf8())))
}

/// `0`, or the n of Python's `0[n]`, where the arguments are one list.
fn position(name: &str) -> Option<usize> {
    let digits = name.strip_prefix("0[").and_then(|rest| rest.strip_suffix(']')).unwrap_or(name);
    if digits.len() > 2 { None } else { digits.parse().ok() }
}

/// Letters, digits, `_`, `-`, `.` and inner spaces, beginning with a letter or `_`.
fn is_name(name: &str) -> bool {
    let first = name.chars().next();
    first.is_some_and(|first| first.is_alphabetic() || first == '_')
        && !name.ends_with(' ')
        && name.chars().all(|character| character.is_alphanumeric() || "_-. ".contains(character))
}
