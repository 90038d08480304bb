//! The `Error` enum of a service.

/// Defines the behavior of a service's `Error` enum.
#[doc(hidden)]
#[macro_export]
macro_rules! __typed_error {
    () => {
        impl Error {
            /// Returns the code of the error.
            #[must_use]
            pub fn code(&self) -> super::Code {
                super::Code::nth($crate::__private::code_row_of(self.entry()))
            }

            /// Returns the entry: the documented meaning.
            #[must_use]
            pub fn entry(&self) -> $crate::Entry {
                $crate::__private::entry_of_number(&super::CATALOG, __ROW, $crate::__private::number(self))
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

/// Leads from a service's `Error` enum to its `Kind` enum.
#[doc(hidden)]
#[macro_export]
macro_rules! __typed_kind {
    () => {
        impl Error {
            /// Returns the error without its arguments.
            #[must_use]
            pub fn kind(&self) -> Kind {
                KINDS[$crate::__private::number(self) as usize]
            }
        }
    };
}

/// What thiserror would derive, for packages that do not depend on it: its derive takes no other path.
#[doc(hidden)]
#[macro_export]
macro_rules! __typed_display {
    ($parts:expr) => {
        impl ::core::fmt::Display for Error {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::display(self, self.entry(), &$parts, f)
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
