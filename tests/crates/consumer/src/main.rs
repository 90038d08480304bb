//! What a user of the library writes; every line is to compile and hold.

use errcat::{Class, Code, CodeRef, Entry, Lang, Retry, code, csbs};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let code: Code = "CSBS.6019".parse()?;
    assert_eq!(Code::find("CSBS.6019"), Some(code));
    assert_eq!(code, code!("CSBS.6019"));
    assert_eq!(code.as_str(), "CSBS.6019");
    assert_eq!(code!("CSBS.9009").entries().len(), 2);

    let entry = code.entry();
    assert_eq!(entry.name(), "TargetServerTypeMismatch");
    assert_eq!(entry.status(), Some(500));
    assert_eq!(entry.class(), Class::FailedPrecondition);
    assert_eq!(entry.retry(), Retry::AfterFix);
    println!("{}", entry.remediation(Lang::ZH));
    assert_eq!(code!("CSBS.9009").entry_for_status(403).unwrap().name(), "UserUnverified");

    let message = entry.message();
    let text = message.format(&["s-1", "ECS", "s-2", "BMS"])?.to_string();
    assert_eq!(
        text,
        "The source server (s-1) type (ECS) is not the same as the target server (s-2) type (BMS)."
    );
    assert!(message.format(&["s-1"]).is_err());

    let error = csbs::Error::TargetServerTypeMismatch {
        source_server: "s-1".into(),
        source_type: "ECS".into(),
        target_server: "s-2".into(),
        target_type: "BMS".into(),
    };
    assert_eq!(error.to_string(), text);
    assert_eq!((error.code(), error.entry()), (code, entry));
    let _: &dyn std::error::Error = &error;

    match csbs::Code::try_from(code) {
        Ok(csbs::Code::Csbs6019) => {}
        other => panic!("{other:?}"),
    }
    assert_eq!(csbs::Code::Csbs6019.as_str(), "CSBS.6019");

    // A response, whatever its shape, and the typed error in it.
    let args = message.extract(&text).unwrap();
    assert_eq!(args.get("target_type"), Some("BMS"));
    let body = format!(r#"{{"error_code": "CSBS.6019", "error_msg": "{text}", "request_id": "r-1"}}"#);
    let decoded = errcat::Response::new(body).status(400).decode();
    assert_eq!((decoded.code(), decoded.entry()), (Some("CSBS.6019"), Some(entry)));
    assert_eq!((decoded.message(), decoded.request_id()), (Some(text.as_str()), Some("r-1")));
    assert_eq!((decoded.args().len(), decoded.status()), (4, Some(400)));
    assert_eq!(decoded.other_codes().len(), 0);
    assert_eq!(decoded.remediation(Lang::EN), Some(entry.remediation(Lang::EN)));
    if let Ok(csbs::Error::TargetServerTypeMismatch { target_type, .. }) = csbs::Error::try_from(&decoded) {
        assert_eq!(target_type, "BMS");
    } else {
        panic!("no typed error");
    }
    for found in errcat::find_in("... CSBS.6019 ...") {
        assert_eq!((found.range(), found.code()), (4..13, Some(code.code_ref())));
    }

    patterns(code, &decoded);
    kinds(&error);

    // A code that nobody documents is a normal result, and its error tells what may be meant.
    assert_eq!(Code::find("CSBS.6O19"), None);
    let unknown = "CSBS.6O19".parse::<Code>().unwrap_err();
    assert!(unknown.to_string().contains("CSBS.6O19"));
    assert_eq!(unknown.suggestions().next(), Some(code.code_ref()));

    println!("consumer: ok");
    Ok(())
}

/// A code is an integer, and `code!` is a pattern.
fn patterns(code: Code, decoded: &errcat::Decoded) {
    const MISMATCH: Code = code!("CSBS.6019");
    const ENTRY: Entry = MISMATCH.entry();
    const TEXT: &str = MISMATCH.as_str();
    assert!(matches!(code, MISMATCH));
    assert!(size_of::<Option<Code>>() <= 4);
    assert!(code == "CSBS.6019" && code == csbs::Code::Csbs6019 && code != "CSBS.6020");
    assert_eq!((ENTRY, TEXT), (code.entry(), "CSBS.6019"));
    let which = match code {
        code!("SMS.0202") => 1,
        code!("CSBS.6020") | code!("CSBS.6019") => 2,
        _ => 3,
    };
    assert_eq!(which, 2);

    // `known` returns whichever type the patterns have.
    match decoded.known() {
        Some(code!("CSBS.6019")) => {}
        Some(other) => panic!("{other}"),
        None => panic!("{:?}", decoded.code()),
    }
    assert!(matches!(decoded.known(), Some(csbs::Code::Csbs6019)));
    assert_eq!(decoded.known(), Some(CodeRef::from(code)));
    assert_eq!(decoded.known::<errcat::sms::Code>(), None);
    let found = errcat::find_in("... CSBS.6019 ...").next().unwrap();
    assert!(matches!(found.known(), Some(code!("CSBS.6019"))));
    let error = std::io::Error::other("restore failed: CSBS.6019");
    assert!(matches!(errcat::find_in_error(&error).unwrap().known(), Some(code!("CSBS.6019"))));
}

/// The two meanings of a code are two kinds.
fn kinds(error: &csbs::Error) {
    const KIND: csbs::Kind = csbs::Kind::TargetServerTypeMismatch;
    const NAME: &str = KIND.name();
    const CODE: Code = KIND.code();
    assert_eq!((error.kind(), NAME, CODE), (KIND, "TargetServerTypeMismatch", code!("CSBS.6019")));
    assert_eq!(KIND.entry(), error.entry());
    let body = |status| errcat::Response::new(r#"{"error_code": "CSBS.9009"}"#).status(status).decode();
    assert!(matches!(body(403).kind(), Some(csbs::Kind::UserUnverified)));
    assert!(matches!(body(400).kind(), Some(csbs::Kind::ReducedSpaceBelowUsage)));
    assert_eq!("UserUnverified".parse(), Ok(csbs::Kind::UserUnverified));
    assert_eq!(body(400).kind::<errcat::sms::Kind>(), None);
    let counts: std::collections::HashMap<csbs::Kind, u32> = [(KIND, 1)].into();
    assert_eq!(counts[&KIND], 1);
}
