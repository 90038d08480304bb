//! Which entries are exported.

use errcat::{Catalog, CodeRef, Entry, Service};

/// The entries that are exported, in the order of the files.
pub(crate) struct Selection {
    pub(crate) catalog: &'static Catalog,
    pub(crate) entries: Vec<Entry>,
}

impl Selection {
    /// The services that have an entry here.
    pub(crate) fn services(&self) -> impl Iterator<Item = Service> {
        self.catalog.services().filter(|service| self.entries.iter().any(|entry| entry.service() == *service))
    }

    /// The codes of a service that have an entry here, in the order of the file, each with its entries.
    pub(crate) fn codes(&self, service: Service) -> impl Iterator<Item = (CodeRef, Vec<Entry>)> {
        let entries_of = |code: CodeRef| code.entries().filter(|entry| self.holds(*entry)).collect();
        let codes = service.codes().map(move |code| (code, entries_of(code)));
        codes.filter(|(_, entries): &(CodeRef, Vec<Entry>)| !entries.is_empty())
    }

    pub(crate) fn holds(&self, entry: Entry) -> bool {
        self.entries.binary_search_by_key(&entry.position(), |entry| entry.position()).is_ok()
    }

    pub(crate) fn holds_code(&self, code: CodeRef) -> bool {
        code.entries().any(|entry| self.holds(entry))
    }
}
