//! What a file may look like: what YAML allows is read as it is meant, and what it does not has a place.

use errcat_build::model::Lang;
use errcat_build::{Config, load};

use super::{PAY, SHOP, both, catalog, codes, faults, fresh};

#[test]
fn the_model_says_what_the_file_says() {
    let model = load(both()).unwrap();
    let names: Vec<&str> = model.services.iter().map(|service| service.module.as_str()).collect();
    assert_eq!(names, ["pay", "shop"]);
    let entry = &model.services[0].entries[0];
    let params: Vec<&str> = entry.params.iter().map(|param| param.name.as_str()).collect();
    assert_eq!(params, ["card", "reason"]);
    assert_eq!(
        (entry.message.params.as_slice(), entry.wordings[0].params.as_slice()),
        (&[0, 1][..], &[1, 0][..])
    );
    assert_eq!(entry.message.raw, "Card %s was refused: {reason}.");
    assert_eq!(*entry.description.get(Lang::ZH).unwrap(), ["银行拒绝。", "见<reason>。"]);
    let blocked = &model.services[0].entries[1];
    assert_eq!((blocked.status, blocked.params[0].list), (None, true));
    assert_eq!(blocked.former[0].status, Some(400));
}

#[test]
fn placeholders_with_different_names_are_different_arguments() {
    let text = SHOP.replace("Sold out.", "\"{名称}: {状态}\"");
    // Names that cannot be told apart as fields are to be reported, or to become two fields.
    match load(catalog(&[("shop.yaml", &text)])) {
        Err(faults) => assert_eq!(faults.as_slice().len(), 1, "{faults}"),
        Ok(model) => assert_eq!(model.services[0].entries[0].params.len(), 2, "two arguments became one"),
    }
}

#[test]
fn placeholders_without_a_field_can_be_markers() {
    let text = SHOP.replace(
        "Sold out.",
        "\"{名称}: {状态}\"\n    markers: ['{名称}', '{状态}']\n    params: [name, state]",
    );
    let model = load(catalog(&[("shop.yaml", &text)])).unwrap_or_else(|faults| panic!("{faults}"));
    let entry = &model.services[0].entries[0];
    let names: Vec<&str> = entry.params.iter().map(|param| param.name.as_str()).collect();
    assert_eq!((names.as_slice(), entry.message.segments.len()), (&["name", "state"][..], 3));
}

#[test]
fn keys_that_are_no_texts_leave_places_right() {
    for head in [
        "? {service: a}\n: {b: c}\n",
        "? [a, b]\n: [service]\n",
        "7: {service: 8}\n",
        "\"\": {service: x}\n",
        "a/b: 1\na: {b: {service: 2}}\n",
    ] {
        let found = faults(&format!("{head}{}", PAY.replace("service: pay", "service: Pay")));
        let line = head.lines().count() + 1;
        let name = found.as_slice().iter().find(|fault| fault.kind.name() == "invalid-name");
        assert_eq!(name.map(|fault| (fault.line, fault.column)), Some((line, 10)), "{found}");
        assert!(found.as_slice().iter().all(|fault| fault.kind.name() != "duplicate-key"), "{found}");
    }
}

#[test]
fn codes_that_no_table_can_hold_have_a_place() {
    let text = PAY.replace("code: PAY.1\n", &format!("code: PAY.{}\n", "1".repeat(300)));
    let error = Config::new(catalog(&[("pay.yaml", &text)])).compile_to(fresh().join("errcat")).unwrap_err();
    assert!(error.to_string().contains("pay.yaml:9:11: error["), "{error}");
}

#[test]
fn line_ends_and_a_mark_change_nothing() {
    let plain = load(catalog(&[("pay.yaml", PAY)])).unwrap();
    for text in [
        PAY.replace('\n', "\r\n"),
        format!("\u{feff}{PAY}"),
        format!("---\n{PAY}...\n"),
        format!("%YAML 1.2\n---\n{PAY}"),
    ] {
        let mut model = load(catalog(&[("pay.yaml", &text)])).unwrap_or_else(|faults| panic!("{faults}"));
        model.services[0].path.clone_from(&plain.services[0].path);
        assert_eq!(model, plain, "{text:.20?}");
    }
    // And places are those of the plain file.
    let places = |text: &str| {
        let text = text.replace("402", "42").replace("%s was", "{s was");
        faults(&text)
            .as_slice()
            .iter()
            .map(|fault| (fault.line, fault.column, fault.kind.name()))
            .collect::<Vec<_>>()
    };
    let due = [(11, 13, "status-out-of-range"), (13, 20, "malformed-placeholder")];
    assert_eq!(places(PAY), due);
    assert_eq!(places(&PAY.replace('\n', "\r\n")), due);
    assert_eq!(places(&format!("\u{feff}{PAY}")), due);
}

