//! Responses of every shape: every entry of the catalog in every envelope, any order of keys, and hostile input.
#![cfg(feature = "json")]
#![allow(missing_docs, clippy::unwrap_used)]

use errcat::{ArgumentValue, CATALOG, Decoded, Entry, MismatchReason, Response, csbs, find_in, imetal, sms};
use proptest::prelude::*;
use serde_json::json;

fn decode(body: &str) -> Decoded {
    Response::new(body).decode()
}

/// A message of the entry with these arguments.
fn message(entry: Entry, args: &[String]) -> String {
    let template = entry.message();
    let values: Vec<ArgumentValue<'_>> = args.iter().map(|arg| ArgumentValue::One(arg)).collect();
    template.format(&values).unwrap().to_string()
}

/// Writes a response or log line out of code, message and status.
type Envelope = fn(&str, &str, u16) -> String;

/// The shapes that responses and logs have.
const ENVELOPES: &[(&str, Envelope)] = &[
    ("flat", |code, text, _| json!({"error_code": code, "error_msg": text}).to_string()),
    ("message first", |code, text, _| {
        json!({"error_msg": text, "request_id": "r", "error_code": code}).to_string()
    }),
    ("camel case", |code, text, _| json!({"errorCode": code, "errorMessage": text}).to_string()),
    ("errCode", |code, text, _| json!({"errCode": code, "externalMessage": text}).to_string()),
    ("code", |code, text, _| json!({"code": code, "message": text}).to_string()),
    ("mixed", |code, text, _| json!({"errorCode": code, "error_msg": text}).to_string()),
    ("nested", |code, text, _| json!({"error": {"code": code, "message": text}}).to_string()),
    ("any name", |code, text, _| json!({"badRequest": {"message": text, "code": code}}).to_string()),
    ("items", |code, text, _| {
        json!({"ok": [{"id": 1}], "failed": [{"id": "x", "error_code": code, "error_msg": text}]}).to_string()
    }),
    ("in a string", |code, text, _| {
        json!(json!({"error_code": code, "error_msg": text}).to_string()).to_string()
    }),
    ("string in a member", |code, text, _| {
        json!({"level": "error", "body": json!({"error_code": code, "error_msg": text}).to_string()})
            .to_string()
    }),
    ("twice in strings", |code, text, _| {
        let inner = json!({"error_code": code, "error_msg": text}).to_string();
        json!({"event": json!({"body": inner}).to_string()}).to_string()
    }),
    ("Go SDK", |code, text, status| {
        json!({"status_code": status, "request_id": "r", "error_code": code, "error_message": text})
            .to_string()
    }),
    ("Terraform", |code, text, _| {
        let body = json!({"error_code": code, "error_msg": text});
        format!(
            "Error: error creating backup: Bad request with: [POST https://csbs.example.com/v1/{{project_id}}/x], error message: {body}"
        )
    }),
    ("golangsdk", |code, text, status| {
        let body = json!({"error_code": code, "error_msg": text});
        format!(
            "Expected HTTP response code [200 202] when accessing [GET https://x/v1], but got {status} instead\n{body}"
        )
    }),
    ("log line", |code, text, _| {
        let body = json!({"error_code": code, "error_msg": text, "request_id": "r"}).to_string();
        format!("2026-01-02T03:04:05.678Z ERROR [http-1] call failed: {}", json!({ "response": body }))
    }),
    ("escaped in a log line", |code, text, status| {
        let body = json!(json!({"error_code": code, "error_msg": text}).to_string()).to_string();
        format!("request failed with status code {status}: {}", body.trim_matches('"'))
    }),
    ("comment", |code, text, status| {
        format!(
            "  //  {status} {{\"error_code\":{},\n  //       \"error_msg\":{}}}",
            json!(code),
            json!(text)
        )
    }),
    ("pretty", |code, text, _| {
        serde_json::to_string_pretty(&json!({"error": {"error_code": code, "error_msg": text}})).unwrap()
    }),
    ("curl -i", |code, text, status| {
        let body = json!({"error_code": code, "error_msg": text});
        format!(
            "HTTP/1.1 {status} Some MismatchReason\r\nContent-Type: application/json\r\nX-Request-Id: r-9\r\n\r\n{body}\n"
        )
    }),
];

