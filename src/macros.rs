//! Macros for users.

/// The [`Code`](crate::Code) of a literal, checked by the compiler.
///
/// ```
/// use errcat::{Code, code};
///
/// assert_eq!(Some(code!("CSBS.6019")), Code::find("CSBS.6019"));
/// ```
///
/// A code that the catalog does not hold fails the build at this line:
///
/// ```compile_fail
/// errcat::code!("CSBS.6O19"); // error: unknown error code `CSBS.6O19`
/// ```
#[macro_export]
macro_rules! code {
    ($text:literal) => {{
        // A constant item, and no `const` block: `cargo check` evaluates it too.
        const CODE: $crate::Code = match $crate::Code::find($text) {
            ::core::option::Option::Some(code) => code,
            ::core::option::Option::None => ::core::panic!(::core::concat!(
                "unknown error code `",
                $text,
                "`: `errcat explain ",
                $text,
                "` shows the nearest ones"
            )),
        };
        CODE
    }};
}

/// Includes the catalog that the build script compiled with `errcat_build`: [`CATALOG`](crate::CATALOG) and a module a service.
#[macro_export]
macro_rules! include_catalog {
    () => {
        include!(concat!(env!("OUT_DIR"), "/errcat/catalog.rs"));
    };
}
