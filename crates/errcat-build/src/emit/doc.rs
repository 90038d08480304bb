//! Documentation of generated items: code, status, message, cause and remedy, as rustdoc can show them.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Bilingual, Entry, Service};

pub(super) fn module(service: &Service) -> TokenStream {
    let Bilingual { en, zh } = &service.title;
    let also = if en.is_empty() || zh.is_empty() { String::new() } else { format!(" ({})", escape(zh)) };
    let first = format!(" {}{also}: codes and typed errors.", escape(service.title.any()));
    let source = format!(" Source: {}.", escape(&service.source));
    quote! { #[doc = #first] #[doc = ""] #[doc = #source] }
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
        text.push_str(&format!("Message: {}\n\n", code_span(&entry.message.raw)));
    }
    text.push_str(&format!("Why: {}\n\n", steps(entry.description.any())));
    text.push_str(&format!("Fix: {}\n", steps(entry.remediation.any())));
    text
}

fn steps(steps: &[String]) -> String {
    match steps {
        [one] => escape(one),
        many => {
            let steps = many.iter().enumerate().map(|(at, step)| format!("\n{}. {}", at + 1, escape(step)));
            steps.collect::<Vec<_>>().concat()
        }
    }
}

/// A code span that may hold backticks.
fn code_span(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// Text as Markdown that shows it unchanged: backticked spans stay, everything else that means something is escaped.
pub(super) fn escape(text: &str) -> String {
    let balanced = text.matches('`').count().is_multiple_of(2);
    let mut escaped = String::with_capacity(text.len());
    let mut in_code = false;
    for letter in text.chars() {
        if letter == '`' && balanced {
            in_code = !in_code;
        } else if !in_code && r"\`*_[]<>#|~&:".contains(letter) {
            escaped.push('\\');
        }
        escaped.push(if letter == '\n' { ' ' } else { letter });
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_shows_the_text_unchanged() {
        assert_eq!(
            escape("Run `tar -x <dir>` in [x] <b> http://a"),
            r"Run `tar -x <dir>` in \[x\] \<b\> http\://a"
        );
        assert_eq!(escape("one ` tick"), r"one \` tick");
        assert_eq!(code_span("a `b`"), "`` a `b` ``");
    }
}
