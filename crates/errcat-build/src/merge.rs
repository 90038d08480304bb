//! Several catalogs as one, for programs that read them at run time.

use std::collections::HashMap;

use crate::model::{Catalog, Service, add_languages};

/// What [`Catalog::merge`] made.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Merged {
    /// The services of all catalogs, in their order.
    pub catalog: Catalog,
    /// What is in an earlier catalog already, in the order in which it was left out.
    pub left_out: Vec<LeftOut>,
}

/// A part of a catalog that a merge left out.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LeftOut {
    /// The catalog that lost the part, by its position.
    pub catalog: usize,
    /// The catalog that has it already, by its position.
    pub earlier: usize,
    /// What was left out.
    pub part: Part,
}

/// What a merge leaves out.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Part {
    /// A service, whose name an earlier one has.
    Service(String),
    /// All entries of a code.
    Code(String),
    /// Another spelling of a prefix, with which a code would be written as one of an earlier catalog.
    Alias {
        /// The service.
        service: String,
        /// The other spelling of its prefix.
        alias: String,
    },
}

impl Catalog {
    /// Merges catalogs into one, in which each code has the meaning that the first of them gives it.
    ///
    /// ```
    /// use errcat_build::model::{Catalog, Class, Entry, Retry, Service};
    /// use errcat_build::{LeftOut, Part};
    ///
    /// let service = |name: &str, codes: &[&str]| {
    ///     let mut service = Service::new(name.to_owned());
    ///     let entry = |code: &&str| Entry::new(code.to_string(), "Failed".to_owned(), Class::Internal, Retry::Never);
    ///     service.entries = codes.iter().map(entry).collect();
    ///     service
    /// };
    /// let ours = Catalog::new(vec![service("pay", &["PAY.1"])]);
    /// let theirs = Catalog::new(vec![service("bank", &["BANK.1", "PAY.1"])]);
    /// let merged = Catalog::merge([ours, theirs]);
    /// assert_eq!(merged.catalog.services.len(), 2);
    /// assert_eq!(merged.catalog.services[1].entries.len(), 1);
    /// assert_eq!(merged.left_out[0].part, Part::Code("PAY.1".to_owned()));
    /// ```
    #[must_use]
    pub fn merge(catalogs: impl IntoIterator<Item = Self>) -> Merged {
        let mut merge = Merge::default();
        let mut languages = Vec::new();
        for (number, catalog) in catalogs.into_iter().enumerate() {
            add_languages(&mut languages, catalog.languages());
            for service in catalog.services {
                merge.add(number, service);
            }
        }
        let mut catalog = Self::new(merge.services);
        catalog.first_languages = languages;
        Merged { catalog, left_out: merge.left_out }
    }
}

#[derive(Default)]
struct Merge {
    services: Vec<Service>,
    /// The names of services, each with its catalog.
    names: HashMap<String, usize>,
    /// Every spelling of a code, with its catalog.
    spellings: HashMap<String, usize>,
    left_out: Vec<LeftOut>,
}

impl Merge {
    fn add(&mut self, catalog: usize, mut service: Service) {
        if let Some(earlier) = self.names.get(&service.module).copied() {
            return self.leave_out(catalog, earlier, Part::Service(service.module));
        }
        // Within a catalog, `check` has seen that codes differ.
        let taken =
            |spelling: &str| self.spellings.get(spelling).copied().filter(|earlier| *earlier != catalog);
        let mut left_out = Vec::new();
        let mut last = None;
        service.entries.retain(|entry| {
            let Some(earlier) = taken(&entry.code) else { return true };
            if last.as_ref() != Some(&entry.code) {
                left_out.push((earlier, Part::Code(entry.code.clone())));
                last = Some(entry.code.clone());
            }
            false
        });
        let mut aliases = std::mem::take(&mut service.aliases);
        aliases.retain(|pair| {
            service.aliases = vec![pair.clone()];
            let mut codes = service.entries.iter().flat_map(|entry| service.spellings(&entry.code));
            let Some(earlier) = codes.find_map(|spelling| taken(&spelling)) else { return true };
            left_out.push((earlier, Part::Alias { service: service.module.clone(), alias: pair.0.clone() }));
            false
        });
        service.aliases = aliases;
        for (earlier, part) in left_out {
            self.leave_out(catalog, earlier, part);
        }
        for entry in &service.entries {
            for spelling in service.spellings(&entry.code) {
                self.spellings.entry(spelling).or_insert(catalog);
            }
        }
        if !service.entries.is_empty() {
            self.names.insert(service.module.clone(), catalog);
            self.services.push(service);
        }
    }

    fn leave_out(&mut self, catalog: usize, earlier: usize, part: Part) {
        self.left_out.push(LeftOut { catalog, earlier, part });
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::{LeftOut, Part};
    use crate::model::{Catalog, Class, Entry, Prefix, Retry, Service};
    use crate::tables::Tables;

    fn service(module: &str, prefixes: &[&str], codes: &[&str]) -> Service {
        let mut service = Service::new(module.to_owned());
        service.prefixes =
            prefixes.iter().map(|prefix| Prefix::new((*prefix).to_owned(), ".".to_owned())).collect();
        if let [prefix, alias] = prefixes {
            service.aliases = vec![((*alias).to_owned(), (*prefix).to_owned())];
        }
        let entry =
            |code: &&str| Entry::new((*code).to_owned(), "Failed".to_owned(), Class::Internal, Retry::Never);
        service.entries = codes.iter().map(entry).collect();
        service
    }

    fn codes(catalog: &Catalog) -> Vec<&str> {
        catalog
            .services
            .iter()
            .flat_map(|service| &service.entries)
            .map(|entry| entry.code.as_str())
            .collect()
    }

    #[test]
    fn the_first_catalog_counts_and_the_rest_is_told() {
        let ours = Catalog::new(vec![service("pay", &["PAY"], &["PAY.1", "PAYMENT.2", "PAYMENT.2"])]);
        let same_name = service("pay", &["PAY"], &["PAY.9"]);
        let same_code = service("bank", &["BANK"], &["BANK.1", "PAY.1", "PAY.1", "BANK.2"]);
        let same_spelling = service("cash", &["CASH", "PAYMENT"], &["CASH.2"]);
        let nothing_left = service("old", &["PAY"], &["PAY.1"]);
        let theirs = Catalog::new(vec![same_name, same_code, same_spelling, nothing_left]);
        let third = Catalog::new(vec![service("third", &["BANK"], &["BANK.2", "BANK.3"])]);
        let merged = Catalog::merge([ours, theirs, third]);
        let left_out = |catalog, earlier, part| LeftOut { catalog, earlier, part };
        assert_eq!(
            merged.left_out,
            [
                left_out(1, 0, Part::Service("pay".to_owned())),
                left_out(1, 0, Part::Code("PAY.1".to_owned())),
                left_out(1, 0, Part::Alias { service: "cash".to_owned(), alias: "PAYMENT".to_owned() }),
                left_out(1, 0, Part::Code("PAY.1".to_owned())),
                left_out(2, 1, Part::Code("BANK.2".to_owned())),
            ]
        );
        assert_eq!(
            codes(&merged.catalog),
            ["PAY.1", "PAYMENT.2", "PAYMENT.2", "BANK.1", "BANK.2", "CASH.2", "BANK.3"]
        );
        // Equal spellings have no index.
        assert!(Tables::new(&merged.catalog).is_ok());
    }
}
