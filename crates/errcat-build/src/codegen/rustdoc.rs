//! Documentation of generated items: code, status, message, cause and remedy, as rustdoc can show them.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ident;
use crate::model::{Bilingual, Entry, Service};
use crate::text::markdown;

pub(super) fn module(service: &Service) -> TokenStream {
    let Bilingual { en, zh } = &service.title;
    let also =
        if en.is_empty() || zh.is_empty() { String::new() } else { format!(" ({})", markdown::prose(zh)) };
    let first = format!(" {}{also}: codes and typed errors.", markdown::prose(service.title.any()));
    let source = format!(" Source: {}.", markdown::prose(&service.source));
    quote! { #[doc = #first] #[doc = ""] #[doc = #source] }
}

/// Documentation of a code's variant: all its meanings.
pub(super) fn code(code: &str, entries: &[&Entry], whole: bool) -> TokenStream {
    let head = format!(" `{code}`");
    let text =
        if whole { entries.iter().map(|entry| meaning(entry)).collect::<String>() } else { String::new() };
    let alias = alias(code, &ident::code_variant(code));
    quote! { #[doc = #head] #[doc = #text] #alias }
}

/// Documentation of a typed error's variant.
pub(super) fn entry(entry: &Entry, whole: bool) -> TokenStream {
    let code = &entry.code;
    let head = format!(" `{code}`");
    let text = if whole { meaning(entry) } else { String::new() };
    let alias = alias(code, &entry.name);
    quote! { #[doc = #head] #[doc = #text] #alias }
}

/// Lets the search of the documentation find a variant by its code, unless that is what it is called.
fn alias(code: &str, name: &str) -> Option<TokenStream> {
    (code != name).then(|| quote! { #[doc(alias = #code)] })
}

fn meaning(entry: &Entry) -> String {
    let mut text = String::from("\n\n");
    if let Some(status) = entry.status {
        text.push_str(&format!("HTTP {status}, "));
    }
    let class = entry.class.as_str().replace('_', " ");
    let retry = entry.retry.as_str().replace('_', " ");
    text.push_str(&format!("{class}; retry: {retry}.\n\n"));
    if !entry.message.raw.is_empty() {
        text.push_str(&format!("Message: {}\n\n", markdown::code(&entry.message.raw)));
    }
    text.push_str(&format!("Why: {}\n\n", steps(entry.description.any())));
    text.push_str(&format!("Fix: {}\n", steps(entry.remediation.any())));
    text
}

fn steps(steps: &[String]) -> String {
    match steps {
        [one] => markdown::prose(one),
        many => {
            let steps =
                many.iter().enumerate().map(|(at, step)| format!("\n{}. {}", at + 1, markdown::prose(step)));
            steps.collect::<Vec<_>>().concat()
        }
    }
}
