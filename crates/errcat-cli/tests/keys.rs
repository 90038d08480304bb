//! Links, deprecation, severity and pauses: what people and programs get of them in every format.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod common;

use common::{errcat, folder, found, json, path, plain, run};
use serde_json::{Value, json as value};
use tempfile::TempDir;

const PAY: &str = "\
service: pay
title: { en: Payments, zh: 支付 }
prefixes: [PAY]
url: https://pay.example/{service}/{code}.html
source: { title: Payments API, url: https://pay.example/api }
entries:
  - code: PAY.1
    name: GatewayBusy
    status: 503
    since: '1.2'
    deprecated: { since: '2.0', note: { en: Gateways queue requests now., zh: 网关现在会排队。 } }
    replaced_by: PAY.2
    message: The gateway is busy.
    description: { en: Too many requests., zh: 请求过多。 }
    remediation: { en: Wait., zh: 请等待。 }
    class: unavailable
    retry: backoff
    retry_after: 30
    severity: warning
  - code: PAY.2
    name: QueueFull
    message: The queue is full.
    description: { en: Too many requests., zh: 请求过多。 }
    remediation: { en: Wait., zh: 请等待。 }
    class: unavailable
    retry: backoff
    source: { title: FAQ, url: https://faq.example }
    url: https://pay.example/queue
";

fn pay() -> TempDir {
    folder(PAY)
}

#[test]
fn explain_shows_them() {
    let catalog = pay();
    let text = found(&["explain", "PAY.1", "--catalog", path(&catalog)]);
    assert_eq!(
        text,
        "\
PAY.1  GatewayBusy                                              503  unavailable
Payments [severity: warning] [deprecated]

  The gateway is busy.

  Why          Too many requests.
  Fix          Wait.
  Retry        with growing pauses
  Wait         30 s
  Deprecated   since 2.0: Gateways queue requests now.
  Use instead  PAY.2
  Since        1.2
  From         Payments API
  Page         https://pay.example/pay/PAY.1.html
"
    );
    let text = found(&["explain", "PAY.1", "--lang", "zh", "--catalog", path(&catalog)]);
    for line in ["[严重程度：警告] [已弃用]", "等待    30 秒", "始于 2.0：网关现在会排队。", "改用    PAY.2"]
    {
        assert!(text.contains(line), "{line}: {text}");
    }
}

#[test]
fn a_terminal_can_open_the_page() {
    let catalog = pay();
    let run = run(&mut errcat(&["explain", "PAY.2", "--color", "always", "--catalog", path(&catalog)]));
    let address = "https://pay.example/queue";
    assert!(
        run.out.contains(&format!("\u{1b}]8;;{address}\u{1b}\\{address}\u{1b}]8;;\u{1b}\\\n")),
        "{:?}",
        run.out
    );
    assert_eq!(plain(&run.out), found(&["explain", "PAY.2", "--catalog", path(&catalog)]));
}

#[test]
fn programs_get_them() {
    let catalog = pay();
    let export = json(&["export", "--catalog", path(&catalog)]);
    assert_eq!(export["services"][0]["url"], "https://pay.example/{service}/{code}.html");
    assert_eq!(export["services"][0]["source"]["url"], "https://pay.example/api");
    let keys = ["since", "deprecated", "replaced_by", "retry_after", "severity", "source_url", "url"];
    let of = |entry: &Value| keys.map(|key| entry[key].clone());
    assert_eq!(
        of(&export["entries"][0]),
        [
            value!("1.2"),
            value!({ "since": "2.0", "note": { "en": "Gateways queue requests now.", "zh": "网关现在会排队。" } }),
            value!("PAY.2"),
            value!(30),
            value!("warning"),
            value!("https://pay.example/api"),
            value!("https://pay.example/pay/PAY.1.html"),
        ]
    );
    let none = Value::Null;
    assert_eq!(
        of(&export["entries"][1]),
        [
            none.clone(),
            none.clone(),
            none.clone(),
            none.clone(),
            none,
            value!("https://faq.example"),
            value!("https://pay.example/queue"),
        ]
    );
}

#[test]
fn yaml_is_a_catalog_again() {
    let (catalog, written) = (pay(), tempfile::tempdir().unwrap());
    found(&["export", "--format", "yaml", "--catalog", path(&catalog), "--out", path(&written)]);
    assert_eq!(
        found(&["export", "--catalog", path(&written)]),
        found(&["export", "--catalog", path(&catalog)])
    );
    let text = std::fs::read_to_string(written.path().join("pay.yaml")).unwrap();
    // What the pattern gives is not repeated.
    assert_eq!(text.matches("url:").count(), 4, "{text}");
    assert!(text.contains("retry_after: 30\n") && text.contains("replaced_by: PAY.2\n"), "{text}");
    // A replacement that a filter leaves out cannot be referred to.
    let one = found(&["export", "--format", "yaml", "--status", "503", "--catalog", path(&catalog)]);
    assert!(!one.contains("replaced_by"), "{one}");
}

#[test]
fn other_formats_show_them() {
    let catalog = pay();
    let export = |format: &str| found(&["export", "--format", format, "--catalog", path(&catalog)]);
    let markdown = found(&["export", "--format", "markdown", "--catalog", path(&catalog), "--lang", "en"]);
    for part in [
        "severity: warning",
        "**Wait:** 30 s",
        "**Deprecated:** since 2.0: Gateways queue requests now.",
        "**Use instead:** ",
        "**Page:** <https://pay.example/pay/PAY.1.html>",
    ] {
        assert!(markdown.contains(part), "{part}: {markdown}");
    }
    let table = export("csv");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let header = reader.headers().unwrap().clone();
    let row = reader.records().next().unwrap().unwrap();
    let cell = |name: &str| &row[header.iter().position(|known| known == name).unwrap()];
    let names = ["retry_after", "severity", "deprecated", "replaced_by", "since", "url"];
    assert_eq!(
        names.map(cell),
        ["30", "warning", "true", "PAY.2", "1.2", "https://pay.example/pay/PAY.1.html"]
    );
    let module = export("typescript");
    for part in [
        r#""retry_after":30,"severity":"warning""#,
        r#""deprecated":{"since":"2.0","note":{"en":"Gateways queue requests now.","zh":"网关现在会排队。"}}"#,
        r#""url":"https://pay.example/pay/PAY.1.html""#,
    ] {
        assert!(module.contains(part), "{part}: {module}");
    }
    assert!(export("openapi").contains("since 2.0: Gateways queue requests now."));
}

#[test]
fn the_site_links_to_the_page() {
    let (catalog, parent) = (pay(), tempfile::tempdir().unwrap());
    let out = parent.path().join("site");
    found(&["docs", "--catalog", path(&catalog), "--out", out.to_str().unwrap()]);
    let page = std::fs::read_to_string(out.join("pay/PAY.1.html")).unwrap();
    for part in [
        "<a href=\"https://pay.example/pay/PAY.1.html\" rel=\"noreferrer\">Payments API</a>",
        "<strong>Warning.</strong>",
        "<a href=\"../pay/PAY.2.html\">",
        "since 2.0: Gateways queue requests now.",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
}
