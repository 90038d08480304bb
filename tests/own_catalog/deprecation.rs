//! The compiler warns of names that the catalog deprecates, where they are written and nowhere else.

use crate::package::{BUILD, Package};

const CATALOG: &str = "\
service: pay
title: { en: Payments, zh: 支付 }
prefixes: [PAY]
source: { title: Payments API }
entries:
  - code: PAY.1
    name: GatewayBusy
    deprecated: { since: '2.0', note: { en: Gateways queue requests now., zh: 网关现在会排队。 } }
    replaced_by: PAY.2
    message: The gateway %s is busy.
    params: [gateway]
    description: { en: Too many requests., zh: 请求过多。 }
    remediation: { en: Wait., zh: 请等待。 }
    class: unavailable
    retry: backoff
  - code: PAY.2
    name: QueueFull
    message: The queue is full.
    description: { en: Too many requests., zh: 请求过多。 }
    remediation: { en: Wait., zh: 请等待。 }
    class: unavailable
    retry: backoff
  - code: PAY.2
    name: QueueClosed
    lifecycle: retired
    message: The queue is closed.
    description: { en: It is night., zh: 夜间。 }
    remediation: { en: Wait., zh: 请等待。 }
    class: unavailable
    retry: backoff
    allow: [{ lint: retired-code-active, reason: one of the meanings is retired }]
";

fn build(name: &str, uses: &str) -> String {
    let package = Package::with_catalog(name, "\"json\"", BUILD, CATALOG);
    package.write("src/main.rs", &format!("errcat::include_catalog!();\nfn main() {{\n{uses}\n}}\n"));
    let run = package.cargo("build");
    assert!(run.success, "{}", run.err);
    run.err
}

#[test]
fn what_is_deprecated_warns_where_it_is_named() {
    let warnings = build(
        "deprecated",
        "let _ = code!(\"PAY.1\");
         let _ = matches!(Code::find(\"PAY.1\"), Some(code!(\"PAY.1\")));
         let _ = pay::Code::Pay1;
         let _ = Kind::GatewayBusy;
         let _ = Error::GatewayBusy { gateway: String::new() };
         let _ = Kind::QueueClosed;",
    );
    let note = ": since 2.0; Gateways queue requests now; use `PAY.2` instead";
    assert!(
        warnings.contains(&format!("use of deprecated unit variant `pay::Kind::GatewayBusy`{note}")),
        "{warnings}"
    );
    assert!(warnings.contains("`pay::Kind::QueueClosed`: only older documents list it"), "{warnings}");
    // The field of the variant is a use of its own.
    assert!(warnings.matches(note).count() >= 5, "{warnings}");
    let lines = (3..=8).all(|line| warnings.contains(&format!("src/main.rs:{line}:")));
    assert!(lines && !warnings.contains("OUT_DIR") && !warnings.contains("errcat/catalog.rs"), "{warnings}");
}

#[test]
fn a_catalog_with_deprecated_entries_compiles_without_a_warning() {
    let warnings = build(
        "undeprecated",
        "let _ = code!(\"PAY.2\");
         let _ = Kind::QueueFull.entry().is_deprecated();
         let _ = Error::QueueFull.to_string();",
    );
    assert_eq!(warnings, "");
}
