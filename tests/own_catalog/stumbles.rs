//! What a newcomer does wrong, and whether he is told what to do.

use crate::package::{BUILD, Package, Run};

const PROGRAM: &str = "errcat::include_catalog!(); fn main() { println!(\"{}\", CATALOG.codes().len()); }";
const PAY: &str = "\
service: pay
title: { en: Payments, zh: 支付 }
prefixes: [PAY]
source: { title: Handbook }
entries:
  - code: PAY.1
    name: CardDeclined
    message: The bank declined {card}.
    description: { en: The bank refuses., zh: 银行拒绝。 }
    remediation: { en: Use another card., zh: 更换银行卡。 }
    class: failed_precondition
    retry: after_fix
";

/// A package with these features of errcat that is right but for what the test changes.
fn package(name: &str, features: &str) -> Package {
    let package = Package::with_catalog(&format!("stumble-{name}"), features, BUILD, PAY);
    package.write("src/main.rs", PROGRAM);
    package
}

/// Builds it, and wants the failure to say this, once.
fn fails_with(package: &Package, due: &[&str]) -> Run {
    let run = package.cargo("check");
    assert!(!run.success, "it builds");
    for due in due {
        assert_eq!(run.err.matches(due).count(), 1, "`{due}` is not there once:\n{}", run.err);
    }
    run
}

/// Builds it, and wants the failure to say this. rustc quotes the generated code that says it, too.
fn fails_saying(package: &Package, expected: &str) {
    let run = package.cargo("check");
    assert!(!run.success, "it builds");
    let errors: Vec<&str> = run.err.lines().filter(|line| line.starts_with("error")).collect();
    assert!(errors.iter().any(|error| error.contains(expected)), "`{expected}` is not there:\n{}", run.err);
}

/// How many errors cargo and rustc show, but for their summaries.
fn errors(run: &Run) -> usize {
    let summary = |line: &&str| {
        !line.starts_with("error: could not compile")
            && !line.starts_with("error: build script logged errors")
    };
    run.err.lines().filter(|line| line.starts_with("error")).filter(summary).count()
}

#[test]
fn no_build_script() {
    let package = Package::new("no-build-script");
    package.write(
        "Cargo.toml",
        "[package]\nname = \"stumble-no-build-script\"\nedition = \"2024\"\n\
         [dependencies]\nerrcat = { version = \"0.1\", default-features = false, features = [\"json\"] }\n",
    );
    package.write("src/main.rs", "errcat::include_catalog!(); fn main() {}");
    let run = fails_with(
        &package,
        &[
            "no catalog `catalog` was compiled for this package",
            "        errcat_build::compile(\"catalog\")\n",
            "cargo add --build errcat-build",
        ],
    );
    assert_eq!(errors(&run), 1, "{}", run.err);
}

#[test]
fn another_name_in_the_build_script() {
    let package = package("other-name", "\"json\"");
    package.write("src/main.rs", "errcat::include_catalog!(\"pay\"); fn main() {}");
    let run = fails_with(
        &package,
        &["no catalog `pay` was compiled", "Config::new(\"pay\").name(\"pay\").compile()"],
    );
    assert_eq!(errors(&run), 1, "{}", run.err);
}

#[test]
fn the_feature_alloc_is_missing() {
    let package = package("no-alloc", "");
    let run = fails_with(&package, &["need the feature `alloc` of errcat", "Config::typed_errors(false)"]);
    assert_eq!(errors(&run), 1, "{}", run.err);
    package.write(
        "build.rs",
        &BUILD.replace(
            "errcat_build::compile(\"catalog\")",
            "errcat_build::Config::new(\"catalog\").typed_errors(false).compile()",
        ),
    );
    let run = package.cargo("run");
    assert_eq!((run.success, run.out.as_str(), run.err.as_str()), (true, "1\n", ""));
}

#[test]
fn the_folder_is_not_there_or_is_empty() {
    let package = package("folder", "\"json\"");
    package.write("build.rs", &BUILD.replace("\"catalog\"", "\"catalogue\""));
    let run = fails_with(
        &package,
        &["catalogue: error[unreadable-folder]: cannot read the folder", "begin where its Cargo.toml is"],
    );
    assert_eq!(errors(&run), 2, "the fault and its help:\n{}", run.err);
    package.write("catalogue/notes.txt", "nothing yet");
    fails_with(&package, &["catalogue: error[empty-folder]", "put one *.yaml file a service into it"]);
    package.write("build.rs", &BUILD.replace("\"catalog\"", "\"catalog/pay.yaml\""));
    fails_with(&package, &["catalog/pay.yaml: error[unreadable-folder]: this is a file", "`Config::file`"]);
}

#[test]
fn faults_are_shown_once_with_their_lines() {
    let package = package("faults", "\"json\"");
    package.write("catalog/pay.yaml", &PAY.replace("after_fix", "soon").replace("PAY.1", "PAI.1"));
    let run = fails_with(
        &package,
        &[
            "catalog/pay.yaml:6:11: error[wrong-prefix]",
            "6 |   - code: PAI.1",
            "catalog/pay.yaml:12:12: error[unknown-word]",
            "12 |     retry: soon",
            "= help: use one of never, after_fix, later, backoff",
        ],
    );
    assert!(!run.err.contains("Diagnostic") && !run.err.contains("cargo::error"), "{}", run.err);
}

