//! What is written: the same bytes for the same catalog, all of it or nothing.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use errcat_build::{CompileError, Config};

use super::{PAY, SHOP, both, catalog, code, fresh};

/// Every file below a folder, with its bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    entries.map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap())).collect()
}

/// What stands beside a compiled folder: nothing may be left there.
fn neighbours(out: &Path) -> Vec<String> {
    let names = fs::read_dir(out.parent().unwrap()).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = names.map(|name| name.into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn the_same_catalog_gives_the_same_bytes() {
    let out = fresh();
    Config::new(both()).compile_to(out.join("one")).unwrap();
    // Another folder, with the files written in another order.
    let other = catalog(&[("shop.yml", SHOP), ("pay.yaml", PAY)]);
    Config::new(other).compile_to(out.join("two")).unwrap();
    let (one, two) = (files(&out.join("one")), files(&out.join("two")));
    assert_eq!(one, two);
    assert_eq!(neighbours(&out.join("one")), ["one", "two"]);
    let names: Vec<&str> = one.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "anchors",
            "catalog.rs",
            "codes",
            "entries",
            "firsts",
            "languages",
            "leaves",
            "lists",
            "nodes",
            "parts",
            "pilots",
            "services",
            "slots",
            "templates",
            "text",
            "texts"
        ]
    );
    let folder = out.display().to_string();
    assert!(!code(&out.join("one")).contains(&folder), "the generated code names a folder of this machine");
    let text = String::from_utf8(one["text"].clone()).unwrap();
    for part in ["PAY.1", "PAYMENT.1", "CardRefused", "银行拒绝。", "SHOP.1"] {
        assert_eq!(text.matches(part).count(), 1, "{part} is stored once");
    }
}

#[test]
fn an_earlier_output_is_replaced() {
    let out = fresh().join("errcat");
    Config::new(both()).compile_to(&out).unwrap();
    fs::write(out.join("stale"), "x").unwrap();
    Config::new(catalog(&[("shop.yaml", SHOP)])).compile_to(&out).unwrap();
    assert!(!out.join("stale").exists());
    assert!(!code(&out).contains("pub mod pay "));
    assert_eq!(neighbours(&out), ["errcat"]);
}

#[test]
fn a_faulty_catalog_writes_nothing() {
    let out = fresh().join("errcat");
    let wrong = catalog(&[("pay.yaml", &PAY.replace("after_fix", "soon")), ("shop.yaml", SHOP)]);
    let error = Config::new(&wrong).compile_to(&out).unwrap_err();
    let CompileError::Catalog(faults) = &error else { panic!("{error:?}") };
    assert_eq!(faults.as_slice().len(), 1);
    assert_eq!((faults.as_slice()[0].kind.name(), faults.as_slice()[0].line), ("unknown-word", 20));
    assert!(error.to_string().contains("pay.yaml:20:12: error[unknown-word]: `soon`"), "{error}");
    assert_eq!(neighbours(&out), Vec::<String>::new());

    Config::new(both()).compile_to(&out).unwrap();
    let before = files(&out);
    Config::new(&wrong).compile_to(&out).unwrap_err();
    assert_eq!(files(&out), before);
    assert_eq!(neighbours(&out), ["errcat"]);
}

#[test]
fn what_cannot_be_written_is_an_error() {
    let out = fresh().join("errcat");
    fs::write(&out, "a file of the user").unwrap();
    let error = Config::new(both()).compile_to(&out).unwrap_err();
    assert!(matches!(error, CompileError::Write(..)), "{error:?}");
    assert!(error.to_string().starts_with("cannot write to "), "{error}");
    assert_eq!(fs::read_to_string(&out).unwrap(), "a file of the user");
    assert_eq!(neighbours(&out), ["errcat"], "half-written output is left");
}

#[test]
fn output_stays_in_its_folder() {
    // A neighbour that is named as the folder, but for the extension, is the user's.
    let parent = fresh();
    fs::create_dir_all(parent.join("errors.new")).unwrap();
    fs::write(parent.join("errors.new/mine"), "x").unwrap();
    let mine = parent.join(format!("errors.v1.new-{}-0", std::process::id()));
    fs::create_dir(&mine).unwrap();
    Config::new(both()).compile_to(parent.join("errors.v1")).unwrap();
    assert!(parent.join("errors.new/mine").exists(), "a folder of the user is deleted");
    assert!(mine.exists(), "a folder of the user is deleted");
    Config::new(both()).compile_to(parent.join("errors.new")).unwrap();
    assert!(parent.join("errors.new/catalog.rs").exists());
}

/// rustdoc would compile and run an indented block as an example of the user's crate, and show HTML as it is.
#[test]
fn no_text_leaves_its_place_in_the_documentation() {
    let hostile =
        r#""a\n\n    std::process::Command::new(\"x\");\n\n```\nb\n```\n<script>alert(1)</script> \e[31m""#;
    let text = PAY
        .replace("    wordings:\n      - '{reason}: card %s'\n", "")
        .replace("\"Card %s was refused: {reason}.\"", &hostile.replacen("\"a", "\"%s {reason} a", 1))
        .replace("The bank refused.", "x")
        .replace("[x, See <reason>.]", hostile)
        .replace("[银行拒绝。, 见<reason>。]", "银行拒绝。")
        .replace("Use another card.", hostile)
        .replace("en: Payments,", &format!("en: {hostile},"))
        .replace("\"Payments API Reference\"", hostile);
    let out = fresh();
    Config::new(catalog(&[("pay.yaml", &text)])).compile_to(&out).unwrap();
    let code = code(&out);
    // Each text is one line of a string literal: what follows a line break in it begins with a word of ours.
    let docs: Vec<&str> = code.match_indices("#[doc = \"").map(|(at, _)| &code[at..]).collect();
    assert!(docs.len() > 10);
    for doc in docs {
        let doc = doc.split("\"]").next().unwrap();
        let lines = doc.split("\\n").skip(1).filter(|line| !line.is_empty());
        for line in lines {
            let ours = ["HTTP ", "Message: ", "Why: ", "Fix: "].iter().any(|start| line.starts_with(start));
            assert!(ours || line.starts_with(|c: char| c.is_ascii_lowercase()), "{line}");
        }
        assert!(!doc.contains("\n<script>") && !doc.contains('\u{1b}'), "{doc}");
    }
    assert!(code.contains(r"\\<script\\>alert(1)\\</script\\>"), "{code}");
}
