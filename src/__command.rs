//! What the command `errcat` and the library must agree on. It is not part of the API, and may change at any time.

pub use crate::response::{ERROR_CODES, TELLING};

/// Returns the address that the catalog file gives for an entry.
#[must_use]
pub fn own_url(entry: crate::Entry) -> Option<&'static str> {
    entry.own_url()
}
