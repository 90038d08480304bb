//! Entries of a catalog file, with gaps for what a log does not tell.

use errcat::{Catalog, Class, Retry};

use super::guess::Guess;
use super::report::Unknown;
use crate::lookup;
use crate::text::yaml;

/// A code, and where it was seen first.
pub(super) struct Stub<'c> {
    pub(super) code: &'c str,
    pub(super) unknown: &'c Unknown,
    pub(super) place: String,
}

/// How many other wordings are shown.
const OTHERS: usize = 3;

/// Writes the entries, those of a service together. A gap is a key without a value, which `errcat check` refuses.
pub(super) fn write<'c>(catalog: &'static Catalog, codes: impl Iterator<Item = Stub<'c>>) -> String {
    let mut groups: Vec<(String, Vec<Stub<'c>>)> = Vec::new();
    for code in codes {
        let head = head(catalog, code.code);
        match groups.iter_mut().find(|(known, _)| *known == head) {
            Some((_, codes)) => codes.push(code),
            None => groups.push((head, vec![code])),
        }
    }
    let group = |(head, codes): &(String, Vec<Stub<'c>>)| {
        let entries: Vec<String> = codes.iter().map(entry).collect();
        format!("{head}{}", entries.join("\n"))
    };
    groups.iter().map(group).collect::<Vec<_>>().join("\n")
}

/// What stands above the entries of a service: where they go, or the head of a new file.
fn head(catalog: &'static Catalog, code: &str) -> String {
    if let Some(service) = lookup::service(catalog, code) {
        let name = service.name();
        return format!("# {name}.yaml: add to its entries, and fill in what is marked.\n");
    }
    let prefix = code.rsplit_once('.').map_or(code, |(prefix, _)| prefix);
    let name: String = prefix
        .chars()
        .map(|letter| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '_' })
        .collect();
    format!(
        "# {name}.yaml: a new file.\n\
         service: {name}\n\
         title: {{ en: , zh: }}  # FILL IN: what people call the service\n\
         prefixes: [{prefix}]\n\
         source: {{ title: , lang: en }}  # FILL IN: the document\n\
         entries:\n"
    )
}

fn entry(code: &Stub<'_>) -> String {
    let guesses = code.unknown.guesses();
    let times =
        if code.unknown.count == 1 { "once".to_owned() } else { format!("{} times", code.unknown.count) };
    let mut text = format!("  # Seen {times}, first at {}.\n", code.place);
    for other in guesses.iter().skip(1).take(OTHERS) {
        text.push_str(&format!("  # Also seen: {}\n", yaml::scalar(&other.template)));
    }
    text.push_str(&format!("  - code: {}\n", yaml::scalar(code.code)));
    text.push_str("    name:  # FILL IN: what went wrong, in 2 to 6 words, as in TargetServerTypeMismatch\n");
    text.push_str(&status(&code.unknown.statuses));
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
