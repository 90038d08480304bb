//! How large enums may be: an enum that takes rustc minutes is refused, since nobody would know what the build waits for.
//!
//! The time for the typed errors of a service grows with the square of the number of those with arguments: in a release
//! build, 1,000 take 3 s, 2,000 take 10 s, and 5,000 about a minute. So does the time for an enum without fields: 20,000 take 3 s,
//! 50,000 about 15 s, and 100,000 a minute. What counts is the sum of the squares of all services.

use std::fmt;

use super::options::Options;
use crate::model::{Catalog, Service};

/// Number of variants with fields that take rustc about a minute in one enum, for the code that drops them.
const TYPED_ERRORS: usize = 5_000;

/// Number of variants without fields that take rustc some fifteen seconds in one enum, for the list of them.
const KINDS: usize = 50_000;

/// The enums of a catalog would take rustc minutes. Its `Display` says which, and how to do without them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OversizedEnums {
    errors: Option<Enums>,
    kinds: Option<Enums>,
}

impl std::error::Error for OversizedEnums {}

impl fmt::Display for OversizedEnums {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(errors) = &self.errors {
            errors.write(f, TYPED_ERRORS, "entries with arguments", "an `Error` enum")?;
            let files = if errors.services == 1 { "its catalog file" } else { "the largest catalog files" };
            write!(f, ": write `typed: false` in {files}, or `.typed_errors(false)` in the build script; ")?;
        }
        if let Some(kinds) = &self.kinds {
            kinds.write(f, KINDS, "entries", "a `Kind` enum")?;
            f.write_str(": write `.enums(false)` in the build script; ")?;
        }
        f.write_str("`CATALOG`, its codes and entries are as quick without")
    }
}

/// Checks that the enums of a catalog are small enough for rustc.
pub(crate) fn check(catalog: &Catalog, options: &Options) -> Result<(), OversizedEnums> {
    let services = || catalog.services.iter();
    let errors = Enums::new(services().filter(|service| options.typed_errors && service.typed), |service| {
        service.entries.iter().filter(|entry| !entry.params.is_empty()).count()
    });
    let kinds = Enums::new(services().filter(|_| options.enums), |service| service.entries.len());
    let refused = OversizedEnums {
        errors: errors.filter(|errors| errors.are_more_than(TYPED_ERRORS)),
        kinds: kinds.filter(|kinds| kinds.are_more_than(KINDS)),
    };
    if refused.errors.is_none() && refused.kinds.is_none() { Ok(()) } else { Err(refused) }
}

/// The enums of one kind, one per service.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Enums {
    services: usize,
    variants: usize,
    /// The sum of the squares of the numbers of variants.
    squares: usize,
    /// The service with the most variants, and how many these are.
    largest: (String, usize),
}

impl Enums {
    /// Adds the enums of these services up. Returns `None` if none of them has variants that count.
    fn new<'a>(
        services: impl Iterator<Item = &'a Service>,
        count: impl Fn(&Service) -> usize,
    ) -> Option<Self> {
        let counts: Vec<(&Service, usize)> =
            services.map(|service| (service, count(service))).filter(|(_, count)| *count > 0).collect();
        // Of those with equally many, the first one.
        let (largest, most) = counts.iter().rev().max_by_key(|(_, count)| *count)?;
        Some(Self {
            services: counts.len(),
            variants: counts.iter().map(|(_, count)| count).sum(),
            squares: counts
                .iter()
                .fold(0, |sum, (_, count)| sum.saturating_add(count.saturating_mul(*count))),
            largest: (largest.module.clone(), *most),
        })
    }

    /// Returns whether these take rustc longer than one enum with `most` variants.
    fn are_more_than(&self, most: usize) -> bool {
        self.squares > most * most
    }

    fn write(&self, f: &mut fmt::Formatter<'_>, most: usize, what: &str, name: &str) -> fmt::Result {
        let (module, count) = &self.largest;
        if *count > most {
            return write!(
                f,
                "service `{module}` has {count} {what}, and {name} with more than {most} such variants takes rustc \
                 minutes"
            );
        }
        write!(
            f,
            "{} services have {} {what}, `{module}` the most with {count}, and {name} for each takes rustc as many \
             minutes as one with more than {most} such variants",
            self.services, self.variants
        )
    }
}

#[cfg(test)]
mod tests {
    use super::{KINDS, Options, TYPED_ERRORS, check};
    use crate::model::Catalog;

    /// Returns why these options are refused for a catalog, if they are.
    fn refusal(catalog: &Catalog, options: &Options) -> Option<String> {
        check(catalog, options).err().map(|refused| refused.to_string())
    }

    /// A catalog of one service, whose entries have an argument each.
    fn catalog(count: usize) -> Catalog {
        let mut catalog = crate::load(concat!(env!("CARGO_MANIFEST_DIR"), "/../../catalog")).unwrap();
        catalog.services.retain(|service| service.module == "csbs");
        let service = &mut catalog.services[0];
        let entry = service.entries.iter().find(|entry| !entry.params.is_empty()).unwrap().clone();
        service.entries = vec![entry; count];
        for (at, entry) in service.entries.iter_mut().enumerate() {
            entry.code = format!("SHOP.{at}");
        }
        catalog
    }

    #[test]
    fn all_enums_that_are_too_large_are_named_at_once() {
        let options = Options::default();
        assert_eq!(refusal(&catalog(TYPED_ERRORS), &options), None);
        let large = catalog(KINDS + 1);
        let both = refusal(&large, &options).unwrap();
        assert!(both.contains("50001 entries,") && both.contains("50001 entries with arguments"), "{both}");
        assert!(both.contains("`.enums(false)`") && both.contains("`.typed_errors(false)`"), "{both}");
        let one = refusal(&large, &Options { typed_errors: false, ..Options::default() }).unwrap();
        assert!(one.contains("`.enums(false)`") && !one.contains("typed_errors"), "{one}");
        let none = Options { typed_errors: false, enums: false, ..options };
        assert_eq!(refusal(&large, &none), None);
    }

    #[test]
    fn services_count_together() {
        let one = catalog(1_000).services.remove(0);
        let services = |count: usize| {
            let mut catalog = catalog(1);
            catalog.services = vec![one.clone(); count];
            refusal(&catalog, &Options::default())
        };
        assert_eq!(services(25), None);
        let refused = services(26).unwrap();
        for part in
            ["26 services have 26000 entries with arguments", "`csbs` the most with 1000", "`typed: false`"]
        {
            assert!(refused.contains(part), "{refused}");
        }
        assert!(!refused.contains("enums"), "{refused}");
    }
}
