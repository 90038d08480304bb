//! Documentation of generated items: code, status, message, cause and remedy, as rustdoc can show them.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Entry, Service, Texts};
use crate::text::markdown;

pub(super) fn module(service: &Service) -> TokenStream {
    let name = title(service);
    let others = service.title.iter().map(|(_, text)| text.as_str()).filter(|text| *text != name);
    let others: Vec<String> = others.map(markdown::prose).collect();
    let also = if others.is_empty() { String::new() } else { format!(" ({})", others.join(", ")) };
    let first = format!(" {}{also}: codes and typed errors.", markdown::prose(name));
    let source = format!(" Source: {}.", markdown::prose(&service.source));
    quote! { #[doc = #first] #[doc = ""] #[doc = #source] }
}

/// Returns the title of a service in one language.
pub(super) fn title(service: &Service) -> &str {
    service.title.any().map_or("", String::as_str)
}

/// Documentation of a code's variant: all its meanings.
pub(super) fn code(code: &str, entries: &[&Entry], whole: bool) -> TokenStream {
    let head = format!(" `{code}`");
    let text =
        if whole { entries.iter().map(|entry| meaning(entry)).collect::<String>() } else { String::new() };
    quote! { #[doc = #head] #[doc = #text] #[doc(alias = #code)] }
}

/// Documentation of a typed error's variant.
pub(super) fn entry(entry: &Entry, whole: bool) -> TokenStream {
    let code = &entry.code;
    let head = format!(" `{code}`");
    let text = if whole { meaning(entry) } else { String::new() };
    quote! { #[doc = #head] #[doc = #text] #[doc(alias = #code)] }
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
    text.push_str(&format!("Why: {}\n\n", steps(&entry.description)));
    text.push_str(&format!("Fix: {}\n", steps(&entry.remediation)));
    text
}

fn steps(texts: &Texts<Vec<String>>) -> String {
    match texts.any().map_or(&[][..], Vec::as_slice) {
        [one] => markdown::prose(one),
        many => {
            let steps =
                many.iter().enumerate().map(|(at, step)| format!("\n{}. {}", at + 1, markdown::prose(step)));
            steps.collect::<Vec<_>>().concat()
        }
    }
}