#[test]
fn every_entry_in_every_envelope() {
    let mut checked = 0;
    for entry in CATALOG.entries().filter(|entry| !entry.message().as_str().is_empty()) {
        let args: Vec<String> =
            entry.params().enumerate().map(|(at, _)| format!("arg-{at} \"x\" \\ 值")).collect();
        let text = message(entry, &args);
        let status = entry.status().unwrap_or(400);
        for (name, envelope) in ENVELOPES {
            let body = envelope(entry.code().as_str(), &text, status);
            let decoded = Response::new(&body).status(status).decode();
            assert_eq!(decoded.code(), Some(entry.code().as_str()), "{name}: {body}");
            assert_eq!(decoded.entry(), Some(entry), "{name}: {body}");
            assert_eq!(decoded.message(), Some(text.as_str()), "{name}: {body}");
            let found: Vec<String> = decoded
                .args()
                .iter()
                .map(|arg| arg.to_string().trim_matches(['[', ']']).to_owned())
                .collect();
            assert_eq!(found, args, "{name}: {body}");
            checked += 1;
        }
    }
    assert!(checked > 500 * ENVELOPES.len());
}

#[test]
fn envelopes_without_json() {
    let entry = CATALOG.entry("csbs::TargetServerTypeMismatch").unwrap();
    let args = ["s-1", "ECS", "s-2", "BMS"].map(str::to_owned);
    let text = message(entry, &args);
    for body in [
        format!("<?xml version=\"1.0\"?><Error><Code>CSBS.6019</Code><Message>{text}</Message><RequestId>r</RequestId></Error>"),
        format!("ClientRequestException - {{status_code:500,request_id:r,error_code:CSBS.6019,error_msg:{text},encoded_authorization_message:None }}"),
        format!("ClientRequestException {{\n    httpStatusCode: 500\n    errorCode: CSBS.6019\n    errorMsg: {text}\n    requestId: r\n}}"),
        format!("{{'error_code': 'CSBS.6019', 'error_msg': '{text}', 'request_id': 'r'}}"),
        format!("{{\"request_id\":\"r\",\"error_code\":\"CSBS.6019\",\"error_msg\":\"{text}\",\"details\":[{{\"a\":\"cut of"),
        format!("[CSBS.6019] {text}"),
        format!("failed: CSBS.6019: {text}"),
        format!("CSBS.6019 {text}"),
        format!("| Restore | 500 | CSBS.6019 | {text} |"),
        format!("<html><body><pre>{{&quot;error_code&quot;:&quot;CSBS.6019&quot;,&quot;error_msg&quot;:&quot;{text}&quot;}}</pre></body></html>").replace("<html><body><pre>", ""),
    ] {
        let decoded = decode(&body);
        assert_eq!((decoded.code(), decoded.entry()), (Some("CSBS.6019"), Some(entry)), "{body}");
        assert_eq!(decoded.message(), Some(text.as_str()), "{body}");
        assert_eq!(decoded.args().get("target_type"), Some("BMS"), "{body}");
        if body.contains("request") || body.contains("Request") {
            assert_eq!(decoded.request_id(), Some("r"), "{body}");
        }
        let error = csbs::Error::try_from(&decoded).unwrap();
        assert!(matches!(&error, csbs::Error::TargetServerTypeMismatch { source_server, .. } if source_server == "s-1"));
        assert_eq!(error.to_string(), text);
    }
}

#[test]
fn sample_of_the_sms_page() {
    let body = include_str!("data/sms-failed-servers.json");
    let all = Response::new(body).status(200).decode_all();
    let brief: Vec<(Option<&str>, Option<&str>, Vec<String>)> = all
        .iter()
        .map(|error| {
            let name = error.subject().and_then(|subject| subject.get("name"));
            (error.code(), name, error.args().iter().map(ToString::to_string).collect())
        })
        .collect();
    let args = |args: &[&str]| args.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(
        brief,
        [
            (Some("SMS.1302"), Some("sms-ubuntu"), args(&["/", "/mnt/vdb1"])),
            (Some("SMS.2802"), Some("sms-win08"), args(&["192.168.0.1"])),
            (Some("SMS.1114"), Some("sms-win16"), args(&[])),
            (Some("SMS.3805"), Some("sms-centos"), args(&[])),
        ]
    );
    assert_eq!(all[1].subject().unwrap().get("source_ip"), Some("192.168.0.163"));
    let rendered = all[1].rendered().unwrap();
    assert!(rendered.contains("its IP address 192.168.0.1 is reachable"), "{rendered}");
    let error = sms::Error::try_from(&all[0]).unwrap();
    assert_eq!(error.to_string(), "SMS.1302 (/, /mnt/vdb1)");

    // The refusal of the same page: another meaning of SMS.9004, chosen by its message.
    let refusal = json!({
        "error_code": "SMS.9004",
        "error_msg": "The current account does not have the permission to execute policy. You do not have permission to perform action XXX on resource YYY.",
        "encoded_authorization_message": "ZZZ",
        "error_param": ["You do not have permission to perform action XXX on resource YYY."],
        "details": [{"error_code": "SMS.9004", "error_msg": "You do not have permission to perform action XXX on resource YYY."}],
    });
    let decoded = Response::new(refusal.to_string()).decode();
    assert_eq!(decoded.entry().unwrap().status(), Some(403));
    assert_eq!((decoded.args().get("action"), decoded.args().get("resource")), (Some("XXX"), Some("YYY")));
    assert_eq!(decoded.encoded_authorization_message(), Some("ZZZ"));
    assert!(decoded.other_codes().eq(["SMS.9004"]));
}

