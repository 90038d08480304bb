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

/// A service, and its codes with the positions of their entries.
type Codes<'c> = (&'c Service, Vec<(&'c str, Vec<usize>)>);

/// Returns `Code` and `code!` of the catalog that the build script calls `catalog_name`.
pub(super) fn code(catalog: &Catalog, catalog_name: &str) -> TokenStream {
    let (services, left_out) = (codes_of(&catalog.services), codes_of(&catalog.left_out));
    let count = |services: &[Codes<'_>]| services.iter().map(|(_, codes)| codes.len()).sum::<usize>();
    let codes = count(&services);
    // Every code has a spelling, so that a large catalog need not be spelled out to be too large.
    let spellings =
        if codes <= MAX_ARMS { services.iter().map(|codes| spellings(codes).count()).sum() } else { codes };
    let (constants, arms) = if spellings <= MAX_ARMS {
        let explained = if spellings + count(&left_out) <= MAX_ARMS { &left_out[..] } else { &[] };
        (constants(&services), by_arm(&services, explained))
    } else {
        (TokenStream::new(), by_lookup())
    };
    let (count, macros) = (Literal::u32_suffixed(codes as u32), macros(catalog_name, &arms));
    quote! {
        __private::catalog_code!(#count);
        #constants
        #macros
    }
}

fn codes_of(services: &[Service]) -> Vec<Codes<'_>> {
    services.iter().map(|service| (service, codes(service))).collect()
}

/// Returns a constant for each code.
fn constants(services: &[Codes<'_>]) -> TokenStream {
    let mut row = 0_u32;
    let modules = services.iter().map(|(service, codes)| {
        let module = name(&service.module);
        let constants = codes.iter().map(|(code, entries)| {
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
    quote! {
        #[doc(hidden)]
        #[allow(non_upper_case_globals, dead_code, missing_docs, reason = "generated code")]
        pub mod __codes {
            #(#modules)*
        }
    }
}

/// Returns an arm for each spelling of each code, and for each code that is left out.
fn by_arm(services: &[Codes<'_>], left_out: &[Codes<'_>]) -> TokenStream {
    let known = services.iter().flat_map(|codes| {
        let module = name(&codes.0.module);
        spellings(codes).map(move |(spelling, code)| {
            let constant = constant(code);
            quote! { (#spelling) => { $crate $($module)* ::__codes::#module::#constant }; }
        })
    });
    let left_out = left_out.iter().flat_map(|(service, codes)| {
        let text = format!(
            "is a code of the service `{0}`, which is not compiled in: switch its feature on (`{0}`)",
            service.module
        );
        codes.iter().map(move |(code, _)| {
            let text = format!("`{code}` {text}");
            quote! { (#code) => { ::core::compile_error!(#text) }; }
        })
    });
    let unknown = unknown();
    quote! {
        #(#known)*
        #(#left_out)*
        ($text:literal) => { ::core::compile_error!(#unknown) };
        ($other:tt) => {
            ::core::compile_error!("expected the text of a code, as in `code!(\"CSBS.6019\")`")
        };
    }
}

/// Returns an arm that looks the code up, in a constant. What it expands to is an expression, and no pattern.
fn by_lookup() -> TokenStream {
    let unknown = unknown();
    quote! {
        ($text:literal) => {{
            const CODE: $crate $($module)* ::Code = match $crate $($module)* ::Code::find($text) {
                ::core::option::Option::Some(code) => code,
                ::core::option::Option::None => ::core::panic!(#unknown),
            };
            CODE
        }};
    }
}

/// Returns what is said of a literal that is not a code.
fn unknown() -> TokenStream {
    quote! {
        ::core::concat!(
            "unknown error code `", $text, "`: this catalog does not hold it; `errcat explain ", $text,
            "` shows the nearest codes, and each catalog has a `code!` of its own",
        )
    }
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
fn spellings<'c>((service, codes): &Codes<'c>) -> impl Iterator<Item = (String, &'c str)> {
    let service = *service;
    codes.iter().flat_map(move |(code, _)| service.spellings(code).map(move |spelling| (spelling, *code)))
}

/// Returns the name of the constant of a code, which is that of its variant.
fn constant(code: &str) -> Ident {
    name(&ident::code_variant(code))
}
