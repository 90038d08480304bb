//! Compiles the generated catalogs, and the peers of the lookup that are made at build time.

use std::process::ExitCode;

#[cfg(feature = "generated")]
#[path = "src/generate.rs"]
mod generate;
#[cfg(feature = "generated")]
#[path = "src/random.rs"]
#[allow(dead_code, reason = "the benchmarks use the rest of it")]
mod random;

#[cfg(not(feature = "generated"))]
fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=build.rs");
    ExitCode::SUCCESS
}

#[cfg(feature = "generated")]
fn main() -> ExitCode {
    match generated::compile() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("cargo::error={error}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(feature = "generated")]
mod generated {
    use std::error::Error;
    use std::fmt::Write;
    use std::fs::{self, File};
    use std::path::PathBuf;
    use std::time::SystemTime;

    use errcat_build::{Config, Lints};

    use crate::generate::{SIZES, catalog};

    pub(crate) fn compile() -> Result<(), Box<dyn Error>> {
        let out = PathBuf::from(std::env::var("OUT_DIR")?);
        println!("cargo::rerun-if-changed=../catalog");
        let bundled = bundled_codes()?;
        let mut peers = String::new();
        let arms: String =
            bundled.iter().enumerate().map(|(at, code)| format!("{code:?} => Some({at}),")).collect();
        write!(
            peers,
            "pub fn bundled_match(code: &str) -> Option<u32> {{ match code {{ {arms} _ => None }} }}"
        )?;
        phf(&mut peers, "BUNDLED", &bundled)?;
        for size in SIZES {
            let generated = catalog(size);
            let file = out.join(size.name).with_extension("yaml");
            fs::write(&file, generated.yaml)?;
            // Cargo runs a build script again when a file that it read is newer than the run.
            File::options().write(true).open(&file)?.set_modified(SystemTime::UNIX_EPOCH)?;
            let config = Config::default().file(&file).name(size.name).typed_errors(false).enums(false);
            config.doc_comments(false).lints(Lints::none()).compile()?;
            phf(&mut peers, &size.name.to_uppercase(), &generated.codes)?;
        }
        fs::write(out.join("peers.rs"), peers)?;
        Ok(())
    }

    /// The codes of the bundled catalog, each once.
    fn bundled_codes() -> Result<Vec<String>, Box<dyn Error>> {
        let entries =
            errcat_build::load("../catalog")?.services.into_iter().flat_map(|service| service.entries);
        let mut codes: Vec<String> = entries.map(|entry| entry.code).collect();
        codes.sort();
        codes.dedup();
        Ok(codes)
    }

    fn phf(out: &mut String, name: &str, codes: &[String]) -> Result<(), Box<dyn Error>> {
        let mut map = phf_codegen::Map::new();
        for (at, code) in codes.iter().enumerate() {
            map.entry(code.as_str(), at.to_string());
        }
        writeln!(out, "\npub static {name}: phf::Map<&'static str, u32> = {};", map.build())?;
        Ok(())
    }
}
