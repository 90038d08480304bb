//! How large enums may be: what takes rustc minutes is refused, since nobody would know what the build waits for.
//!
//! The time for the typed errors of a service grows with the square of the number of those that have arguments: in a
//! release build, 1,000 take 3 s, 2,000 take 10 s, and 5,000 about a minute. So does the time for an enum of codes: 20,000
//! take 3 s, 50,000 about 15 s, and 100,000 a minute. What counts is the sum over the services: their squares are added.

use super::Options;
use crate::model::{Catalog, Service};
use crate::tables::codes;

/// So many variants with fields in one enum take rustc about a minute, for the code that drops them.
const TYPED_ERRORS: usize = 5_000;

/// So many variants without fields in one enum take rustc some fifteen seconds, for looking at the list of them.
const CODES: usize = 50_000;

/// Why there can be no typed errors or no enums of codes of this catalog, if they would be too large.
pub(crate) fn refusal(catalog: &Catalog, options: &Options) -> Option<String> {
    let services = || catalog.services.iter();
    let errors = Enums::new(services().filter(|service| options.typed_errors && service.typed), |service| {
        service.entries.iter().filter(|entry| !entry.params.is_empty()).count()
    });
    let enums = Enums::new(services().filter(|_| options.code_enums), |service| codes(service).len());
    let reasons = [
        errors.refusal(TYPED_ERRORS, "entries with arguments", "an `Error` enum").map(|reason| {
            format!(
                "{reason}: write `typed: false` in {}, or `.typed_errors(false)` in the build script",
                if errors.services == 1 { "its catalog file" } else { "the largest catalog files" }
            )
        }),
        enums
            .refusal(CODES, "codes", "a `Code` enum")
            .map(|reason| format!("{reason}: write `.code_enums(false)` in the build script")),
    ];
    let reasons: Vec<String> = reasons.into_iter().flatten().collect();
    let ending = "`CATALOG`, its codes and entries are as quick without";
    (!reasons.is_empty()).then(|| format!("{}; {ending}", reasons.join("; ")))
}

/// The enums of one kind: how many variants that count they have.
struct Enums<'a> {
    services: usize,
    variants: usize,
    squares: usize,
    largest: Option<(&'a str, usize)>,
}

impl<'a> Enums<'a> {
    fn new(services: impl Iterator<Item = &'a Service>, count: impl Fn(&Service) -> usize) -> Self {
        let mut enums = Self { services: 0, variants: 0, squares: 0, largest: None };
        for (service, count) in
            services.map(|service| (service, count(service))).filter(|(_, count)| *count > 0)
        {
            enums.services += 1;
            enums.variants += count;
            enums.squares = enums.squares.saturating_add(count.saturating_mul(count));
            if enums.largest.is_none_or(|(_, most)| most < count) {
                enums.largest = Some((&service.module, count));
            }
        }
        enums
    }

    /// Why rustc would sit over them, if they take longer than one enum with `most` variants.
    fn refusal(&self, most: usize, what: &str, name: &str) -> Option<String> {
        let (module, count) = self.largest.filter(|_| self.squares > most * most)?;
        Some(if count > most {
            format!(
                "service `{module}` has {count} {what}, and {name} with more than {most} such variants takes rustc \
                 minutes"
            )
        } else {
            format!(
                "{} services have {} {what}, `{module}` the most with {count}, and {name} for each takes rustc as many \
                 minutes as one with more than {most} such variants",
                self.services, self.variants
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{CODES, TYPED_ERRORS, refusal};
    use crate::emit::Options;
    use crate::model::Catalog;

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
    fn whoever_compiles_a_large_catalog_hears_of_all_switches_at_once() {
        let options = Options::default();
        assert_eq!(refusal(&catalog(TYPED_ERRORS), &options), None);
        let large = catalog(CODES + 1);
        let both = refusal(&large, &options).unwrap();
        assert!(both.contains("50001 codes") && both.contains("50001 entries with arguments"), "{both}");
        assert!(both.contains("`.code_enums(false)`") && both.contains("`.typed_errors(false)`"), "{both}");
        let one = refusal(&large, &Options { typed_errors: false, ..Options::default() }).unwrap();
        assert!(one.contains("`.code_enums(false)`") && !one.contains("typed_errors"), "{one}");
        let none = Options { typed_errors: false, code_enums: false, ..options };
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
        assert!(!refused.contains("code_enums"), "{refused}");
    }
}
