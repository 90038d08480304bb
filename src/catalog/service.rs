//! A service: one catalog file.

use errcat_core::layout::service as column;

use super::handles::{Codes, Entries, Entry, Service};
use super::text::or_other_language;
use crate::Lang;

impl Service {
    /// Returns the name of its Rust module and cargo feature.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.text(column::MODULE)
    }

    /// Returns what people call it. Falls back to another language; [`title_in`](Self::title_in) does not.
    #[must_use]
    pub fn title(self, lang: Lang) -> &'static str {
        or_other_language(lang, |lang| self.title_in(lang)).unwrap_or("")
    }

    /// Returns the title in this language, or `None` if the catalog lacks it.
    #[must_use]
    pub fn title_in(self, lang: Lang) -> Option<&'static str> {
        Some(self.text([column::TITLE_EN, column::TITLE_ZH][lang.number()])).filter(|title| !title.is_empty())
    }

    /// Returns what its codes begin with, as the vendor writes it. There is none for a service whose codes have no prefix.
    #[must_use]
    pub fn prefixes(self) -> impl ExactSizeIterator<Item = &'static str> + Clone {
        self.tables.text_list(self.get(column::PREFIXES)).step_by(2)
    }

    /// Returns its prefixes, each with what separates it from the number: `.` in `CSBS.6019`, nothing in `E0308`.
    ///
    /// ```
    /// let csbs = errcat::CATALOG.service("csbs").unwrap();
    /// assert!(csbs.spelled_prefixes().eq([("CSBS", "."), ("BackupService", ".")]));
    /// ```
    pub fn spelled_prefixes(self) -> impl Iterator<Item = (&'static str, &'static str)> + Clone {
        let texts = self.tables.text_list(self.get(column::PREFIXES));
        texts.clone().step_by(2).zip(texts.skip(1).step_by(2))
    }

    /// Other spellings of prefixes, each with the prefix that it stands for.
    pub fn aliases(self) -> impl Iterator<Item = (&'static str, &'static str)> + Clone {
        let texts = self.tables.text_list(self.get(column::ALIASES));
        texts.clone().step_by(2).zip(texts.skip(1).step_by(2))
    }

    /// Returns the prefixes that people mistake for one of this service, each with what it is. Falls back to another
    /// language; [`confused_with_in`](Self::confused_with_in) does not.
    ///
    /// ```
    /// use errcat::{CATALOG, Lang};
    ///
    /// let sms = CATALOG.service("sms").unwrap();
    /// let (prefix, what) = sms.confused_with(Lang::EN).next().unwrap();
    /// assert_eq!(prefix, "MSGSMS");
    /// assert!(what.contains("Message & SMS"));
    /// ```
    pub fn confused_with(self, lang: Lang) -> impl Iterator<Item = (&'static str, &'static str)> + Clone {
        self.confusable().map(move |(prefix, texts)| {
            let what =
                or_other_language(lang, |lang| Some(texts[lang.number()]).filter(|text| !text.is_empty()));
            (prefix, what.unwrap_or(""))
        })
    }

    /// Returns the prefixes that people mistake for one of this service, each with what it is in this language, or
    /// `None` if the catalog lacks it.
    pub fn confused_with_in(
        self,
        lang: Lang,
    ) -> impl Iterator<Item = (&'static str, Option<&'static str>)> + Clone {
        self.confusable()
            .map(move |(prefix, texts)| (prefix, Some(texts[lang.number()]).filter(|text| !text.is_empty())))
    }

    /// Returns the prefixes, each with what it is in each language.
    fn confusable(self) -> impl Iterator<Item = (&'static str, [&'static str; 2])> + Clone {
        let texts = self.tables.text_list(self.get(column::CONFUSED_WITH));
        let (en, zh) = (texts.clone().skip(1).step_by(3), texts.clone().skip(2).step_by(3));
        texts.step_by(3).zip(en.zip(zh)).map(|(prefix, (en, zh))| (prefix, [en, zh]))
    }

    /// Title of the document that its entries come from, unless they say otherwise.
    #[must_use]
    pub fn source(self) -> &'static str {
        self.text(column::SOURCE)
    }

    /// Returns the address of that document.
    #[must_use]
    pub fn source_url(self) -> Option<&'static str> {
        Some(self.text(column::SOURCE_URL)).filter(|url| !url.is_empty())
    }

    /// Returns the pattern for the page of each code, with `{service}`, `{code}` and `{name}` for what differs;
    /// [`Entry::url`] is what it gives.
    #[must_use]
    pub fn url_pattern(self) -> Option<&'static str> {
        Some(self.text(column::URL)).filter(|url| !url.is_empty())
    }

    /// Language of that document.
    #[must_use]
    pub fn source_lang(self) -> Lang {
        Lang::from_number(self.get(column::SOURCE_LANG))
    }

    /// Returns its entry of this name.
    ///
    /// ```
    /// let csbs = errcat::CATALOG.service("csbs").unwrap();
    /// assert_eq!(csbs.entry("UserUnverified").unwrap().status(), Some(403));
    /// ```
    #[must_use]
    pub fn entry(self, name: &str) -> Option<Entry> {
        self.entries().find(|entry| entry.name() == name)
    }

    /// Its codes, in the order of the file.
    #[must_use]
    pub fn codes(self) -> Codes {
        let first = self.get(column::FIRST_CODE);
        Codes::new(self.tables, first..first + self.get(column::CODES))
    }

    /// Its entries, by code.
    #[must_use]
    pub fn entries(self) -> Entries {
        let first = self.get(column::FIRST_ENTRY);
        Entries::new(self.tables, first..first + self.get(column::ENTRIES))
    }

    pub(crate) const fn get(self, column: usize) -> u32 {
        self.tables.rows.services.get(self.row, column)
    }

    const fn text(self, column: usize) -> &'static str {
        self.tables.text(self.get(column))
    }
}
