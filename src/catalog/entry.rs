//! One documented meaning of a code.

use core::time::Duration;

use errcat_core::layout::entry as column;

use super::handles::{CodeRef, Entry, Service};
use super::text::or_other_language;
use super::{Addition, Deprecation, FormerMeaning, Text};
use crate::message::Template;
use crate::{Class, Lang, Lifecycle, Retry, Severity};

impl Entry {
    /// Returns the code that it is a meaning of. [`known`](Self::known) returns it as a code of a certain catalog.
    #[must_use]
    pub const fn code(self) -> CodeRef {
        CodeRef { tables: self.tables, row: self.get(column::CODE) }
    }

    /// Returns the code as the type that the caller's patterns have: the `Code` of a catalog or of a service. Returns `None`
    /// if it is not one of theirs.
    ///
    /// ```
    /// use errcat::code;
    ///
    /// let entry = errcat::CATALOG.entry("csbs::UserUnverified").unwrap();
    /// assert!(matches!(entry.known(), Some(code!("CSBS.9009"))));
    /// ```
    #[must_use]
    pub fn known<C: TryFrom<CodeRef>>(self) -> Option<C> {
        C::try_from(self.code()).ok()
    }

    /// Returns the entry as a variant of a service's `Kind` enum, or `None` if it is of another service.
    ///
    /// ```
    /// use errcat::{code, csbs};
    ///
    /// // Two meanings of one code are two kinds.
    /// let kinds: Vec<_> = code!("CSBS.9009").entries().map(|entry| entry.kind()).collect();
    /// assert_eq!(kinds, [Some(csbs::Kind::UserUnverified), Some(csbs::Kind::ReducedSpaceBelowUsage)]);
    /// ```
    #[must_use]
    pub fn kind<K: TryFrom<Self>>(self) -> Option<K> {
        K::try_from(self).ok()
    }

    /// The service that sends it.
    #[must_use]
    pub fn service(self) -> Service {
        self.code().service()
    }

