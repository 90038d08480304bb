//! The first catalog error in a chain of errors.

use core::error::Error;

use crate::catalog::{Catalog, Code, Entry};

/// How many errors of a chain are looked at: a chain that leads back to itself ends too.
const LONGEST_CHAIN: usize = 64;

/// What was found in a chain of errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct InError {
    code: Code,
    entry: Option<Entry>,
}

impl InError {
    /// The code.
    #[must_use]
    pub fn code(self) -> Code {
        self.code
    }

    /// Its meaning, where the error is a typed one of the catalog or its text tells.
    #[must_use]
    pub fn entry(self) -> Option<Entry> {
        self.entry
    }
}

/// The first error of the bundled catalog in a chain of errors: a typed one, or a code in what an error says. The
/// error itself is looked at first, then its [`source`](Error::source), and so on.
///
/// ```
/// let error = std::io::Error::other("restore failed: CSBS.6019 The source server is of another type");
/// assert_eq!(errcat::find_in_error(&error).unwrap().code().as_str(), "CSBS.6019");
/// ```
#[must_use]
pub fn find_in_error(error: &(dyn Error + 'static)) -> Option<InError> {
    crate::CATALOG.find_in_error(error)
}

impl Catalog {
    /// As [`find_in_error`](crate::find_in_error), for this catalog.
    #[must_use]
    pub fn find_in_error(&'static self, error: &(dyn Error + 'static)) -> Option<InError> {
        let mut next = Some(error);
        for _ in 0..LONGEST_CHAIN {
            let error = next?;
            if let Some(entry) = self.typed_entry.and_then(|typed_entry| typed_entry(error)) {
                return Some(InError { code: entry.code(), entry: Some(entry) });
            }
            if let Some(found) = in_text(self, &alloc::format!("{error}")) {
                return Some(found);
            }
            next = error.source();
        }
        None
    }
}

#[cfg(feature = "json")]
fn in_text(catalog: &'static Catalog, text: &str) -> Option<InError> {
    let code = catalog.find_in(text).find_map(|found| found.code())?;
    let decoded = crate::Response::new(text).catalog(catalog).decode();
    let entry = decoded.entry().filter(|entry| entry.code() == code).unwrap_or_else(|| code.entry());
    Some(InError { code, entry: Some(entry) })
}

#[cfg(not(feature = "json"))]
fn in_text(catalog: &'static Catalog, text: &str) -> Option<InError> {
    let code = catalog.find_in(text).find_map(|found| found.code())?;
    Some(InError { code, entry: Some(code.entry()) })
}
