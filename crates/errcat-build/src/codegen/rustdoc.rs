//! Documentation of generated items: code, status, message, cause and remedy, as rustdoc can show them.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ident;
use crate::model::{Bilingual, Entry, Lifecycle, Service};
use crate::text::markdown;

pub(super) fn module(service: &Service) -> TokenStream {
    let Bilingual { en, zh } = &service.title;
    let also =
        if en.is_empty() || zh.is_empty() { String::new() } else { format!(" ({})", markdown::prose(zh)) };
    let first = format!(" {}{also}: codes and typed errors.", markdown::prose(service.title.any()));
    let source = format!(" Source: {}.", markdown::prose(&service.source));
    quote! { #[doc = #first] #[doc = ""] #[doc = #source] }
}

/// Documentation of a code's variant: all its meanings, and whether it is deprecated.
pub(super) fn code(code: &str, entries: &[&Entry], whole: bool) -> TokenStream {
    let head = format!(" `{code}`");
    let text =
        if whole { entries.iter().map(|entry| meaning(entry)).collect::<String>() } else { String::new() };
    let alias = alias(code, &ident::code_variant(code));
    let deprecated = deprecated(entries);
    quote! { #[doc = #head] #[doc = #text] #alias #deprecated }
}

/// Documentation of the variant of an entry, and whether it is deprecated.
pub(super) fn entry(entry: &Entry, whole: bool) -> TokenStream {
    let code = &entry.code;
    let head = format!(" `{code}`");
    let text = if whole { meaning(entry) } else { String::new() };
    let deprecated = deprecated(&[entry]);
    let alias = alias(code, &entry.name);
    quote! { #[doc = #head] #[doc = #text] #alias #deprecated }
}

/// Returns `#[deprecated]` for what no program should name any more: a code all of whose entries are deprecated, or an entry.
pub(super) fn deprecated(entries: &[&Entry]) -> TokenStream {
    let Some(first) = entries.first().filter(|_| entries.iter().all(|entry| entry.is_deprecated())) else {
        return TokenStream::new();
    };
    let note = deprecation_note(first);
    quote! { #[deprecated(note = #note)] }
}

/// Says since when, why, and what to use in its place.
fn deprecation_note(entry: &Entry) -> String {
    let mut parts = Vec::new();
    if let Some(deprecated) = &entry.deprecated {
        parts.extend(deprecated.since.as_ref().map(|since| format!("since {since}")));
        parts.extend(Some(deprecated.note.any().clone()).filter(|note| !note.is_empty()));
    }
    if let Some(code) = &entry.replaced_by {
        parts.push(format!("use `{code}` instead"));
    }
    if entry.lifecycle == Lifecycle::Retired {
        parts.push("only older documents list it".to_owned());
    }
    let last = parts.len().saturating_sub(1);
    let open = |(at, part): (usize, &String)| {
        if at < last { part.trim_end_matches(['.', '。']).to_owned() } else { part.clone() }
    };
    let note = parts.iter().enumerate().map(open).collect::<Vec<_>>().join("; ");
    if note.is_empty() { "the catalog deprecates it".to_owned() } else { note }
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
