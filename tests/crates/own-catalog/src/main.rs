//! Own codes, own typed errors, checked by the compiler as the bundled ones are.
#![deny(warnings)]

mod errors {
    errcat::include_catalog!(crate::errors);
}

use errcat::{Class, Lang, Response, Retry};
use errors::{CATALOG, Code, Error, Kind, code, pay};

const DECLINED: Code = code!("PAY.1001");

fn charge(amount: u32) -> Result<(), Error> {
    match amount {
        0..100 => Ok(()),
        100..1000 => Err(Error::CardDeclined { card: "4711".into() }),
        _ => Err(Error::AmountTooLarge { amount: amount.to_string(), limit: "999".into() }),
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    typed_errors();
    codes()?;
    messages()?;
    responses();
    chains();

    // None of the bundled services is compiled in.
    assert_eq!(errcat::Code::find("CSBS.6019"), None);
    assert_eq!(errcat::CATALOG.codes().len(), 0);

    println!("own-catalog: ok");
    Ok(())
}

fn typed_errors() {
    assert!(charge(5).is_ok());
    match charge(5000) {
        Err(error @ Error::AmountTooLarge { .. }) => {
            assert_eq!(error.to_string(), "Amount 5000 exceeds the limit 999.");
            assert_eq!(error.entry().class(), Class::InvalidArgument);
            assert_eq!(error.code().as_str(), "PAY.1002");
        }
        other => panic!("{other:?}"),
    }
    let error = Error::OrdersNotFound { id: vec!["o-1".into(), "o-2".into()] };
    assert_eq!(error.to_string(), "Orders not found: [o-1, o-2]");
    assert_eq!(format!("{error:?}"), "OrdersNotFound { id: [\"o-1\", \"o-2\"] }");
    assert_eq!(error.clone(), error);
    assert_ne!(error, Error::OrdersNotFound { id: vec!["o-1".into()] });
    assert_ne!(error, Error::CardDeclined { card: "o-1".into() });
    let error = pay::Error::LedgerUnavailable { region: "north".into() };
    assert_eq!(error.to_string(), "100% of the ledger nodes are busy (north).");
}

fn codes() -> Result<(), Box<dyn std::error::Error>> {
    let code = CATALOG.find("PAY.1001").ok_or("PAY.1001 is in the catalog")?;
    assert_eq!(code, DECLINED);
    match Code::try_from(code)? {
        code!("PAY.1002") => panic!("{code}"),
        DECLINED => assert_eq!(code.entry().status(), Some(402)),
        other => panic!("{other:?}"),
    }
    match pay::Code::try_from(code)? {
        pay::Code::Pay1001 => assert_eq!(pay::Code::Pay1001, DECLINED),
        other => panic!("{other:?}"),
    }
    assert!(matches!(code.entry().kind(), Some(Kind::CardDeclined)));
    assert_eq!((Kind::CardDeclined.code(), Kind::CardDeclined.name()), (DECLINED, "CardDeclined"));
    assert_eq!("PAY.9001".parse::<Code>()?.entry().retry(), Retry::Backoff);
    assert_eq!(pay::Code::find("PAY.9001"), Some(pay::Code::Pay9001));
    assert_eq!(Code::find("PAY.9002"), None);
    let unknown = "PAY.90O1".parse::<Code>().unwrap_err();
    assert_eq!(unknown.to_string(), "unknown error code `PAY.90O1`, did you mean PAY.9001?");
    assert_eq!((Code::all().len(), CATALOG.codes().len()), (4, 4));
    assert_eq!(errors::service(), DECLINED.service());
    Ok(())
}

fn messages() -> Result<(), Box<dyn std::error::Error>> {
    let orders = code!("PAY.2001").entry();
    assert_eq!(orders.message().format(&["o-1", "o-2"])?.to_string(), "Orders not found: [o-1, o-2]");
    assert_eq!(orders.remediation(Lang::ZH).steps().len(), 2);
    let found = CATALOG.match_message("The bank declined card 4711.");
    assert_eq!(found[0].entry.code(), DECLINED);
    Ok(())
}

fn responses() {
    let body = r#"{"error_code": "PAY.1002", "error_msg": "Amount 7 exceeds the limit 5."}"#;
    let decoded = Response::new(body).status(400).catalog(&CATALOG).decode();
    match Error::try_from(&decoded) {
        Ok(Error::AmountTooLarge { amount, limit }) => assert_eq!((&*amount, &*limit), ("7", "5")),
        other => panic!("{other:?}"),
    }
    let mut found = CATALOG.find_in("retry after PAY.9001 and CSBS.6019").map(|found| found.as_str());
    assert_eq!((found.next(), found.next()), (Some("PAY.9001"), None));
}

/// An error of the program, whose source is one of the catalog.
#[derive(Debug)]
struct OrderFailed(Error);

impl std::fmt::Display for OrderFailed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the order failed")
    }
}

impl std::error::Error for OrderFailed {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}

fn chains() {
    let typed = charge(500).unwrap_err();
    assert_eq!(errors::typed_entry(&typed).unwrap().code(), DECLINED);
    assert_eq!(CATALOG.find_in_error(&OrderFailed(typed)).unwrap().code(), DECLINED);
    let text = std::io::Error::other("the ledger says PAY.9001");
    assert!(matches!(CATALOG.find_in_error(&text).unwrap().known(), Some(code!("PAY.9001"))));
    assert_eq!(errcat::find_in_error(&text), None);
}