#[test]
fn a_code_that_there_is_not() {
    let package = package("code", "\"json\"");
    let program = "errcat::include_catalog!(); fn main() { println!(\"{}\", code!(\"PAY.7\")); }";
    package.write("src/main.rs", program);
    fails_saying(
        &package,
        "unknown error code `PAY.7`: this catalog does not hold it; `errcat explain PAY.7` shows the nearest codes",
    );
    package.write(
        "src/main.rs",
        &program.replace("code!(\"PAY.7\")", "matches!(Code::find(\"PAY.1\"), Some(code!(\"PAY.7\")))"),
    );
    fails_saying(&package, "unknown error code `PAY.7`: this catalog does not hold it");
    package.write("src/main.rs", &program.replace("\"PAY.7\"", "PAY"));
    fails_saying(&package, "expected the text of a code, as in `code!(\"CSBS.6019\")`");
    package.write("src/main.rs", &program.replace("PAY.7", "PAY.1"));
    assert_eq!(package.cargo("run").out, "PAY.1\n");
}

#[test]
fn a_code_of_a_service_that_is_left_out() {
    let package = package("left-out", "\"json\"");
    package.write("catalog/shop.yaml", &PAY.replace("PAY", "SHOP").replace("service: pay", "service: shop"));
    package.write(
        "build.rs",
        &BUILD.replace(
            "errcat_build::compile(\"catalog\")",
            "errcat_build::Config::new(\"catalog\").services(|name| name != \"shop\").compile()",
        ),
    );
    package.write(
        "src/main.rs",
        "errcat::include_catalog!(); fn main() { println!(\"{}\", code!(\"SHOP.1\")); }",
    );
    fails_saying(
        &package,
        "`SHOP.1` is a code of the service `shop`, which is not compiled in: switch its feature on (`shop`)",
    );
}

#[test]
fn a_module_without_its_path() {
    let package = package("module", "\"json\"");
    let program = "mod errors { errcat::include_catalog!(); } fn main() { println!(\"{}\", errors::code!(\"PAY.1\")); }";
    package.write("src/main.rs", program);
    fails_saying(&package, "this catalog is not in the root of the crate");
    package.write("src/main.rs", &program.replace("catalog!()", "catalog!(crate::mistakes)"));
    fails_saying(&package, "mistakes");
    package.write("src/main.rs", &program.replace("catalog!()", "catalog!(crate::errors)"));
    assert_eq!(package.cargo("run").out, "PAY.1\n");
}

#[test]
fn a_renamed_dependency() {
    let package = package("renamed", "\"json\"");
    let manifest = "[package]\nname = \"stumble-renamed\"\nedition = \"2024\"\n[dependencies]\n\
                    err = { package = \"errcat\", version = \"0.1\", default-features = false, features = [\"json\"] }\n\
                    [build-dependencies]\nerrcat-build = \"0.1\"\n";
    package.write("Cargo.toml", manifest);
    package.write(
        "src/main.rs",
        "err::include_catalog!(); fn main() { println!(\"{}\", code!(\"PAY.1\").entry().name()); }",
    );
    let run = package.cargo("run");
    assert_eq!((run.out.as_str(), run.err.as_str()), ("CardDeclined\n", ""));
}

#[test]
fn outside_of_a_build_script() {
    let package = package("outside", "\"json\"");
    package.write("Cargo.toml", "[package]\nname = \"stumble-outside\"\nedition = \"2024\"\nbuild = false\n[dependencies]\nerrcat-build = \"0.1\"\n");
    package.write("src/main.rs", BUILD);
    let run = package.cargo("run");
    assert!(!run.success);
    assert!(run.err.starts_with("Error: `OUT_DIR` is not set: call this from a build script"), "{}", run.err);
}

#[test]
fn generated_by_another_version() {
    let package = package("other-version", "\"json\"");
    // What errcat-build 9.9.9 would write.
    package.write(
        "build.rs",
        r#"fn main() -> Result<(), Box<dyn std::error::Error>> {
            errcat_build::compile("catalog")?;
            let file = std::path::Path::new(&std::env::var("OUT_DIR")?).join("errcat/catalog/catalog.rs");
            let version = format!("needs_errcat_{}", "VERSION".replace('.', "_"));
            let code = std::fs::read_to_string(&file)?;
            assert!(code.contains(&version), "{code}");
            Ok(std::fs::write(file, code.replace(&version, "needs_errcat_9_9_9"))?)
        }"#
        .replace("VERSION", env!("CARGO_PKG_VERSION"))
        .as_str(),
    );
    let run = fails_with(&package, &["cannot find function `needs_errcat_9_9_9` in module `__private`"]);
    assert_eq!(errors(&run), 1, "{}", run.err);
    let ours = format!("needs_errcat_{}", env!("CARGO_PKG_VERSION").replace('.', "_"));
    assert!(run.err.contains(&ours), "{}", run.err);
}
