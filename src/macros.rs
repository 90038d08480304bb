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
///
/// For a catalog of one's own, its path comes first: `code!(CATALOG, "PAY.1001")`.
///
/// ```
/// use errcat::{CATALOG, code};
///
/// assert_eq!(code!(CATALOG, "CSBS.6019"), code!("CSBS.6019"));
/// ```
#[macro_export]
macro_rules! code {
    ($text:literal) => {
        $crate::code!(@find $crate::CATALOG, $text, "the bundled catalog", "errcat explain ")
    };
    ($catalog:path, $text:literal) => {
        $crate::code!(
            @find $catalog, $text, ::core::concat!("`", ::core::stringify!($catalog), "`"),
            "errcat --catalog DIR explain "
        )
    };
    (@find $catalog:path, $text:literal, $name:expr, $command:literal) => {{
        // A constant item, and no `const` block: `cargo check` evaluates it too.
        const CODE: $crate::Code = match $catalog.find($text) {
            ::core::option::Option::Some(code) => code,
            ::core::option::Option::None => ::core::panic!("{}", ::core::concat!(
                "unknown error code `", $text, "`: ", $name, " does not hold it; `", $command, $text,
                "` shows the nearest ones"
            )),
        };
        CODE
    }};
}

/// Includes the catalog that the build script compiled with `errcat_build`: `CATALOG`, a module a service with its
/// `Code` and `Error`, and, for a catalog of one service, these two beside `CATALOG`.
///
/// ```ignore
/// errcat::include_catalog!(); // of `errcat_build::compile("catalog")`
///
/// mod warehouse {
///     errcat::include_catalog!("warehouse"); // of `Config::new("...").name("warehouse")`
/// }
/// ```
///
/// Each catalog goes into a module of its own. Items of the same names around it come first.
#[macro_export]
macro_rules! include_catalog {
    () => {
        $crate::include_catalog!(@call "catalog", "errcat_build::compile(\"catalog\")");
    };
    ($name:literal) => {
        $crate::include_catalog!(
            @call $name, "errcat_build::Config::new(\"", $name, "\").name(\"", $name, "\").compile()"
        );
    };
    // The build script says by a variable where the file is: an unset one has a message of our own.
    (@call $name:literal, $($call:literal),+) => {
        ::core::include!(::core::env!(
            ::core::concat!("ERRCAT_CATALOG_", $name),
            ::core::concat!(
                "no catalog `", $name, "` was compiled for this package\n\n",
                "write build.rs beside Cargo.toml:\n\n",
                "    fn main() -> Result<(), errcat_build::CompileError> {\n",
                "        ", $($call,)+ "\n",
                "    }\n\n",
                "and let it use errcat-build: `cargo add --build errcat-build`"
            )
        ));
    };
}
