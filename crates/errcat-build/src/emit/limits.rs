//! How large an enum may be. The time that rustc takes for the typed errors of a service grows with the square of the
//! number of those that have arguments: in a release build, 1,000 take 3 s, 2,000 take 10 s, and 5,000 about a minute.

use super::Options;
use crate::model::{Catalog, Service};

/// So many variants with fields take rustc about a minute, for the code that drops them.
const TYPED_ERRORS: usize = 5_000;

/// Why there can be no typed errors of this catalog, if there is such a service.
pub(crate) fn refusal(catalog: &Catalog, options: &Options) -> Option<String> {
    let with_fields =
        |service: &Service| service.entries.iter().filter(|entry| !entry.params.is_empty()).count();
    let mut typed = catalog.services.iter().filter(|service| options.typed_errors && service.typed);
    let (service, count) = typed.find_map(|service| {
        Some((service, with_fields(service))).filter(|(_, count)| *count > TYPED_ERRORS)
    })?;
    let module = &service.module;
    Some(format!(
        "service `{module}` has {count} entries with arguments, and an `Error` enum with more than {TYPED_ERRORS} such \
         variants takes rustc minutes: write `typed: false` in its catalog file, or `.typed_errors(false)` in the build \
         script; `CATALOG`, its codes and entries are as quick without"
    ))
}
