//! How typed errors show themselves: `{code}: {message}`.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::Entry;

/// The parts of what a typed error shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DisplayFormat(Vec<DisplayPart>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum DisplayPart {
    Text(String),
    Code,
    Name,
    Message,
}

impl Default for DisplayFormat {
    /// The message alone.
    fn default() -> Self {
        Self(vec![DisplayPart::Message])
    }
}

impl DisplayFormat {
    /// Reads a format: text with `{code}`, `{name}` and `{message}` in it, and `{{` and `}}` for braces. Returns `None` if
    /// other braces are in it.
    pub(crate) fn parse(format: &str) -> Option<Self> {
        let (mut parts, mut text, mut rest) = (Vec::new(), String::new(), format);
        while let Some(at) = rest.find(['{', '}']) {
            text.push_str(&rest[..at]);
            rest = &rest[at..];
            let brace =
                ["{{", "}}"].iter().find_map(|brace| rest.strip_prefix(brace).map(|after| (*brace, after)));
            if let Some((brace, after)) = brace {
                text.push_str(&brace[..1]);
                rest = after;
                continue;
            }
            let names = [
                ("{code}", DisplayPart::Code),
                ("{name}", DisplayPart::Name),
                ("{message}", DisplayPart::Message),
            ];
            let (part, after) =
                names.into_iter().find_map(|(name, part)| Some((part, rest.strip_prefix(name)?)))?;
            if !text.is_empty() {
                parts.push(DisplayPart::Text(std::mem::take(&mut text)));
            }
            parts.push(part);
            rest = after;
        }
        text.push_str(rest);
        if !text.is_empty() {
            parts.push(DisplayPart::Text(text));
        }
        Some(Self(parts))
    }

    /// Returns the parts as code.
    pub(super) fn tokens(&self) -> TokenStream {
        let parts = self.0.iter().map(|part| match part {
            DisplayPart::Text(text) => quote! { super::__private::DisplayPart::Text(#text) },
            DisplayPart::Code => quote! { super::__private::DisplayPart::Code },
            DisplayPart::Name => quote! { super::__private::DisplayPart::Name },
            DisplayPart::Message => quote! { super::__private::DisplayPart::Message },
        });
        quote! { [#(#parts),*] }
    }

    /// Returns the format string of an entry, around that of its message.
    pub(super) fn format_string(&self, entry: &Entry, message: &str) -> String {
        let parts = self.0.iter().map(|part| match part {
            DisplayPart::Text(text) => escaped(text),
            DisplayPart::Code => escaped(&entry.code),
            DisplayPart::Name => entry.name.clone(),
            DisplayPart::Message => message.to_owned(),
        });
        parts.collect()
    }
}

/// Returns text as a format string writes it.
pub(super) fn escaped(text: &str) -> String {
    text.replace('{', "{{").replace('}', "}}")
}

#[cfg(test)]
mod tests {
    use super::{DisplayFormat, DisplayPart};

    #[test]
    fn only_known_names_are_in_braces() {
        let parsed = DisplayFormat::parse("{{{code}}} {message}").unwrap();
        let text = |text: &str| DisplayPart::Text(text.to_owned());
        assert_eq!(parsed.0, [text("{"), DisplayPart::Code, text("} "), DisplayPart::Message]);
        assert_eq!(DisplayFormat::parse("{message}"), Some(DisplayFormat::default()));
        for wrong in ["{status}", "{", "}", "{code", "{ code }", "{}", "{message:?}"] {
            assert_eq!(DisplayFormat::parse(wrong), None, "{wrong}");
        }
    }
}
