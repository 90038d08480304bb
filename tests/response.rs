//! Responses of the kinds that SDKs, tools and services write, and what a careful reader takes from them.
#![cfg(feature = "json")]
#![allow(missing_docs, clippy::unwrap_used)]

use std::fmt::Write as _;

use errcat::{Decoded, Response};
use serde_json::json;

/// A message of CSBS.6019, and its arguments.
const TEXT: &str =
    "The source server (s-1) type (ECS) is not the same as the target server (s-2) type (BMS).";

/// A body, its code, its message, its request id, its status and its other codes; `-` for none.
type Case<'c> = (&'c str, &'c str, &'c str, &'c str, &'c str, &'c str);

fn fields(decoded: &Decoded) -> [String; 5] {
    let or_dash = |text: Option<&str>| text.unwrap_or("-").to_owned();
    let others: Vec<&str> = decoded.other_codes().collect();
    [
        or_dash(decoded.code()),
        or_dash(decoded.message()),
        or_dash(decoded.request_id()),
        decoded.status().map_or("-".to_owned(), |status| status.to_string()),
        others.join(" "),
    ]
}

fn check(cases: &[Case<'_>]) {
    let mut failures = String::new();
    for (body, code, message, request_id, status, others) in cases {
        let decoded = Response::new(body).decode();
        let found = fields(&decoded);
        let expected = [code, message, request_id, status, others].map(|text| (*text).to_owned());
        if found != expected {
            writeln!(failures, "{body}\n  expected {expected:?}\n  found    {found:?}").unwrap();
        }
        if *code == "CSBS.6019" && *message == TEXT && decoded.args().get("target_type") != Some("BMS") {
            writeln!(failures, "{body}\n  arguments {:?}", decoded.args()).unwrap();
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn every_key() {
    for code_key in
        ["error_code", "errorCode", "errCode", "err_code", "code", "ErrorCode", "Code", "errorCodeStr"]
    {
        for message_key in [
            "error_msg",
            "errorMsg",
            "errorMessage",
            "errMsg",
            "error_message",
            "externalMessage",
            "message",
            "error_description",
            "description",
            "Message",
            "err_msg",
            "faultstring",
            "fail_reason",
            "msg",
        ] {
            for id_key in ["request_id", "requestId", "RequestId", "x-request-id"] {
                let flat = json!({ message_key: TEXT, id_key: "r-1", code_key: "CSBS.6019" });
                let nested = json!({ "error": { message_key: TEXT, code_key: "CSBS.6019" }, id_key: "r-1" });
                let other =
                    json!({ id_key: "r-1", "itemNotFound": { message_key: TEXT, code_key: "CSBS.6019" } });
                for body in [flat, nested, other] {
                    check(&[(&body.to_string(), "CSBS.6019", TEXT, "r-1", "-", "")]);
                }
            }
        }
    }
}

#[test]
fn texts_of_tools() {
    let body = json!({"error_code": "CSBS.6019", "error_msg": TEXT}).to_string();
    let with_id = json!({"error_code": "CSBS.6019", "error_msg": TEXT, "request_id": "r-1"}).to_string();
    let url = "POST https://csbs.example.com/v1/{project_id}/providers/{provider_id}/resources/action";
    let cut = format!("{}\n...", &body[..100]);
    let cases = [
        (format!("Bad request with: [{url}], error message: {body}"), "-", "400"),
        (format!("Bad request with: [{url}], request_id: r-1, error message: {body}"), "r-1", "400"),
        (
            format!(
                "Error: error creating CSBS backup: Resource not found: [{url}], request_id: r-1, error message: {body}"
            ),
            "r-1",
            "404",
        ),
        (format!("Action forbidden: [{url}], error message: {body}"), "-", "403"),
        (format!("Too many requests: [{url}], error message: {body}"), "-", "429"),
        (format!("Internal Server Error: [{url}], request_id: r-1, error message: {with_id}"), "r-1", "500"),
        (
            format!(
                "Expected HTTP response code [200 202 404] when accessing [{url}], but got 409 instead\n{body}"
            ),
            "-",
            "409",
        ),
        (
            format!(
                "Expected HTTP response code [200 202 404] when accessing [{url}], but got 409 instead.\nrequest_id: r-1, error message: {body}"
            ),
            "r-1",
            "409",
        ),
        (
            format!(
                "│ Error: error waiting for backup (b-1) to be created: {body}\n│ \n│   with huaweicloud_csbs_backup.this,\n│   on main.tf line 12, in resource \"huaweicloud_csbs_backup\" \"this\":\n│   12: resource \"huaweicloud_csbs_backup\" \"this\" {{\n"
            ),
            "-",
            "-",
        ),
    ];
    for (text, id, status) in &cases {
        check(&[(text, "CSBS.6019", TEXT, id, status, "")]);
    }
    let decoded = Response::new(format!("Action forbidden: [{url}], error message: {cut}")).decode();
    assert_eq!((decoded.code(), decoded.status()), (Some("CSBS.6019"), Some(403)));
}

#[test]
fn exceptions() {
    let go = json!({"status_code": 500, "request_id": "r-1", "error_code": "CSBS.6019", "error_message": TEXT, "encoded_authorization_message": ""});
    let escaped = TEXT.replace('"', "\\\"");
    let bodies = [
        go.to_string(),
        format!("2026/01/02 03:04:05 main.go:42: restore: {go}"),
        format!("panic: {go}\n\ngoroutine 1 [running]:\nmain.main()\n\t/src/main.go:42 +0x1d"),
        format!(
            "huaweicloudsdkcore.exceptions.exceptions.ClientRequestException: ClientRequestException - {{status_code:500,request_id:r-1,error_code:CSBS.6019,error_msg:{TEXT}}}"
        ),
        format!(
            "Traceback (most recent call last):\n  File \"a.py\", line 3, in <module>\n    client.restore(request)\nhuaweicloudsdkcore.exceptions.exceptions.ServerResponseException: ServerResponseException - {{status_code:500,request_id:r-1,error_code:CSBS.6019,error_msg:{TEXT},encoded_authorization_message:None}}"
        ),
        format!(
            "Exception in thread \"main\" ClientRequestException {{\n    httpStatusCode: 500\n    errorCode: CSBS.6019\n    errorMsg: {TEXT}\n    requestId: r-1\n}}\n\tat com.huaweicloud.sdk.core.HcClient.syncInvokeHttp(HcClient.java:123)"
        ),
        format!(
            "com.huaweicloud.sdk.core.exception.ServerResponseException: ServerResponseException{{httpStatusCode=500, requestId='r-1', errorCode='CSBS.6019', errorMsg='{TEXT}'}}"
        ),
        format!(
            "ClientRequestException [Error]: {TEXT}\n    at processTicksAndRejections (node:internal/process/task_queues:95:5) {{\n  httpStatusCode: 500,\n  errorMsg: '{escaped}',\n  errorCode: 'CSBS.6019',\n  requestId: 'r-1'\n}}"
        ),
        format!("{{ httpStatusCode: 500, requestId: 'r-1', errorMsg: \"{TEXT}\", errorCode: 'CSBS.6019' }}"),
        format!(
            "{{\"status_code\":500,\"request_id\":\"r-1\",\"details\":{}}}",
            json!([{"error_code": "CSBS.6019", "error_msg": TEXT}])
        ),
    ];
    for body in &bodies {
        check(&[(body, "CSBS.6019", TEXT, "r-1", "500", "")]);
    }
    check(&[
        (
            "ClientRequestException - {status_code:409,request_id:r-2,error_code:409,error_msg:{\"errCode\":\"CSS.0011\",\"externalMessage\":\"busy, wait\"},encoded_authorization_message:None}",
            "CSS.0011",
            "busy, wait",
            "r-2",
            "409",
            "409",
        ),
        (
            "ClientRequestException - {status_code:401,request_id:,error_code:APIGW.0301,error_msg:Incorrect IAM authentication information: verify aksk signature fail}",
            "APIGW.0301",
            "Incorrect IAM authentication information: verify aksk signature fail",
            "-",
            "401",
            "",
        ),
        (
            "ClientRequestException {\n    httpStatusCode: 401\n    requestId: \n    errorCode: APIGW.0301\n    errorMsg: \n}",
            "APIGW.0301",
            "-",
            "-",
            "401",
            "",
        ),
        (
            r#"{"ErrorCode":"Ecs.1544","Message":"could not be found"}"#,
            "Ecs.1544",
            "could not be found",
            "-",
            "-",
            "",
        ),
    ]);
}

#[test]
fn other_shapes() {
    let text = json!(TEXT);
    let twice = json!({"event": json!({"body": json!({"error_code": "CSBS.6019", "error_msg": TEXT}).to_string()}).to_string()});
    let page = format!(
        "<html><head><title>500</title></head><body><pre>{{&quot;error_code&quot;:&quot;CSBS.6019&quot;,&quot;error_msg&quot;:&quot;{TEXT}&quot;}}</pre></body></html>"
    );
    let known = [
        format!(
            r#"{{"status":"FAIL","entities":{{}},"job_id":"j","job_type":"backup","error_code":"CSBS.6019","fail_reason":{text}}}"#
        ),
        format!(
            r#"{{"jobs":[{{"job_id":"j-1","status":"SUCCESS"}},{{"job_id":"j-2","status":"FAIL","error_code":"CSBS.6019","fail_reason":{text}}}]}}"#
        ),
        format!(r#"{{"errorcode":["CSBS.6019"],"error_msg":{text}}}"#),
        format!(r#"{{"message":{{"code":"CSBS.6019","details":{text}}}}}"#),
        format!(r#"{{"is_success":false,"error_code":"CSBS.6019","error_message":{text}}}"#),
        format!("rpc error: code = FailedPrecondition desc = CSBS.6019: {TEXT}"),
        format!(
            "rpc error: code = Internal desc = restore: {{\"error_code\":\"CSBS.6019\",\"error_msg\":{text}}}"
        ),
        format!(
            "time=2026-01-02T03:04:05Z level=error msg=\"restore failed\" error_code=CSBS.6019 error_msg={text}"
        ),
        format!("ts=1 level=error code=CSBS.6019 msg={text} took=3s"),
        format!("event received: {twice} (retry 2)"),
        format!("event received: {} (retry 2)", json!(twice.to_string())),
        page,
        format!(
            "<ns2:Error xmlns:ns2=\"x\"><ns2:Code>CSBS.6019</ns2:Code><ns2:Message>{TEXT}</ns2:Message></ns2:Error>"
        ),
        format!("<?xml version=\"1.0\"?>\n<Error><Code>CSBS.6019</Code><Message>{TEXT}</Message></Error>"),
        format!("\u{feff}{{\"error_code\":\"CSBS.6019\",\"error_msg\":{text}}}"),
        format!("CSBS.6019 restore failed: {{\"message\": {text}}}"),
        format!("_CSBS.6019_: {TEXT}"),
        format!("...CSBS.6019 {TEXT}"),
        format!("callback({{\"error_code\":\"CSBS.6019\",\"error_msg\":{text}}});"),
        format!("data: {{\"error_code\":\"CSBS.6019\",\"error_msg\":{text}}}\n\n"),
        format!("<error> in step 3: {{\"error_code\":\"CSBS.6019\",\"error_msg\":{text}}}"),
    ];
    for body in &known {
        check(&[(body, "CSBS.6019", TEXT, "-", "-", "")]);
    }
}

#[test]
fn heads_and_several_codes() {
    let text = json!(TEXT);
    check(&[
        (
            &format!(
                "HTTP/1.1 500 Internal Server Error\r\nX-Request-Id: r-1\r\n{{\"error_code\":\"CSBS.6019\",\"error_msg\":{text}}}"
            ),
            "CSBS.6019",
            TEXT,
            "r-1",
            "500",
            "",
        ),
        (
            &format!(
                "< HTTP/2 500 \r\n< X-Request-Id: r-1\r\n< content-type: application/json\r\n< \r\n{{\"error_code\":\"CSBS.6019\",\"error_msg\":{text}}}"
            ),
            "CSBS.6019",
            TEXT,
            "r-1",
            "500",
            "",
        ),
        (
            r#"{"errorcode":["1101"],"error_msg":"bad name","error_code":"IAM.1101"}"#,
            "IAM.1101",
            "bad name",
            "-",
            "-",
            "1101",
        ),
        (
            r#"{"NeutronError":{"message":"Quota exceeded","type":"OverQuota","detail":""}}"#,
            "-",
            "Quota exceeded",
            "-",
            "-",
            "",
        ),
        (
            r#"{"itemNotFound":{"message":"Server not found","code":404}}"#,
            "404",
            "Server not found",
            "-",
            "404",
            "",
        ),
        (
            r#"{"code":400,"errorCode":"CCE.03400001","errorMessage":"Invalid request.","error":{"message":"Addon x","code":"SVCSTG.CCE-ADDONMGR.4000002"},"message":"Invalid request.","reason":"BadRequest"}"#,
            "SVCSTG.CCE-ADDONMGR.4000002",
            "Addon x",
            "-",
            "400",
            "400 CCE.03400001",
        ),
        (
            "SMS.0202 failed: {\"code\": 400, \"message\": \"AK/SK wrong\"}",
            "SMS.0202",
            "failed:",
            "-",
            "400",
            "400",
        ),
        ("Agent V1.2.345 lost its connection", "-", "Agent V1.2.345 lost its connection", "-", "-", ""),
        (
            "GET https://iam.example.com/v3/auth?code=abc&state=1 was refused",
            "-",
            "GET https://iam.example.com/v3/auth?code=abc&state=1 was refused",
            "-",
            "-",
            "",
        ),
    ]);
}

#[test]
fn codes_in_messages() {
    let text = json!(TEXT);
    for body in [
        format!(
            r#"{{"level":"error","msg":"restore failed","error":{}}}"#,
            json!(format!("CSBS.6019: {TEXT}"))
        ),
        format!(r#"{{"message":{}}}"#, json!(format!("[CSBS.6019] {TEXT}"))),
        format!(r#"{{"error":{{"message":{}}},"ok":false}}"#, json!(format!("CSBS.6019 {TEXT}"))),
        format!(r#"{{"error":"CSBS.6019","message":{text}}}"#),
        format!("ERROR CSBS.6019 restore failed {{\"message\": {text}, \"id\": 7}}"),
        format!("error: {{\"a\": [1, 2,, }}\n{{\"error_code\":\"CSBS.6019\",\"error_msg\":{text}}}"),
    ] {
        check(&[(&body, "CSBS.6019", TEXT, "-", "-", "")]);
    }
}

#[test]
fn items_of_lists() {
    let body = json!({
        "jobs": [
            {"job_id": "j-1", "status": "SUCCESS", "error_code": "0"},
            {"job_id": "j-2", "error_code": "CSBS.6019", "fail_reason": TEXT},
            {"job_id": "j-3", "error": {"code": "SMS.0202", "message": "AK/SK authentication failed."}},
            {"job_id": "j-4", "error_json": "{\"error_code\":\"SMS.2802\",\"error_param\":\"[\\\"10.0.0.1\\\"]\"}"},
        ],
        "request_id": "r-1",
    });
    for body in [body.to_string(), json!(body.to_string()).to_string(), format!("jobs: {body} done")] {
        let all = Response::new(&body).decode_all();
        let brief: Vec<_> = all
            .iter()
            .map(|item| {
                (item.code().unwrap(), item.subject().unwrap().get("job_id").unwrap(), item.request_id())
            })
            .collect();
        assert_eq!(
            brief,
            [
                ("CSBS.6019", "j-2", Some("r-1")),
                ("SMS.0202", "j-3", Some("r-1")),
                ("SMS.2802", "j-4", Some("r-1"))
            ],
            "{body}"
        );
        assert_eq!(all[2].args().iter().next().unwrap().text(), Some("10.0.0.1"), "{body}");
        assert!(all[0].other_codes().eq(["0", "SMS.0202", "SMS.2802"]), "{body}");
    }
}

#[test]
fn headers_by_rank() {
    let with = |names: &[&str]| {
        let response = Response::new("{}");
        names
            .iter()
            .fold(response, |response, name| response.header(name, name))
            .decode()
            .request_id()
            .map(str::to_owned)
    };
    let best = Some("x-openstack-request-id".to_owned());
    assert_eq!(with(&["X-IAM-Trace-Id", "x-openstack-request-id"]), best);
    assert_eq!(with(&["x-openstack-request-id", "X-IAM-Trace-Id"]), best);
}
