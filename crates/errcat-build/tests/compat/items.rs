//! Services, codes and entries that came, went, or have another name or place.

use errcat_build::compat::diff;

use super::{PAY, SHOP, assert_changes, catalog, entry, shown, with};

#[test]
fn services() {
    let (one, both) = (catalog(&[PAY]), catalog(&[PAY, SHOP]));
    assert_eq!(
        shown(&diff(&one, &both)),
        [
            "minor service-added (shop): service `shop` added, with 1 code",
            "minor code-added SHOP.1: code added: `shop::Code::Shop1`, `shop::Error::SoldOut`",
        ]
    );
    assert_eq!(
        shown(&diff(&both, &one)),
        [
            "major service-removed (shop): service `shop` removed, with 1 code",
            "major code-removed SHOP.1: code removed: `shop::Code::Shop1`, `shop::Error::SoldOut`",
        ]
    );
    assert_changes(
        "service: pay",
        "service: payments",
        &["major service-renamed (pay): service `pay` is `payments` now"],
        &["major service-renamed (payments): service `payments` is `pay` now"],
    );
}

#[test]
fn a_renamed_service_is_compared_all_the_same() {
    let new = with(&with(PAY, "service: pay", "service: money"), "class: not_found", "class: conflict");
    assert_eq!(
        shown(&diff(&catalog(&[PAY, SHOP]), &catalog(&[&new, SHOP]))),
        [
            "major service-renamed (pay): service `pay` is `money` now",
            "major class-changed PAY.1: `CardUnknown`: class `not_found` is `conflict` now",
        ]
    );
}

#[test]
fn prefixes_and_aliases() {
    assert_changes(
        "PAYMENT, PAYS]",
        "PAYMENT, PAYS, CARD]",
        &["minor prefix-added (pay): prefix `CARD` added"],
        &["major prefix-removed (pay): prefix `CARD` removed"],
    );
    assert_changes(
        "{ PAYMENT: PAY }",
        "{ PAYMENT: PAY, PAYS: PAY }",
        &["minor alias-added (pay): alias `PAYS` of `PAY` added"],
        &["major alias-removed (pay): alias `PAYS` removed"],
    );
    assert_changes(
        "{ PAYMENT: PAY }",
        "{ PAYMENT: PAYS }",
        &["major alias-changed (pay): alias `PAYMENT`: prefix `PAY` is `PAYS` now"],
        &["major alias-changed (pay): alias `PAYMENT`: prefix `PAYS` is `PAY` now"],
    );
}

#[test]
fn typed_errors() {
    assert_changes(
        "groups:",
        "typed: false\ngroups:",
        &["major typed-errors-off (pay): typed errors switched off"],
        &["minor typed-errors-on (pay): typed errors switched on"],
    );
}

#[test]
fn codes() {
    let more = PAY.to_owned() + &entry("PAY.4", "Late") + &entry("PAY.4", "Later").replace("500", "501");
    let (old, new) = (catalog(&[PAY]), catalog(&[&more]));
    let names = "`pay::Code::Pay4`, `pay::Error::Late`, `pay::Error::Later`";
    assert_eq!(shown(&diff(&old, &new)), [format!("minor code-added PAY.4: code added: {names}")]);
    assert_eq!(shown(&diff(&new, &old)), [format!("major code-removed PAY.4: code removed: {names}")]);
    // Without typed errors, none are named.
    let untyped = |text: &str| catalog(&[&with(text, "groups:", "typed: false\ngroups:")]);
    assert_eq!(
        shown(&diff(&untyped(PAY), &untyped(&more))),
        ["minor code-added PAY.4: code added: `pay::Code::Pay4`"]
    );
}

