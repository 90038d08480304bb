//! Finds services, codes and entries in a catalog.

use core::fmt;

use errcat_core::index::MAX_KEY;
use errcat_core::tables::Parts;

use super::handles::{Catalog, CodeRef, Codes, Entries, Entry, Service, Services};
use crate::tables::{Names, Tables};

impl Catalog {
    /// Returns a catalog over tables that are loaded at run time. What it consists of changes with any version.
    #[doc(hidden)]
    #[must_use]
    pub const fn from_parts(parts: &Parts<'static>) -> Self {
        Self { tables: Tables::new(parts, Names::SCAN), typed_entry: None }
    }

    /// The code that is written so, or with another spelling of its prefix (an alias: `PAYMENT.` for `PAY.`). Case counts.
    ///
    /// One hash, one slot, one comparison; no allocation.
    #[must_use]
    #[inline]
    pub const fn find(&'static self, text: &str) -> Option<CodeRef> {
        match self.tables.index.find(text) {
            Some(row) => Some(CodeRef { tables: &self.tables, row }),
            None => None,
        }
    }

    /// As [`find`](Self::find), for bytes that need not be UTF-8.
    #[inline]
    pub(crate) fn find_bytes(&'static self, text: &[u8]) -> Option<CodeRef> {
        self.tables.index.find_bytes(text).map(|row| CodeRef { tables: &self.tables, row })
    }

    /// All services, in the order of their files.
    #[must_use]
    pub fn services(&'static self) -> Services {
        Services::new(&self.tables, 0..self.tables.rows.services.len())
    }

    /// All codes, by service, in the order of the files.
    #[must_use]
    pub fn codes(&'static self) -> Codes {
        Codes::new(&self.tables, 0..self.tables.rows.codes.len())
    }

    /// All entries, by service and code.
    #[must_use]
    pub fn entries(&'static self) -> Entries {
        Entries::new(&self.tables, 0..self.tables.rows.entries.len())
    }

    /// The service of this name, as its module is called.
    ///
    /// ```
    /// assert_eq!(errcat::CATALOG.service("csbs").unwrap().prefixes().next(), Some("CSBS"));
    /// ```
    #[must_use]
    pub fn service(&'static self, name: &str) -> Option<Service> {
        self.services().find(|service| service.name() == name)
    }

    /// Returns the first service whose codes have this prefix, in any case.
    ///
    /// ```
    /// assert_eq!(errcat::CATALOG.service_by_prefix("backupservice").unwrap().name(), "csbs");
    /// assert_eq!(errcat::CATALOG.service_by_prefix("NOSUCH"), None);
    /// ```
    #[must_use]
    pub fn service_by_prefix(&'static self, prefix: &str) -> Option<Service> {
        let mut lower = [0; MAX_KEY];
        let lower = lower.get_mut(..prefix.len())?;
        lower.copy_from_slice(prefix.as_bytes());
        lower.make_ascii_lowercase();
        let rows = self.tables.rows.services.len();
        let has_prefix = |row| {
            let mut prefixes = self.service_in(row).prefixes();
            prefixes.any(|known| known.eq_ignore_ascii_case(prefix))
        };
        let row = self.tables.names.prefixes.find(core::str::from_utf8(lower).ok()?, rows, has_prefix)?;
        Some(self.service_in(row))
    }

    /// Returns the services whose codes have this prefix, in any case.
    pub(crate) fn services_by_prefix(&'static self, prefix: &str) -> impl Iterator<Item = Service> {
        let first = self.service_by_prefix(prefix);
        let later = first.map_or(u32::MAX, |service| service.row + 1)..self.tables.rows.services.len();
        let later = later.map(|row| self.service_in(row));
        let has_prefix =
            move |service: &Service| service.prefixes().any(|known| known.eq_ignore_ascii_case(prefix));
        first.into_iter().chain(later.filter(has_prefix))
    }

    /// The entry of this name, written with its module: `csbs::TargetServerTypeMismatch`.
    ///
    /// ```
    /// let entry = errcat::CATALOG.entry("csbs::UserUnverified").unwrap();
    /// assert_eq!((entry.code().as_str(), entry.status()), ("CSBS.9009", Some(403)));
    /// ```
    #[must_use]
    pub fn entry(&'static self, path: &str) -> Option<Entry> {
        let (service, name) = path.split_once("::")?;
        let entry = |row| Entry { tables: &self.tables, row };
        let has_name = |row| entry(row).name() == name && entry(row).service().name() == service;
        let rows = self.tables.rows.entries.len();
        self.tables.names.entries.find(path, rows, has_name).map(entry)
    }

    fn service_in(&'static self, row: u32) -> Service {
        Service { tables: &self.tables, row }
    }
}

impl fmt::Debug for Catalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Catalog")
            .field("services", &self.tables.rows.services.len())
            .field("codes", &self.tables.rows.codes.len())
            .field("entries", &self.tables.rows.entries.len())
            .finish_non_exhaustive()
    }
}
