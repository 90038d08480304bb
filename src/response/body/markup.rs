//! XML errors and HTML error pages.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use super::tree::Node;

/// The elements of XML that hold text alone, as an object; or the message of an HTML page. With what stands before.
pub(super) fn read(text: &str) -> Option<(&str, Node)> {
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
    match (html, xml) {
        (Some(at), _) => {
            Some((&text[..at], Node::Object([("message".into(), page_message(&text[at..])?)].into())))
        }
        (None, Some(at)) => {
            let leaves = leaves(&text[at..]);
            (!leaves.is_empty()).then_some((&text[..at], Node::Object(leaves)))
        }
        (None, None) => None,
    }
}

/// `ns2:Error>`, an element with a name space.
fn is_prefixed_error(tag: &[u8]) -> bool {
    let name = tag.iter().position(|byte| *byte == b':').map(|colon| &tag[colon + 1..]);
    let error = name.and_then(|name| name.get(..6));
    error.is_some_and(|name| name.eq_ignore_ascii_case(b"error>") || name.eq_ignore_ascii_case(b"error "))
}

/// Elements that hold no other element.
fn leaves(text: &str) -> Vec<(String, Node)> {
    let mut leaves = Vec::new();
    let mut open: Option<(&str, &str)> = None;
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let before = &rest[..at];
        let Some(end) = rest[at..].find('>') else { break };
        let tag = &rest[at + 1..at + end];
        rest = &rest[at + end + 1..];
        match (tag.strip_prefix('/'), open) {
            (Some(name), Some((opened, _))) if name == opened && !before.trim().is_empty() => {
                // Without the name space: `ns2:Code`.
                let name = name.rsplit(':').next().unwrap_or(name);
                leaves.push((name.into(), Node::Text(unescape(before.trim()).into_owned())));
                open = None;
            }
            (None, _) => {
                let name = tag.split([' ', '/']).next().unwrap_or(tag);
                open = Some((name, rest));
            }
            _ => open = None,
        }
    }
    leaves
}

/// The longest text of a page: what is left of titles and headings is shorter.
fn page_message(text: &str) -> Option<Node> {
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
    (!longest.is_empty()).then(|| Node::Text(unescape(longest).into_owned()))
}

/// Puts the characters that entities stand for in their place.
pub(super) fn unescape(text: &str) -> Cow<'_, str> {
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
        if let Some((entity, letter)) = ENTITIES.iter().find(|(entity, _)| rest.starts_with(entity)) {
            plain.push(*letter);
            rest = &rest[entity.len()..];
        } else {
            plain.push('&');
            rest = &rest[1..];
        }
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}
