//! A catalog that is valid: what the tables, the code and the documentation are made of.

mod texts;

pub use errcat_core::placeholder::Written;
use errcat_core::shape::{self, Split};
pub use errcat_core::{Class, Lang, Lifecycle, Retry, Severity};
pub use texts::Texts;

/// All services compiled together, in the order of their files.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Catalog {
    /// The services.
    pub services: Vec<Service>,
    /// Whether there is one catalog file, however many services were wanted of it: its items stand beside the
    /// catalog too. What a program may write never depends on which services are switched on.
    pub(crate) single: bool,
    /// The services that the program leaves out.
    pub(crate) left_out: Vec<Service>,
    /// The languages that come first among those of the texts, in this order.
    pub(crate) first_languages: Vec<Lang>,
}

impl Catalog {
    /// A catalog of these services.
    #[must_use]
    pub fn new(services: Vec<Service>) -> Self {
        Self { single: services.len() == 1, services, left_out: Vec::new(), first_languages: Vec::new() }
    }
}

impl Catalog {
    /// Returns the languages of its texts, the default one first: those that the settings name, then those of the titles,
    /// then those that only overlays have, each in the order of its first use.
    #[must_use]
    pub fn languages(&self) -> Vec<Lang> {
        let mut found = Vec::new();
        for service in &self.services {
            add_languages(&mut found, service.title.languages());
        }
        for entry in self.services.iter().flat_map(|service| &service.entries) {
            let notes = entry.note.iter().flat_map(Texts::languages);
            let added = entry.additions.iter().flat_map(|addition| addition.remediation.languages());
            let texts = [&entry.description, &entry.remediation].into_iter().flat_map(Texts::languages);
            add_languages(&mut found, texts.chain(notes).chain(added));
        }
        let first = self.first_languages.iter().filter(|lang| found.contains(lang));
        let mut languages: Vec<Lang> = first.copied().collect();
        add_languages(&mut languages, found);
        languages
    }
}

/// Adds the languages that are new.
pub(crate) fn add_languages(known: &mut Vec<Lang>, languages: impl IntoIterator<Item = Lang>) {
    for lang in languages {
        if !known.contains(&lang) {
            known.push(lang);
        }
    }
}

/// One catalog file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Service {
    /// Path of the file.
    pub path: String,
    /// Name of the Rust module and cargo feature.
    pub module: String,
    /// What people call the service.
    pub title: Texts<String>,
    /// What its codes begin with; empty if they have no prefix.
    pub prefixes: Vec<Prefix>,
    /// Other spellings of prefixes, each with the prefix it stands for.
    pub aliases: Vec<(String, String)>,
    /// Prefixes that people take for one of the service, each with what it is.
    pub confused_with: Vec<(String, Texts<String>)>,
    /// The pattern for the page of each code, with `{service}`, `{code}` and `{name}`.
    pub url: Option<String>,
    /// Title of the document that the entries come from.
    pub source: String,
    /// Address of that document.
    pub source_url: Option<String>,
    /// Language of that document.
    pub source_lang: Lang,
    /// Whether typed errors are generated.
    pub typed: bool,
    /// The documented meanings, in the order of the file.
    pub entries: Vec<Entry>,
}

impl Service {
    /// A service without entries, with typed errors, of an English document.
    #[must_use]
    pub fn new(module: String) -> Self {
        Self {
            module,
            path: String::new(),
            title: Texts::default(),
            prefixes: Vec::new(),
            aliases: Vec::new(),
            confused_with: Vec::new(),
            url: None,
            source: String::new(),
            source_url: None,
            source_lang: Lang::EN,
            typed: true,
            entries: Vec::new(),
        }
    }
}

/// What codes begin with.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Prefix {
    /// The prefix: `CSBS` of `CSBS.6019`.
    pub text: String,
    /// What separates it from the number: `.` of `CSBS.6019`, nothing of `E0308`.
    pub separator: String,
}

impl Prefix {
    /// Returns a prefix with its separator.
    #[must_use]
    pub fn new(text: String, separator: String) -> Self {
        Self { text, separator }
    }
}

impl Service {
    /// Splits a code where its prefix ends. Returns `None` if it has none of the service's prefixes.
    #[must_use]
    pub fn split<'c>(&self, code: &'c str) -> Option<Split<'c>> {
        let prefixes = self.prefixes.iter();
        shape::split(code, prefixes.map(|prefix| (prefix.text.as_str(), prefix.separator.as_str())))
    }

    /// Returns every spelling of a code: as documented, and with each alias of its prefix.
    pub fn spellings(&self, code: &str) -> impl Iterator<Item = String> {
        let split = self.split(code);
        let aliases = self.aliases.iter().filter_map(move |(alias, prefix)| {
            let split = split.filter(|split| split.prefix == prefix)?;
            Some(format!("{alias}{}{}", split.separator, split.number))
        });
        std::iter::once(code.to_owned()).chain(aliases)
    }
}

