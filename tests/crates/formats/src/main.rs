//! Codes as other projects write them: each is found in texts and responses, and is a pattern.
#![deny(warnings)]

use errcat::Response;

errcat::include_catalog!();

fn main() {
    patterns();
    names();
    texts();
    what_is_not_a_code();
    every_code_in_a_sentence();
    responses();
    unknown_codes();
    println!("formats: ok");
}

fn patterns() {
    let matched = |code: Code| match code {
        code!("card_declined") => 1,
        code!("ORA-00600") => 2,
        code!("42P01") | code!("23505") => 3,
        code!("E0308") => 4,
        code!("SNYK-CLI-0001") => 5,
        code!("1045") => 6,
        code!("NoSuchBucket") => 7,
        code!("-32700") => 8,
        code!("AAI_001") => 9,
        _ => 0,
    };
    let found =
        ["card_declined", "ORA-00600", "23505", "E0308", "SNYK-CLI-0001", "1045", "NoSuchBucket", "-32700"];
    for (at, text) in found.into_iter().enumerate() {
        assert_eq!(matched(Code::find(text).unwrap()), at + 1, "{text}");
    }
}

fn names() {
    assert_eq!(cards::Code::CardDeclined.as_str(), "card_declined");
    assert_eq!(postgres::Code::_42P01.as_str(), "42P01");
    assert_eq!(mysql::Code::_1045.as_str(), "1045");
    assert_eq!(rustc::Code::E0308.as_str(), "E0308");
    assert_eq!(objects::Code::NoSuchBucket.as_str(), "NoSuchBucket");
    assert_eq!(mixed::Code::Pay1001.as_str(), "PAY-1001");
    let parts = |text| Code::find(text).map(|code| (code.prefix(), code.number())).unwrap();
    assert_eq!(parts("SNYK-CLI-0001"), ("SNYK-CLI", "0001"));
    assert_eq!(parts("E0308"), ("E", "0308"));
    assert_eq!(parts("card_declined"), ("", "card_declined"));
    assert_eq!(parts("E.AUTH.TOKEN.001"), ("E.AUTH", "TOKEN.001"));
    // Two services share the prefix.
    let services = ["PAY-1001", "PAY-2001"].map(|text| Code::find(text).unwrap().service().name());
    assert_eq!(services, ["mixed", "pay_too"]);
    let nearest = |text| CATALOG.suggest(text).next().map(|code| code.as_str());
    assert_eq!(nearest("PAY-2O01"), Some("PAY-2001"));
    assert_eq!(nearest("card_declind"), Some("card_declined"));
    assert_eq!(nearest("E0309"), Some("E0308"));
}

fn found(text: &str) -> Vec<&str> {
    CATALOG.find_in(text).filter(|found| found.code().is_some()).map(|found| found.as_str()).collect()
}

fn texts() {
    for (text, expected) in [
        ("charge failed: card_declined (try another)", &["card_declined"][..]),
        ("ORA-00600: internal error code, arguments: [17114]", &["ORA-00600"]),
        ("ERROR:  42P01: relation \"t\" does not exist", &["42P01"]),
        ("error[E0308]: mismatched types; see E0382.", &["E0308", "E0382"]),
        ("[SNYK-CLI-0001] Connection timeout, SNYK-0003", &["SNYK-CLI-0001", "SNYK-0003"]),
        ("<Code>NoSuchBucket</Code>", &["NoSuchBucket"]),
        ("{\"code\": \"timeout\", \"message\": \"timeout\"}", &["timeout"]),
        ("errno=1045, code: 1213", &["1045", "1213"]),
        ("{\"code\": -32700}", &["-32700"]),
        ("PAY-1001 then AAI_001 then E.AUTH.TOKEN.001", &["PAY-1001", "AAI_001", "E.AUTH.TOKEN.001"]),
        ("PAY-1001-retry", &["PAY-1001"]),
        ("\\nPAY-1001\\tSMS", &["PAY-1001"]),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
}

fn what_is_not_a_code() {
    for text in [
        "timeout after 1045 ms",
        "the connection timeout was 1213",
        "status code: 1045",
        "exit code=1213",
        "XPAY-1001 and PAY-10011 and E03081 and nosuchbucket",
        "2026-11-29T10:45:00 a-b_c.d",
    ] {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}

/// In a sentence, a code that is a word or a number too is found behind a label, and every other one as it is.
fn every_code_in_a_sentence() {
    for code in Code::all() {
        let text = code.as_str();
        let is_found = |sentence: String| found(&sentence) == [text];
        assert!(is_found(format!("it failed, code: {text}, and ended")), "{text}");
        let ordinary = ["timeout", "23505", "40001", "1045", "1213", "-32700", "-32601"].contains(&text);
        assert_eq!(is_found(format!("it failed ({text}) and ended")), !ordinary, "{text}");
    }
}

fn responses() {
    let decoded = |body: String| Response::new(body).catalog(&CATALOG).decode();
    for code in Code::all() {
        let text = code.as_str();
        for body in [
            format!(r#"{{"code": "{text}", "message": "It failed."}}"#),
            format!(r#"{{"error": {{"code": "{text}", "message": "It failed."}}}}"#),
            format!("<Error><Code>{text}</Code><Message>It failed.</Message></Error>"),
        ] {
            assert_eq!(decoded(body.clone()).known(), Some(code), "{body}");
        }
    }
    // Numbers that are not texts.
    for (body, code) in [
        (r#"{"jsonrpc": "2.0", "error": {"code": -32700, "message": "Parse error"}, "id": null}"#, "-32700"),
        (r#"{"code": 1045, "message": "Access denied for user 'root'"}"#, "1045"),
    ] {
        assert_eq!(decoded(body.to_owned()).known(), Code::find(code), "{body}");
    }
    let decoded =
        decoded(r#"{"code": "timeout", "message": "The bank of 4711 does not respond."}"#.to_owned());
    assert!(matches!(cards::Error::try_from(&decoded), Ok(cards::Error::Timeout { card }) if card == "4711"));
}

/// A code that the catalog lacks is found by its prefix.
fn unknown_codes() {
    let unknown =
        |text| CATALOG.find_in(text).find(|found| found.code().is_none()).map(|found| found.as_str());
    assert_eq!(unknown("it failed with PAY-9999."), Some("PAY-9999"));
    assert_eq!(unknown("error[E9999]: new"), Some("E9999"));
    assert_eq!(unknown("ORA-12154: TNS"), Some("ORA-12154"));
    assert_eq!(unknown("2026-11-29 and UTF-8 and ABC-1234"), None);
    assert_eq!(
        "PAY-10O1".parse::<Code>().unwrap_err().to_string(),
        "unknown error code `PAY-10O1`, did you mean PAY-1001?"
    );
}
