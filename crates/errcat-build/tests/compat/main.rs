//! What `diff` says of pairs of small catalogs: every kind of change, both directions, and what must hold for all.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod always;
#[path = "../common/mod.rs"]
mod common;
mod fields;
mod items;
mod texts;

use std::fs;
use std::path::PathBuf;

use common::SHOP;
use errcat_build::compat::{Change, Changes, diff};
use errcat_build::load;
use errcat_build::model::Catalog;

const PAY: &str = "\
service: pay
title: { en: Payments, zh: 支付 }
prefixes: [PAY, PAYMENT, PAYS]
aliases: { PAYMENT: PAY }
confused_with:
  - { prefix: BILL, en: Billing., zh: 账单。 }
source: { title: Payments API Reference, lang: en }
groups:
  - { en: Cards, zh: 银行卡 }
  - { en: Limits, zh: 限额 }
entries:
  - code: PAY.1
    name: CardRefused
    status: 402
    group: Cards
    message: 'Card %s of %s was refused.'
    params: [card, owner]
    wordings: ['Refused: card %s of %s']
    description: { en: The bank refused., zh: 银行拒绝。 }
    remediation: { en: Use another card., zh: 请更换银行卡。 }
    class: failed_precondition
    retry: after_fix
    see: [PAY.2]
    note: { en: Seldom., zh: 少见。 }
  - code: PAY.1
    name: CardUnknown
    status: 404
    message: 'No such card.'
    description: { en: The card is unknown., zh: 卡不存在。 }
    remediation: { en: Check the number., zh: 请检查卡号。 }
    class: not_found
    retry: after_fix
  - code: PAY.2
    name: CardsBlocked
    status: 409
    message: 'Blocked: {id}, {why}.'
    description: { en: Blocked., zh: 已冻结。 }
    remediation: { en: Wait., zh: 请等待。 }
    class: conflict
    retry: later
    former: [{ status: 400, description: { en: Lost., zh: 挂失。 } }]
  - code: PAY.3
    name: Unknown3
    undocumented: true
    description: { en: Not documented., zh: 无说明。 }
    remediation: { en: Ask., zh: 请咨询。 }
    class: internal
    retry: never
";

/// An entry more for the end of either file.
fn entry(code: &str, name: &str) -> String {
    format!(
        "  - code: {code}
    name: {name}
    status: 500
    message: Something of {name}.
    description: {{ en: Why {name}., zh: 原因{name}。 }}
    remediation: {{ en: Fix {name}., zh: 处理{name}。 }}
    class: internal
    retry: backoff
"
    )
}

fn fresh() -> PathBuf {
    common::fresh("folder")
}

/// The catalog of these files, named by their order.
fn catalog(files: &[&str]) -> Catalog {
    let folder = fresh();
    for (number, text) in files.iter().enumerate() {
        fs::write(folder.join(format!("{number}.yaml")), text).unwrap();
    }
    let catalog = load(&folder).unwrap_or_else(|faults| panic!("{faults}"));
    fs::remove_dir_all(folder).unwrap();
    catalog
}

/// The text with something in it replaced, which must be there.
fn with(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "{from}");
    text.replacen(from, to, 1)
}

/// `level kind CODE: detail`, a line a change.
fn shown(changes: &Changes) -> Vec<String> {
    let line = |change: &Change| {
        let subject = change.code.clone().unwrap_or(format!("({})", change.service));
        format!("{} {} {subject}: {}", change.level, change.kind, change.detail)
    };
    changes.iter().map(line).collect()
}

/// What is said of a change of the service `pay` by one replacement, there and back.
fn assert_changes(from: &str, to: &str, forth: &[&str], back: &[&str]) {
    let (old, new) = (catalog(&[PAY]), catalog(&[&with(PAY, from, to)]));
    assert_eq!(shown(&diff(&old, &new)), forth, "{from} -> {to}");
    assert_eq!(shown(&diff(&new, &old)), back, "{to} -> {from}");
}
