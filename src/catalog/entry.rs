//! One documented meaning of a code.

use core::iter::FusedIterator;
use core::ops::Range;

use errcat_core::layout::entry as column;
use errcat_core::layout::former;

use super::text::{BothTexts, in_language};
use super::{Addition, Catalog, Code, Service, Text, handle};
use crate::template::Template;
use crate::{Class, Lang, Lifecycle, Retry};

/// One documented meaning of a code: status, message, cause, remedy. A handle: `Copy`, read through getters.
///
/// ```
/// use errcat::{Class, Lang, Retry, code};
///
/// let entry = code!("CSBS.6019").entry();
/// assert_eq!(entry.status(), Some(500));
/// assert_eq!((entry.class(), entry.retry()), (Class::FailedPrecondition, Retry::AfterFix));
/// assert_eq!(
///     entry.remediation(Lang::En).to_string(),
///     "Select a target server of the same type as the source server.",
/// );
/// ```
#[derive(Clone, Copy)]
pub struct Entry {
    pub(crate) catalog: &'static Catalog,
    pub(crate) row: u32,
}

handle!(Entry, |entry| entry.name());

impl Entry {
    /// The code that it is a meaning of.
    #[must_use]
    pub fn code(self) -> Code {
        Code { catalog: self.catalog, row: self.get(column::CODE) }
    }

    /// The service that sends it.
    #[must_use]
    pub fn service(self) -> Service {
        self.code().service()
    }

    /// What went wrong, as the name of the typed error's variant; unique in the service.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.text(column::NAME)
    }

    /// The HTTP status that it is documented with.
    #[must_use]
    pub fn status(self) -> Option<u16> {
        Some(self.get(column::STATUS) as u16).filter(|status| *status > 0)
    }

    /// The vendor's module of it, where the document has modules.
    #[must_use]
    pub fn group(self, lang: Lang) -> Option<&'static str> {
        let (en, zh) = (self.text(column::GROUP_EN), self.text(column::GROUP_ZH));
        Some(in_language(lang, en, zh)).filter(|group| !group.is_empty())
    }

    /// The message with its placeholders, as documented. Empty where none is documented.
    #[must_use]
    pub fn message(self) -> Template {
        self.template(self.get(column::MESSAGE))
    }

    /// Other documented wordings of the message.
    #[must_use]
    pub fn wordings(self) -> impl ExactSizeIterator<Item = Template> + Clone {
        self.catalog.list(self.get(column::WORDINGS)).map(move |row| self.template(row))
    }

    /// The names of its arguments, in the order in which [`Template::format`] takes them.
    #[must_use]
    pub fn params(self) -> impl ExactSizeIterator<Item = &'static str> + Clone {
        self.message().params()
    }

    /// Why it happened; in the other language, where a catalog lacks this one.
    #[must_use]
    pub fn description(self, lang: Lang) -> Text {
        self.both_texts(column::DESCRIPTION_EN, column::DESCRIPTION_ZH).get(lang)
    }

    /// What to do; in the other language, where a catalog lacks this one.
    #[must_use]
    pub fn remediation(self, lang: Lang) -> Text {
        self.both_texts(column::REMEDIATION_EN, column::REMEDIATION_ZH).get(lang)
    }

    /// What a reader must know besides, where there is something.
    #[must_use]
    pub fn note(self, lang: Lang) -> Option<Text> {
        Some(self.both_texts(column::NOTE_EN, column::NOTE_ZH).get(lang)).filter(|note| !note.is_empty())
    }

    /// What kind of fault it is: the catalog's reading of the text, not of the status.
    #[must_use]
    pub fn class(self) -> Class {
        Class::from_number(self.get(column::CLASS))
    }

    /// Whether the same request can succeed later: the catalog's reading of the text.
    #[must_use]
    pub fn retry(self) -> Retry {
        Retry::from_number(self.get(column::RETRY))
    }

    /// Whether the vendor still sends it.
    #[must_use]
    pub fn lifecycle(self) -> Lifecycle {
        Lifecycle::from_number(self.get(column::LIFECYCLE))
    }

    /// Whether it was only seen in responses, with no meaning published.
    #[must_use]
    pub fn is_undocumented(self) -> bool {
        self.get(column::UNDOCUMENTED) != 0
    }

    /// Title of the document that it comes from.
    #[must_use]
    pub fn source(self) -> &'static str {
        let own = self.text(column::SOURCE);
        if own.is_empty() { self.service().source() } else { own }
    }

    /// Related codes of the same service.
    #[must_use]
    pub fn see(self) -> impl ExactSizeIterator<Item = Code> + Clone {
        self.catalog.list(self.get(column::SEE)).map(move |row| Code { catalog: self.catalog, row })
    }

    /// Earlier meanings of the number, where it was reused.
    #[must_use]
    pub fn former(self) -> impl ExactSizeIterator<Item = Former> + Clone {
        self.catalog.list(self.get(column::FORMER)).map(move |row| Former { catalog: self.catalog, row })
    }

    /// What overlays add to it, in the order in which they were laid over the catalog; none in the catalog alone.
    ///
    /// ```
    /// let entry = errcat::code!("CSBS.6019").entry();
    /// for addition in entry.additions() {
    ///     println!("{}: {:?}, {:?}", addition.layer(), addition.owner(), addition.runbook());
    /// }
    /// ```
    #[must_use]
    pub fn additions(self) -> impl ExactSizeIterator<Item = Addition> + Clone {
        self.catalog.list(self.get(column::ADDITIONS)).map(move |row| Addition { catalog: self.catalog, row })
    }

    /// Its position in the order of the catalog files, from 0; entries of one code are not always neighbours there.
    #[must_use]
    pub fn position(self) -> usize {
        self.get(column::POSITION) as usize
    }

    pub(crate) fn get(self, column: usize) -> u32 {
        self.catalog.entries.get(self.row, column)
    }

    fn text(self, column: usize) -> &'static str {
        self.catalog.text(self.get(column))
    }

    fn template(self, row: u32) -> Template {
        Template { catalog: self.catalog, row }
    }

    /// A text as its two columns hold it.
    pub(crate) fn both_texts(self, en: usize, zh: usize) -> BothTexts {
        let text = |column| Text { catalog: self.catalog, list: self.get(column) };
        BothTexts { en: text(en), zh: text(zh) }
    }
}

