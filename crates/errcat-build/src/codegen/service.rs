//! The module of a service: its enum of codes and its typed error.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::options::Options;
use super::tokens::name;
use super::{rustdoc, typed};
use crate::ident;
use crate::model::Service;
use crate::tables::codes;
use crate::text::markdown;

/// The items of the only service, where the catalog itself stands. What the user calls the same goes before them.
pub(super) fn beside(service: &Service) -> TokenStream {
    let module = name(&service.module);
    quote! {
        #[allow(unused_imports, reason = "generated code")]
        pub use self::#module::*;
    }
}

pub(super) fn module(service: &Service, row: usize, first_code: u32, options: &Options) -> TokenStream {
    let module = name(&service.module);
    let doc = rustdoc::module(service);
    let row = Literal::usize_unsuffixed(row);
    let codes = options.code_enums.then(|| code_enum(service, first_code, options));
    let error = (options.typed_errors && service.typed).then(|| typed::error_enum(service, options));
    quote! {
        #doc
        #[allow(dead_code, clippy::all, clippy::pedantic, reason = "generated code")]
        pub mod #module {
            super::__private::service!(super::CATALOG, #row);
            #codes
            #error
        }
    }
}

/// The enum of a service's codes. `derive(Debug)` and matches over all variants cost rustc memory that grows with
/// the square of their number, so everything else goes through tables. The rows of its codes begin with `first`.
fn code_enum(service: &Service, first: u32, options: &Options) -> TokenStream {
    let codes = codes(service);
    let variants: Vec<Ident> = codes.iter().map(|(code, _)| name(&ident::code_variant(code))).collect();
    let docs = codes.iter().map(|(code, entries)| {
        let entries: Vec<_> = entries.iter().map(|at| &service.entries[*at]).collect();
        rustdoc::code(code, &entries, options.doc_comments)
    });
    let title = format!(" A code of {}, with one variant per code.", markdown::prose(service.title.any()));
    let (first, count) = (Literal::u32_suffixed(first), Literal::usize_suffixed(codes.len()));
    let repr = if codes.len() < usize::from(u16::MAX) { name("u16") } else { name("u32") };
    quote! {
        #[doc = #title]
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        #[repr(#repr)]
        pub enum Code {
            #(#docs #variants,)*
        }

        static CODES: [Code; #count] = [#(Code::#variants,)*];

        impl Code {
            /// All codes, in the order of the catalog file.
            pub const ALL: &'static [Code] = &CODES;
        }
        super::__private::code_enum!(#first);
    }
}
