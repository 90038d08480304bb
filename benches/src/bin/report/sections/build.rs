//! What it costs a crate to depend on errcat.

use std::time::Duration;

use anyhow::Result;

use crate::process::{cargo, output, root, run, target_dir};
use crate::table::Table;
use crate::target::Targets;
use crate::temporary::{Crate, dependency};

const PHF_SCRIPT: &str = r#"use std::{env, fs, path::Path};

fn main() {
    let mut map = phf_codegen::Map::new();
    map.entry("CSBS.6019", "0");
    let text = format!("static CODES: phf::Map<&'static str, u32> = {};", map.build());
    fs::write(Path::new(&env::var_os("OUT_DIR").unwrap()).join("codes.rs"), text).unwrap();
}
"#;
const PHF_MAIN: &str = r#"include!(concat!(env!("OUT_DIR"), "/codes.rs"));

fn main() {
    println!("{:?}", CODES.get("CSBS.6019"));
}
"#;
/// The least that uses errcat.
pub(super) const MAIN: &str = r#"fn main() {
    let code = std::env::args().nth(1).unwrap_or_default();
    println!("{:?}", errcat::Code::find(&code).map(|code| code.entry().message().to_string()));
}
"#;

pub(super) fn measure() -> Result<String> {
    let errcat = dependency(root(), &[])?;
    let one_service = dependency(root(), &["default-features = false", "features = [\"csbs\"]"])?;
    let of_errcat = |text: &str| {
        Crate::new("consumer", &format!("[dependencies]\nerrcat = {text}\n"), &[("src/main.rs", MAIN)])
    };
    let phf = "[dependencies]\nphf = { version = \"0.14\", default-features = false }\n\n[build-dependencies]\nphf_codegen = \"0.14\"\n";
    let crates = [
        ("errcat", of_errcat(&errcat)?),
        ("errcat, `no_std` with one service", of_errcat(&one_service)?),
        ("phf alone, with a table by phf_codegen", {
            Crate::new("consumer", phf, &[("build.rs", PHF_SCRIPT), ("src/main.rs", PHF_MAIN)])?
        }),
    ];
    let mut table = Table::new(["a crate that depends on", "packages", "clean build"]);
    let mut targets = Targets::new();
    for (name, one) in &crates {
        let (packages, seconds) = (packages(one)?, clean_build(one)?.as_secs_f64());
        table.row([(*name).to_owned(), packages.to_string(), format!("{seconds:.1} s")]);
        if *name == "errcat" {
            targets.at_most("packages", 25.0, packages as f64, "");
            targets.at_most("clean build on two cores", 20.0, seconds, " s");
        }
    }
    Ok(format!(
        "A clean `cargo build` of a program of a few lines, everything being downloaded; the quicker of two. Packages \
         are all that cargo compiles for it, the program itself left out. Three of errcat's are its own, 21 are serde, \
         yaml_serde, phf, phf_codegen, quote, proc-macro2 and thiserror with what these need, three serde_json adds, which \
         reads responses, and two saphyr-parser, which says where a value stands.\n\n{table}\n### Targets\n\n{targets}"
    ))
}

/// How many packages are built for a crate.
fn packages(one: &Crate) -> Result<usize> {
    let mut cargo = cargo(one.path(), one.path());
    let tree =
        output(cargo.args(["tree", "--quiet", "--edges", "no-dev", "--prefix", "none", "--format", "{p}"]))?;
    let packages: std::collections::BTreeSet<&str> = tree
        .lines()
        .map(|line| line.trim_end_matches(" (*)"))
        .filter(|line| !line.starts_with("consumer "))
        .collect();
    Ok(packages.len())
}

fn clean_build(one: &Crate) -> Result<Duration> {
    run(cargo(one.path(), one.path()).args(["fetch", "--quiet"]))?;
    let mut quicker = Duration::MAX;
    for _ in 0..2 {
        let target = tempfile::tempdir_in(target_dir()?)?;
        quicker = quicker.min(run(cargo(one.path(), target.path()).args(["build", "--quiet"]))?);
    }
    Ok(quicker)
}
