//! How large an enum may be. The time and memory that rustc takes for the typed errors of a service grow with the square
//! of their number: 1,000 take 3 s and 0.5 GB, 4,000 take 35 s and 2.4 GB, and 20,000 more than most machines have.

use super::Options;
use crate::model::{Catalog, Service};

/// So many typed errors take rustc about a minute.
const TYPED_ERRORS: usize = 5_000;

/// Why there can be no typed errors of this catalog, if there is such a service.
pub(crate) fn refusal(catalog: &Catalog, options: &Options) -> Option<String> {
    let too_many = |service: &&Service| service.typed && service.entries.len() > TYPED_ERRORS;
    let service = catalog.services.iter().filter(|_| options.typed_errors).find(too_many)?;
    let (module, entries) = (&service.module, service.entries.len());
    Some(format!(
        "service `{module}` has {entries} entries, and an `Error` enum of more than {TYPED_ERRORS} variants takes rustc \
         minutes and gigabytes: write `typed: false` in its catalog file, or `.typed_errors(false)` in the build \
         script; `CATALOG`, its codes and entries are as quick without"
    ))
}
