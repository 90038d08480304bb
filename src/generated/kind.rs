//! The `Kind` enum of a service: its entries without arguments.

/// Defines the behavior of a service's `Kind` enum, whose first entry has this row.
#[doc(hidden)]
#[macro_export]
macro_rules! __kind {
    ($first:literal) => {
        impl Kind {
            /// Returns the entry.
            #[must_use]
            pub const fn entry(self) -> $crate::Entry {
                $crate::__private::entry_of(&super::CATALOG, $first + self as u32)
            }

            /// Returns the name of the entry, which is also that of the variant.
            #[must_use]
            pub const fn name(self) -> &'static str {
                self.entry().name()
            }

            /// Returns the code of the entry.
            #[must_use]
            pub const fn code(self) -> super::Code {
                super::Code::nth($crate::__private::code_row_of(self.entry()))
            }
        }

        impl ::core::fmt::Debug for Kind {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.name())
            }
        }

        impl ::core::fmt::Display for Kind {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.name())
            }
        }

        impl ::core::convert::From<Kind> for $crate::Entry {
            fn from(kind: Kind) -> Self {
                kind.entry()
            }
        }

        impl ::core::convert::TryFrom<$crate::Entry> for Kind {
            type Error = $crate::WrongService;

            fn try_from(entry: $crate::Entry) -> ::core::result::Result<Self, $crate::WrongService> {
                $crate::__private::entry_row_in(&super::CATALOG, entry)
                    .and_then(|row| $crate::__private::nth(&KINDS, row.wrapping_sub($first)))
                    .ok_or_else(|| $crate::__private::wrong_service(entry.code(), service()))
            }
        }

        impl ::core::str::FromStr for Kind {
            type Err = $crate::UnknownKind;

            fn from_str(name: &str) -> ::core::result::Result<Self, $crate::UnknownKind> {
                service()
                    .entry(name)
                    .and_then(|entry| Self::try_from(entry).ok())
                    .ok_or_else(|| $crate::__private::unknown_kind(service(), name))
            }
        }

        $crate::__serde_text!(Kind, "the name of an entry of the service");
    };
}
