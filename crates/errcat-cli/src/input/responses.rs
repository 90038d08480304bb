//! Cuts an input into responses.

/// The responses in an input: dumped heads and bodies (`curl -i`), JSON documents one after another, JSON lines; any
/// other text is one body.
pub(crate) fn responses(text: &str) -> impl Iterator<Item = &str> {
    // Editors of Windows put a byte order mark first.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let heads = dumps(text);
    let documents = if heads.len() > 1 { None } else { documents(text) };
    let whole = if documents.is_none() { heads } else { Vec::new() };
    documents.into_iter().flatten().chain(whole)
}

/// Whether a text is one JSON document.
pub(crate) fn is_json(text: &str) -> bool {
    serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
}

/// Parts that begin with a status line; a redirect's head without a body belongs to what follows.
fn dumps(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut at = 0;
    let mut body = false;
    for line in text.split_inclusive('\n') {
        if line.starts_with("HTTP/") && body {
            parts.push(&text[start..at]);
            start = at;
            body = false;
        }
        at += line.len();
        // A body is there as soon as a line follows that is no header.
        body |= !line.starts_with("HTTP/") && !line.trim().is_empty() && !is_header(line);
    }
    parts.push(&text[start..]);
    if text.trim_start().starts_with("HTTP/") { parts } else { vec![text] }
}

fn is_header(line: &str) -> bool {
    let name = line.split(':').next().unwrap_or("");
    line.contains(':')
        && !name.is_empty()
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// JSON documents one after another, and what follows them on lines of its own, if that makes several. They are looked
/// through first, so that no list of them is held.
fn documents(text: &str) -> Option<impl Iterator<Item = &str>> {
    let mut documents = Documents { rest: text };
    let count = documents.by_ref().count();
    // A line that was cut off, or other text; what follows on the same line belongs together with the rest.
    let rest = documents.rest;
    let left = rest.trim();
    if !left.is_empty() && !rest.starts_with(['\n', '\r']) {
        return None;
    }
    let left = Some(left).filter(|left| !left.is_empty());
    (count + usize::from(left.is_some()) > 1).then(|| Documents { rest: text }.chain(left))
}

/// The JSON documents that a text begins with.
struct Documents<'t> {
    rest: &'t str,
}

impl<'t> Iterator for Documents<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        if !self.rest.trim_start().starts_with(['{', '[']) {
            return None;
        }
        let mut stream = serde_json::Deserializer::from_str(self.rest).into_iter::<serde::de::IgnoredAny>();
        stream.next()?.ok()?;
        let (document, after) = self.rest.split_at(stream.byte_offset());
        self.rest = after;
        Some(document.trim())
    }
}

#[cfg(test)]
mod tests {
    fn responses(text: &str) -> Vec<&str> {
        super::responses(text).collect()
    }

    #[test]
    fn several_bodies() {
        assert_eq!(responses("{\"a\":1}\n{\"b\":2}\n"), ["{\"a\":1}", "{\"b\":2}"]);
        assert_eq!(responses("{\n \"a\": 1\n}{\"b\": 2}"), ["{\n \"a\": 1\n}", "{\"b\": 2}"]);
        assert_eq!(responses("{\"a\":1}\r\n{\"b\""), ["{\"a\":1}", "{\"b\""]);
        assert_eq!(responses("{\"a\":1} and more").len(), 1);
        assert_eq!(responses("{\"a\":1}\n2024 ERROR x\n"), ["{\"a\":1}", "2024 ERROR x"]);
        assert_eq!(responses("\u{feff}{\"a\":1}\n{\"b\":2}").len(), 2);
        assert_eq!(responses("plain {\"a\":1}\n{\"b\":2}").len(), 1);
        let dump =
            "HTTP/1.1 404 Not Found\r\nX-Request-Id: r\r\n\r\n{}\nHTTP/1.1 403 Forbidden\r\n\r\n{\"a\":1}\n";
        assert_eq!(responses(dump).len(), 2);
        let redirect = "HTTP/1.1 301 Moved\r\nLocation: x\r\n\r\nHTTP/1.1 403 Forbidden\r\n\r\n{\"a\":1}\n";
        assert_eq!(responses(redirect).len(), 1);
    }
}
