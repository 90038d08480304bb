//! What generated code uses. It changes with any version, and code that another version generated does not find it: see
//! `__errcat_build_0_1_0` in the root of the crate.

pub use errcat_core::index::{Index, IndexParameters, Reading};
pub use errcat_core::tables::{Parts, TableBytes};
pub use phf;

use crate::catalog::{Catalog, TypedEntry};
use crate::tables::Tables;
pub use crate::tables::{NameMap, Names};
#[cfg(feature = "alloc")]
pub use crate::typed::{Field, Typed, Values, clone_of, debug, display, equal, list, number};
#[cfg(feature = "alloc")]
pub use alloc::{string::String, vec::Vec};

pub use crate::__from_decoded as from_decoded;
#[cfg(feature = "json")]
pub use crate::typed::from_decoded;
pub use crate::{
    __code_enum as code_enum, __require_alloc as require_alloc, __service as service,
    __typed_display as typed_display, __typed_entry as typed_entry, __typed_error as typed_error,
    __with_alloc as with_alloc,
};

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

/// The code of this row.
#[must_use]
pub fn code_of(catalog: &'static Catalog, row: u32) -> crate::Code {
    crate::Code { tables: &catalog.tables, row }
}

/// The number of a code in the enum of its service, whose first code has the row `first`, if it is the service's.
pub fn number_of(
    service: crate::Service,
    first: u32,
    code: crate::Code,
) -> Result<usize, crate::WrongService> {
    if code.service() == service {
        Ok((code.row - first) as usize)
    } else {
        Err(crate::WrongService { code, wanted: service.name() })
    }
}

/// The entry of this number, counted from the service's first.
#[must_use]
pub fn entry_of(catalog: &'static Catalog, service: u32, number: u32) -> crate::Entry {
    let service = crate::Service { tables: &catalog.tables, row: service };
    crate::Entry {
        tables: &catalog.tables,
        row: service.get(errcat_core::layout::service::FIRST_ENTRY) + number,
    }
}

/// What was asked for is no code of this catalog.
#[must_use]
pub fn unknown(catalog: &'static Catalog, text: &str) -> crate::UnknownCode {
    crate::UnknownCode::new(catalog, text)
}

/// Items of a service's module.
#[doc(hidden)]
#[macro_export]
macro_rules! __service {
    ($catalog:path, $row:literal) => {
        #[doc(hidden)]
        const __ROW: u32 = $row;

        /// The service of this module.
        #[must_use]
        pub fn service() -> $crate::Service {
            $crate::__private::service_of(&$catalog, __ROW)
        }
    };
}

/// Behaviour of a service's `Code` enum.
#[doc(hidden)]
#[macro_export]
macro_rules! __code_enum {
    ($first:literal) => {
        impl Code {
            /// The code that is written so, or with another spelling of its prefix. Case counts.
            #[must_use]
            #[inline]
            pub const fn find(text: &str) -> ::core::option::Option<Self> {
                match super::INDEX.find(text) {
                    // A code of a service before it has a smaller row, which becomes a number beyond all.
                    ::core::option::Option::Some(row) => Self::nth(row.wrapping_sub($first)),
                    ::core::option::Option::None => ::core::option::Option::None,
                }
            }

            #[inline]
            const fn nth(number: u32) -> ::core::option::Option<Self> {
                if (number as usize) < CODES.len() {
                    ::core::option::Option::Some(CODES[number as usize])
                } else {
                    ::core::option::Option::None
                }
            }

            /// The same code as one of the whole catalog.
            #[must_use]
            pub fn code(self) -> $crate::Code {
                $crate::__private::code_of(&super::CATALOG, $first + self as u32)
            }

            /// The code as it stands on the wire.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                self.code().as_str()
            }

            /// Its first documented meaning.
            #[must_use]
            pub fn entry(self) -> $crate::Entry {
                self.code().entry()
            }
        }

        impl ::core::fmt::Debug for Code {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.code().variant())
            }
        }

        impl ::core::fmt::Display for Code {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl ::core::convert::AsRef<str> for Code {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl ::core::convert::From<Code> for $crate::Code {
            fn from(code: Code) -> Self {
                code.code()
            }
        }

        impl ::core::convert::TryFrom<$crate::Code> for Code {
            type Error = $crate::WrongService;

            fn try_from(code: $crate::Code) -> ::core::result::Result<Self, $crate::WrongService> {
                $crate::__private::number_of(service(), $first, code).map(|number| Self::ALL[number])
            }
        }

        impl ::core::str::FromStr for Code {
            type Err = $crate::UnknownCode;

            fn from_str(text: &str) -> ::core::result::Result<Self, $crate::UnknownCode> {
                Self::find(text).ok_or_else(|| $crate::__private::unknown(&super::CATALOG, text))
            }
        }
    };
}

/// Behaviour of a service's `Error` enum.
#[doc(hidden)]
#[macro_export]
macro_rules! __typed_error {
    () => {
        impl Error {
            /// The code of the error.
            #[must_use]
            pub fn code(&self) -> $crate::Code {
                self.entry().code()
            }

            /// The documented meaning that it is.
            #[must_use]
            pub fn entry(&self) -> $crate::Entry {
                $crate::__private::entry_of(&super::CATALOG, __ROW, $crate::__private::number(self))
            }
        }

        impl ::core::clone::Clone for Error {
            fn clone(&self) -> Self {
                $crate::__private::clone_of(self)
            }
        }

        impl ::core::cmp::PartialEq for Error {
            fn eq(&self, other: &Self) -> bool {
                $crate::__private::equal(self, other)
            }
        }

        impl ::core::cmp::Eq for Error {}

        impl ::core::fmt::Debug for Error {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::debug(self, self.entry(), f)
            }
        }

        $crate::__private::from_decoded!();
    };
}

/// What thiserror would derive, for packages that do not depend on it: its derive takes no other path.
#[doc(hidden)]
#[macro_export]
macro_rules! __typed_display {
    () => {
        impl ::core::fmt::Display for Error {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::display(self, self.entry(), f)
            }
        }

        impl ::core::error::Error for Error {}
    };
}

/// Typed errors out of responses.
#[cfg(feature = "json")]
#[doc(hidden)]
#[macro_export]
macro_rules! __from_decoded {
    () => {
        impl ::core::convert::TryFrom<&$crate::Decoded> for Error {
            type Error = $crate::TypedErrorMismatch;

            fn try_from(
                decoded: &$crate::Decoded,
            ) -> ::core::result::Result<Self, $crate::TypedErrorMismatch> {
                $crate::__private::from_decoded(decoded, service())
            }
        }
    };
}

/// Without the feature `json` there are no responses.
#[cfg(not(feature = "json"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __from_decoded {
    () => {};
}

/// The service of this row.
#[must_use]
pub const fn service_of(catalog: &'static Catalog, row: u32) -> crate::Service {
    crate::Service { tables: &catalog.tables, row }
}