#[test]
fn several_responses_in_one_text() {
    let page = "Status code: 200\n\n{\"errors\": [{\"id\": \"a\", \"error_code\": \"SMS.1114\"}]}\n\n\
                Status code: 403\n\nAuthentication failed.\n\n{\"error_code\": \"CSBS.9009\", \"error_msg\": \"User is unverified.\", \
                \"encoded_authorization_message\": \"X\", \"details\": [{\"error_code\": \"CSBS.9009\", \"error_msg\": \"else\"}]}";
    let all = Response::new(page).decode_all();
    let brief: Vec<_> = all.iter().map(|one| (one.code().unwrap(), one.status(), one.message())).collect();
    assert_eq!(brief, [("SMS.1114", Some(200), None), ("CSBS.9009", Some(403), Some("User is unverified."))]);
    assert_eq!(all[1].encoded_authorization_message(), Some("X"));
    assert_eq!(all[1].entry().unwrap().name(), "UserUnverified");
}

#[test]
fn several_codes_at_once() {
    let body = json!({
        "code": 400, "errorCode": "CCE.03400001", "errorMessage": "Invalid request.",
        "error": {"message": "Addon not exist", "code": "SVCSTG.CCE-ADDONMGR.4040204"},
        "message": "Invalid request.", "reason": "BadRequest",
    });
    let decoded = Response::new(body.to_string()).decode();
    assert_eq!(decoded.code(), Some("SVCSTG.CCE-ADDONMGR.4040204"));
    assert_eq!((decoded.status(), decoded.message()), (Some(400), Some("Addon not exist")));
    assert!(decoded.other_codes().eq(["400", "CCE.03400001"]));
    // Not in the catalog, but of a prefix that is.
    let decoded = decode(&body.to_string().replace("4040204", "4000002"));
    assert_eq!((decoded.code(), decoded.entry()), (Some("SVCSTG.CCE-ADDONMGR.4000002"), None));
}

#[test]
fn meanings_are_chosen_by_message_then_status_then_order() {
    let name = |body: serde_json::Value, status: u16| {
        Response::new(body.to_string()).status(status).decode().entry().unwrap().name()
    };
    assert_eq!(name(json!({"error_code": "CSBS.9009"}), 400), "ReducedSpaceBelowUsage");
    assert_eq!(
        name(json!({"error_code": "CSBS.9009", "error_msg": "User is unverified."}), 400),
        "UserUnverified"
    );
    assert_eq!(name(json!({"error_code": "CSBS.9009", "error_msg": "?"}), 500), "UserUnverified");
    for (status, message) in [(413, "Request entity too large."), (504, "Backend timeout.")] {
        let body = json!({"error_code": "APIGW.0201", "error_msg": message});
        let decoded = Response::new(body.to_string()).decode();
        assert_eq!(decoded.entry().unwrap().status(), Some(status));
        assert_eq!(decoded.code(), Some("APIGW.0201"));
    }
}

