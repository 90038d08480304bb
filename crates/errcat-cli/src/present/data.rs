//! A value for programs: what YAML, CSV and TypeScript are made of.

use errcat::{Deprecation, FormerMeaning, Lang, Lifecycle, Text};
use serde_json::{Map, Value as Json, json};

use super::labels::Key;
use super::localized::Localized;
use super::view::{EntryView, Value};

impl Value {
    /// Returns the value as catalog files have it: words by their names, and texts by language, without languages that
    /// they are not written in.
    pub(crate) fn data(&self) -> Json {
        match self {
            Self::Number(number) => json!(number),
            Self::Seconds(seconds) => json!(seconds),
            Self::Flag => json!(true),
            Self::Word(word) => json!(word.as_str()),
            Self::Name(name) | Self::Link(name) => json!(name),
            Self::Names(names) => json!(names),
            Self::Line(line) => line.data(|line| json!(line)),
            Self::Prose(prose) => prose.data(steps),
            Self::Messages(messages) => messages.iter().map(|message| message.as_str()).collect(),
            Self::Codes(codes) => codes.iter().map(|code| code.as_str()).collect(),
            Self::Code(code) => json!(code.as_str()),
            Self::Deprecation(deprecation) => deprecation_data(*deprecation),
            Self::Former(former) => former.iter().map(|former| former_meaning(*former)).collect(),
            Self::Document(title, None) => json!({ "title": title }),
            Self::Document(title, Some(url)) => json!({ "title": title, "url": url }),
            Self::Texts(texts) => {
                texts.iter().map(|(key, lang)| format!("{}.{lang}", key.as_str())).collect()
            }
        }
    }

    /// Returns a text in this language alone, several steps numbered, one per line.
    pub(crate) fn in_lang(&self, lang: Lang) -> Option<String> {
        match self {
            Self::Line(line) => line.get(lang).map(str::to_owned),
            Self::Prose(prose) => prose.get(lang).map(|text| text.to_string()),
            _ => None,
        }
    }
}

impl EntryView {
    /// Returns what holds of the entry under a key, also where the catalog file does not say it; `null` if nothing does.
    pub(crate) fn data(&self, key: Key) -> Json {
        match (key, self.get(key)) {
            (Key::Source, _) => json!(self.entry.source()),
            (Key::Message, Some(value)) => value.data().get_mut(0).map_or(Json::Null, Json::take),
            (_, Some(value)) => value.data(),
            (Key::Lifecycle, None) => json!(Lifecycle::Active.as_str()),
            (Key::Undocumented, None) => json!(false),
            (_, None) => Json::Null,
        }
    }
}

impl<T: Copy> Localized<T> {
    /// Returns an object with a key for each language that the text is written in.
    pub(crate) fn data(&self, text: impl Fn(T) -> Json) -> Json {
        self.iter()
            .map(|(lang, of_lang)| (lang.as_str().to_owned(), text(of_lang)))
            .collect::<Map<_, _>>()
            .into()
    }
}

/// Returns one passage as a string, and several steps as a list.
pub(crate) fn steps(text: Text) -> Json {
    let mut steps: Vec<&str> = text.steps().collect();
    match steps.pop() {
        Some(only) if steps.is_empty() => json!(only),
        last => steps.into_iter().chain(last).collect(),
    }
}

fn former_meaning(former: FormerMeaning) -> Json {
    let description = Localized::new(|lang| former.description_in(lang));
    said([
        ("status", former.status().map(|status| json!(status))),
        ("message", former.message().map(|message| json!(message))),
        ("description", description.map(|text| text.data(|text| json!(text)))),
    ])
}

fn deprecation_data(deprecation: Deprecation) -> Json {
    let note = Localized::new(|lang| deprecation.note_in(lang));
    said([
        ("since", deprecation.since().map(|since| json!(since))),
        ("note", note.map(|note| note.data(|note| json!(note)))),
    ])
}

/// Returns an object of the keys that have a value.
fn said<const N: usize>(keys: [(&str, Option<Json>); N]) -> Json {
    let said = keys.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
    said.collect::<Map<_, _>>().into()
}
