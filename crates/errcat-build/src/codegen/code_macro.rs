//! The `Code` of a catalog, a constant for each code, and the macro `code!`, which leads from a literal to its constant.
//!
//! The macro has one arm for each spelling of each code, which expands to the path of the constant: a path is an expression and
//! a pattern. The path begins at the root of the crate, so `include_catalog!` says which module the catalog is in.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::rustdoc;
use super::tokens::name;
use crate::ident;
use crate::model::{Catalog, Service};
use crate::tables::codes;

/// Largest number of spellings with an arm each. Rustc takes 0.7 s for these arms and 500 uses,
/// 1.3 s for 5,000 uses.
const MAX_ARMS: usize = 20_000;

/// Returns `Code` and `code!` of the catalog that the build script calls `catalog_name`.
pub(super) fn code(catalog: &Catalog, catalog_name: &str) -> TokenStream {
    let counts = catalog.services.iter().map(|service| codes(service).len());
    let count = Literal::u32_suffixed(counts.sum::<usize>() as u32);
    let spellings: usize = catalog.services.iter().map(|service| spellings(service).count()).sum();
    let left_out: usize = catalog.left_out.iter().map(|service| codes(service).len()).sum();
    let (constants, macros) = if spellings <= MAX_ARMS {
        by_arm(catalog, catalog_name, spellings + left_out <= MAX_ARMS)
    } else {
        by_lookup(catalog_name)
    };
    quote! {
        __private::catalog_code!(#count);
        #constants
        #macros
    }
}

/// Returns a constant for each code, and a macro with an arm for each.
fn by_arm(catalog: &Catalog, catalog_name: &str, explain_left_out: bool) -> (TokenStream, TokenStream) {
    let mut row = 0_u32;
    let modules = catalog.services.iter().map(|service| {
        let module = name(&service.module);
        let constants = codes(service).into_iter().map(|(code, entries)| {
            let (constant, number) = (constant(code), Literal::u32_suffixed(row));
            row += 1;
            let entries: Vec<_> = entries.iter().map(|at| &service.entries[*at]).collect();
            let deprecated = rustdoc::deprecated(&entries);
            quote! { #deprecated pub const #constant: Code = Code::nth(#number); }
        });
        let constants: Vec<TokenStream> = constants.collect();
        quote! {
            pub mod #module {
                use super::super::Code;
                #(#constants)*
            }
        }
    });
    let constants = quote! {
        #[doc(hidden)]
        #[allow(non_upper_case_globals, dead_code, missing_docs, reason = "generated code")]
        pub mod __codes {
            #(#modules)*
        }
    };
    let known = catalog.services.iter().flat_map(|service| {
        let module = name(&service.module);
        spellings(service).map(move |(spelling, code)| {
            let constant = constant(code);
            quote! { (#spelling) => { $crate $($module)* ::__codes::#module::#constant }; }
        })
    });
    let left_out = catalog.left_out.iter().filter(|_| explain_left_out).flat_map(|service| {
        let text = format!(
            "is a code of the service `{0}`, which is not compiled in: switch its feature on (`{0}`)",
            service.module
        );
        codes(service).into_iter().map(move |(code, _)| {
            let text = format!("`{code}` {text}");
            quote! { (#code) => { ::core::compile_error!(#text) }; }
        })
    });
    let arms = quote! {
        #(#known)*
        #(#left_out)*
        ($text:literal) => {
            ::core::compile_error!(::core::concat!(
                "unknown error code `", $text, "`: this catalog does not hold it; `errcat explain ", $text,
                "` shows the nearest codes, and each catalog has a `code!` of its own",
            ))
        };
        ($other:tt) => {
            ::core::compile_error!("expected the text of a code, as in `code!(\"CSBS.6019\")`")
        };
    };
    (constants, macros(catalog_name, &arms))
}

/// Returns a macro that looks the code up, in a constant. What it expands to is an expression, and no pattern.
fn by_lookup(catalog_name: &str) -> (TokenStream, TokenStream) {
    let arms = quote! {
        ($text:literal) => {{
            const CODE: $crate $($module)* ::Code = match $crate $($module)* ::Code::find($text) {
                ::core::option::Option::Some(code) => code,
                ::core::option::Option::None => ::core::panic!(::core::concat!(
                    "unknown error code `", $text, "`: this catalog does not hold it; `errcat explain ", $text,
                    "` shows the nearest codes, and each catalog has a `code!` of its own",
                )),
            };
            CODE
        }};
    };
    (TokenStream::new(), macros(catalog_name, &arms))
}

/// Returns the macro with these arms, and `code!`, which calls it: so the documentation does not show the arms.
///
/// Both are defined by a macro, which takes the path of the module from `include_catalog!`.
fn macros(catalog_name: &str, arms: &TokenStream) -> TokenStream {
    let suffix = catalog_name.replace('-', "_");
    let (arms_name, public_name) =
        (name(&format!("__errcat_arms_{suffix}")), name(&format!("__errcat_code_{suffix}")));
    let doc = " Returns the `Code` with this text, checked by the compiler: an expression, a constant, or a pattern.";
    quote! {
        macro_rules! __errcat_code {
            ($($module:tt)*) => {
                // The path leads here, or to what is re-exported from here.
                const _: fn(Code) -> $crate $($module)* ::Code = |code| code;

                #[doc(hidden)]
                #[macro_export]
                macro_rules! #arms_name { #arms }
                #[doc(hidden)]
                #[allow(unused_imports, reason = "generated code")]
                pub use #arms_name as __arms;

                #[doc(hidden)]
                #[macro_export]
                macro_rules! #public_name {
                    ($text:tt) => { $crate $($module)* ::__arms!($text) };
                }
                #[doc = #doc]
                #[doc(inline)]
                #[allow(unused_imports, reason = "generated code")]
                pub use #public_name as code;
            };
        }
        __errcat_with_module! { __errcat_code }
    }
}

/// Returns every spelling of the codes of a service, each with the code.
fn spellings(service: &Service) -> impl Iterator<Item = (String, &str)> {
    let codes = codes(service).into_iter();
    codes.flat_map(|(code, _)| service.spellings(code).map(move |spelling| (spelling, code)))
}

/// Returns the name of the constant of a code, which is that of its variant.
fn constant(code: &str) -> Ident {
    name(&ident::code_variant(code))
}
