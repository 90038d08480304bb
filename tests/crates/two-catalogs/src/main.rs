//! Two catalogs side by side: nothing of one is known to the other.
#![deny(warnings)]

mod pay {
    errcat::include_catalog!("pay", crate::pay);
}

mod warehouse {
    errcat::include_catalog!("warehouse", crate::warehouse);
}

use errcat::{Lang, Severity};

fn main() {
    let declined = pay::Error::CardDeclined { card: "4711".into() };
    let sold_out = warehouse::stock::Error::SoldOut { what: "lamps".into() };
    assert_eq!(declined.to_string(), "The bank declined card 4711.");
    assert_eq!(sold_out.code(), warehouse::code!("STOCK.1"));
    assert_eq!(warehouse::orders::Code::Orders1.as_str(), "ORDERS.1");

    let elsewhere = "STOCK.1".parse::<warehouse::orders::Code>().unwrap_err();
    assert_eq!(elsewhere.to_string(), "`STOCK.1` is a code of stock, not of the service asked for");

    // Each catalog has codes of its own, and says so of another one's.
    assert_eq!(errcat::Code::try_from(sold_out.code().code_ref()).unwrap_err().input(), "STOCK.1");
    assert!(matches!(sold_out.entry().known(), Some(warehouse::code!("STOCK.1"))));
    assert_eq!(sold_out.entry().known::<pay::Code>(), None);
    assert_eq!(sold_out.kind(), warehouse::stock::Kind::SoldOut);
    assert_eq!(sold_out.entry().kind::<warehouse::orders::Kind>(), None);

    // An alias of a prefix finds the code, and is written with the prefix.
    let code = warehouse::CATALOG.find("STK.1").unwrap();
    assert_eq!(code, warehouse::code!("STOCK.1"));
    assert_eq!("STK.1".parse::<warehouse::stock::Code>().unwrap().as_str(), "STOCK.1");
    let spellings: Vec<_> = code.spellings().map(|spelling| spelling.to_string()).collect();
    assert_eq!(spellings, ["STOCK.1", "STK.1"]);
    assert_eq!(warehouse::CATALOG.service_by_prefix("stk"), Some(code.service()));
    assert_eq!(warehouse::code!("STK.1"), code);

    assert_eq!(pay::CATALOG.find("STOCK.1"), None);
    assert_eq!(warehouse::CATALOG.find("PAY.1"), None);
    assert_eq!(warehouse::CATALOG.services().len(), 2);
    assert!(errcat::Code::find("CSBS.6019").is_some());
    assert!(pay::typed_entry(&declined).is_some() && warehouse::typed_entry(&declined).is_none());
    assert_eq!(warehouse::CATALOG.find_in_error(&sold_out).unwrap().code(), sold_out.code());

    // A text that the catalog has in one language is answered in it, unless an overlay translates it.
    let entry = declined.entry();
    assert_eq!(entry.group(Lang::ZH), Some("Cards"));
    assert_eq!(entry.remediation(Lang::ZH).to_string(), "Use another card.");
    assert_eq!(entry.description(Lang::ZH).to_string(), "银行拒绝了该笔支付。");
    let [addition] = entry.additions().collect::<Vec<_>>()[..] else { panic!("one layer") };
    assert_eq!((addition.layer(), addition.severity()), ("Payments on-call", Some(Severity::Low)));
    assert_eq!(
        (addition.owner(), addition.runbook()),
        (Some("payments"), Some("https://wiki.example/pay/declined"))
    );
    assert!(addition.translates_description(Lang::ZH) && !addition.translates_remediation(Lang::ZH));
    let further = addition.remediation(Lang::ZH).unwrap().to_string();
    assert_eq!(further, "Look for other declined cards of the bank.");
    assert_eq!(sold_out.entry().additions().len(), 0);

    println!("two-catalogs: ok");
}
