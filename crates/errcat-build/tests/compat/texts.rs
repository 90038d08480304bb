//! Texts and order: what may change at any time.

use errcat_build::compat::{ChangeKind, diff};

use super::{PAY, SHOP, assert_changes, catalog, entry, shown};

#[test]
fn texts() {
    for (from, to, forth, back) in [
        (
            "Payments,",
            "Payment,",
            "title-changed (pay): title `Payments` is `Payment` now",
            "title-changed (pay): title `Payment` is `Payments` now",
        ),
        (
            "Payments API Reference",
            "Payments API",
            "source-changed (pay): source `Payments API Reference` is `Payments API` now",
            "source-changed (pay): source `Payments API` is `Payments API Reference` now",
        ),
        (
            "lang: en",
            "lang: zh",
            "source-changed (pay): language of the source `en` is `zh` now",
            "source-changed (pay): language of the source `zh` is `en` now",
        ),
        (
            "Billing.",
            "Bills.",
            "confused-with-changed (pay): hint on prefix `BILL` reworded (en)",
            "confused-with-changed (pay): hint on prefix `BILL` reworded (en)",
        ),
        (
            "prefix: BILL",
            "prefix: INVOICE",
            "confused-with-changed (pay): hint on prefix `BILL` removed|\
             confused-with-changed (pay): hint on prefix `INVOICE` added",
            "confused-with-changed (pay): hint on prefix `INVOICE` removed|\
             confused-with-changed (pay): hint on prefix `BILL` added",
        ),
        (
            "group: Cards",
            "group: Limits",
            "group-changed PAY.1: `CardRefused`: group `Cards` is `Limits` now",
            "group-changed PAY.1: `CardRefused`: group `Limits` is `Cards` now",
        ),
        (
            "银行拒绝。",
            "银行已拒绝。",
            "description-changed PAY.1: `CardRefused`: description reworded (zh)",
            "description-changed PAY.1: `CardRefused`: description reworded (zh)",
        ),
        (
            "{ en: Wait., zh: 请等待。 }",
            "{ en: [Wait., Ask.], zh: [请等待。, 请咨询。] }",
            "remediation-changed PAY.2: `CardsBlocked`: remediation reworded (en, zh)",
            "remediation-changed PAY.2: `CardsBlocked`: remediation reworded (en, zh)",
        ),
        (
            "en: Lost.",
            "en: Stolen.",
            "former-changed PAY.2: `CardsBlocked`: earlier meanings changed",
            "former-changed PAY.2: `CardsBlocked`: earlier meanings changed",
        ),
        (
            "[PAY.2]",
            "[PAY.2, PAY.3]",
            "see-changed PAY.1: `CardRefused`: related codes `PAY.2` is `PAY.2, PAY.3` now",
            "see-changed PAY.1: `CardRefused`: related codes `PAY.2, PAY.3` is `PAY.2` now",
        ),
        (
            "Seldom.",
            "Often.",
            "note-changed PAY.1: `CardRefused`: note reworded (en)",
            "note-changed PAY.1: `CardRefused`: note reworded (en)",
        ),
        (
            "    note: { en: Seldom., zh: 少见。 }\n",
            "",
            "note-changed PAY.1: `CardRefused`: note removed",
            "note-changed PAY.1: `CardRefused`: note added",
        ),
        (
            "    retry: later\n",
            "    retry: later\n    source: { title: FAQ }\n",
            "source-changed PAY.2: `CardsBlocked`: source `FAQ` added",
            "source-changed PAY.2: `CardsBlocked`: source `FAQ` removed",
        ),
    ] {
        let lines = |text: &str| text.split('|').map(|line| format!("patch {line}")).collect::<Vec<_>>();
        let (forth, back) = (lines(forth), lines(back));
        let slices =
            |lines: &[String]| lines.iter().map(|line| line.clone().leak() as &str).collect::<Vec<_>>();
        assert_changes(from, to, &slices(&forth), &slices(&back));
    }
}

#[test]
fn links() {
    let address = "`https://pay.example/{code}`";
    assert_changes(
        "source: { title: Payments API Reference,",
        "url: 'https://pay.example/{code}'\nsource: { title: Payments API Reference,",
        &[&format!("patch url-changed (pay): url {address} added")],
        &[&format!("patch url-changed (pay): url {address} removed")],
    );
    assert_changes(
        "title: Payments API Reference,",
        "title: Payments API Reference, url: 'https://pay.example',",
        &["patch url-changed (pay): url of the source `https://pay.example` added"],
        &["patch url-changed (pay): url of the source `https://pay.example` removed"],
    );
    assert_changes(
        "    retry: later\n",
        "    retry: later\n    url: https://pay.example/2\n    since: '2.0'\n",
        &[
            "patch since-changed PAY.2: `CardsBlocked`: since `2.0` added",
            "patch url-changed PAY.2: `CardsBlocked`: url `https://pay.example/2` added",
        ],
        &[
            "patch since-changed PAY.2: `CardsBlocked`: since `2.0` removed",
            "patch url-changed PAY.2: `CardsBlocked`: url `https://pay.example/2` removed",
        ],
    );
}

#[test]
fn order() {
    let (late, early) = (entry("PAY.4", "Late"), entry("PAY.5", "Early"));
    let old = catalog(&[&(PAY.to_owned() + &late + &early)]);
    let new = catalog(&[&(PAY.to_owned() + &early + &late)]);
    assert_eq!(shown(&diff(&old, &new)), ["patch order-changed (pay): entries stand in another order"]);
    assert_eq!(
        shown(&diff(&catalog(&[PAY, SHOP]), &catalog(&[SHOP, PAY]))),
        ["patch order-changed (shop): the services of the catalog stand in another order"]
    );
    assert_changes(
        "PAYMENT, PAYS]",
        "PAYS, PAYMENT]",
        &["patch order-changed (pay): prefixes stand in another order"],
        &["patch order-changed (pay): prefixes stand in another order"],
    );
}

#[test]
fn the_first_meaning_is_more_than_order() {
    let (first, second) = (entry("PAY.4", "Late"), entry("PAY.4", "Later").replace("500", "501"));
    let old = catalog(&[&(PAY.to_owned() + &first + &second)]);
    let new = catalog(&[&(PAY.to_owned() + &second + &first)]);
    assert_eq!(
        shown(&diff(&old, &new)),
        [
            "minor first-entry-changed PAY.4: first meaning `Late` is `Later` now",
            "patch order-changed (pay): entries stand in another order",
        ]
    );
    // Another meaning in front of it, and nothing out of order.
    let one = catalog(&[&(PAY.to_owned() + &first)]);
    let kinds: Vec<ChangeKind> = diff(&one, &new).iter().map(|change| change.kind).collect();
    assert_eq!(kinds, [ChangeKind::FirstEntryChanged, ChangeKind::EntryAdded]);
}