#[test]
fn request_ids_and_headers() {
    let body = r#"{"error_code": "CSBS.3000"}"#;
    let with = |name: &str| Response::new(body).header(name, " r-1 ").decode();
    for name in ["X-Request-Id", "x-request-id", "X-OpenStack-Request-Id", "X-IAM-Trace-Id"] {
        assert_eq!(with(name).request_id(), Some("r-1"), "{name}");
    }
    assert_eq!(with("Content-Type").request_id(), None);
    let own =
        Response::new(r#"{"error_code": "CSBS.3000", "request_id": "own"}"#).header("X-Request-Id", "other");
    assert_eq!(own.decode().request_id(), Some("own"));
    let dump =
        "HTTP/2 404\r\nx-openstack-request-id: b\r\nX-Request-Id: a\r\n\r\n{\"error_code\": \"CSBS.3000\"}";
    assert_eq!((decode(dump).request_id(), decode(dump).status()), (Some("a"), Some(404)));
}

#[test]
fn typed_errors_say_why_not() {
    let reason = |body: &str| *csbs::Error::try_from(&decode(body)).unwrap_err().reason();
    assert_eq!(reason("boo"), MismatchReason::NoCode);
    assert_eq!(reason(r#"{"error_code": "VPC.0602"}"#), MismatchReason::UnknownCode);
    assert_eq!(reason(r#"{"error_code": "SMS.2802"}"#), MismatchReason::OtherService(sms::service()));
    assert_eq!(
        reason(r#"{"error_code": "CSBS.6019", "error_msg": "else"}"#),
        MismatchReason::MissingArguments
    );
    let body =
        r#"{"error_code": "iMetal.0110", "error_msg": "Inspect Physical servers error: [a, b], no power"}"#;
    let error = imetal::Error::try_from(&decode(body)).unwrap();
    assert_eq!(error.to_string(), "Inspect Physical servers error: [a, b], no power");
}

#[test]
fn codes_in_text() {
    let found = |text: &str| {
        let found = find_in(text).inspect(|found| assert_eq!(&text[found.range()], found.as_str()));
        found.map(|found| found.as_str().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(found("错误码SMS.0202，见APIGW.0101/APIG.0101。"), ["SMS.0202", "APIGW.0101", "APIG.0101"]);
    assert_eq!(
        found("(SVCSTG.CCE-ADDONMGR.4030301) [CSBS.6019], BackupService.4003!"),
        ["SVCSTG.CCE-ADDONMGR.4030301", "CSBS.6019", "BackupService.4003"]
    );
    assert_eq!(
        found(
            "v3.1.166 10.0.0.12 10:38:24.123 sms.0202 MSGSMS.0202 SMS.02 SMS0202 SMS.0202x x.SMS.0202 SMS.123456789"
        ),
        Vec::<String>::new()
    );
    let all: Vec<String> = CATALOG.codes().map(|code| format!("x {code}, ")).collect();
    let all = all.concat();
    assert!(find_in(&all).map(|found| found.code()).eq(CATALOG.codes().map(Some)));
}

#[test]
fn the_chain_of_an_error() {
    #[derive(Debug, thiserror::Error)]
    #[error("backup failed")]
    struct Outer(#[source] csbs::Error);

    let inner = csbs::Error::UserUnverified;
    let found = errcat::find_in_error(&Outer(inner)).unwrap();
    assert_eq!(found.entry().unwrap().name(), "UserUnverified");

    let io = std::io::Error::other("call failed: {\"error_code\": \"CSBS.3000\"}");
    let found = errcat::find_in_error(&io).unwrap();
    assert_eq!(found.code().as_str(), "CSBS.3000");
    assert!(errcat::find_in_error(&std::io::Error::other("no code")).is_none());
}

#[test]
fn hostile_input() {
    let deep = |open: &str, close: &str| format!("{}{}", open.repeat(100_000), close.repeat(100_000));
    let inputs = [
        "{".repeat(1_000_000),
        "[".repeat(1_000_000),
        "\\\"".repeat(500_000),
        "{\\\"".repeat(300_000),
        "{\"a\":".repeat(200_000),
        "{\"a\":\"{".repeat(200_000),
        "{a:".repeat(300_000),
        "{error_msg:x,".repeat(100_000),
        "1".repeat(1_000_000),
        "<".repeat(1_000_000),
        "<Error><Code>".repeat(50_000),
        "SMS.".repeat(250_000),
        "SMS.0202 ".repeat(100_000),
        "`: ".repeat(300_000),
        "HTTP/1.1 200\r\n".repeat(50_000),
        "HTTP/1.1 200\r\na: b\r\n\r\n".repeat(50_000),
        "\0".repeat(1_000_000),
        "&quot;{".repeat(100_000),
        deep("[", "]"),
        deep("{\"error\":", "}"),
        format!("{{{}}}", (0..200_000).map(|_| "\"error_code\":\"SMS.0202\"").collect::<Vec<_>>().join(",")),
        format!(
            "[{}]",
            (0..50_000)
                .map(|at| format!("{{\"id\":{at},\"error_code\":\"SMS.0202\"}}"))
                .collect::<Vec<_>>()
                .join(",")
        ),
        format!("{{\"error_param\":\"{}\"}}", "[".repeat(500_000)),
    ];
    for input in &inputs {
        let all = Response::new(input).decode_all();
        assert!(!all.is_empty());
        assert!(find_in(input).count() <= input.len());
    }
    for bytes in
        [&b"\xff\xfe{\"error_code\":\"SMS.0202\"}"[..], b"\x80\x80", b"", b"{\"error_code\":\"SMS.0202\xc3"]
    {
        let _ = Response::new(bytes).decode();
    }
    let broken = Response::new(&b"\xff{\"error_code\":\"SMS.0202\",\"error_msg\":\"\xc3\"}"[..]).decode();
    assert_eq!(broken.code(), Some("SMS.0202"));
}

proptest! {
    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let all = Response::new(&bytes).decode_all();
        prop_assert!(!all.is_empty());
    }

    #[test]
    fn json_that_was_cut_or_changed(at in any::<prop::sample::Index>(), cut in any::<prop::sample::Index>(), with in "[\\[\\]{}\"':,\\\\ a1]{0,3}") {
        let lines: Vec<&str> = include_str!("data/bodies.jsonl").lines().collect();
        let row: serde_json::Value = serde_json::from_str(lines[at.index(lines.len())]).unwrap();
        let input: Vec<char> = row["input"].as_str().unwrap().chars().collect();
        let cut = cut.index(input.len() + 1);
        let head: String = input[..cut].iter().collect();
        let tail: String = input[cut..].iter().collect();
        let _ = Response::new(&head).decode_all();
        let _ = Response::new(format!("{head}{with}{tail}")).decode_all();
        let _ = find_in(&head).count();
    }

    #[test]
    fn cut_json_keeps_what_came_before(cut in 45usize..120) {
        let body = r#"{"error_code":"CSBS.6000","request_id":"r1","error_msg":"server do not exist","details":[{"a":1,"b":"text"}],"x":null}"#;
        let decoded = decode(&body[..cut.min(body.len())]);
        prop_assert_eq!(decoded.code(), Some("CSBS.6000"));
        prop_assert_eq!(decoded.request_id(), Some("r1"));
    }
}

/// The typed error of every entry, out of a response and back.
#[test]
fn every_entry_has_its_typed_error() {
    macro_rules! check {
        ($service:ident, $entry:expr, $decoded:expr) => {{
            let error = errcat::$service::Error::try_from(&$decoded).unwrap();
            assert_eq!(error.entry(), $entry, "{error:?}");
            assert_eq!(error.clone(), error);
            assert_eq!(error.code(), $entry.code());
            let debug = format!("{error:?}");
            assert!(debug.starts_with($entry.name()), "{debug}");
            for param in $entry.params() {
                assert!(debug.contains(&format!("{param}: ")), "{debug}");
            }
            error.to_string()
        }};
    }
    let mut count = 0;
    for entry in CATALOG.entries() {
        let args: Vec<String> = entry.params().map(|param| format!("a-{param}")).collect();
        let message = entry.message().format(&args).unwrap().to_string();
        let body = serde_json::json!({ "error_code": entry.code().as_str(), "error_msg": message });
        let decoded =
            entry.status().into_iter().fold(Response::new(&body.to_string()), Response::status).decode();
        // Entries of one code with the same message cannot be told by it.
        let entry = decoded.entry().unwrap();
        if entry.params().len() != decoded.args().iter().count() {
            continue;
        }
        let shown = match entry.service().name() {
            "apigw" => check!(apigw, entry, decoded),
            "cce_addonmgr" => check!(cce_addonmgr, entry, decoded),
            "csbs" => check!(csbs, entry, decoded),
            "gateway" => check!(gateway, entry, decoded),
            "imetal" => check!(imetal, entry, decoded),
            _ => check!(sms, entry, decoded),
        };
        if !message.is_empty() {
            assert_eq!(shown, message);
        }
        count += 1;
    }
    assert!(count > 570, "{count}");
}
