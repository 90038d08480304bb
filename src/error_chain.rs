//! Finds the first catalog error in a chain of errors.

use core::error::Error;

use crate::catalog::{Catalog, CodeRef, Entry};

/// How many errors of a chain are looked at: a chain that leads back to itself ends too.
const LONGEST_CHAIN: usize = 64;

/// A catalog code that was found in a chain of errors: see [`find_in_error`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ChainMatch {
    code: CodeRef,
    entry: Option<Entry>,
}

impl ChainMatch {
    /// Returns the code.
    #[must_use]
    pub fn code(self) -> CodeRef {
        self.code
    }

    /// Returns the code as the type that the caller's patterns have: see [`Entry::known`].
    #[must_use]
    pub fn known<C: TryFrom<CodeRef>>(self) -> Option<C> {
        C::try_from(self.code).ok()
    }

    /// Returns the entry, if the error is a typed error of the catalog or its text says which entry is meant.
    #[must_use]
    pub fn entry(self) -> Option<Entry> {
        self.entry
    }
}

/// Returns the first error of the bundled catalog in a chain of errors: a typed error, or a code in the text of an
/// error. The error itself comes first, then its [`source`](Error::source), and so on.
///
/// ```
/// let error = std::io::Error::other("restore failed: CSBS.6019 The source server is of another type");
/// assert_eq!(errcat::find_in_error(&error).unwrap().code().as_str(), "CSBS.6019");
/// ```
#[must_use]
pub fn find_in_error(error: &(dyn Error + 'static)) -> Option<ChainMatch> {
    crate::CATALOG.find_in_error(error)
}

impl Catalog {
    /// As [`find_in_error`](crate::find_in_error), for this catalog.
    #[must_use]
    pub fn find_in_error(&'static self, error: &(dyn Error + 'static)) -> Option<ChainMatch> {
        let mut next = Some(error);
        for _ in 0..LONGEST_CHAIN {
            let error = next?;
            if let Some(entry) = self.typed_entry.and_then(|typed_entry| typed_entry(error)) {
                return Some(ChainMatch { code: entry.code(), entry: Some(entry) });
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
fn in_text(catalog: &'static Catalog, text: &str) -> Option<ChainMatch> {
    let code = catalog.find_in(text).find_map(|found| found.code())?;
    let decoded = crate::Response::new(text).catalog(catalog).decode();
    let entry = decoded.entry().filter(|entry| entry.code() == code).unwrap_or_else(|| code.entry());
    Some(ChainMatch { code, entry: Some(entry) })
}

#[cfg(not(feature = "json"))]
fn in_text(catalog: &'static Catalog, text: &str) -> Option<ChainMatch> {
    let code = catalog.find_in(text).find_map(|found| found.code())?;
    Some(ChainMatch { code, entry: Some(code.entry()) })
}
