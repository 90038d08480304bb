//! The typed error of a service: one variant an entry, one field a placeholder.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::display::{DisplayFormat, escaped};
use super::options::Options;
use super::rustdoc;
use super::tokens::name;
use crate::model::{Catalog, Entry, Segment, Service};
use crate::tables::by_code;
use crate::text::markdown;

pub(super) fn error_enum(service: &Service, options: &Options) -> TokenStream {
    let entries: Vec<&Entry> = by_code(service).collect();
    let variants: Vec<TokenStream> = entries.iter().map(|entry| variant(entry, options)).collect();
    let (derive, display) = if options.thiserror {
        (quote! { #[derive(::thiserror::Error)] }, TokenStream::new())
    } else {
        let format = options.display.tokens();
        (TokenStream::new(), quote! { super::__private::typed_display!(#format); })
    };
    let kind = options.enums.then(|| quote! { super::__private::typed_kind!(); });
    let non_exhaustive = options.non_exhaustive.then(|| quote! { #[non_exhaustive] });
    let count = entries.len() as u32;
    let (visit, build) = (visit(&entries), build(&entries));
    let title = format!(
        " An error of {}, one variant a documented meaning.",
        markdown::prose(rustdoc::title(service))
    );
    quote! {
        super::__private::with_alloc! {
            #[doc = #title]
            #derive
            #non_exhaustive
            pub enum Error {
                #(#variants,)*
            }

            impl super::__private::Typed for Error {
                const COUNT: u32 = #count;

                #visit
                #build
            }
            super::__private::typed_error!();
            #kind
            #display
        }
    }
}

/// So many variants are named in one `match`. What rustc takes for a match over an enum grows with the product of its arms
/// and of all variants, so that few matches with few arms each are what keeps large enums possible. All else goes through
/// these two.
const GROUP: usize = 128;

/// The function that shows number and fields of a variant.
fn visit(entries: &[&Entry]) -> TokenStream {
    let last = entries.len().div_ceil(GROUP).saturating_sub(1);
    let groups = entries.chunks(GROUP).enumerate().map(|(group, entries)| {
        let arms = entries.iter().enumerate().map(|(at, entry)| {
            let (variant, number) = (name(&entry.name), (group * GROUP + at) as u32);
            let fields: Vec<Ident> = entry.params.iter().map(|param| name(&param.name)).collect();
            let kinds = entry.params.iter().map(|param| name(if param.list { "Many" } else { "One" }));
            quote! {
                Error::#variant { #(#fields,)* } =>
                    __visitor(#number, &[#(super::__private::Field::#kinds(#fields),)*]),
            }
        });
        let (this, next) = (group_name(group), group_name(group + 1));
        let others = match group {
            _ if last == 0 => TokenStream::new(),
            group if group == last => quote! { _ => {} },
            _ => quote! { _ => #next(error, __visitor), },
        };
        quote! {
            fn #this(error: &Error, __visitor: &mut dyn ::core::ops::FnMut(u32, &[super::__private::Field<'_>])) {
                match error { #(#arms)* #others }
            }
        }
    });
    quote! {
        fn visit(&self, visitor: &mut dyn ::core::ops::FnMut(u32, &[super::__private::Field<'_>])) {
            #(#groups)*
            group_0(self, visitor);
        }
    }
}

/// The function that makes a variant from its number. A number that there is not makes the last variant.
fn build(entries: &[&Entry]) -> TokenStream {
    let last = entries.len().div_ceil(GROUP).saturating_sub(1);
    let groups = entries.chunks(GROUP).enumerate().map(|(group, entries)| {
        let arms = entries.iter().enumerate().map(|(at, entry)| {
            let variant = name(&entry.name);
            let fields = entry.params.iter().enumerate().map(|(at, param)| {
                let field = name(&param.name);
                let take = if param.list { name("list") } else { name("text") };
                quote! { #field: args.#take(#at) }
            });
            let number = (group * GROUP + at) as u32;
            let number = if at + 1 == entries.len() {
                quote! { _ }
            } else {
                quote! { #number }
            };
            quote! { #number => Error::#variant { #(#fields,)* }, }
        });
        let (this, args) = (group_name(group), args_name(entries));
        quote! {
            fn #this(number: u32, #args: &mut dyn super::__private::Values) -> Error {
                match number { #(#arms)* }
            }
        }
    });
    let size = GROUP as u32;
    let calls = (0..last).map(|group| {
        let (this, number) = (group_name(group), group as u32);
        quote! { #number => #this(number, args), }
    });
    let last = group_name(last);
    quote! {
        fn build(number: u32, args: &mut dyn super::__private::Values) -> Self {
            #(#groups)*
            match number / #size { #(#calls)* _ => #last(number, args) }
        }
    }
}

fn group_name(group: usize) -> Ident {
    name(&format!("group_{group}"))
}

/// What the arguments are called; unused ones begin with an underscore.
fn args_name(entries: &[&Entry]) -> Ident {
    name(if entries.iter().all(|entry| entry.params.is_empty()) { "_args" } else { "args" })
}

/// The function that tells which typed error an error is.
pub(super) fn entry_of(catalog: &Catalog) -> TokenStream {
    let modules =
        catalog.services.iter().filter(|service| service.typed).map(|service| name(&service.module));
    quote! {
        __private::require_alloc!();

        #[allow(dead_code, clippy::all, clippy::pedantic, reason = "generated code")]
        /// The entry of a typed error of this catalog, behind any error.
        #[must_use]
        pub fn typed_entry(
            error: &(dyn ::core::error::Error + 'static),
        ) -> ::core::option::Option<__private::Entry> {
            __private::typed_entry!(error #(, #modules)*)
        }
    }
}

fn variant(entry: &Entry, options: &Options) -> TokenStream {
    let variant = name(&entry.name);
    let doc = rustdoc::entry(entry, options.doc_comments);
    let error = options.thiserror.then(|| {
        let (format, lists) = display(entry, &options.display);
        quote! { #[error(#format #(, #lists = super::__private::list(.#lists))*)] }
    });
    let fields: Vec<TokenStream> = entry
        .params
        .iter()
        .map(|param| {
            let field = name(&param.name);
            let doc = format!(" The argument `{}`.", param.name);
            let string = quote! { super::__private::String };
            let kind = if param.list {
                quote! { super::__private::Vec<#string> }
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
fn display(entry: &Entry, display_format: &DisplayFormat) -> (String, Vec<Ident>) {
    if entry.message.raw.is_empty() {
        let fields: Vec<String> = entry.params.iter().map(|param| format!("{{{}}}", param.name)).collect();
        let args = if fields.is_empty() { String::new() } else { format!(" ({})", fields.join(", ")) };
        return (escaped(&entry.code) + &args, Vec::new());
    }
    let mut format = String::new();
    for segment in &entry.message.segments {
        match segment {
            Segment::Literal(text) => format.push_str(&escaped(text)),
            Segment::Placeholder { param, .. } => {
                format.push_str(&format!("{{{}}}", entry.params[*param].name));
            }
        }
    }
    let lists: Vec<Ident> =
        entry.params.iter().filter(|param| param.list).map(|param| name(&param.name)).collect();
    (display_format.format_string(entry, &format), lists)
}
