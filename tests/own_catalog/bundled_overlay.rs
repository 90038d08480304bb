//! An overlay over the bundled catalog at build time: `docs/overlays.md`, "In a program".

use crate::package::Package;

const PAGE: &str = include_str!("../../docs/overlays.md");

const PROGRAM: &str = r#"
use errcat::code;

fn main() {
    for addition in code!("CSBS.6019").entry().additions() {
        println!("{}: {:?}", addition.layer(), addition.runbook());
    }
}
"#;

/// The first block of the page with this info string.
fn block(info: &str) -> &'static str {
    PAGE.split_once(&format!("```{info}\n")).unwrap().1.split_once("\n```").unwrap().0
}

#[test]
fn the_variable_lays_an_overlay_over_the_bundled_catalog() {
    let package = Package::new("bundled-overlay");
    package.write(
        "Cargo.toml",
        "[package]\nname = \"bundled-overlay\"\nedition = \"2024\"\n[dependencies]\n\
         errcat = { version = \"0.1\", default-features = false, features = [\"csbs\"] }\n",
    );
    package.write("src/main.rs", PROGRAM);
    package.write("overlay/csbs.yaml", block("yaml overlay/csbs.yaml"));
    package.write(".cargo/config.toml", block("toml"));
    let run = package.cargo("run");
    assert!(run.success, "{}", run.err);
    assert_eq!(run.out, "Payments on-call: Some(\"https://wiki.example/backup/restore-type\")\n");

    // What is wrong with it fails the build of errcat, with its place.
    package.write("overlay/csbs.yaml", &block("yaml overlay/csbs.yaml").replace("6019", "60l9"));
    let run = package.cargo("run");
    assert!(!run.success);
    assert!(run.err.contains("overlay/csbs.yaml:4:11: error[unknown-code]"), "{}", run.err);
    assert!(run.err.contains("= help: did you mean `CSBS.6019`?"), "{}", run.err);
}
