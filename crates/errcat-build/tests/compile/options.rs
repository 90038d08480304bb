//! What the settings leave out and what they reach.

use std::fs;
use std::path::PathBuf;

use errcat_build::{CompileError, Config};

use super::{PAY, SHOP, both, catalog, code, fresh};

#[test]
fn services_are_filtered_and_checked_all_the_same() {
    let out = fresh().join("errcat");
    Config::new(both()).services(|name| name == "shop").compile_to(&out).unwrap();
    let generated = code(&out);
    assert!(generated.contains("pub mod shop {") && !generated.contains("pub mod pay {"), "{generated}");
    assert!(!fs::read_to_string(out.join("text")).unwrap().contains("PAY."));

    let faulty = catalog(&[("pay.yaml", &PAY.replace("402", "42")), ("shop.yaml", SHOP)]);
    let error = Config::new(faulty).services(|name| name == "shop").compile_to(&out).unwrap_err();
    assert!(error.to_string().contains("error[status-out-of-range]"), "{error}");

    Config::new(both()).services(|_| false).compile_to(&out).unwrap();
    assert!(
        !code(&out).contains("pub mod pay {") && !code(&out).contains("pub mod shop {"),
        "{}",
        code(&out)
    );
}

#[test]
fn typed_errors_can_be_switched_off() {
    let out = fresh().join("errcat");
    let typed = |folder: PathBuf, wanted: bool| {
        Config::new(folder).typed_errors(wanted).compile_to(&out).unwrap();
        code(&out).matches("pub enum Error {").count()
    };
    let one_off = [("pay.yaml", format!("typed: false\n{PAY}")), ("shop.yaml", SHOP.to_owned())];
    let one_off = catalog(&one_off.each_ref().map(|(name, text)| (*name, text.as_str())));
    assert_eq!(typed(both(), true), 2);
    assert_eq!(typed(both(), false), 0);
    assert_eq!(typed(one_off, true), 1);
    let generated = code(&out);
    assert!(
        generated.contains("Error :: SoldOut") && !generated.contains("Error :: CardRefused"),
        "{generated}"
    );
    assert_eq!(generated.matches("pub enum Code {").count(), 2);
}

#[test]
fn enums_can_be_switched_off() {
    let out = fresh().join("errcat");
    Config::new(both()).enums(false).compile_to(&out).unwrap();
    let generated = code(&out);
    assert!(!generated.contains("pub enum Code {") && !generated.contains("service_code !"), "{generated}");
    assert_eq!(generated.matches("pub enum Error {").count(), 2);
}

/// Rustc would take minutes and gigabytes, and not say why.
#[test]
fn too_many_typed_errors_are_refused() {
    let (head, entry) = SHOP.split_at(SHOP.find("  - code").unwrap());
    let entry = entry.replace("message: Sold out.", "message: Sold out of %s.\n    params: [article]");
    let entries = |count: usize| -> String {
        let numbered =
            |at| entry.replace("SHOP.1", &format!("SHOP.{at}")).replace("SoldOut", &format!("SoldOut{at}"));
        (1..=count).map(numbered).collect()
    };
    let out = fresh().join("errcat");
    let compile = |text: String, typed: bool| {
        let folder = catalog(&[("shop.yaml", &text)]);
        Config::new(folder).lints(errcat_build::Lints::none()).typed_errors(typed).compile_to(&out)
    };
    let too_many = format!("{head}{}", entries(5_001));
    let refused = compile(too_many.clone(), true).unwrap_err();
    assert!(matches!(refused, CompileError::Enums(_)));
    let message = refused.to_string();
    for part in ["`shop`", "5001 entries with arguments", "`typed: false`", "`.typed_errors(false)`"] {
        assert!(message.contains(part), "{message}");
    }
    assert!(!out.exists());
    compile(too_many.replacen(" of %s.\n    params: [article]", ".", 1), true).unwrap();
    compile(too_many.clone(), false).unwrap();
    compile(format!("typed: false\n{too_many}"), true).unwrap();
    assert!(code(&out).contains("pub enum Code {") && code(&out).contains("static NAMES"));
    assert!(!refused.to_string().contains("enums(false)"), "{refused}");
    // So large a map would take rustc longer than all the rest.
    compile(format!("{head}{}", entries(10_001)), false).unwrap();
    assert!(!code(&out).contains("NAMES"), "{}", code(&out));
}

#[test]
fn options_reach_the_code() {
    let out = fresh().join("errcat");
    Config::new(both()).doc_comments(false).compile_to(&out).unwrap();
    let plain = code(&out);
    assert!(!plain.replace(' ', "").contains("::errcat"), "the library may have another name:\n{plain}");
    assert!(!plain.contains("Use another card"), "{plain}");
    Config::new(both()).compile_to(&out).unwrap();
    assert!(code(&out).contains("Use another card"));
}

#[test]
fn enums_can_be_exhaustive() {
    let out = fresh().join("errcat");
    for (wanted, count) in [(true, 6), (false, 0)] {
        Config::new(both()).non_exhaustive(wanted).compile_to(&out).unwrap();
        assert_eq!(code(&out).matches("non_exhaustive").count(), count);
    }
}

#[test]
fn a_display_has_known_names_in_braces() {
    let out = fresh().join("errcat");
    let error = Config::new(both()).display("{status}: {message}").compile_to(&out).unwrap_err();
    assert!(matches!(error, CompileError::Display(_)));
    assert_eq!(
        error.to_string(),
        "`{status}: {message}` cannot be the display of typed errors: use `{code}`, `{name}` and `{message}`, and double \
         the braces of text"
    );
    assert!(!out.exists());
    // With thiserror, each variant has the whole format.
    Config::new(both()).thiserror(true).display("[{code}] {{{message}}}").compile_to(&out).unwrap();
    assert!(code(&out).contains("\"[SHOP.1] {{Sold out.}}\""), "{}", code(&out));
}
