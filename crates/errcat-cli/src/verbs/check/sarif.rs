//! Diagnostics as SARIF 2.1.0, which code scanning of forges and editors reads.

use errcat_build::{Diagnostic, DiagnosticKind};
use serde_json::{Value, json};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The log of one run.
pub(super) fn log(found: &[Diagnostic]) -> Value {
    let rules: Vec<Value> = DiagnosticKind::ALL
        .iter()
        .map(|kind| {
            json!({
                "id": kind.name(),
                "shortDescription": { "text": kind.summary() },
                "helpUri": help_uri(kind.name()),
                "defaultConfiguration": { "level": kind.level().to_string() },
            })
        })
        .collect();
    let driver = json!({
        "name": "errcat",
        "version": env!("CARGO_PKG_VERSION"),
        "informationUri": env!("CARGO_PKG_REPOSITORY"),
        "rules": rules,
    });
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": driver },
            "columnKind": "unicodeCodePoints",
            "results": found.iter().map(result).collect::<Vec<_>>(),
        }],
    })
}

/// Where the page of a code can be read.
fn help_uri(code: &str) -> String {
    format!("{}/blob/HEAD/docs/diagnostics/{code}.md", env!("CARGO_PKG_REPOSITORY"))
}

fn result(diagnostic: &Diagnostic) -> Value {
    let mut place = json!({ "artifactLocation": { "uri": uri(&diagnostic.path) } });
    // A file as a whole has no region.
    if diagnostic.line > 0 {
        place["region"] = json!({
            "startLine": diagnostic.line,
            "startColumn": diagnostic.column,
            "endColumn": diagnostic.column + diagnostic.length,
            "snippet": { "text": &*diagnostic.source },
        });
    }
    json!({
        "ruleId": diagnostic.kind.name(),
        "ruleIndex": DiagnosticKind::ALL.iter().position(|kind| *kind == diagnostic.kind),
        "level": diagnostic.level.to_string(),
        "message": { "text": format!("{}\nhelp: {}", diagnostic.message, diagnostic.help) },
        "locations": [{ "physicalLocation": place }],
    })
}

/// A path as a URI: relative as it is, absolute as `file:///...`, and what URIs do not hold percent-encoded.
fn uri(path: &str) -> String {
    let path = path.strip_prefix("./").unwrap_or(path);
    let mut uri = String::with_capacity(path.len());
    let drive = path.as_bytes().get(1) == Some(&b':');
    if path.starts_with('/') {
        uri.push_str("file://");
    } else if drive {
        uri.push_str("file:///");
    }
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(byte.into());
            }
            b':' if drive => uri.push(':'),
            b'\\' => uri.push('/'),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_are_uris() {
        assert_eq!(uri("catalog/pay.yaml"), "catalog/pay.yaml");
        assert_eq!(uri("./my catalog/支.yaml"), "my%20catalog/%E6%94%AF.yaml");
        assert_eq!(uri("/tmp/a#b.yaml"), "file:///tmp/a%23b.yaml");
        assert_eq!(uri("C:\\pay.yaml"), "file:///C:/pay.yaml");
    }
}
