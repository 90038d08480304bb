//! Which entries are wanted.

use clap_complete::engine::ArgValueCompleter;
use errcat::{Catalog, Class, Entry, Retry, Service};

use super::candidates;
use crate::outcome::Failure;

/// Which entries are wanted. Values of one filter are alternatives; filters are joined by "and".
#[derive(Debug, Default, clap::Args)]
pub(crate) struct Filter {
    /// Only this service, by module name or code prefix
    #[arg(long, value_name = "SERVICE", add = ArgValueCompleter::new(candidates::services))]
    pub(crate) service: Vec<String>,

    /// Only this HTTP status
    #[arg(long, value_name = "STATUS", value_parser = clap::value_parser!(u16).range(100..=599))]
    pub(crate) status: Vec<u16>,

    /// Only this class
    #[arg(long, value_name = "CLASS", value_parser = clap::builder::PossibleValuesParser::new(Class::WORDS))]
    pub(crate) class: Vec<String>,

    /// Only with this retry
    #[arg(long, value_name = "RETRY", value_parser = clap::builder::PossibleValuesParser::new(Retry::WORDS))]
    pub(crate) retry: Vec<String>,
}

impl Filter {
    /// The entries that pass, in the order of the files.
    pub(crate) fn entries(&self, catalog: &'static Catalog) -> Result<Vec<Entry>, Failure> {
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
    pub(crate) fn services(&self, catalog: &'static Catalog) -> Result<Vec<Service>, Failure> {
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
