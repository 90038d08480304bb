//! The table of a large service is cut into parts, so that no page is slow to load.

use errcat::Service;

/// How many rows a part has at most.
const ROWS: usize = 200;

/// Returns how many parts the table of a service has.
pub(super) fn count(service: Service) -> usize {
    service.entries().len().div_ceil(ROWS).max(1)
}

/// Returns how many rows each part has but the last: the parts are of one length, or nearly so.
pub(super) fn rows(service: Service) -> usize {
    service.entries().len().div_ceil(count(service)).max(1)
}
