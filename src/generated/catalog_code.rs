//! The `Code` of a catalog.

/// Defines `Code`, beside the `CATALOG` and the `INDEX` of a catalog with this number of codes.
#[doc(hidden)]
#[macro_export]
macro_rules! __catalog_code {
    ($count:literal) => {
        /// A code of this catalog: an integer. `code!` makes one that the compiler has checked, which is also a pattern.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct Code(::core::num::NonZeroU32);

        impl Code {
            /// Returns the code with this text, or with this text in another spelling of its prefix. Case counts.
            ///
            /// Takes one hash and one comparison, allocates nothing, and works in constants.
            #[must_use]
            #[inline]
            pub const fn find(text: &str) -> ::core::option::Option<Self> {
                match INDEX.find_next(text.as_bytes()) {
                    ::core::option::Option::Some(next) => ::core::option::Option::Some(Self(next)),
                    ::core::option::Option::None => ::core::option::Option::None,
                }
            }

            /// Returns all codes, by service, in the order of the catalog files.
            #[must_use]
            pub fn all() -> impl ::core::iter::ExactSizeIterator<Item = Self>
            + ::core::iter::DoubleEndedIterator
            + ::core::clone::Clone {
                (0..$count).map(Self::nth)
            }

            #[inline]
            const fn nth(row: u32) -> Self {
                Self(::core::num::NonZeroU32::MIN.saturating_add(row))
            }

            #[inline]
            const fn row(self) -> u32 {
                self.0.get() - 1
            }

            /// Returns the same code as a code of any catalog.
            #[must_use]
            pub const fn code_ref(self) -> $crate::CodeRef {
                $crate::__private::code_of(&CATALOG, self.row())
            }

            /// Returns the code as the vendor documents it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                self.code_ref().as_str()
            }

            /// Returns what the code begins with: a prefix of its service, or nothing if the service has none.
            #[must_use]
            pub fn prefix(self) -> &'static str {
                self.code_ref().prefix()
            }

            /// Returns what follows the prefix and the separator; the whole code if its service has no prefix.
            #[must_use]
            pub fn number(self) -> &'static str {
                self.code_ref().number()
            }

            /// Returns every way to write the code that [`find`](Self::find) accepts: as documented first, then once
            /// with each alias of its prefix.
            pub fn spellings(
                self,
            ) -> impl ::core::iter::Iterator<Item = $crate::Spelling> + ::core::clone::Clone {
                self.code_ref().spellings()
            }

            /// Returns its first documented meaning.
            #[must_use]
            pub const fn entry(self) -> $crate::Entry {
                self.code_ref().entry()
            }

            /// Returns all its documented meanings, at least one, in the order of the document.
            #[must_use]
            pub fn entries(self) -> $crate::Entries {
                self.code_ref().entries()
            }

            /// Returns the first meaning that is documented with this HTTP status.
            #[must_use]
            pub fn entry_for_status(self, status: u16) -> ::core::option::Option<$crate::Entry> {
                self.code_ref().entry_for_status(status)
            }

            /// Returns the service that sends it.
            #[must_use]
            pub const fn service(self) -> $crate::Service {
                self.code_ref().service()
            }

            /// Returns the name of its variant in the service's `Code` enum.
            #[must_use]
            pub const fn variant(self) -> &'static str {
                self.code_ref().variant()
            }
        }

        $crate::__with_alloc! {
            impl Code {
                /// Returns the meaning that a message and a status point to: the one whose message fits best, then the
                /// one with the status, then the first.
                #[must_use]
                pub fn choose(
                    self,
                    message: ::core::option::Option<&str>,
                    status: ::core::option::Option<u16>,
                ) -> $crate::Entry {
                    self.code_ref().choose(message, status)
                }
            }
        }

        impl ::core::fmt::Debug for Code {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::write!(f, "Code({})", self.as_str())
            }
        }

        $crate::__code_text!();

        impl ::core::cmp::PartialEq<str> for Code {
            fn eq(&self, text: &str) -> bool {
                self.as_str() == text
            }
        }

        impl ::core::cmp::PartialEq<&str> for Code {
            fn eq(&self, text: &&str) -> bool {
                self.as_str() == *text
            }
        }

        impl ::core::cmp::PartialEq<$crate::CodeRef> for Code {
            fn eq(&self, other: &$crate::CodeRef) -> bool {
                self.code_ref() == *other
            }
        }

        impl ::core::cmp::PartialEq<Code> for $crate::CodeRef {
            fn eq(&self, other: &Code) -> bool {
                *self == other.code_ref()
            }
        }

        impl ::core::convert::From<Code> for $crate::CodeRef {
            fn from(code: Code) -> Self {
                code.code_ref()
            }
        }

        impl ::core::convert::TryFrom<$crate::CodeRef> for Code {
            type Error = $crate::UnknownCode;

            /// Returns the code with the same text, whichever catalog the other one is from.
            fn try_from(code: $crate::CodeRef) -> ::core::result::Result<Self, $crate::UnknownCode> {
                match $crate::__private::row_in(&CATALOG, code) {
                    ::core::option::Option::Some(row) => ::core::result::Result::Ok(Self::nth(row)),
                    ::core::option::Option::None => code.as_str().parse(),
                }
            }
        }

        impl ::core::str::FromStr for Code {
            type Err = $crate::UnknownCode;

            fn from_str(text: &str) -> ::core::result::Result<Self, $crate::UnknownCode> {
                Self::find(text).ok_or_else(|| $crate::__private::unknown(&CATALOG, text))
            }
        }

        $crate::__serde_text!(Code, "an error code");
    };
}
