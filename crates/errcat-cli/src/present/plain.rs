//! A value as plain text, for terminals, tables and searches.

use errcat::{Deprecation, FormerMeaning, Lang, Piece, Template};

use super::labels::{Key, pick};
use super::view::{Fact, Value};

impl Value {
    /// Returns the value in a language, or else in one that has it; of several items or steps, one per line.
    pub(crate) fn text(&self, lang: Lang) -> String {
        let and = pick(lang, ", ", "、");
        match self {
            Self::Number(number) => number.to_string(),
            Self::Seconds(seconds) => format!("{seconds}{}", pick(lang, " s", " 秒")),
            Self::Flag => pick(lang, "yes", "是").to_owned(),
            Self::Word(word) => word.label(lang).to_owned(),
            Self::Name(name) | Self::Document(name, _) | Self::Link(name) => (*name).to_owned(),
            Self::Names(names) => names.join(", "),
            Self::Line(line) => line.best(lang).to_owned(),
            Self::Prose(prose) => prose.best(lang).to_string(),
            Self::Messages(messages) => lines(messages.iter().map(|message| with_names(*message))),
            Self::Codes(codes) => codes.iter().map(|code| code.as_str()).collect::<Vec<_>>().join(", "),
            Self::Code(code) => code.to_string(),
            Self::Deprecation(deprecation) => deprecated(*deprecation, lang),
            Self::Former(former) => lines(former.iter().map(|former| former_meaning(*former, lang))),
            Self::Texts(texts) => {
                let texts = texts.iter().filter(|(_, of)| *of == lang);
                texts.map(|(key, _)| translated(*key, lang)).collect::<Vec<_>>().join(and)
            }
        }
    }
}

impl Fact {
    /// Returns label and value on one line.
    pub(crate) fn line(&self, lang: Lang) -> String {
        let label = self.key.label(lang);
        match self.value {
            Value::Flag => label.to_owned(),
            _ => format!("{label}{}{}", pick(lang, ": ", "："), self.value.text(lang)),
        }
    }
}

/// Returns what a translated text is called.
fn translated(text: Key, lang: Lang) -> &'static str {
    pick(lang, text.as_str(), text.label(lang))
}

/// Returns an earlier meaning of a number: the status that it had, and what it meant.
fn former_meaning(former: FormerMeaning, lang: Lang) -> String {
    let status = former.status().map_or(String::new(), |status| format!("{status}  "));
    format!("{status}{}", former.description(lang))
}

/// Returns since when an entry is deprecated, and why.
fn deprecated(deprecation: Deprecation, lang: Lang) -> String {
    let since = deprecation.since().map(|since| format!("{}{since}", pick(lang, "since ", "始于 ")));
    let note = deprecation.note(lang).map(str::to_owned);
    match (since, note) {
        (Some(since), Some(note)) => format!("{since}{}{note}", pick(lang, ": ", "：")),
        (said, None) | (None, said) => said.unwrap_or_else(|| pick(lang, "yes", "是").to_owned()),
    }
}

fn lines(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join("\n")
}

/// Returns a message with the names of its parameters in place of the placeholders.
pub(crate) fn with_names(template: Template) -> String {
    let pieces = template.pieces().map(|piece| match piece {
        Piece::Literal(text) => text.to_owned(),
        Piece::Placeholder { name, list: false, .. } => format!("‹{name}›"),
        Piece::Placeholder { name, list: true, .. } => format!("[‹{name}›, …]"),
    });
    pieces.collect()
}
