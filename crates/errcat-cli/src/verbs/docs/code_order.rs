//! The order of codes for people who look one up: by prefix and number. Catalog files have the vendor's order.

use std::collections::HashMap;

use errcat::{Catalog, CodeRef, Entry, Service};

/// The codes of each service in order.
pub(super) struct CodeOrder {
    services: HashMap<Service, Vec<CodeRef>>,
}

impl CodeOrder {
    pub(super) fn new(catalog: &'static Catalog) -> Self {
        let ordered = |service: Service| {
            let mut codes: Vec<CodeRef> = service.codes().collect();
            let prefixes: Vec<&str> = service.prefixes().collect();
            codes.sort_by_cached_key(|code| key(&prefixes, code.prefix(), code.number()));
            (service, codes)
        };
        Self { services: catalog.services().map(ordered).collect() }
    }

    pub(super) fn codes(&self, service: Service) -> &[CodeRef] {
        self.services.get(&service).map_or(&[], Vec::as_slice)
    }

    /// The entries of a service; those of one code are together.
    pub(super) fn entries(&self, service: Service) -> Vec<Entry> {
        self.codes(service).iter().flat_map(|code| code.entries()).collect()
    }
}

/// The prefix, in the order of the service's, and the number after it: `PAY.9` comes before `PAY.10`.
///
/// Words, which have no order of their own, are in that of the alphabet.
fn key(prefixes: &[&str], prefix: &str, number: &str) -> (usize, usize, String) {
    let rank = prefixes.iter().position(|known| *known == prefix).unwrap_or(prefixes.len());
    let is_number = number.bytes().next().is_some_and(|byte| byte.is_ascii_digit());
    (rank, if is_number { number.len() } else { usize::MAX }, number.to_owned())
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn by_prefix_and_number() {
        let mut codes = ["PAY.10", "timeout", "PAY.9", "Bank.100", "declined", "PAY.1001", "PAY.0002"];
        codes.sort_by_key(|code| {
            let (prefix, number) = code.split_once('.').unwrap_or(("", code));
            key(&["PAY", "Bank"], prefix, number)
        });
        assert_eq!(codes, ["PAY.9", "PAY.10", "PAY.0002", "PAY.1001", "Bank.100", "declined", "timeout"]);
    }
}
