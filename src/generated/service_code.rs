//! The module of a service, and its `Code` enum.

/// Defines what the module of every service has.
#[doc(hidden)]
#[macro_export]
macro_rules! __service {
    ($row:literal) => {
        #[doc(hidden)]
        const __ROW: u32 = $row;

        /// Returns the service of this module.
        #[must_use]
        pub const fn service() -> $crate::Service {
            $crate::__private::service_of(&super::CATALOG, __ROW)
        }
    };
}

/// Defines the behavior of a service's `Code` enum, whose first code has this row.
#[doc(hidden)]
#[macro_export]
macro_rules! __service_code {
    ($first:literal) => {
        impl Code {
            /// Returns the code with this text, or with this text in another spelling of its prefix. Case counts.
            #[must_use]
            #[inline]
            pub const fn find(text: &str) -> ::core::option::Option<Self> {
                match super::INDEX.find(text) {
                    // A code of a service before it has a smaller row, which becomes a number beyond all.
                    ::core::option::Option::Some(row) => {
                        $crate::__private::nth(&CODES, row.wrapping_sub($first))
                    }
                    ::core::option::Option::None => ::core::option::Option::None,
                }
            }

            /// Returns the same code as a code of the whole catalog.
            #[must_use]
            pub const fn code(self) -> super::Code {
                super::Code::nth($first + self as u32)
            }

            /// Returns the code as the vendor documents it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                self.code().as_str()
            }

            /// Returns its first documented meaning.
            #[must_use]
            pub const fn entry(self) -> $crate::Entry {
                self.code().entry()
            }
        }

        impl ::core::fmt::Debug for Code {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.code().variant())
            }
        }

        $crate::__code_text!();

        impl ::core::cmp::PartialEq<super::Code> for Code {
            fn eq(&self, other: &super::Code) -> bool {
                self.code() == *other
            }
        }

        impl ::core::cmp::PartialEq<Code> for super::Code {
            fn eq(&self, other: &Code) -> bool {
                *self == other.code()
            }
        }

        impl ::core::convert::From<Code> for super::Code {
            fn from(code: Code) -> Self {
                code.code()
            }
        }

        impl ::core::convert::From<Code> for $crate::CodeRef {
            fn from(code: Code) -> Self {
                code.code().code_ref()
            }
        }

        impl ::core::convert::TryFrom<super::Code> for Code {
            type Error = $crate::WrongService;

            fn try_from(code: super::Code) -> ::core::result::Result<Self, $crate::WrongService> {
                $crate::__private::nth(&CODES, code.row().wrapping_sub($first))
                    .ok_or_else(|| $crate::__private::wrong_service(code.code_ref(), service()))
            }
        }

        impl ::core::convert::TryFrom<$crate::CodeRef> for Code {
            type Error = $crate::WrongService;

            fn try_from(code: $crate::CodeRef) -> ::core::result::Result<Self, $crate::WrongService> {
                match super::Code::try_from(code) {
                    ::core::result::Result::Ok(code) => Self::try_from(code),
                    ::core::result::Result::Err(_) => {
                        ::core::result::Result::Err($crate::__private::wrong_service(code, service()))
                    }
                }
            }
        }

        impl ::core::str::FromStr for Code {
            type Err = $crate::UnknownCode;

            fn from_str(text: &str) -> ::core::result::Result<Self, $crate::UnknownCode> {
                Self::find(text).ok_or_else(|| $crate::__private::unknown(&super::CATALOG, text))
            }
        }

        $crate::__serde_text!(Code, "an error code of the service");
    };
}
