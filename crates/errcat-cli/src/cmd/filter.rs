//! Which entries a verb shows.

use errcat::{Catalog, Entry, Service};

use crate::args::Filter;
use crate::outcome::Failure;

impl Filter {
    /// The entries that pass, in the order of the files.
    pub(super) fn entries(&self, catalog: &'static Catalog) -> Result<Vec<Entry>, Failure> {
        let services = self.services(catalog)?;
        let passes = |entry: &Entry| {
            (services.is_empty() || services.contains(&entry.service()))
                && (self.status.is_empty()
                    || entry.status().is_some_and(|status| self.status.contains(&status)))
                && (self.class.is_empty() || self.class.iter().any(|class| class == entry.class().as_str()))
                && (self.retry.is_empty() || self.retry.iter().any(|retry| retry == entry.retry().as_str()))
        };
        let mut entries: Vec<Entry> = catalog.entries().filter(passes).collect();
        entries.sort_by_key(|entry| entry.position());
        Ok(entries)
    }

    /// The services that are asked for; none if all are.
    pub(super) fn services(&self, catalog: &'static Catalog) -> Result<Vec<Service>, Failure> {
        let find = |name: &String| {
            let found = catalog.service(name).or_else(|| catalog.service_by_prefix(name));
            found.ok_or_else(|| {
                let known: Vec<&str> = catalog.services().map(Service::name).collect();
                Failure::Usage(format!("no service `{name}`: the catalog holds {}", known.join(", ")))
            })
        };
        self.service.iter().map(find).collect()
    }
}
