//! A `Code` as text, for that of a catalog and those of its services.

/// Lets `Code` be used where a text is expected.
#[doc(hidden)]
#[macro_export]
macro_rules! __code_text {
    () => {
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
    };
}
