//! The JSON of the public types (feature `serde`).
#![cfg(all(feature = "serde", feature = "json"))]
#![allow(missing_docs)]

use errcat::{AnyCode, CATALOG, Class, Code, Lang, Response, Retry, code};
use serde_json::{from_value, json, to_value};

#[test]
fn codes() {
    assert_eq!(to_value(code!("CSBS.6019")).unwrap(), json!("CSBS.6019"));
    assert_eq!(from_value::<Code>(json!("CSBS.6019")).unwrap(), code!("CSBS.6019"));
    let error = from_value::<Code>(json!("CSBS.6O19")).unwrap_err().to_string();
    assert_eq!(error, "unknown error code `CSBS.6O19`, did you mean CSBS.6019?");
    // Any code keeps its spelling.
    for text in ["CSBS.6019", "APIGW.0101", "VPC.0602", ""] {
        let any: AnyCode = from_value(json!(text)).unwrap();
        assert_eq!(to_value(&any).unwrap(), json!(text));
    }
    assert!(from_value::<AnyCode>(json!(4)).is_err());
}

#[test]
fn closed_sets() {
    assert_eq!(to_value(Class::NotFound).unwrap(), json!("not_found"));
    for class in Class::ALL {
        assert_eq!(from_value::<Class>(to_value(class).unwrap()).unwrap(), *class);
    }
    assert!(from_value::<Retry>(json!("perhaps")).unwrap_err().to_string().contains("after_fix"));
    assert_eq!(from_value::<Lang>(json!("zh")).unwrap(), Lang::ZH);
}

#[test]
fn entries() {
    let entry = to_value(code!("CSBS.6019").entry()).unwrap();
    let keys: Vec<&String> = entry.as_object().unwrap().keys().collect();
    assert_eq!(keys.len(), 26);
    assert_eq!(entry["params"], json!(["source_server", "source_type", "target_server", "target_type"]));
    assert_eq!(entry["retry"], json!("after_fix"));
    assert_eq!(
        entry["remediation"]["en"],
        json!("Select a target server of the same type as the source server.")
    );
    assert!(to_value(code!("SMS.2802").entry()).unwrap()["remediation"]["zh"].as_array().unwrap().len() > 1);
    assert_eq!(to_value(code!("SMS.1302").entry()).unwrap()["message"], json!(null));
    for entry in CATALOG.entries() {
        assert_eq!(to_value(entry).unwrap()["name"], json!(entry.name()));
    }
}

#[test]
fn responses() {
    let body = r#"{"error_code": "SMS.2802", "error_param": "[\"10.0.0.1\"]", "request_id": "r"}"#;
    let decoded = to_value(Response::new(body).status(400).decode()).unwrap();
    assert_eq!(decoded["args"], json!({"ip_address": "10.0.0.1"}));
    assert_eq!(
        (&decoded["known"], &decoded["status"], &decoded["message"]),
        (&json!(true), &json!(400), &json!(null))
    );
    assert!(decoded["rendered"].as_str().unwrap().contains("10.0.0.1"));
    let unnamed =
        to_value(Response::new(r#"{"error_code": "X.1", "error_param": ["a", ["b"]]}"#).decode()).unwrap();
    assert_eq!(unnamed["args"], json!(["a", ["b"]]));
}
