//! What an entry says: parameters, facts, wordings.

use errcat_build::compat::{ChangeKind, diff};

use super::{PAY, assert_changes, catalog, shown, with};

#[test]
fn params() {
    assert_changes(
        "params: [card, owner]",
        "params: [number, owner]",
        &["major param-renamed PAY.1: `CardRefused`: parameter `card` is `number` now"],
        &["major param-renamed PAY.1: `CardRefused`: parameter `number` is `card` now"],
    );
    assert_changes(
        "params: [card, owner]",
        "params: [owner, card]",
        &["major params-reordered PAY.1: `CardRefused`: parameters stand in the order `owner`, `card` now"],
        &["major params-reordered PAY.1: `CardRefused`: parameters stand in the order `card`, `owner` now"],
    );
    assert_changes(
        "'Blocked: {id}, {why}.'",
        "'Blocked: {id}, {why}, {till}.'",
        &[
            "major param-added PAY.2: `CardsBlocked`: parameter `till` added",
            "patch message-changed PAY.2: `CardsBlocked`: message `Blocked: {id}, {why}.` is \
             `Blocked: {id}, {why}, {till}.` now",
        ],
        &[
            "major param-removed PAY.2: `CardsBlocked`: parameter `till` removed",
            "patch message-changed PAY.2: `CardsBlocked`: message `Blocked: {id}, {why}, {till}.` is \
             `Blocked: {id}, {why}.` now",
        ],
    );
    assert_changes(
        "'Blocked: {id}, {why}.'",
        "'Blocked: [{id}, ...], {why}.'",
        &[
            "major param-type-changed PAY.2: `CardsBlocked`: parameter `id` takes a list now",
            "patch message-changed PAY.2: `CardsBlocked`: message `Blocked: {id}, {why}.` is \
             `Blocked: [{id}, ...], {why}.` now",
        ],
        &[
            "major param-type-changed PAY.2: `CardsBlocked`: parameter `id` takes one value now",
            "patch message-changed PAY.2: `CardsBlocked`: message `Blocked: [{id}, ...], {why}.` is \
             `Blocked: {id}, {why}.` now",
        ],
    );
}

#[test]
fn facts() {
    for (from, to, what, old, new, kind) in [
        ("class: not_found", "class: conflict", "class", "not_found", "conflict", "major class-changed"),
        ("status: 404", "status: 410", "status", "404", "410", "minor status-changed"),
    ] {
        assert_changes(
            from,
            to,
            &[&format!("{kind} PAY.1: `CardUnknown`: {what} `{old}` is `{new}` now")],
            &[&format!("{kind} PAY.1: `CardUnknown`: {what} `{new}` is `{old}` now")],
        );
    }
    assert_changes(
        "retry: later",
        "retry: backoff",
        &["minor retry-changed PAY.2: `CardsBlocked`: retry `later` is `backoff` now"],
        &["minor retry-changed PAY.2: `CardsBlocked`: retry `backoff` is `later` now"],
    );
    assert_changes(
        "    status: 409\n",
        "",
        &["minor status-changed PAY.2: `CardsBlocked`: status `409` removed"],
        &["minor status-changed PAY.2: `CardsBlocked`: status `409` added"],
    );
    assert_changes(
        "retry: later",
        "retry: later\n    lifecycle: retired",
        &[
            "minor lifecycle-changed PAY.2: `CardsBlocked`: lifecycle `active` is `retired` now",
            "minor entry-deprecated PAY.2: `CardsBlocked`: deprecated now",
        ],
        &[
            "minor lifecycle-changed PAY.2: `CardsBlocked`: lifecycle `retired` is `active` now",
            "minor entry-restored PAY.2: `CardsBlocked`: not deprecated any more",
        ],
    );
    assert_changes(
        "retry: later",
        "retry: later\n    retry_after: 30\n    severity: high",
        &[
            "minor retry-after-changed PAY.2: `CardsBlocked`: retry_after `30` added",
            "minor severity-changed PAY.2: `CardsBlocked`: severity `high` added",
        ],
        &[
            "minor retry-after-changed PAY.2: `CardsBlocked`: retry_after `30` removed",
            "minor severity-changed PAY.2: `CardsBlocked`: severity `high` removed",
        ],
    );
    assert_changes(
        "    undocumented: true\n",
        "    message: Closed.\n",
        &[
            "minor code-documented PAY.3: `Unknown3`: documented now",
            "patch message-changed PAY.3: `Unknown3`: message `Closed.` added",
        ],
        &[
            "minor code-undocumented PAY.3: `Unknown3`: not documented any more",
            "patch message-changed PAY.3: `Unknown3`: message `Closed.` removed",
        ],
    );
}

