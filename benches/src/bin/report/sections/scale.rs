//! What catalogs of 5,000 to 100,000 codes cost their crate.

use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result};
use errcat_bench::generate::{Size, catalog};
use walkdir::WalkDir;

use crate::process::{cargo, root, run, target_dir};
use crate::rustc::{self, Cost};
use crate::table::{Table, size, time};
use crate::target::Targets;
use crate::temporary::{Crate, dependency};

const NAME: &str = "errcat-bench-scale";
const SIZES: [Size; 3] = [
    Size { name: "scale", codes: 5_000, prefixes: 60 },
    Size { name: "scale", codes: 20_000, prefixes: 120 },
    Size { name: "scale", codes: 100_000, prefixes: 396 },
];

pub(super) fn measure() -> Result<String> {
    let head = [
        "codes",
        "enum of codes",
        "YAML",
        "build script",
        "rustc",
        "of the system for it",
        "rustc, peak memory",
    ];
    let (mut table, mut targets) = (Table::new(head), Targets::new());
    let mut tables_only = Vec::new();
    for size_of in SIZES {
        let yaml = catalog(size_of).yaml;
        // An enum of more codes is refused.
        let enums: &[bool] = if size_of.codes > 50_000 { &[false] } else { &[false, true] };
        for enums in enums.iter().copied() {
            let (script, cost) = build(&yaml, enums)?;
            table.row([
                size_of.codes.to_string(),
                if enums { "yes" } else { "no" }.to_owned(),
                size(yaml.len() as u64),
                time(script.as_nanos() as f64),
                time(cost.user.as_nanos() as f64),
                time(cost.system.as_nanos() as f64),
                size(cost.memory),
            ]);
            if !enums {
                tables_only.push(cost);
            }
        }
    }
    if let [small, .., large] = tables_only.as_slice() {
        targets.at_most("100,000 codes: rustc", 2.0, large.user.as_secs_f64(), " s");
        targets.at_most("100,000 codes: peak memory of rustc", 1000.0, large.memory as f64 / 1e6, " MB");
        let growth = large.user.as_secs_f64() / small.user.as_secs_f64();
        targets.at_most("rustc, 100,000 codes of 5,000, which are a 20th", 22.0, growth, "x");
    }
    Ok(format!(
        "Generated catalogs of one service with texts in two languages, each compiled by a crate of its own with \
         `cargo build --release`, without typed errors. The build script has the optimisation that cargo gives it by \
         default, which is none; its time is what it prints under `-vv`. The time of rustc is processor time in \
         its own code for the crate alone, without its dependencies; beside it stands what the system takes for it, which \
         is mostly for memory, and differs between machines. The enum of codes is what `Config::enums` switches.\n\n\
         {table}\n### Targets\n\n{targets}"
    ))
}

/// Compiles a catalog; returns how long the build script worked on it, and the cost of rustc.
fn build(yaml: &str, enums: bool) -> Result<(Duration, Cost)> {
    let script = format!(
        "fn main() -> Result<(), errcat_build::CompileError> {{\n    errcat_build::Config::new(\"catalog\")\
         .typed_errors(false).code_enums({enums}).lints(errcat_build::Lints::none()).compile()\n}}\n"
    );
    let errcat = dependency(root(), &["default-features = false"])?;
    let compiler = dependency(&root().join("crates/errcat-build"), &[])?;
    let manifest =
        format!("[dependencies]\nerrcat = {errcat}\n\n[build-dependencies]\nerrcat-build = {compiler}\n");
    let files = [
        ("build.rs", script.as_str()),
        ("src/lib.rs", "errcat::include_catalog!();\n"),
        ("catalog/scale.yaml", yaml),
    ];
    let one = Crate::new(NAME, &manifest, &files)?;
    let target = target_dir()?.join("report/scale");
    let log = one.path().join("rustc.log");
    run(rustc::note(cargo(one.path(), &target).args(["build", "--release"]), &log)?)?;
    let script = stopwatch(&target.join("release/build"))?;
    Ok((script, rustc::cost(&log, &NAME.replace('-', "_"))?))
}

/// What the last build script of the crate said of its time: `... in 123 ms: ...`.
fn stopwatch(builds: &Path) -> Result<Duration> {
    let outputs = WalkDir::new(builds)
        .max_depth(2)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|file| file.file_name() == "output" && file.path().to_string_lossy().contains(NAME));
    let last = outputs.max_by_key(|file| file.metadata().ok()?.modified().ok());
    let text = fs::read_to_string(last.context("cargo keeps no output of the build script")?.path())?;
    let milliseconds = text.lines().find_map(|line| {
        let (before, _) = line.strip_prefix("errcat-build: ")?.split_once(" ms")?;
        before.rsplit(' ').next()?.parse().ok()
    });
    Ok(Duration::from_millis(milliseconds.context("the build script does not say how long it took")?))
}