/// One documented meaning of a code.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entry {
    /// The code, as it stands on the wire.
    pub code: String,
    /// Name of the variant in the service's `Error` enum.
    pub name: String,
    /// HTTP status, where one is documented.
    pub status: Option<u16>,
    /// The vendor's module, where it has one.
    pub group: Option<Texts<String>>,
    /// Whether the vendor still sends it.
    pub lifecycle: Lifecycle,
    /// Since when there is such an entry: a version or a date.
    pub since: Option<String>,
    /// That programs should no longer expect it.
    pub deprecated: Option<Deprecation>,
    /// The code of the same service to use in its place.
    pub replaced_by: Option<String>,
    /// Seen in a response, with no meaning published.
    pub undocumented: bool,
    /// The message; without text where none is documented.
    pub message: Template,
    /// Other documented wordings of the message.
    pub wordings: Vec<Template>,
    /// All arguments of the entry.
    pub params: Vec<Param>,
    /// Why it happened: one text, or several steps.
    pub description: Texts<Vec<String>>,
    /// What to do: one text, or several steps.
    pub remediation: Texts<Vec<String>>,
    /// What kind of fault it is.
    pub class: Class,
    /// Whether repeating the request can succeed.
    pub retry: Retry,
    /// How many seconds to wait before the request is repeated, where the response does not say.
    pub retry_after: Option<u32>,
    /// How bad it is.
    pub severity: Option<Severity>,
    /// Earlier meanings of a reused number.
    pub former: Vec<FormerMeaning>,
    /// Related codes of the same service.
    pub see: Vec<String>,
    /// What a reader must know besides.
    pub note: Option<Texts<Vec<String>>>,
    /// Title of the document, where it is not the service's.
    pub source: Option<String>,
    /// Address of that document.
    pub source_url: Option<String>,
    /// Address of the page about it, where that is not what the service's pattern gives.
    pub url: Option<String>,
    /// What overlays add, in their order.
    pub additions: Vec<Addition>,
}

impl Entry {
    /// An entry that says nothing else yet.
    #[must_use]
    pub fn new(code: String, name: String, class: Class, retry: Retry) -> Self {
        Self {
            code,
            name,
            class,
            retry,
            status: None,
            group: None,
            lifecycle: Lifecycle::Active,
            since: None,
            deprecated: None,
            replaced_by: None,
            retry_after: None,
            severity: None,
            undocumented: false,
            message: Template::default(),
            wordings: Vec::new(),
            params: Vec::new(),
            description: Texts::default(),
            remediation: Texts::default(),
            former: Vec::new(),
            see: Vec::new(),
            note: None,
            source: None,
            source_url: None,
            url: None,
            additions: Vec::new(),
        }
    }

    /// Whether programs should no longer expect it: it is deprecated, replaced or retired.
    #[must_use]
    pub fn is_deprecated(&self) -> bool {
        self.deprecated.is_some() || self.replaced_by.is_some() || self.lifecycle == Lifecycle::Retired
    }
}

/// That programs should no longer expect an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Deprecation {
    /// Since when: a version or a date.
    pub since: Option<String>,
    /// Why, and what to do instead; empty where the file does not say.
    pub note: Texts<String>,
}

/// What a layer of an overlay adds to an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Addition {
    /// Name of the layer.
    pub layer: String,
    /// Link to the runbook.
    pub runbook: Option<String>,
    /// Who looks after it.
    pub owner: Option<String>,
    /// How bad it is.
    pub severity: Option<Severity>,
    /// What to do besides.
    pub remediation: Texts<Vec<String>>,
    /// In which languages the entry's description is the layer's translation.
    pub translated_description: Vec<Lang>,
    /// In which languages the entry's remediation is.
    pub translated_remediation: Vec<Lang>,
}

/// An argument of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Param {
    /// Its name, a field of the typed error.
    pub name: String,
    /// Whether it takes any number of values.
    pub list: bool,
}

impl Param {
    /// An argument of this name.
    #[must_use]
    pub fn new(name: String, list: bool) -> Self {
        Self { name, list }
    }
}

/// A message with placeholders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Template {
    /// The message as documented.
    pub raw: String,
    /// Its parts.
    pub segments: Vec<Segment>,
    /// The arguments it carries, in order: positions in the entry's `params`.
    pub params: Vec<usize>,
}

/// A part of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Segment {
    /// Text that every message holds.
    Literal(String),
    /// A placeholder.
    Placeholder {
        /// The argument that it takes: a position in the template's `params`.
        param: usize,
        /// How it is written.
        written: Written<String>,
    },
}

/// An earlier meaning of a reused number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct FormerMeaning {
    /// HTTP status, where one was documented.
    pub status: Option<u16>,
    /// The message, where one was documented.
    pub message: Option<String>,
    /// What it meant.
    pub description: Texts<String>,
}
