//! Catalogs in languages other than those of the bundled one: checked, shown, exported, documented.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod common;

use common::{errcat_run, folder, found, json, keys, path};

/// A catalog in German, French and Arabic; one text lacks nothing, and the group is called by its French name.
const SHOP: &str = "\
service: shop
title: { de: Laden, fr: Boutique, ar: متجر }
prefixes: [SHOP]
source: { title: Handbuch, lang: de }
groups: [{ de: Kasse, fr: Caisse, ar: صندوق }]
confused_with: [{ prefix: SHOPPER, de: Ein anderer Laden, fr: Une autre boutique, ar: متجر آخر }]
entries:
  - code: SHOP.1
    name: SoldOut
    status: 409
    group: Caisse
    message: 'Artikel {article} ist ausverkauft.'
    description: { de: [Nichts ist übrig. Das Lager ist leer., Es wird geliefert.], fr: [Il n'en reste plus., Une livraison est prévue.], ar: [لم يبق شيء., التسليم قادم.] }
    remediation: { de: Später wiederkommen., fr: Revenir plus tard., ar: عد لاحقا. }
    class: unavailable
    retry: later
    note: { de: Selten., fr: Rare., ar: نادر. }
    former: [{ status: 400, description: { de: Geschlossen., fr: Fermé., ar: مغلق. } }]
";

const ENGLISH: &str = "\
service: pay
title: { en: Payments }
prefixes: [PAY]
source: { title: Handbook }
entries:
  - code: PAY.1
    name: CardRefused
    status: 402
    message: 'Card %s was refused.'
    params: [card]
    description: { en: The bank refuses. }
    remediation: { en: Use another card. }
    class: failed_precondition
    retry: after_fix
";

#[test]
fn a_catalog_in_three_languages_is_checked_without_a_flag() {
    let catalog = folder(SHOP);
    let out = found(&["check", path(&catalog)]);
    for share in ["description.de", "description.fr", "description.ar", "remediation.ar"] {
        assert!(out.lines().any(|line| line.starts_with(share) && line.ends_with("100 %")), "{share}: {out}");
    }
    assert!(!out.contains(".en") && !out.contains(".zh"), "{out}");
    // What the title promises is missing in one entry.
    let lacking = folder(&SHOP.replace(", fr: Revenir plus tard.", ""));
    let run = errcat_run(&["check", path(&lacking)]);
    assert_eq!(run.status, 4);
    assert!(run.out.contains("missing-key") && run.out.contains("key `fr` is missing"), "{}", run.out);
    // Unless it is not asked for: then the coverage says so.
    let out = found(&["check", path(&lacking), "--languages", "de"]);
    assert!(out.lines().any(|line| line.starts_with("remediation.fr") && line.ends_with(" 0 %")), "{out}");
    // A tag is written in one way, and `zh_CN` is none.
    for wrong in ["DE: Später", "german: Später"] {
        let wrong = folder(&SHOP.replace("de: Später", wrong));
        assert!(errcat_run(&["check", path(&wrong)]).out.contains("unknown-key"));
    }
}

#[test]
fn languages_of_the_catalog_are_shown_and_no_others() {
    let catalog = folder(SHOP);
    let explain = |lang: &str| found(&["explain", "SHOP.1", "--catalog", path(&catalog), "--lang", lang]);
    assert!(explain("fr").contains("Revenir plus tard.") && explain("fr").contains("Caisse"));
    // A region that the catalog does not have, and the default language.
    assert!(explain("fr-CA").contains("Revenir plus tard."));
    assert!(found(&["explain", "SHOP.1", "--catalog", path(&catalog)]).contains("Später wiederkommen."));
    let run = errcat_run(&["explain", "SHOP.1", "--catalog", path(&catalog), "--lang", "en"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("the catalog has no language `en`: use one of de, fr, ar"), "{}", run.err);
}

#[test]
fn json_has_a_member_for_each_language_of_the_catalog() {
    let catalog = folder(SHOP);
    let entry =
        &json(&["explain", "SHOP.1", "--format", "json", "--catalog", path(&catalog)])[0]["entries"][0];
    assert_eq!(keys(&entry["description"]), ["de", "fr", "ar"], "{entry}");
    assert_eq!(entry["remediation"]["ar"], "عد لاحقا.");
    assert_eq!(entry["group"], "Kasse");
}

#[test]
fn yaml_comes_back_the_same() {
    for text in [SHOP, ENGLISH] {
        let catalog = folder(text);
        let out = tempfile::tempdir().unwrap();
        found(&["export", "--format", "yaml", "--catalog", path(&catalog), "--out", path(&out)]);
        let again = json(&["export", "--catalog", path(&out)]);
        assert_eq!(again, json(&["export", "--catalog", path(&catalog)]));
        let run = errcat_run(&["diff", path(&catalog), path(&out)]);
        assert_eq!((run.status, run.err.as_str()), (0, ""), "{}", run.out);
    }
}

#[test]
fn columns_and_members_follow_the_languages() {
    let (shop, english) = (folder(SHOP), folder(ENGLISH));
    let head = |catalog| {
        let table = found(&["export", "--format", "csv", "--catalog", catalog]);
        table.lines().next().unwrap().to_owned()
    };
    assert!(head(path(&shop)).contains("remediation_de,remediation_fr,remediation_ar"));
    assert!(head(path(&english)).contains("remediation_en") && !head(path(&english)).contains("_zh"));
    let module = found(&["export", "--format", "typescript", "--catalog", path(&shop)]);
    assert!(module.contains("readonly ar: string | null;") && !module.contains("readonly en:"));
}

#[test]
fn a_site_has_one_tree_per_language() {
    let catalog = folder(SHOP);
    let out = tempfile::tempdir().unwrap();
    found(&["docs", "--catalog", path(&catalog), "--out", path(&out)]);
    let read = |page: &str| std::fs::read_to_string(out.path().join(page)).unwrap();
    let german = read("shop/SHOP.1.html");
    assert!(german.contains("<html lang=\"de\" dir=\"ltr\""), "{german}");
    assert!(german.contains("Später wiederkommen.") && german.contains(">Français</a>"), "{german}");
    // A name is English, and the title is not: it is the first sentence of the cause.
    assert!(german.contains("Nichts ist übrig"), "{german}");
    let arabic = read("ar/shop/SHOP.1.html");
    assert!(arabic.contains("<html lang=\"ar\" dir=\"rtl\"") && arabic.contains("عد لاحقا."), "{arabic}");
    assert!(arabic.contains("href=\"../../fr/shop/SHOP.1.html\""), "{arabic}");
    assert!(out.path().join("assets/index.ar.js").exists());
    for other in ["de", "en", "zh", "assets/index.en.js"] {
        assert!(!out.path().join(other).exists(), "{other}");
    }
}

#[test]
fn one_language_needs_no_switch() {
    let catalog = folder(ENGLISH);
    assert!(found(&["check", path(&catalog)]).contains("no faults"));
    let out = tempfile::tempdir().unwrap();
    found(&["docs", "--catalog", path(&catalog), "--out", path(&out)]);
    let home = std::fs::read_to_string(out.path().join("index.html")).unwrap();
    assert!(!home.contains("rel=\"alternate\"") && !home.contains("switch language"), "{home}");
    assert!(!out.path().join("zh").exists());
    let entry =
        &json(&["explain", "PAY.1", "--format", "json", "--catalog", path(&catalog)])[0]["entries"][0];
    assert_eq!(keys(&entry["description"]), ["en"]);
}

#[test]
fn an_overlay_brings_a_language_of_its_own() {
    let catalog = folder(ENGLISH);
    let overlay = folder(
        "overlay: pay\nlayer: Berlin\nentries:\n  - code: PAY.1\n    remediation: { de: Die Bank anrufen. }\n    \
         translation: { description: { pt-BR: O banco recusa. } }\n",
    );
    let args = ["explain", "PAY.1", "--catalog", path(&catalog), "--overlay", path(&overlay), "--lang"];
    let explain = |lang: &'static str| found(&[&args[..], &[lang]].concat());
    assert!(explain("de").contains("Die Bank anrufen.") && explain("de").contains("The bank refuses."));
    assert!(explain("pt-BR").contains("O banco recusa."));
}
