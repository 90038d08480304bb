//! One of the two catalogs, with what is looked up in it.

use std::collections::HashMap;

use crate::model::{Catalog, Entry, Service};
use crate::tables;

/// Where an entry stands: the number of its service, and its own in the service.
pub(super) type At = (usize, usize);

/// A code, and its entries in the order of the file.
pub(super) struct CodeAt {
    pub(super) service: usize,
    pub(super) entries: Vec<usize>,
}

/// A catalog, by code and by name.
pub(super) struct Side<'c> {
    pub(super) services: &'c [Service],
    pub(super) codes: HashMap<&'c str, CodeAt>,
    names: HashMap<(usize, &'c str), usize>,
}

impl<'c> Side<'c> {
    pub(super) fn new(catalog: &'c Catalog) -> Self {
        let mut side = Self { services: &catalog.services, codes: HashMap::new(), names: HashMap::new() };
        for (number, service) in catalog.services.iter().enumerate() {
            for (code, entries) in tables::codes(service) {
                side.codes.entry(code).or_insert(CodeAt { service: number, entries });
            }
            for (at, entry) in service.entries.iter().enumerate() {
                side.names.entry((number, &entry.name)).or_insert(at);
            }
        }
        side
    }

    pub(super) fn entry(&self, (service, entry): At) -> &'c Entry {
        &self.services[service].entries[entry]
    }

    /// The entry of this name in a service.
    pub(super) fn named(&self, service: usize, name: &str) -> Option<At> {
        self.names.get(&(service, name)).map(|at| (service, *at))
    }

    /// The codes of a service that stand in no earlier one, in the order of the file, each with its entries.
    pub(super) fn codes_of(&self, service: usize) -> Vec<(&'c str, Vec<usize>)> {
        let mut codes = tables::codes(&self.services[service]);
        codes.retain(|(code, _)| self.codes.get(code).is_some_and(|at| at.service == service));
        codes
    }

    /// Where every entry stands.
    pub(super) fn all(&self) -> impl Iterator<Item = At> + use<'c> {
        let services = self.services.iter().enumerate();
        services.flat_map(|(number, service)| (0..service.entries.len()).map(move |at| (number, at)))
    }
}
