//! Reads a response where there is no operating system. A fault ends it with a panic, which traps in WebAssembly.
#![forbid(unsafe_code)]

use errcat::{Lang, Response, code, sms};

fn main() {
    let body = r#"{"error_code": "SMS.0202", "error_msg": "AK/SK authentication failed. Ensure that the AK and SK are correct."}"#;
    let decoded = Response::new(body).status(400).decode();
    assert_eq!(decoded.code(), Some("SMS.0202"));
    assert!(matches!(decoded.known(), Some(code!("SMS.0202"))));
    assert!(decoded.remediation(Lang::ZH).is_some_and(|text| text.steps().len() > 0));

    let error = sms::Error::try_from(&decoded);
    assert_eq!(error.map(|error| error.code().as_str()), Ok("SMS.0202"));
    assert_eq!(Response::new("<html>502").decode().code(), None);
}
