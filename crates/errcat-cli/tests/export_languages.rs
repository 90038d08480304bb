//! Exports of catalogs in one language and in two, and of what overlays add: nothing is lost, and nothing is written as
//! another language than it is.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod common;

use common::{folder, found, json, path};
use serde_json::Value;
use tempfile::TempDir;

/// A catalog with every text in these languages.
fn catalog(languages: &[&str]) -> TempDir {
    let pick = |en: &str, zh: &str| {
        let texts = [("en", en), ("zh", zh)];
        let texts = texts.iter().filter(|(lang, _)| languages.contains(lang));
        let texts: Vec<String> = texts.map(|(lang, text)| format!("{lang}: {text}")).collect();
        format!("{{ {} }}", texts.join(", "))
    };
    let group = if languages.contains(&"en") { "Cards" } else { "银行卡" };
    let (title, groups, note) =
        (pick("Payments", "支付"), pick("Cards", "银行卡"), pick("Seldom.", "少见。"));
    let (why, fix) = (pick("The card is lost.", "银行卡已挂失。"), pick("[Wait., Ask.]", "[等待。, 询问。]"));
    folder(&format!(
        "service: pay\ntitle: {title}\nprefixes: [PAY]\nsource: {{ title: Payments API, lang: {} }}\n\
         groups: [{groups}]\nentries:\n  - code: PAY.1001\n    name: CardLost\n    status: 402\n    group: {group}\n    \
         message: 'Card %s was lost by %s.'\n    params: [card, owner]\n    description: {why}\n    remediation: {fix}\n    \
         class: failed_precondition\n    retry: after_fix\n    note: {note}\n    \
         former: [{{ status: 400, description: {why} }}]\n",
        languages[0]
    ))
}

fn overlay() -> TempDir {
    let folder = folder(
        "overlay: pay\nlayer: On call\nentries:\n  - code: PAY.1001\n    runbook: https://wiki.example/lost\n    \
         owner: card-team\n    severity: high\n    remediation: { en: Block the card. }\n    \
         translation: { description: { zh: 卡已丢失。 } }\n",
    );
    std::fs::write(
        folder.path().join("second.yaml"),
        "overlay: pay\nlayer: Audit\nentries:\n  - { code: PAY.1001, owner: auditors }\n",
    )
    .unwrap();
    folder
}

/// The entries of a catalog with overlays, as JSON, with which every other format is compared.
fn entries(catalog: &str, overlays: &[&str]) -> Value {
    let mut args = vec!["export", "--catalog", catalog];
    for folder in overlays {
        args.extend(["--overlay", folder]);
    }
    json(&args)
}

#[test]
fn yaml_says_what_was_read_in_its_languages() {
    for languages in [&["en"][..], &["zh"], &["en", "zh"], &["zh", "en"]] {
        let catalog = catalog(languages);
        let out = tempfile::tempdir().unwrap();
        found(&["export", "--format", "yaml", "--catalog", path(&catalog), "--out", path(&out)]);
        assert_eq!(entries(path(&out), &[]), entries(path(&catalog), &[]), "{languages:?}");
        let written = std::fs::read_to_string(out.path().join("pay.yaml")).unwrap();
        for lang in ["en", "zh"] {
            let has_key = written.contains(&format!("{lang}: "));
            assert_eq!(has_key, languages.contains(&lang), "{languages:?}: {written}");
        }
        let languages = languages.join(",");
        found(&["check", path(&out), "--languages", &languages, "--deny-warnings"]);
    }
}

#[test]
fn other_formats_leave_out_the_language_that_is_lacking() {
    for (own, other, text) in [("en", "zh", "The card is lost."), ("zh", "en", "银行卡已挂失。")] {
        let catalog = catalog(&[own]);
        let module = found(&["export", "--format", "typescript", "--catalog", path(&catalog)]);
        for key in ["description", "remediation", "note", "group"] {
            let value = module.split_once(&format!("\"{key}\":{{")).unwrap().1.split_once('}').unwrap().0;
            assert!(!value.contains(&format!("\"{other}\"")), "{key}: {value}");
            assert!(value.contains(&format!("\"{own}\"")) && !value.contains("null"), "{key}: {value}");
        }
        let table = found(&["export", "--format", "csv", "--catalog", path(&catalog)]);
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let header = reader.headers().unwrap().clone();
        let row = reader.records().next().unwrap().unwrap();
        let cell = |name: String| &row[header.iter().position(|known| *known == name).unwrap()];
        assert_eq!(cell(format!("description_{own}")), text);
        for column in ["group", "description", "remediation"] {
            assert!(header.iter().all(|known| *known != format!("{column}_{other}")), "{column}");
        }
    }
}

#[test]
fn yaml_brings_the_overlays_along() {
    let (catalog, overlay) = (catalog(&["en", "zh"]), overlay());
    let out = tempfile::tempdir().unwrap();
    let args = ["export", "--format", "yaml", "--catalog", path(&catalog), "--overlay", path(&overlay)];
    found(&[&args[..], &["--out", path(&out)]].concat());
    let layers = out.path().join("overlay");
    assert_eq!(entries(path(&out), &[layers.to_str().unwrap()]), entries(path(&catalog), &[path(&overlay)]));
    // On standard output, too.
    assert!(found(&args).contains("---\noverlay: pay\nlayer: On call\n"));
}

#[test]
fn every_format_says_what_overlays_add() {
    let (catalog, overlay) = (catalog(&["en", "zh"]), overlay());
    for format in ["json", "jsonl", "csv", "yaml", "markdown", "openapi", "typescript"] {
        let args = ["export", "--format", format, "--catalog", path(&catalog), "--overlay", path(&overlay)];
        let text =
            found(&args).replace("http\\://", "http://").replace("https\\://", "https://").replace('\\', "");
        for fact in [
            "On call",
            "https://wiki.example/lost",
            "card-team",
            "high",
            "Block the card.",
            "Audit",
            "auditors",
        ] {
            assert!(text.contains(fact), "{format} lacks {fact}: {text}");
        }
        let without = found(&args[..5]);
        assert!(!without.contains("card-team"), "{format}");
    }
}