#[test]
fn a_renamed_code_is_told_by_its_entries() {
    assert_changes(
        "code: PAY.3",
        "code: PAY.33",
        &["major code-renamed PAY.3: code `PAY.3` is `PAY.33` now, variant `Pay3` is `Pay33`"],
        &["major code-renamed PAY.33: code `PAY.33` is `PAY.3` now, variant `Pay33` is `Pay3`"],
    );
    let (dash, dot) = (PAY.replace("PAY.3", "PAY.3-1"), PAY.replace("PAY.3", "PAY.3.1"));
    assert_eq!(
        shown(&diff(&catalog(&[&dash]), &catalog(&[&dot]))),
        ["major code-renamed PAY.3-1: code `PAY.3-1` is `PAY.3.1` now"]
    );
    // Another code with another name is another code.
    let (old, new) = (PAY.to_owned() + &entry("PAY.4", "Late"), PAY.to_owned() + &entry("PAY.5", "Early"));
    assert_eq!(
        shown(&diff(&catalog(&[&old]), &catalog(&[&new]))),
        [
            "major code-removed PAY.4: code removed: `pay::Code::Pay4`, `pay::Error::Late`",
            "minor code-added PAY.5: code added: `pay::Code::Pay5`, `pay::Error::Early`",
        ]
    );
}

#[test]
fn a_code_in_another_service() {
    let with_prefix = with(SHOP, "[SHOP]", "[SHOP, PAYMENT]");
    let pay = with(&with(PAY, ", PAYMENT, PAYS", ""), "aliases: { PAYMENT: PAY }\n", "");
    let here = with(PAY, "aliases: { PAYMENT: PAY }\n", "") + &entry("PAYMENT.7", "Late");
    let there = with_prefix + &entry("PAYMENT.7", "Late");
    assert_eq!(
        shown(&diff(&catalog(&[&here, SHOP]), &catalog(&[&pay, &there]))),
        [
            "major prefix-removed (pay): prefix `PAYMENT` removed",
            "major prefix-removed (pay): prefix `PAYS` removed",
            "major code-moved PAYMENT.7: service `pay` is `shop` now",
            "minor prefix-added (shop): prefix `PAYMENT` added",
        ]
    );
}

#[test]
fn entries() {
    let more = with(PAY, "  - code: PAY.2\n", &(entry("PAY.1", "CardLost") + "  - code: PAY.2\n"));
    let (old, new) = (catalog(&[PAY]), catalog(&[&more]));
    assert_eq!(
        shown(&diff(&old, &new)),
        ["minor entry-added PAY.1: `CardLost` added: 500, internal, `Something of CardLost.`"]
    );
    assert_eq!(shown(&diff(&new, &old)), ["major entry-removed PAY.1: `CardLost` removed"]);
    assert_changes(
        "name: CardUnknown",
        "name: NoSuchCard",
        &["major entry-renamed PAY.1: name `CardUnknown` is `NoSuchCard` now"],
        &["major entry-renamed PAY.1: name `NoSuchCard` is `CardUnknown` now"],
    );
    // The same code, and nothing else in common.
    let (old, new) = (PAY.to_owned() + &entry("PAY.4", "Late"), PAY.to_owned() + &entry("PAY.4", "Early"));
    assert_eq!(
        shown(&diff(&catalog(&[&old]), &catalog(&[&new]))),
        [
            "major entry-removed PAY.4: `Late` removed",
            "minor entry-added PAY.4: `Early` added: 500, internal, `Something of Early.`",
        ]
    );
}

#[test]
fn an_entry_of_another_code() {
    let (there, here) = (entry("PAY.2", "Late"), entry("PAY.3", "Late"));
    let (old, new) = (PAY.to_owned() + &there, PAY.to_owned() + &here);
    assert_eq!(
        shown(&diff(&catalog(&[&old]), &catalog(&[&new]))),
        ["major entry-moved PAY.2: `Late`: code `PAY.2` is `PAY.3` now"]
    );
    // Its old code is gone, its new one was there before.
    let (old, new) = (PAY.to_owned() + &entry("PAY.4", "Late"), PAY.to_owned() + &here);
    assert_eq!(
        shown(&diff(&catalog(&[&old]), &catalog(&[&new]))),
        [
            "major code-removed PAY.4: code removed: `pay::Code::Pay4`",
            "major entry-moved PAY.4: `Late`: code `PAY.4` is `PAY.3` now",
        ]
    );
}