#[test]
fn deprecation() {
    assert_changes(
        "retry: later",
        "retry: later\n    deprecated: { since: '2.0' }",
        &["minor entry-deprecated PAY.2: `CardsBlocked`: deprecated now"],
        &["minor entry-restored PAY.2: `CardsBlocked`: not deprecated any more"],
    );
    assert_changes(
        "retry: later",
        "retry: later\n    replaced_by: PAY.3",
        &[
            "minor entry-deprecated PAY.2: `CardsBlocked`: deprecated now",
            "minor replaced-by-changed PAY.2: `CardsBlocked`: replacement `PAY.3` added",
        ],
        &[
            "minor entry-restored PAY.2: `CardsBlocked`: not deprecated any more",
            "minor replaced-by-changed PAY.2: `CardsBlocked`: replacement `PAY.3` removed",
        ],
    );
    let deprecated = |note: &str| {
        let key = format!("retry: later\n    deprecated: {{ note: {{ en: {note}, zh: 弃用。 }} }}");
        catalog(&[&with(PAY, "retry: later", &key)])
    };
    assert_eq!(
        shown(&diff(&deprecated("Old."), &deprecated("Very old."))),
        ["patch deprecation-changed PAY.2: `CardsBlocked`: deprecated with another note"]
    );
}

/// Clients tell the meanings of a code apart by the message.
#[test]
fn a_new_message_is_more_than_text_where_a_code_has_several_meanings() {
    let reworded = "shared-code-message-changed PAY.1: `CardUnknown`: message";
    assert_changes(
        "No such card.",
        "Card not found.",
        &[&format!("minor {reworded} `No such card.` is `Card not found.` now")],
        &[&format!("minor {reworded} `Card not found.` is `No such card.` now")],
    );
}

#[test]
fn what_is_published_takes_the_place_of_nothing() {
    let published = with(
        &with(&with(PAY, "Unknown3", "BankClosed"), "    undocumented: true\n", "    message: Closed.\n"),
        "Not documented.",
        "The bank is closed.",
    );
    assert_eq!(
        shown(&diff(&catalog(&[PAY]), &catalog(&[&published]))),
        [
            "major entry-renamed PAY.3: name `Unknown3` is `BankClosed` now",
            "minor code-documented PAY.3: `Unknown3`: documented now",
            "patch message-changed PAY.3: `Unknown3`: message `Closed.` added",
            "patch description-changed PAY.3: `Unknown3`: description reworded (en)",
        ]
    );
}

#[test]
fn wordings() {
    assert_changes(
        "['Refused: card %s of %s']",
        "['Refused: card %s of %s', 'Refused %s of %s']",
        &["minor wording-added PAY.1: `CardRefused`: wording `Refused %s of %s` added"],
        &["minor wording-removed PAY.1: `CardRefused`: wording `Refused %s of %s` removed"],
    );
    // The message and its wording change places: both are read as before.
    let swapped = with(PAY, "'Card %s of %s was refused.'", "'SWAP'");
    let swapped = with(&swapped, "'Refused: card %s of %s'", "'Card %s of %s was refused.'");
    let swapped = with(&swapped, "'SWAP'", "'Refused: card %s of %s'");
    let changes = diff(&catalog(&[PAY]), &catalog(&[&swapped]));
    let kinds: Vec<ChangeKind> = changes.iter().map(|change| change.kind).collect();
    assert_eq!(kinds, [ChangeKind::SharedCodeMessageChanged]);
    let two = with(PAY, "['Refused: card %s of %s']", "['A %s of %s', 'B %s of %s']");
    let turned = with(PAY, "['Refused: card %s of %s']", "['B %s of %s', 'A %s of %s']");
    assert_eq!(
        shown(&diff(&catalog(&[&two]), &catalog(&[&turned]))),
        [
            "patch wording-changed PAY.1: `CardRefused`: wordings are read otherwise, or stand in another order"
        ]
    );
}
