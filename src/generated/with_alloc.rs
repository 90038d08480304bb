//! What generated code has with the feature `alloc`, and what it says or leaves out without.

/// Items that need an allocator.
#[cfg(feature = "alloc")]
#[doc(hidden)]
#[macro_export]
macro_rules! __with_alloc {
    ($($item:tt)*) => { $($item)* };
}

/// Without the feature `alloc` there are none of them.
#[cfg(not(feature = "alloc"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __with_alloc {
    ($($item:tt)*) => {};
}

/// Says what is missing, once, where a catalog has typed errors.
#[cfg(feature = "alloc")]
#[doc(hidden)]
#[macro_export]
macro_rules! __require_alloc {
    () => {};
}

#[cfg(not(feature = "alloc"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __require_alloc {
    () => {
        ::core::compile_error!(
            "the typed errors of this catalog need the feature `alloc` of errcat: write \
             `errcat = { ..., features = [\"alloc\"] }` in Cargo.toml, or `Config::typed_errors(false)` in build.rs"
        );
    };
}

/// The entry of a typed error of these modules.
#[cfg(feature = "alloc")]
#[doc(hidden)]
#[macro_export]
macro_rules! __typed_entry {
    ($error:ident $(, $module:ident)*) => {{
        $(
            if let ::core::option::Option::Some(error) = $error.downcast_ref::<$module::Error>() {
                return ::core::option::Option::Some(error.entry());
            }
        )*
        let _ = $error;
        ::core::option::Option::None
    }};
}

#[cfg(not(feature = "alloc"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __typed_entry {
    ($error:ident $(, $module:ident)*) => {{
        let _ = $error;
        ::core::option::Option::None
    }};
}
