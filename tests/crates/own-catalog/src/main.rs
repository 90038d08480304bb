//! Own codes, own typed errors, checked by the compiler as the bundled ones are.

mod errors {
    errcat::include_catalog!();
}

use errcat::{Class, Lang, Retry};
use errors::{CATALOG, pay};

fn charge(amount: u32) -> Result<(), pay::Error> {
    match amount {
        0..100 => Ok(()),
        100..1000 => Err(pay::Error::CardDeclined { card: "4711".into() }),
        _ => Err(pay::Error::AmountTooLarge { amount: amount.to_string(), limit: "999".into() }),
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    assert!(charge(5).is_ok());
    match charge(5000) {
        Err(error @ pay::Error::AmountTooLarge { .. }) => {
            assert_eq!(error.to_string(), "Amount 5000 exceeds the limit 999.");
            assert_eq!(error.entry().class(), Class::InvalidArgument);
            assert_eq!(error.code().as_str(), "PAY.1002");
        }
        other => panic!("{other:?}"),
    }

    let code = CATALOG.find("PAY.1001").ok_or("PAY.1001 is in the catalog")?;
    match pay::Code::try_from(code)? {
        pay::Code::Pay1001 => assert_eq!(code.entry().status(), Some(402)),
        other => panic!("{other:?}"),
    }
    assert_eq!("PAY.9001".parse::<pay::Code>()?.entry().retry(), Retry::Backoff);
    assert_eq!(pay::Code::ALL.len(), 4);
    assert_eq!(CATALOG.codes().len(), 4);

    let orders = pay::Code::Pay2001.entry();
    assert_eq!(orders.message().format(&["o-1", "o-2"])?.to_string(), "Orders not found: [o-1, o-2]");
    assert_eq!(orders.remediation(Lang::Zh).steps().len(), 2);
    let error = pay::Error::OrdersNotFound { id: vec!["o-1".into(), "o-2".into()] };
    assert_eq!(error.to_string(), "Orders not found: [o-1, o-2]");
    let error = pay::Error::LedgerUnavailable { region: "north".into() };
    assert_eq!(error.to_string(), "100% of the ledger nodes are busy (north).");

    // None of the bundled services is compiled in.
    assert_eq!(errcat::Code::find("CSBS.6019"), None);
    assert_eq!(errcat::CATALOG.codes().len(), 0);

    println!("own-catalog: ok");
    Ok(())
}
