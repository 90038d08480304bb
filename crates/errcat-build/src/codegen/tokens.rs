//! Small pieces of code.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

/// Returns a name.
pub(super) fn name(text: &str) -> Ident {
    Ident::new(text, Span::call_site())
}

/// Returns an `Option` as code.
pub(super) fn option(value: Option<TokenStream>) -> TokenStream {
    let none = || quote! { ::core::option::Option::None };
    value.map_or_else(none, |value| quote! { ::core::option::Option::Some(#value) })
}

/// Returns the contents of a file that is in the folder of the generated code, wherever that is.
pub(super) fn include(by: &str, file: &str) -> TokenStream {
    let include = name(by);
    quote! { ::core::#include!(#file) }
}
