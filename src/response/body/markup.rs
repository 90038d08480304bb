//! XML errors and HTML error pages.

use alloc::borrow::Cow;
use alloc::string::String;

use super::event::{Scalar, Sink};

/// XML or HTML that was found in a text.
pub(crate) struct Markup<'t> {
    /// The text before it.
    pub(crate) before: &'t str,
    holds: Holds<'t>,
}

enum Holds<'t> {
    /// The message of an HTML page.
    Page(&'t str),
    /// Elements of XML that hold text alone.
    Elements(Leaves<'t>),
}

impl Markup<'_> {
    /// Reads it as an object: the elements are its members, and a page is its message.
    pub(crate) fn read(self, sink: &mut impl Sink) {
        sink.open("", true);
        match self.holds {
            Holds::Page(message) => sink.scalar("message", Scalar::Text(&unescape(message))),
            Holds::Elements(leaves) => {
                leaves.for_each(|(name, text)| sink.scalar(name, Scalar::Text(&unescape(text))));
            }
        }
        sink.close();
    }
}

/// Finds the XML of an error, or an HTML page.
pub(crate) fn find(text: &str) -> Option<Markup<'_>> {
    let start = text.find('<')?;
    let (mut html, mut xml) = (None, None);
    for (at, _) in text[start..].match_indices('<').take(64) {
        let at = start + at;
        let tag = &text.as_bytes()[at + 1..text.len().min(at + 16)];
        let is =
            |name: &str| tag.get(..name.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(name.as_bytes()));
        if is("html") || is("!doctype html") {
            html = html.or(Some(at));
        } else if is("?xml") || is("error>") || is("error ") || is("errorresponse") || is_prefixed_error(tag)
        {
            xml = xml.or(Some(at));
        }
    }
    let (before, holds) = match (html, xml) {
        (Some(at), _) => (at, Holds::Page(page_message(&text[at..])?)),
        (None, Some(at)) => {
            let leaves = Leaves { rest: &text[at..], open: None };
            leaves.clone().next()?;
            (at, Holds::Elements(leaves))
        }
        (None, None) => return None,
    };
    Some(Markup { before: &text[..before], holds })
}

/// `ns2:Error>`, an element with a name space.
fn is_prefixed_error(tag: &[u8]) -> bool {
    let name = tag.iter().position(|byte| *byte == b':').map(|colon| &tag[colon + 1..]);
    let error = name.and_then(|name| name.get(..6));
    error.is_some_and(|name| name.eq_ignore_ascii_case(b"error>") || name.eq_ignore_ascii_case(b"error "))
}

/// Elements that hold no other element, with their text.
#[derive(Clone)]
struct Leaves<'t> {
    rest: &'t str,
    /// The name of the element that began last.
    open: Option<&'t str>,
}

impl<'t> Iterator for Leaves<'t> {
    type Item = (&'t str, &'t str);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (before, rest) = self.rest.split_once('<')?;
            let (tag, rest) = rest.split_once('>')?;
            self.rest = rest;
            match (tag.strip_prefix('/'), self.open.take()) {
                (Some(name), Some(opened)) if name == opened && !before.trim().is_empty() => {
                    // Without the name space: `ns2:Code`.
                    return Some((name.rsplit(':').next().unwrap_or(name), before.trim()));
                }
                (None, _) => self.open = Some(tag.split([' ', '/']).next().unwrap_or(tag)),
                _ => {}
            }
        }
    }
}

/// The longest text of a page: what is left of titles and headings is shorter.
fn page_message(text: &str) -> Option<&str> {
    let mut longest = "";
    let mut rest = text;
    let mut hidden: Option<&str> = None;
    while let Some(at) = rest.find('<') {
        let piece = rest[..at].trim();
        let Some(end) = rest[at..].find('>') else { break };
        let tag = &rest[at + 1..at + end];
        rest = &rest[at + end + 1..];
        if hidden.is_none() && piece.len() > longest.len() {
            longest = piece;
        }
        let name = tag.trim_start_matches('/');
        let is = |known: &str| name.get(..known.len()).is_some_and(|name| name.eq_ignore_ascii_case(known));
        hidden = if is("script") || is("style") { (!tag.starts_with('/')).then_some(tag) } else { hidden };
    }
    (!longest.is_empty()).then_some(longest)
}

/// Puts the characters that entities stand for in their place.
pub(crate) fn unescape(text: &str) -> Cow<'_, str> {
    const ENTITIES: [(&str, char); 6] =
        [("&quot;", '"'), ("&lt;", '<'), ("&gt;", '>'), ("&apos;", '\''), ("&#39;", '\''), ("&amp;", '&')];
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some((entity, character)) = ENTITIES.iter().find(|(entity, _)| rest.starts_with(entity)) {
            plain.push(*character);
            rest = &rest[entity.len()..];
        } else {
            plain.push('&');
            rest = &rest[1..];
        }
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}
