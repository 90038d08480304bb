//! What `Config` says of the enums: whether they can grow, and how typed errors show themselves.

use crate::package::Package;

const BUILD: &str = r#"
fn main() -> Result<(), errcat_build::CompileError> {
    errcat_build::Config::new("catalog").non_exhaustive(false).display("[{code}] {name}: {message} {{}}").compile()
}
"#;

const CATALOG: &str = "\
service: pay
title: { en: Payments, zh: 支付 }
prefixes: [PAY]
source: { title: Payments API }
entries:
  - code: PAY.1
    name: CardDeclined
    message: 'The bank declined {card}.'
    description: { en: The bank refuses., zh: 银行拒绝。 }
    remediation: { en: Use another card., zh: 更换银行卡。 }
    class: failed_precondition
    retry: after_fix
  - code: PAY.2
    name: Undocumented2
    undocumented: true
    params: [cause]
    description: { en: Seen in responses., zh: 响应中出现过。 }
    remediation: { en: Ask., zh: 请咨询。 }
    class: internal
    retry: backoff
";

/// Another crate matches all variants, without an arm for those to come.
const PROGRAM: &str = r#"
use enums::{Code, Error, Kind, pay};

fn number(error: &Error) -> u32 {
    match (error, error.kind()) {
        (Error::CardDeclined { .. }, Kind::CardDeclined | Kind::Undocumented2) => 1,
        (Error::Undocumented2 { .. }, Kind::CardDeclined | Kind::Undocumented2) => 2,
    }
}

fn main() {
    let declined = Error::CardDeclined { card: "4711".into() };
    let undocumented = Error::Undocumented2 { cause: "night".into() };
    assert_eq!((number(&declined), number(&undocumented)), (1, 2));
    assert_eq!(declined.to_string(), "[PAY.1] CardDeclined: The bank declined 4711. {}");
    assert_eq!(undocumented.to_string(), "PAY.2 (night)");
    match pay::Code::find("PAY.1") {
        Some(pay::Code::Pay1 | pay::Code::Pay2) => println!("ok"),
        None => {}
    }
    let _ = Code::all();
}
"#;

#[test]
fn enums_can_be_exhaustive_and_errors_show_their_code() {
    let package = Package::with_catalog("enums", "\"json\"", BUILD, CATALOG);
    package.write("src/lib.rs", "errcat::include_catalog!();");
    package.write("src/main.rs", PROGRAM);
    let run = package.cargo("run");
    assert_eq!((run.success, run.out.as_str(), run.err.as_str()), (true, "ok\n", ""));
}
