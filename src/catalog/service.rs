//! A service: one catalog file.

use core::iter::FusedIterator;
use core::ops::Range;

use errcat_core::layout::service as column;

use super::text::in_language;
use super::{Catalog, Codes, Entries, handle};
use crate::Lang;

/// A service: one catalog file, one Rust module, one cargo feature.
///
/// ```
/// use errcat::{Lang, code};
///
/// let service = code!("BackupService.4003").service();
/// assert_eq!(service.name(), "csbs");
/// assert_eq!(service.title(Lang::En), "Cloud Server Backup Service");
/// assert!(service.prefixes().eq(["CSBS", "BackupService"]));
/// ```
#[derive(Clone, Copy)]
pub struct Service {
    pub(crate) catalog: &'static Catalog,
    pub(crate) row: u32,
}

handle!(Service, |service| service.name());

impl Service {
    /// Name of its Rust module and cargo feature.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.text(column::MODULE)
    }

    /// What people call it.
    #[must_use]
    pub fn title(self, lang: Lang) -> &'static str {
        let [en, zh] = self.titles();
        in_language(lang, en, zh)
    }

    /// What its codes begin with, before the dot, as the vendor writes it.
    #[must_use]
    pub fn prefixes(self) -> impl ExactSizeIterator<Item = &'static str> + Clone {
        self.catalog.list(self.get(column::PREFIXES)).map(move |id| self.catalog.text(id))
    }

    /// Other spellings of prefixes, each with the prefix that it stands for.
    pub fn aliases(self) -> impl Iterator<Item = (&'static str, &'static str)> + Clone {
        let texts = self.catalog.list(self.get(column::ALIASES)).map(move |id| self.catalog.text(id));
        texts.clone().step_by(2).zip(texts.skip(1).step_by(2))
    }

    /// Prefixes that people take for one of this service, each with what it is.
    ///
    /// ```
    /// use errcat::{CATALOG, Lang};
    ///
    /// let sms = CATALOG.service("sms").unwrap();
    /// let (prefix, what) = sms.confused_with(Lang::En).next().unwrap();
    /// assert_eq!(prefix, "MSGSMS");
    /// assert!(what.contains("Message & SMS"));
    /// ```
    pub fn confused_with(self, lang: Lang) -> impl Iterator<Item = (&'static str, &'static str)> + Clone {
        let texts = self.catalog.list(self.get(column::CONFUSED_WITH)).map(move |id| self.catalog.text(id));
        let (en, zh) = (texts.clone().skip(1).step_by(3), texts.clone().skip(2).step_by(3));
        texts.step_by(3).zip(en.zip(zh)).map(move |(prefix, (en, zh))| (prefix, in_language(lang, en, zh)))
    }

    /// Title of the document that its entries come from, unless they say otherwise.
    #[must_use]
    pub fn source(self) -> &'static str {
        self.text(column::SOURCE)
    }

    /// Language of that document.
    #[must_use]
    pub fn source_lang(self) -> Lang {
        Lang::from_number(self.get(column::SOURCE_LANG))
    }

    /// Its codes, in the order of the file.
    #[must_use]
    pub fn codes(self) -> Codes {
        let first = self.get(column::FIRST_CODE);
        Codes::new(self.catalog, first..first + self.get(column::CODES))
    }

    /// Its entries, by code.
    #[must_use]
    pub fn entries(self) -> Entries {
        let first = self.get(column::FIRST_ENTRY);
        Entries::new(self.catalog, first..first + self.get(column::ENTRIES))
    }

    /// The title in English and in Chinese, empty in a language that the catalog lacks.
    pub(crate) fn titles(self) -> [&'static str; 2] {
        [self.text(column::TITLE_EN), self.text(column::TITLE_ZH)]
    }

    pub(crate) fn get(self, column: usize) -> u32 {
        self.catalog.services.get(self.row, column)
    }

    fn text(self, column: usize) -> &'static str {
        self.catalog.text(self.get(column))
    }
}

/// Services, one after another.
#[derive(Clone, Debug)]
pub struct Services {
    catalog: &'static Catalog,
    rows: Range<u32>,
}

impl Services {
    pub(super) fn new(catalog: &'static Catalog) -> Self {
        Self { catalog, rows: 0..catalog.services.len() }
    }
}

impl Iterator for Services {
    type Item = Service;

    fn next(&mut self) -> Option<Service> {
        self.rows.next().map(|row| Service { catalog: self.catalog, row })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.rows.len();
        (left, Some(left))
    }
}

impl ExactSizeIterator for Services {}
impl FusedIterator for Services {}
