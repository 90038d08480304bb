//! What there is to say of an entry, as facts in the order in which they are shown.
//!
//! This is the only place of the command that reads an entry key by key; JSON is the library's. A new key becomes a
//! fact here and gets its label in [`labels`](super::labels): then every format shows it.

use errcat::{Addition, CodeRef, Deprecation, Entry, FormerMeaning, Lang, Lifecycle, Template, Text};

use super::labels::Key;
use super::localized::Localized;
use super::word::Word;

/// An entry with everything that the catalog and overlays say of it.
pub(crate) struct EntryView {
    pub(crate) entry: Entry,
    facts: Vec<Fact>,
    /// What overlays add.
    pub(crate) layers: Vec<Layer>,
}

/// What one layer of an overlay adds to an entry.
pub(crate) struct Layer {
    pub(crate) name: &'static str,
    facts: Vec<Fact>,
}

/// Something that an entry says. Where it says nothing, there is no fact.
pub(crate) struct Fact {
    pub(crate) key: Key,
    pub(crate) value: Value,
}

/// The kinds of values, each of which a format knows how to write.
pub(crate) enum Value {
    /// A number, such as an HTTP status.
    Number(u16),
    /// A number of seconds.
    Seconds(u64),
    /// Said by its label alone.
    Flag,
    /// A word of a closed set.
    Word(Word),
    /// A name or title, the same in every language.
    Name(&'static str),
    Names(Vec<&'static str>),
    /// A short text in several languages.
    Line(Localized<&'static str>),
    /// A passage or several steps, in several languages.
    Prose(Localized<Text>),
    Messages(Vec<Template>),
    Codes(Vec<CodeRef>),
    /// A code, of which there can be one.
    Code(CodeRef),
    Deprecation(Deprecation),
    Former(Vec<FormerMeaning>),
    /// The document that the entry comes from, where it is not that of its service: title and address.
    Document(&'static str, Option<&'static str>),
    /// An address of the web, as the compiler has checked.
    Link(&'static str),
    /// Texts of the entry that a layer has translated, with their languages.
    Texts(Vec<(Key, Lang)>),
}

/// Where readers look for a fact.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// What names the entry.
    Heading,
    /// A few words beside or below the heading.
    Tag,
    /// The message and its parameters.
    Message,
    /// Text with a label. What is not said otherwise is here.
    Body,
    /// Where the entry comes from.
    Origin,
}

impl EntryView {
    pub(crate) fn new(entry: Entry) -> Self {
        let message = Some(entry.message()).filter(|message| !message.as_str().is_empty());
        let lifecycle = Some(entry.lifecycle()).filter(|lifecycle| *lifecycle != Lifecycle::Active);
        let document = (entry.source(), entry.source_url());
        let of_service = (entry.service().source(), entry.service().source_url());
        let document = (document != of_service).then_some(Value::Document(document.0, document.1));
        let facts = [
            (Key::Code, Some(Value::Name(entry.code().as_str()))),
            (Key::Name, Some(Value::Name(entry.name()))),
            (Key::Status, entry.status().map(Value::Number)),
            (Key::Class, Some(Value::Word(Word::Class(entry.class())))),
            (Key::Retry, Some(Value::Word(Word::Retry(entry.retry())))),
            (Key::Group, Localized::new(|lang| entry.group_in(lang)).map(Value::Line)),
            (Key::Lifecycle, lifecycle.map(Word::Lifecycle).map(Value::Word)),
            (Key::Severity, entry.severity().map(Word::Severity).map(Value::Word)),
            (Key::Undocumented, entry.is_undocumented().then_some(Value::Flag)),
            (Key::Message, message.map(|message| Value::Messages(vec![message]))),
            (Key::Params, some(entry.params()).map(Value::Names)),
            (Key::Wordings, some(entry.wordings()).map(Value::Messages)),
            (Key::Description, prose(|lang| entry.description_in(lang))),
            (Key::Remediation, prose(|lang| entry.remediation_in(lang))),
            (Key::RetryAfter, entry.retry_after().map(|pause| Value::Seconds(pause.as_secs()))),
            (Key::Deprecated, entry.deprecated().map(Value::Deprecation)),
            (Key::ReplacedBy, entry.replaced_by().map(Value::Code)),
            (Key::Since, entry.since().map(Value::Name)),
            (Key::Note, prose(|lang| entry.note_in(lang))),
            (Key::Former, some(entry.former()).map(Value::Former)),
            (Key::See, some(entry.see()).map(Value::Codes)),
            (Key::Source, document),
            (Key::Url, entry.url().map(Value::Link)),
        ];
        Self { entry, facts: said(facts), layers: entry.additions().map(Layer::new).collect() }
    }

    /// Returns the facts of a place, in the order in which they are shown.
    pub(crate) fn at(&self, place: Place) -> impl Iterator<Item = &Fact> {
        self.facts.iter().filter(move |fact| fact.key.place() == place)
    }

    /// Returns what the entry says under a key.
    pub(crate) fn get(&self, key: Key) -> Option<&Value> {
        self.facts.iter().find_map(|fact| (fact.key == key).then_some(&fact.value))
    }

    /// Returns the facts in the order of catalog files.
    pub(crate) fn in_file_order(&self) -> Vec<&Fact> {
        let mut facts: Vec<&Fact> = self.facts.iter().collect();
        facts.sort_by_key(|fact| fact.key);
        facts
    }

    /// Returns every passage, step and line of text, in each language that it is written in. Messages are not among them.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &'static str> {
        let texts = |fact: &Fact| match &fact.value {
            Value::Line(line) => line.iter().map(|(_, line)| line).collect(),
            Value::Prose(prose) => prose.iter().flat_map(|(_, text)| text.steps()).collect(),
            _ => Vec::new(),
        };
        self.facts.iter().flat_map(texts)
    }

    /// Returns the message and its other wordings.
    pub(crate) fn messages(&self) -> impl Iterator<Item = Template> {
        let messages = |fact: &Fact| match &fact.value {
            Value::Messages(messages) => messages.clone(),
            _ => Vec::new(),
        };
        self.at(Place::Message).flat_map(messages)
    }
}

impl Layer {
    fn new(addition: Addition) -> Self {
        let translated = Lang::ALL.iter().flat_map(|lang| {
            [
                addition.translates_description(*lang).then_some((Key::Description, *lang)),
                addition.translates_remediation(*lang).then_some((Key::Remediation, *lang)),
            ]
        });
        let facts = [
            (Key::Remediation, prose(|lang| addition.remediation_in(lang))),
            (Key::Severity, addition.severity().map(Word::Severity).map(Value::Word)),
            (Key::Owner, addition.owner().map(Value::Name)),
            (Key::Runbook, addition.runbook().map(Value::Link)),
            (Key::Translation, some(translated.flatten()).map(Value::Texts)),
        ];
        Self { name: addition.layer(), facts: said(facts) }
    }

    /// Returns what the layer says under a key.
    pub(crate) fn get(&self, key: Key) -> Option<&Value> {
        self.facts.iter().find_map(|fact| (fact.key == key).then_some(&fact.value))
    }

    /// Returns what to do besides.
    pub(crate) fn remediation(&self) -> Option<&Value> {
        self.get(Key::Remediation)
    }

    /// Returns what the layer says to readers of a language besides what to do, in the order in which it is shown.
    pub(crate) fn facts(&self, lang: Lang) -> impl Iterator<Item = &Fact> {
        let is_said = move |fact: &&Fact| match &fact.value {
            Value::Texts(texts) => texts.iter().any(|(_, translated)| *translated == lang),
            _ => fact.key != Key::Remediation,
        };
        self.facts.iter().filter(is_said)
    }
}

impl Key {
    /// Returns where readers look for what is said under the key.
    pub(crate) const fn place(self) -> Place {
        match self {
            Self::Code | Self::Name => Place::Heading,
            Self::Status
            | Self::Class
            | Self::Retry
            | Self::Group
            | Self::Lifecycle
            | Self::Severity
            | Self::Undocumented => Place::Tag,
            Self::Message | Self::Params | Self::Wordings => Place::Message,
            Self::Source | Self::Url => Place::Origin,
            _ => Place::Body,
        }
    }
}

fn said<const N: usize>(facts: [(Key, Option<Value>); N]) -> Vec<Fact> {
    facts.into_iter().filter_map(|(key, value)| Some(Fact { key, value: value? })).collect()
}

fn prose(in_lang: impl Fn(Lang) -> Option<Text>) -> Option<Value> {
    Localized::new(in_lang).map(Value::Prose)
}

fn some<T>(items: impl Iterator<Item = T>) -> Option<Vec<T>> {
    Some(items.collect::<Vec<T>>()).filter(|items| !items.is_empty())
}
