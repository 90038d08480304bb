//! The module of a service: its enum of codes and its typed error.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::options::Options;
use super::tokens::name;
use super::{rustdoc, typed};
use crate::ident;
use crate::model::Service;
use crate::tables::{FirstRows, by_code, codes};
use crate::text::markdown;

/// The items of the only service, where the catalog itself stands. What the user calls the same goes before them.
pub(super) fn beside(service: &Service) -> TokenStream {
    let module = name(&service.module);
    quote! {
        #[allow(unused_imports, reason = "generated code")]
        pub use self::#module::*;
    }
}

pub(super) fn module(service: &Service, row: usize, first: FirstRows, options: &Options) -> TokenStream {
    let module = name(&service.module);
    let doc = rustdoc::module(service);
    let row = Literal::usize_unsuffixed(row);
    let codes = options.enums.then(|| code_enum(service, first.code, options));
    let kinds = options.enums.then(|| kind_enum(service, first.entry, options));
    let typed = options.typed_errors && service.typed;
    let error = typed.then(|| typed::error_enum(service, options));
    quote! {
        #doc
        #[allow(dead_code, deprecated, clippy::all, clippy::pedantic, reason = "generated code")]
        pub mod #module {
            super::__private::service!(#row);
            #codes
            #kinds
            #error
        }
    }
}

/// The enum of a service's codes. The rows of its codes begin with `first`.
fn code_enum(service: &Service, first: u32, options: &Options) -> TokenStream {
    let codes = codes(service);
    let variants = codes.iter().map(|(code, entries)| {
        let entries: Vec<_> = entries.iter().map(|at| &service.entries[*at]).collect();
        (name(&ident::code_variant(code)), rustdoc::code(code, &entries, options.doc_comments))
    });
    let title =
        format!(" A code of {}, with one variant per code.", markdown::prose(rustdoc::title(service)));
    let all = " All codes, in the order of the catalog file.";
    let code_enum = numbered_enum(["Code", "CODES"], [&title, all], variants.collect(), options);
    let first = Literal::u32_suffixed(first);
    quote! {
        #code_enum
        super::__private::service_code!(#first);
    }
}

/// The enum of a service's entries without their arguments. The rows of its entries begin with `first`.
fn kind_enum(service: &Service, first: u32, options: &Options) -> TokenStream {
    let variants = by_code(service)
        .map(|entry| (name(&entry.name), rustdoc::entry(entry, options.doc_comments)))
        .collect();
    let title = format!(
        " A documented meaning of {}: an entry without arguments.",
        markdown::prose(rustdoc::title(service))
    );
    let all = " All entries, by code, in the order of the catalog file.";
    let kind_enum = numbered_enum(["Kind", "KINDS"], [&title, all], variants, options);
    let first = Literal::u32_suffixed(first);
    quote! {
        #kind_enum
        super::__private::kind!(#first);
    }
}

/// Returns an enum without fields, and the list of its variants. `derive(Debug)` and matches over all variants cost rustc
/// memory that grows with the square of their number, so everything else goes through tables.
fn numbered_enum(
    [type_name, list]: [&str; 2],
    [title, all]: [&str; 2],
    variants: Vec<(Ident, TokenStream)>,
    options: &Options,
) -> TokenStream {
    let (type_name, list, count) = (name(type_name), name(list), Literal::usize_suffixed(variants.len()));
    let non_exhaustive = options.non_exhaustive.then(|| quote! { #[non_exhaustive] });
    let repr = name(if variants.len() < usize::from(u16::MAX) { "u16" } else { "u32" });
    let (variants, docs): (Vec<Ident>, Vec<TokenStream>) = variants.into_iter().unzip();
    quote! {
        #[doc = #title]
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #non_exhaustive
        #[repr(#repr)]
        pub enum #type_name {
            #(#docs #variants,)*
        }

        static #list: [#type_name; #count] = [#(#type_name::#variants,)*];

        impl #type_name {
            #[doc = #all]
            pub const ALL: &'static [#type_name] = &#list;
        }
    }
}
