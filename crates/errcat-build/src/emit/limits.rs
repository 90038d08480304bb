//! How large an enum may be: what takes rustc minutes is refused, since nobody would know what the build waits for.
//!
//! The time for the typed errors of a service grows with the square of the number of those that have arguments: in a
//! release build, 1,000 take 3 s, 2,000 take 10 s, and 5,000 about a minute. So does the time for an enum of codes: 20,000
//! take 3 s, 50,000 about 15 s, and 100,000 a minute.

use super::Options;
use crate::model::{Catalog, Service};
use crate::tables::codes;

/// So many variants with fields take rustc about a minute, for the code that drops them.
const TYPED_ERRORS: usize = 5_000;

/// So many variants without fields take rustc some fifteen seconds, for looking at the list of them.
const CODES: usize = 50_000;

/// Why there can be no typed errors or no enum of codes of this catalog, if there is such a service.
pub(crate) fn refusal(catalog: &Catalog, options: &Options) -> Option<String> {
    let services = || catalog.services.iter();
    let errors = services().filter(|service| options.typed_errors && service.typed).find_map(typed_errors);
    let enums = services().filter(|_| options.code_enums).find_map(code_enum);
    let reasons: Vec<String> = errors.into_iter().chain(enums).collect();
    let ending = "`CATALOG`, its codes and entries are as quick without";
    (!reasons.is_empty()).then(|| format!("{}; {ending}", reasons.join("; ")))
}

fn typed_errors(service: &Service) -> Option<String> {
    let count = service.entries.iter().filter(|entry| !entry.params.is_empty()).count();
    let module = &service.module;
    (count > TYPED_ERRORS).then(|| {
        format!(
            "service `{module}` has {count} entries with arguments, and an `Error` enum with more than {TYPED_ERRORS} \
             such variants takes rustc minutes: write `typed: false` in its catalog file, or `.typed_errors(false)` in \
             the build script"
        )
    })
}

fn code_enum(service: &Service) -> Option<String> {
    let count = codes(service).len();
    let module = &service.module;
    (count > CODES).then(|| {
        format!(
            "service `{module}` has {count} codes, and a `Code` enum of more than {CODES} takes rustc a minute: write \
             `.code_enums(false)` in the build script"
        )
    })
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
}