/// Entries, one after another.
#[derive(Clone, Debug)]
pub struct Entries {
    catalog: &'static Catalog,
    rows: Range<u32>,
}

impl Entries {
    pub(super) fn new(catalog: &'static Catalog, rows: Range<u32>) -> Self {
        Self { catalog, rows }
    }
}

impl Iterator for Entries {
    type Item = Entry;

    fn next(&mut self) -> Option<Entry> {
        self.rows.next().map(|row| Entry { catalog: self.catalog, row })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.rows.len();
        (left, Some(left))
    }
}

impl ExactSizeIterator for Entries {}
impl FusedIterator for Entries {}

/// An earlier meaning of a reused number.
#[derive(Clone, Copy)]
pub struct Former {
    catalog: &'static Catalog,
    /// Its list in the catalog's lists.
    row: u32,
}

handle!(Former, |former| former.description(Lang::En));

impl Former {
    /// The HTTP status that it was documented with.
    #[must_use]
    pub fn status(self) -> Option<u16> {
        Some(self.catalog.item(self.row, former::STATUS) as u16).filter(|status| *status > 0)
    }

    /// The message that was documented.
    #[must_use]
    pub fn message(self) -> Option<&'static str> {
        Some(self.catalog.text(self.catalog.item(self.row, former::MESSAGE))).filter(|text| !text.is_empty())
    }

    /// What it meant.
    #[must_use]
    pub fn description(self, lang: Lang) -> &'static str {
        let [en, zh] = self.descriptions();
        in_language(lang, en, zh)
    }

    /// The description in English and in Chinese, empty in a language that the catalog lacks.
    pub(crate) fn descriptions(self) -> [&'static str; 2] {
        [former::DESCRIPTION_EN, former::DESCRIPTION_ZH]
            .map(|item| self.catalog.text(self.catalog.item(self.row, item)))
    }
}
