//! Which codes are wanted.

use errcat::{Catalog, CodeMatch, CodeRef, Service};

use crate::lookup;
use crate::options::Filter;
use crate::outcome::Failure;
use crate::pipeline::Block;

/// The codes that pass the filters.
#[derive(Clone)]
pub(super) struct Selection {
    catalog: &'static Catalog,
    /// By the place of the first entry of a code.
    known: Vec<bool>,
    /// Unknown codes of these services; of all of them if there is none here.
    services: Vec<Service>,
    unknown: bool,
    /// Whether all codes are wanted.
    all: bool,
}

impl Selection {
    pub(super) fn new(
        catalog: &'static Catalog,
        filter: &Filter,
        unknown_only: bool,
    ) -> Result<Self, Failure> {
        let mut known = vec![false; catalog.entries().len()];
        if !unknown_only {
            for entry in filter.entries(catalog)? {
                if let Some(known) = known.get_mut(place(entry.code())) {
                    *known = true;
                }
            }
        }
        // An unknown code has neither status nor class nor retry.
        let unknown = filter.status.is_empty() && filter.class.is_empty() && filter.retry.is_empty();
        let services = filter.services(catalog)?;
        let all = unknown && services.is_empty() && !unknown_only;
        Ok(Self { catalog, known, services, unknown, all })
    }

    /// The codes of a block that are wanted, each with where it begins in the block.
    pub(super) fn find<'b>(&'b self, block: &'b Block) -> impl Iterator<Item = (usize, CodeMatch<'b>)> {
        let found = self.catalog.find_in_bytes(block.searched());
        found.filter(|found| self.wants(found)).map(|found| (block.begin + found.range().start, found))
    }

    fn wants(&self, found: &CodeMatch<'_>) -> bool {
        if self.all {
            return true;
        }
        if let Some(code) = found.code() {
            return self.known.get(place(code)).is_some_and(|wanted| *wanted);
        }
        let of_service = || {
            let service = lookup::service(self.catalog, found.as_str());
            service.is_some_and(|service| self.services.contains(&service))
        };
        self.unknown && (self.services.is_empty() || of_service())
    }

    /// Returns the codes of a text that are wanted.
    pub(super) fn find_in<'t>(&'t self, text: &'t str) -> impl Iterator<Item = CodeMatch<'t>> {
        self.catalog.find_in(text).filter(|found| self.wants(found))
    }
}

/// A number for a code: the place of its first entry in the catalog.
pub(super) fn place(code: CodeRef) -> usize {
    code.entry().position()
}
