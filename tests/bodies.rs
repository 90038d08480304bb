//! Real responses, log lines and texts, each with what is to come out (`data/bodies.jsonl`).
#![cfg(feature = "json")]
#![allow(missing_docs)]

use errcat::Response;
use serde_json::Value;

/// Bodies whose expectation the reader does not meet, with the reason; the list may only shrink.
const NOT_MET: &[(&str, &str)] = &[];

#[test]
fn real_bodies() {
    let mut failures = Vec::new();
    let text = include_str!("data/bodies.jsonl");
    for line in text.lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        let id = row["id"].as_str().unwrap();
        let mut response = Response::new(row["input"].as_str().unwrap());
        if let Some(status) = row["given"]["status"].as_u64() {
            response = response.status(u16::try_from(status).unwrap());
        }
        if let Some(id) = row["given"]["request_id"].as_str() {
            response = response.header("X-Request-Id", id);
        }
        let decoded = response.decode();
        let expect = &row["expect"];
        let others: Vec<&str> = decoded.other_codes().collect();
        let expected_others: Vec<&str> =
            row["other_codes"].as_array().unwrap().iter().map(|code| code.as_str().unwrap()).collect();
        let mut check = |what: &str, expected: Option<&str>, found: Option<&str>| {
            if expected != found && !NOT_MET.iter().any(|(known, _)| *known == id) {
                failures.push(format!("{id}: {what}: expected {expected:?}, found {found:?}"));
            }
        };
        check("code", expect["code"].as_str(), decoded.code());
        check("message", expect["message"].as_str(), decoded.message());
        check("request id", expect["request_id"].as_str(), decoded.request_id());
        if let Some(status) = expect["status"].as_u64() {
            let found = decoded.status().map(|status| status.to_string());
            check("status", Some(&status.to_string()), found.as_deref());
        }
        let (expected, found) = (expected_others.join(" "), others.join(" "));
        check("other codes", Some(&expected), Some(&found));
    }
    assert!(failures.is_empty(), "{} differ:\n{}", failures.len(), failures.join("\n"));
    assert_eq!(text.lines().count(), 93);
}