    /// Returns what went wrong, as the name of the variants of `Kind` and `Error`; unique in the service.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.text(column::NAME)
    }

    /// The HTTP status that it is documented with.
    #[must_use]
    pub fn status(self) -> Option<u16> {
        Some(self.get(column::STATUS) as u16).filter(|status| *status > 0)
    }

    /// Returns the part of the vendor's document that holds it, where the document has parts. Falls back to another
    /// language; [`group_in`](Self::group_in) does not.
    #[must_use]
    pub fn group(self, lang: Lang) -> Option<&'static str> {
        or_other_language(lang, |lang| self.group_in(lang))
    }

    /// Returns the group in this language, or `None` if the catalog lacks it.
    #[must_use]
    pub fn group_in(self, lang: Lang) -> Option<&'static str> {
        Some(self.text([column::GROUP_EN, column::GROUP_ZH][lang.number()])).filter(|group| !group.is_empty())
    }

    /// The message with its placeholders, as documented. Empty where none is documented.
    #[must_use]
    pub fn message(self) -> Template {
        self.template(self.get(column::MESSAGE))
    }

    /// Other documented wordings of the message.
    #[must_use]
    pub fn wordings(self) -> impl ExactSizeIterator<Item = Template> + Clone {
        self.tables.list(self.get(column::WORDINGS)).map(move |row| self.template(row))
    }

    /// The names of its arguments, in the order in which [`Template::format`] takes them.
    #[must_use]
    pub fn params(self) -> impl ExactSizeIterator<Item = &'static str> + Clone {
        self.message().params()
    }

    /// Returns why it happened. Falls back to another language; [`description_in`](Self::description_in) does not.
    #[must_use]
    pub fn description(self, lang: Lang) -> Text {
        or_other_language(lang, |lang| self.description_in(lang)).unwrap_or(self.empty_text())
    }

    /// Returns why it happened in this language, or `None` if the catalog lacks it.
    ///
    /// ```
    /// use errcat::{Lang, code};
    ///
    /// // What the JSON export writes: null in a language that the catalog lacks, never the text of another one.
    /// let entry = code!("CSBS.6019").entry();
    /// let texts = [Lang::EN, Lang::ZH].map(|lang| entry.description_in(lang));
    /// assert!(texts[0].is_some() && texts[0] != texts[1]);
    /// ```
    #[must_use]
    pub fn description_in(self, lang: Lang) -> Option<Text> {
        self.steps([column::DESCRIPTION_EN, column::DESCRIPTION_ZH], lang)
    }

    /// Returns what to do. Falls back to another language; [`remediation_in`](Self::remediation_in) does not.
    #[must_use]
    pub fn remediation(self, lang: Lang) -> Text {
        or_other_language(lang, |lang| self.remediation_in(lang)).unwrap_or(self.empty_text())
    }

    /// Returns what to do in this language, or `None` if the catalog lacks it.
    #[must_use]
    pub fn remediation_in(self, lang: Lang) -> Option<Text> {
        self.steps([column::REMEDIATION_EN, column::REMEDIATION_ZH], lang)
    }

    /// Returns further information for the reader, if there is any. Falls back to another language;
    /// [`note_in`](Self::note_in) does not.
    #[must_use]
    pub fn note(self, lang: Lang) -> Option<Text> {
        or_other_language(lang, |lang| self.note_in(lang))
    }

    /// Returns the note in this language, or `None` if the catalog lacks it.
    #[must_use]
    pub fn note_in(self, lang: Lang) -> Option<Text> {
        self.steps([column::NOTE_EN, column::NOTE_ZH], lang)
    }

    /// What kind of fault it is: the catalog's reading of the text, not of the status.
    #[must_use]
    pub fn class(self) -> Class {
        Class::from_number(self.get(column::CLASS))
    }

    /// Returns whether repeating the request can succeed: the catalog's reading of the text.
    #[must_use]
    pub fn retry(self) -> Retry {
        Retry::from_number(self.get(column::RETRY))
    }

    /// Whether the vendor still sends it.
    #[must_use]
    pub fn lifecycle(self) -> Lifecycle {
        Lifecycle::from_number(self.get(column::LIFECYCLE))
    }

    /// Returns since when there is such an entry: a version or a date, as the file writes it.
    #[must_use]
    pub fn since(self) -> Option<&'static str> {
        self.optional_text(column::SINCE)
    }

    /// Returns what the catalog says of the deprecation, if it deprecates the entry in so many words.
    /// [`is_deprecated`](Self::is_deprecated) is also true of entries that are replaced or retired.
    #[must_use]
    pub fn deprecated(self) -> Option<Deprecation> {
        let row = Some(self.get(column::DEPRECATED)).filter(|row| *row > 0)?;
        Some(Deprecation { tables: self.tables, row })
    }

    /// Returns the code of the same service to use in its place.
    #[must_use]
    pub fn replaced_by(self) -> Option<CodeRef> {
        let row = self.get(column::REPLACED_BY).checked_sub(1)?;
        Some(CodeRef { tables: self.tables, row })
    }

    /// Returns whether programs should no longer expect it: it is [`deprecated`](Self::deprecated),
    /// [replaced](Self::replaced_by) or [retired](Lifecycle::Retired). Its variants of `Kind` and `Error` are `#[deprecated]`.
    ///
    /// ```
    /// use errcat::{CATALOG, Lifecycle};
    ///
    /// let retired = CATALOG.find("SMS.1038").unwrap().entry();
    /// assert!(retired.lifecycle() == Lifecycle::Retired && retired.is_deprecated());
    /// ```
    #[must_use]
    pub fn is_deprecated(self) -> bool {
        self.deprecated().is_some() || self.replaced_by().is_some() || self.lifecycle() == Lifecycle::Retired
    }

    /// Returns how long to wait before the request is repeated, where the response does not say.
    #[must_use]
    pub fn retry_after(self) -> Option<Duration> {
        let seconds = Some(self.get(column::RETRY_AFTER)).filter(|seconds| *seconds > 0)?;
        Some(Duration::from_secs(seconds.into()))
    }

    /// Returns how bad it is, where the catalog says so.
    #[must_use]
    pub fn severity(self) -> Option<Severity> {
        self.get(column::SEVERITY).checked_sub(1).map(Severity::from_number)
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

    /// Returns the address of that document.
    #[must_use]
    pub fn source_url(self) -> Option<&'static str> {
        let has_own = self.get(column::SOURCE) > 0;
        if has_own { self.optional_text(column::SOURCE_URL) } else { self.service().source_url() }
    }

    /// Returns the address of the page about it: that of the entry itself, else the one that the pattern of the service gives,
    /// else that of the document it comes from.
    #[must_use]
    pub fn url(self) -> Option<&'static str> {
        self.own_url().or_else(|| self.optional_text(column::PAGE)).or_else(|| self.source_url())
    }

    pub(crate) fn own_url(self) -> Option<&'static str> {
        self.optional_text(column::URL)
    }

    /// Related codes of the same service.
    #[must_use]
    pub fn see(self) -> impl ExactSizeIterator<Item = CodeRef> + Clone {
        self.tables.list(self.get(column::SEE)).map(move |row| CodeRef { tables: self.tables, row })
    }

    /// Earlier meanings of the number, where it was reused.
    #[must_use]
    pub fn former(self) -> impl ExactSizeIterator<Item = FormerMeaning> + Clone {
        self.tables.list(self.get(column::FORMER)).map(move |row| FormerMeaning { tables: self.tables, row })
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
        self.tables.list(self.get(column::ADDITIONS)).map(move |row| Addition { tables: self.tables, row })
    }

    /// Its position in the order of the catalog files, from 0; entries of one code are not always neighbours there.
    #[must_use]
    pub fn position(self) -> usize {
        self.get(column::POSITION) as usize
    }

    pub(crate) const fn get(self, column: usize) -> u32 {
        self.tables.rows.entries.get(self.row, column)
    }

    const fn text(self, column: usize) -> &'static str {
        self.tables.text(self.get(column))
    }

    fn optional_text(self, column: usize) -> Option<&'static str> {
        Some(self.text(column)).filter(|text| !text.is_empty())
    }

    fn template(self, row: u32) -> Template {
        Template { tables: self.tables, row }
    }

    /// Returns the text in the column of this language, if there is one.
    fn steps(self, columns: [usize; 2], lang: Lang) -> Option<Text> {
        let text = Text { tables: self.tables, list: self.get(columns[lang.number()]) };
        Some(text).filter(|text| !text.is_empty())
    }

    fn empty_text(self) -> Text {
        Text { tables: self.tables, list: 0 }
    }
}
