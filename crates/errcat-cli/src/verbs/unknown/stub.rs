//! Entries of a catalog file, with gaps for what a log does not tell.

use std::collections::HashMap;
use std::io::{self, Write};

use errcat::{Catalog, Class, Retry};

use super::codes::{UnknownCode, UnknownCodes};
use super::guess::Guess;
use crate::input::FileName;
use crate::lookup;
use crate::text::yaml;

/// How many other wordings are shown.
const OTHERS: usize = 3;

/// The catalog file that a code belongs in: that of its service, or a new one for its prefix.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Home<'c> {
    Service(&'static str),
    /// A prefix and its separator.
    Prefix(&'c str, &'c str),
}

impl<'c> Home<'c> {
    fn of(catalog: &'static Catalog, code: &'c str) -> Self {
        if let Some(service) = lookup::service(catalog, code) {
            return Self::Service(service.name());
        }
        let end = code.rfind(['.', '-', '_']).unwrap_or(code.len());
        Self::Prefix(&code[..end], code.get(end..=end).unwrap_or_default())
    }
}

/// Writes the entries, those of a service together. A gap is a key without a value, which `errcat check` refuses.
pub(super) fn write(
    out: &mut impl Write,
    catalog: &'static Catalog,
    files: &[FileName],
    codes: &UnknownCodes,
) -> io::Result<()> {
    let mut places: HashMap<Home<'_>, usize> = HashMap::new();
    let mut homes: Vec<(Home<'_>, Vec<(&str, &UnknownCode)>)> = Vec::new();
    for (code, unknown) in codes.iter() {
        let home = Home::of(catalog, code);
        let place = *places.entry(home).or_insert(homes.len());
        match homes.get_mut(place) {
            Some((_, codes)) => codes.push((code, unknown)),
            None => homes.push((home, vec![(code, unknown)])),
        }
    }
    for (at, (home, codes)) in homes.iter().enumerate() {
        let separator = if at > 0 { "\n" } else { "" };
        write!(out, "{separator}{}", head(*home))?;
        for (at, (code, unknown)) in codes.iter().enumerate() {
            let separator = if at > 0 { "\n" } else { "" };
            write!(out, "{separator}{}", entry(files, code, unknown))?;
        }
    }
    Ok(())
}

/// What is above the entries of a service: where they go, or the head of a new file.
fn head(home: Home<'_>) -> String {
    let (prefix, separator) = match home {
        Home::Service(name) => {
            return format!("# {name}.yaml: add to its entries, and fill in what is marked.\n");
        }
        Home::Prefix(prefix, separator) => (prefix, separator),
    };
    let separator =
        if separator == "." { String::new() } else { format!("separator: {}\n", yaml::scalar(separator)) };
    let name: String = prefix
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' })
        .collect();
    format!(
        "# {name}.yaml: a new file.\n\
         service: {name}\n\
         title: {{ en: , zh: }}  # FILL IN: what people call the service\n\
         prefixes: [{prefix}]\n\
         {separator}\
         source: {{ title: , lang: en }}  # FILL IN: the document\n\
         entries:\n"
    )
}

fn entry(files: &[FileName], code: &str, unknown: &UnknownCode) -> String {
    let guesses = unknown.guesses();
    let times = if unknown.count == 1 { "once".to_owned() } else { format!("{} times", unknown.count) };
    let (file, line) = unknown.first;
    let name = files.get(file).map_or_else(String::new, FileName::to_string);
    let mut text = format!("  # Seen {times}, first at {name}:{}.\n", line + 1);
    for other in guesses.iter().skip(1).take(OTHERS) {
        text.push_str(&format!("  # Also seen: {}\n", yaml::scalar(&other.template)));
    }
    text.push_str(&format!("  - code: {code}\n"));
    text.push_str("    name:  # FILL IN: what went wrong, in 2 to 6 words, as in TargetServerTypeMismatch\n");
    text.push_str(&status(&unknown.statuses));
    text.push_str(&message(guesses.first()));
    for key in ["description", "remediation"] {
        let what = if key == "description" { "why it happened" } else { "what to do" };
        text.push_str(&format!("    {key}:\n      en:  # FILL IN: {what}\n      zh:  # FILL IN\n"));
    }
    text.push_str(&format!("    class:  # FILL IN: {}\n", Class::WORDS.join(", ")));
    text.push_str(&format!("    retry:  # FILL IN: {}\n", Retry::WORDS.join(", ")));
    text
}

fn status(statuses: &[u16]) -> String {
    match statuses {
        [] => String::new(),
        [status] => format!("    status: {status}\n"),
        [status, others @ ..] => {
            let others: Vec<String> = others.iter().map(u16::to_string).collect();
            format!("    status: {status}  # also seen: {}\n", others.join(", "))
        }
    }
}

/// The message and its parameters, as far as several messages tell.
fn message(guess: Option<&Guess>) -> String {
    let Some(guess) = guess else {
        return "    message:  # FILL IN: none was seen\n".to_owned();
    };
    let mut text = String::new();
    if guess.messages == 1 {
        text.push_str("    # One message was seen: put %s where it holds a value, and name it in params.\n");
    } else {
        text.push_str(&format!("    # Guessed from {} messages.\n", guess.messages));
    }
    text.push_str(&format!("    message: {}\n", yaml::scalar(&guess.template)));
    if !guess.params.is_empty() {
        text.push_str("    params:\n");
    }
    for name in &guess.params {
        text.push_str(&match name {
            Some(name) => format!("      - {name}\n"),
            None => "      -  # FILL IN: what the value is\n".to_owned(),
        });
    }
    text
}
