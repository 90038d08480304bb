//! Text that people paste: logs, prints of SDKs and shells, dumps (`data/pasted.jsonl`). A field that a row has is compared;
//! `null` means that there is none.
#![cfg(feature = "json")]
#![allow(missing_docs, clippy::unwrap_used)]

use errcat::Response;
use serde_json::{Value, json};

/// Texts that are not read right yet. The list may only shrink.
const NOT_MET: &[&str] = &[
    "k2-1", "k2-3", "k3-13", "k6-2", "k7-1", "k7-2", "k8-1", "k8-2", "k8-4", "k10-1", "k10-2", "k10-3",
    "k10-4", "k11-1", "k11-2", "k13-1",
];

#[test]
fn pasted_text() {
    let mut failures = Vec::new();
    for line in include_str!("data/pasted.jsonl").lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        let decoded = Response::new(row["text"].as_str().unwrap()).decode();
        let mut differences = Vec::new();
        let mut check = |key: &str, found: Value| {
            if row.get(key).is_some_and(|expected| *expected != found) {
                differences.push(format!("{key}: expected {}, found {found}", row[key]));
            }
        };
        check("code", json!(decoded.code()));
        check("message", json!(decoded.message()));
        check("request_id", json!(decoded.request_id()));
        check("status", json!(decoded.status()));
        for (name, value) in row["args"].as_object().into_iter().flatten() {
            if decoded.args().get(name) != value.as_str() {
                differences.push(format!("{name}: expected {value}, found {:?}", decoded.args().get(name)));
            }
        }
        let id = row["id"].as_str().unwrap();
        if differences.is_empty() == NOT_MET.contains(&id) {
            failures.push(format!("{id}: {} {}", row["text"], differences.join("; ")));
        }
    }
    assert!(failures.is_empty(), "{} differ:\n{}", failures.len(), failures.join("\n"));
}
