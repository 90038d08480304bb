//! The typed error of a service: one variant an entry, one field a placeholder.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{Options, doc, name};
use crate::model::{Catalog, Entry, Segment, Service};
use crate::tables::codes;

pub(super) fn error_enum(service: &Service, runtime: &TokenStream, options: &Options) -> TokenStream {
    // Numbered as the rows of the table: by code, then in the order of the file.
    let entries: Vec<&Entry> = codes(service)
        .iter()
        .flat_map(|(_, entries)| entries.iter().map(|at| &service.entries[*at]).collect::<Vec<_>>())
        .collect();
    let variants: Vec<TokenStream> = entries.iter().map(|entry| variant(entry, runtime, options)).collect();
    let derive = if options.thiserror {
        quote! { ::thiserror::Error }
    } else {
        TokenStream::new()
    };
    let display = (!options.thiserror).then(|| written_out(&entries, runtime));
    let numbers = entries.iter().enumerate().map(|(number, entry)| {
        let (variant, number) = (name(&entry.name), number as u32);
        quote! { Self::#variant { .. } => #number, }
    });
    let constructors = entries.iter().enumerate().map(|(number, entry)| {
        let (variant, number) = (name(&entry.name), number as u32);
        let fields = entry.params.iter().enumerate().map(|(at, param)| {
            let field = name(&param.name);
            let take = if param.list { name("list") } else { name("text") };
            quote! { #field: args.#take(#at) }
        });
        quote! { #number => Self::#variant { #(#fields,)* }, }
    });
    let args = name(if entries.iter().all(|entry| entry.params.is_empty()) { "_args" } else { "args" });
    let title =
        format!(" An error of {}, one variant a documented meaning.", doc::escape(service.title.any()));
    quote! {
        #runtime::__private::with_alloc! {
            #[doc = #title]
            #[derive(Clone, Debug, PartialEq, Eq, #derive)]
            #[non_exhaustive]
            pub enum Error {
                #(#variants,)*
            }

            #display

            impl #runtime::__private::Typed for Error {
                fn number(&self) -> u32 {
                    match self { #(#numbers)* }
                }

                fn build(number: u32, #args: &mut dyn #runtime::__private::Values) -> ::core::option::Option<Self> {
                    ::core::option::Option::Some(match number {
                        #(#constructors)*
                        _ => return ::core::option::Option::None,
                    })
                }
            }
            #runtime::__private::typed_error!();
        }
    }
}

/// What thiserror would derive, for packages that do not depend on it: its derive takes no other path.
fn written_out(entries: &[&Entry], runtime: &TokenStream) -> TokenStream {
    let arms = entries.iter().map(|entry| {
        let variant = name(&entry.name);
        let fields = entry.params.iter().map(|param| name(&param.name));
        let (format, lists) = display(entry);
        quote! {
            Self::#variant { #(#fields,)* } => ::core::write!(
                __formatter, #format #(, #lists = #runtime::__private::list(#lists))*
            ),
        }
    });
    quote! {
        impl ::core::fmt::Display for Error {
            fn fmt(&self, __formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                match self { #(#arms)* }
            }
        }

        impl ::core::error::Error for Error {}
    }
}

/// The function that tells which typed error an error is.
pub(super) fn entry_of(catalog: &Catalog, runtime: &TokenStream) -> TokenStream {
    let modules =
        catalog.services.iter().filter(|service| service.typed).map(|service| name(&service.module));
    quote! {
        #runtime::__private::require_alloc!();

        #[allow(dead_code, clippy::all, clippy::pedantic, reason = "generated code")]
        /// The entry of a typed error of this catalog, behind any error.
        #[must_use]
        pub fn typed_entry(
            error: &(dyn ::core::error::Error + 'static),
        ) -> ::core::option::Option<#runtime::Entry> {
            #runtime::__private::typed_entry!(error #(, #modules)*)
        }
    }
}

fn variant(entry: &Entry, runtime: &TokenStream, options: &Options) -> TokenStream {
    let variant = name(&entry.name);
    let doc = doc::entry(entry, options.doc_comments);
    let error = options.thiserror.then(|| {
        let (format, lists) = display(entry);
        quote! { #[error(#format #(, #lists = #runtime::__private::list(.#lists))*)] }
    });
    let fields: Vec<TokenStream> = entry
        .params
        .iter()
        .map(|param| {
            let field = name(&param.name);
            let doc = format!(" The argument `{}`.", param.name);
            let string = quote! { #runtime::__private::String };
            let kind = if param.list {
                quote! { #runtime::__private::Vec<#string> }
            } else {
                string
            };
            quote! { #[doc = #doc] #field: #kind }
        })
        .collect();
    let body = (!fields.is_empty()).then(|| quote! { { #(#fields,)* } });
    quote! { #doc #error #variant #body }
}

/// The format string, and the fields that are lists, which are shown in brackets.
fn display(entry: &Entry) -> (String, Vec<Ident>) {
    let escape = |text: &str| text.replace('{', "{{").replace('}', "}}");
    if entry.message.raw.is_empty() {
        let fields: Vec<String> = entry.params.iter().map(|param| format!("{{{}}}", param.name)).collect();
        let args = if fields.is_empty() { String::new() } else { format!(" ({})", fields.join(", ")) };
        return (escape(&entry.code) + &args, Vec::new());
    }
    let mut format = String::new();
    for segment in &entry.message.segments {
        match segment {
            Segment::Literal(text) => format.push_str(&escape(text)),
            Segment::Hole(at) => format.push_str(&format!("{{{}}}", entry.params[*at].name)),
        }
    }
    let lists: Vec<Ident> =
        entry.params.iter().filter(|param| param.list).map(|param| name(&param.name)).collect();
    (format, lists)
}
