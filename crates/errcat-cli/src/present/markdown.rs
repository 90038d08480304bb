//! An entry in Markdown, for pages, for agents, and for descriptions in OpenAPI.

use errcat::{CodeRef, Lang, Text};

use super::labels::{self, Key, pick};
use super::plain::with_names;
use super::view::{EntryView, Fact, Layer, Place, Value};
use crate::text::markdown::{code, link, prose, text};

/// How a page shows a code that an entry names: as Markdown, such as a link.
pub(crate) type ShowCode<'a> = dyn Fn(CodeRef) -> String + 'a;

/// Returns the entry below its heading: status and class, messages, and everything else, as paragraphs that each begin with
/// an empty line.
pub(crate) fn entry(view: &EntryView, lang: Lang, show_code: &ShowCode<'_>) -> String {
    let tags: Vec<String> = view.at(Place::Tag).map(|fact| tag(fact, lang)).collect();
    let mut page = format!("\n{}\n", tags.join(" · "));
    let messages: Vec<String> =
        view.messages().map(|message| format!("> {}", code(&with_names(message)))).collect();
    if !messages.is_empty() {
        page.push_str(&format!("\n{}\n", messages.join("\n>\n")));
    }
    page.push_str(&body(view, lang, show_code));
    page
}

/// Returns why it happened, what to do, and whatever else is known, as [`entry`] does.
pub(crate) fn body(view: &EntryView, lang: Lang, show_code: &ShowCode<'_>) -> String {
    let mut page = String::new();
    for fact in view.at(Place::Body).chain(view.at(Place::Origin)) {
        push_fact(&mut page, fact, lang, show_code);
        if fact.key == Key::Remediation {
            view.layers.iter().for_each(|layer| push_layer(&mut page, layer, lang));
        }
    }
    page
}

/// Returns a few words about an entry.
fn tag(fact: &Fact, lang: Lang) -> String {
    let value = prose(&fact.value.text(lang));
    match (fact.key, &fact.value) {
        (Key::Status, _) => format!("HTTP {value}"),
        (Key::Retry, _) => format!("{}{value}", pick(lang, "retry ", "重试：")),
        (Key::Severity, _) => fact.line(lang),
        (key, Value::Flag) => key.label(lang).to_owned(),
        _ => value,
    }
}

fn push_fact(page: &mut String, fact: &Fact, lang: Lang, show_code: &ShowCode<'_>) {
    let label = format!("**{}{}**", fact.key.label(lang), labels::colon(lang));
    match &fact.value {
        Value::Prose(prose) => push_passage(page, &label, prose.best(lang)),
        Value::Former(_) => {
            for meaning in fact.value.text(lang).lines() {
                page.push_str(&format!("\n{label} {}\n", prose(meaning)));
            }
        }
        Value::Codes(codes) => {
            let codes: Vec<String> = codes.iter().map(|code| show_code(*code)).collect();
            page.push_str(&format!("\n{label} {}\n", codes.join(", ")));
        }
        Value::Code(code) => page.push_str(&format!("\n{label} {}\n", show_code(*code))),
        _ => page.push_str(&format!("\n{label} {}\n", inline(fact, lang))),
    }
}

/// Appends a label and a text: beside it, or as a list of steps below it.
fn push_passage(page: &mut String, label: &str, text: Text) {
    let steps = text.steps();
    if steps.len() == 1 {
        page.push_str(&format!("\n{label} {}\n", steps.map(prose).collect::<String>()));
        return;
    }
    page.push_str(&format!("\n{label}\n\n"));
    for (at, step) in steps.enumerate() {
        page.push_str(&format!("{}. {}\n", at + 1, prose(step)));
    }
}

/// Appends what a layer of an overlay adds, below its name.
fn push_layer(page: &mut String, layer: &Layer, lang: Lang) {
    let name = text(layer.name);
    if let Some(Value::Prose(prose)) = layer.remediation() {
        let label = pick(lang, "Fix", "处理");
        push_passage(page, &format!("**{label} ({name}){}**", labels::colon(lang)), prose.best(lang));
    }
    let facts: Vec<String> = layer
        .facts(lang)
        .map(|fact| format!("- {}{}{}\n", fact.key.label(lang), pick(lang, ": ", "："), inline(fact, lang)))
        .collect();
    if !facts.is_empty() {
        page.push_str(&format!("\n**{name}{}**\n\n{}", labels::colon(lang), facts.concat()));
    }
}

fn inline(fact: &Fact, lang: Lang) -> String {
    match &fact.value {
        Value::Link(address) => link(address),
        value => prose(&value.text(lang)),
    }
}
