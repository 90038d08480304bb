//! What generated code uses. It changes with any version.

pub use errcat_core::index::{Index, IndexParameters, Reading};
pub use errcat_core::marks::Marks;
pub use errcat_core::tables::{Parts, TableBytes};
pub use phf;

use crate::catalog::TypedEntry;
pub use crate::catalog::{Catalog, Entry};
use crate::tables::Tables;
pub use crate::tables::{NameMap, Names};
#[cfg(feature = "alloc")]
pub use crate::typed::{DisplayPart, Field, Typed, Values, clone_of, debug, display, equal, list, number};
use crate::{CodeRef, Service, UnknownCode, UnknownKind, WrongService};
#[cfg(feature = "alloc")]
pub use alloc::{string::String, vec::Vec};

#[cfg(feature = "serde")]
pub use crate::serde::from_text;
#[cfg(feature = "json")]
pub use crate::typed::from_decoded;
pub use crate::{
    __catalog_code as catalog_code, __from_decoded as from_decoded, __kind as kind,
    __require_alloc as require_alloc, __service as service, __service_code as service_code,
    __typed_display as typed_display, __typed_entry as typed_entry, __typed_error as typed_error,
    __typed_kind as typed_kind, __with_alloc as with_alloc,
};
#[cfg(feature = "serde")]
pub use ::serde;

/// Exists in errcat of this version alone. Code that errcat-build of another version generated does not find it, and says by
/// its name which version it needs.
pub const fn needs_errcat_0_1_0() {}

/// A lookup made at build time.
pub type Map = phf::Map<&'static str, u32>;

/// A table that begins with a line of the cache.
#[expect(missing_debug_implementations, reason = "made by generated code alone, and never shown")]
#[repr(align(64))]
pub struct Aligned<T>(pub T);

/// Returns a catalog over these tables.
#[must_use]
pub const fn catalog(parts: &Parts<'static>, names: Names, typed_entry: Option<TypedEntry>) -> Catalog {
    Catalog { tables: Tables::new(parts, names), typed_entry }
}

/// Fails the build if a catalog is in another module than the root of the crate, and `include_catalog!` was told no path:
/// `code!` would not find its constants.
pub const fn check_is_root(module: &str) {
    let module = module.as_bytes();
    let mut at = 0;
    while at < module.len() {
        assert!(
            module[at] != b':',
            "this catalog is not in the root of the crate: say by which path it is reached, as in \
             `errcat::include_catalog!(crate::errors)`"
        );
        at += 1;
    }
}

/// Returns the service of this row.
#[must_use]
pub const fn service_of(catalog: &'static Catalog, row: u32) -> Service {
    Service { tables: &catalog.tables, row }
}

/// Returns the code of this row.
#[must_use]
pub const fn code_of(catalog: &'static Catalog, row: u32) -> CodeRef {
    CodeRef { tables: &catalog.tables, row }
}

/// Returns the row of a code, if it is one of this catalog.
#[must_use]
pub fn row_in(catalog: &'static Catalog, code: CodeRef) -> Option<u32> {
    core::ptr::eq(code.tables, &raw const catalog.tables).then_some(code.row)
}

/// Returns the entry of this row.
#[must_use]
pub const fn entry_of(catalog: &'static Catalog, row: u32) -> Entry {
    Entry { tables: &catalog.tables, row }
}

/// Returns the row of an entry, if it is one of this catalog.
#[must_use]
pub fn entry_row_in(catalog: &'static Catalog, entry: Entry) -> Option<u32> {
    core::ptr::eq(entry.tables, &raw const catalog.tables).then_some(entry.row)
}

/// Returns the row of an entry's code.
#[must_use]
pub const fn code_row_of(entry: Entry) -> u32 {
    entry.code().row
}

/// Returns the entry of a typed error's number, counted from the first entry of its service.
#[must_use]
pub const fn entry_of_number(catalog: &'static Catalog, service: u32, number: u32) -> Entry {
    let first = service_of(catalog, service).get(errcat_core::layout::service::FIRST_ENTRY);
    entry_of(catalog, first + number)
}

/// Returns the variant of this number, of the list of all variants of an enum.
#[must_use]
#[inline]
pub const fn nth<T: Copy>(variants: &[T], number: u32) -> Option<T> {
    if (number as usize) < variants.len() { Some(variants[number as usize]) } else { None }
}

/// Returns the error for a text that is not a code of this catalog.
#[must_use]
pub fn unknown(catalog: &'static Catalog, text: &str) -> UnknownCode {
    UnknownCode::new(catalog, text)
}

/// Returns the error for a code of another service than the one that is wanted.
#[must_use]
pub fn wrong_service(code: CodeRef, wanted: Service) -> WrongService {
    WrongService { code, wanted: wanted.name() }
}

/// Returns the error for a name that is not the name of an entry of this service.
#[must_use]
pub fn unknown_kind(service: Service, name: &str) -> UnknownKind {
    UnknownKind::new(service, name)
}
