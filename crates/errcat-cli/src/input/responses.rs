//! Cuts an input into responses.

/// The responses in an input: dumped heads and bodies (`curl -i`), JSON documents one after another, JSON lines; any
/// other text is one body.
pub(crate) fn responses(text: &str) -> Vec<&str> {
    // Editors of Windows put a byte order mark first.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let heads = dumps(text);
    if heads.len() > 1 {
        return heads;
    }
    documents(text).unwrap_or_else(|| vec![text])
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

/// JSON documents one after another, and what follows them on lines of its own, if that makes several.
fn documents(text: &str) -> Option<Vec<&str>> {
    let mut documents = Vec::new();
    let mut rest = text;
    while rest.trim_start().starts_with(['{', '[']) {
        let mut stream = serde_json::Deserializer::from_str(rest).into_iter::<serde::de::IgnoredAny>();
        if stream.next().is_none_or(|document| document.is_err()) {
            break;
        }
        let (document, after) = rest.split_at(stream.byte_offset());
        documents.push(document.trim());
        rest = after;
    }
    // A line that was cut off, or other text; what follows on the same line belongs together with the rest.
    let left = rest.trim();
    if !left.is_empty() && rest.starts_with(['\n', '\r']) {
        documents.push(left);
    } else if !left.is_empty() {
        return None;
    }
    (documents.len() > 1).then_some(documents)
}

#[cfg(test)]
mod tests {
    use super::responses;

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