#[test]
fn anchors_are_refused() {
    for (from, to) in [
        ("{ en: Use another card.", "&fix { en: Use another card."),
        ("status: 402", "status: &status 402"),
        ("en: Use another card.", "&en en: Use another card."),
    ] {
        let text = PAY.replace(from, to);
        let (line, column) = (PAY.find(from).map(|at| PAY[..at].lines().count()).unwrap(), 0);
        let found = faults(&text);
        let [fault] = found.as_slice() else { panic!("{found}") };
        assert_eq!((fault.kind.name(), fault.line), ("yaml-anchor", line), "{to}: {found}");
        assert!(fault.column > column);
    }
    // What only looks like an anchor is text.
    for text in ["R &D", "a &&b", "'&b'"] {
        let text = PAY.replace("en: Use another card.", &format!("en: {text}"));
        assert!(load(catalog(&[("pay.yaml", &text)])).is_ok(), "{text}");
    }
}

#[test]
fn odd_yaml_is_reported() {
    for (text, due) in [
        ("", vec!["wrong-type"]),
        ("# nothing\n", vec!["wrong-type"]),
        ("\u{feff}", vec!["wrong-type"]),
        ("- service: pay\n", vec!["wrong-type"]),
        ("pay", vec!["wrong-type"]),
        ("42", vec!["wrong-type"]),
        ("!catalog { service: pay }", vec!["wrong-type"]),
        ("service: *nowhere", vec!["yaml-syntax"]),
        ("service: &a [*a]", vec!["yaml-anchor"]),
        ("service: \"pay", vec!["yaml-syntax"]),
        ("service: pay\0", vec!["yaml-syntax"]),
        ("\0", vec!["yaml-syntax"]),
        ("\u{1b}[31m", vec!["yaml-syntax"]),
        ("{", vec!["yaml-syntax"]),
        ("%", vec!["yaml-syntax"]),
        ("service: !!binary x\n? [a]\n: b\n? {c: d}\n: e", vec![]),
        ("? {service: a}\n: b\nservice: pay\n", vec![]),
    ] {
        let found = codes(text);
        assert!(!found.is_empty());
        if !due.is_empty() {
            assert_eq!(found, due, "{text:?}");
        }
        assert!(!found.contains(&"duplicate-key"), "{text:?}: no key stands twice");
    }
    // Two documents in one file: the fault is the second document, not its keys.
    let found = codes(&format!("{SHOP}---\n{SHOP}"));
    assert_eq!(found, ["yaml-syntax"]);
    // A tag on a text is a type of its own.
    assert_eq!(codes(&SHOP.replace("Sold out.", "!text Sold out.")), ["wrong-type"]);
    // A slash in a key is no path.
    let found = codes(&SHOP.replace("status: 409", "a: { b: 1 }\n    a/b: 2"));
    assert_eq!(found, ["unknown-key", "unknown-key"]);
}

#[test]
fn deep_nesting_is_reported() {
    for (open, close) in [("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", ""), ("[{a: ", "}]")] {
        for levels in [65, 300, 10_000] {
            let list = format!("{}1{}", open.repeat(levels), close.repeat(levels));
            assert_eq!(codes(&list), ["too-deep"], "{levels} of {open}");
            // Not closed either.
            assert_eq!(codes(&open.repeat(levels)), ["too-deep"], "{levels} of {open}");
            if !close.is_empty() {
                assert_eq!(codes(&format!("service: {list}")), ["too-deep"], "{levels} of {open}");
            }
        }
    }
    // Brackets in texts and comments are not nested.
    let text = PAY.replace("en: Use another card.", &format!("en: 'Use {} card.'", "[".repeat(1000)));
    assert!(load(catalog(&[("pay.yaml", &text)])).is_ok());
    let text = format!("# {}\n{PAY}", "{".repeat(1000));
    assert!(load(catalog(&[("pay.yaml", &text)])).is_ok());
}

#[test]
fn many_references_are_refused() {
    // Each line holds ten of the line before: a billion values.
    let mut text = String::from("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
    for at in 1..9 {
        let one = format!("*a{}", at - 1);
        text.push_str(&format!("a{at}: &a{at} [{}]\n", [one.as_str(); 10].join(",")));
    }
    assert_eq!(codes(&text), ["yaml-anchor"]);
}
