//! Macros for users.

/// Includes the catalog that the build script compiled with `errcat_build`: `CATALOG`, its `Code` and `code!`, and a module for
/// each service with its `Code`, `Kind` and `Error`. Of a catalog with one service, `Kind` and `Error` are beside `CATALOG` too.
///
/// Outside of the root of the crate, the path by which other code reaches the module comes last: `code!` expands to it.
///
/// ```ignore
/// errcat::include_catalog!(); // of `errcat_build::compile("catalog")`
///
/// pub mod warehouse {
///     errcat::include_catalog!("warehouse", crate::warehouse); // of `Config::new("...").name("warehouse")`
/// }
/// ```
///
/// Each catalog needs a module of its own. Items of the same names around it come first.
#[macro_export]
macro_rules! include_catalog {
    () => {
        $crate::include_catalog!(@at_root "catalog", "errcat_build::compile(\"catalog\")");
    };
    (crate $(:: $module:ident)*) => {
        $crate::include_catalog!(
            @at "catalog", [$(:: $module)*], "errcat_build::compile(\"catalog\")"
        );
    };
    ($name:literal) => {
        $crate::include_catalog!(
            @at_root $name, "errcat_build::Config::new(\"", $name, "\").name(\"", $name, "\").compile()"
        );
    };
    ($name:literal, crate $(:: $module:ident)*) => {
        $crate::include_catalog!(
            @at $name, [$(:: $module)*],
            "errcat_build::Config::new(\"", $name, "\").name(\"", $name, "\").compile()"
        );
    };
    (@at_root $name:literal, $($call:literal),+) => {
        $crate::include_catalog!(@at $name, [], $($call),+);
        const _: () = __private::check_is_root(::core::module_path!());
    };
    // The build script says by a variable where the file is: an unset one has a message of our own.
    (@at $name:literal, [$($module:tt)*], $($call:literal),+) => {
        use $crate::__private;

        // Generated code asks for the path by this.
        macro_rules! __errcat_with_module {
            ($callback:ident) => { $callback! { $($module)* } };
        }

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
