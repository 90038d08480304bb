//! Runs the benchmarks of one file, and reads what criterion measured.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;
use walkdir::WalkDir;

use crate::process::{cargo, root, run, target_dir};
use crate::table::{Table, throughput, time, times};

/// Medians in nanoseconds an element, or a pass where a group has no elements, by group and function.
#[derive(Debug)]
pub(crate) struct Measured {
    medians: BTreeMap<(String, String), f64>,
    /// Bytes a pass, of the groups that count bytes.
    bytes: BTreeMap<String, f64>,
}

/// The one that the others are compared with.
const OWN: &str = "errcat";

impl Measured {
    /// Runs `cargo bench --bench NAME`.
    pub(crate) fn run(bench: &str) -> Result<Self> {
        let home = tempfile::tempdir()?;
        let mut cargo = cargo(root(), &target_dir()?);
        cargo.args([
            "bench",
            "--quiet",
            "--locked",
            "--manifest-path",
            "benches/Cargo.toml",
            "--bench",
            bench,
        ]);
        // Without the feature of this program, cargo does not build it anew in the place from which it runs.
        cargo.args(["--no-default-features", "--features", "generated"]);
        run(cargo.env("CRITERION_HOME", home.path()))?;
        Self::read(home.path())
    }

    fn read(home: &Path) -> Result<Self> {
        let mut measured = Self { medians: BTreeMap::new(), bytes: BTreeMap::new() };
        for file in WalkDir::new(home) {
            let file = file?;
            if file.path().ends_with("new/benchmark.json") {
                measured
                    .add(file.path())
                    .with_context(|| format!("criterion's {}", file.path().display()))?;
            }
        }
        Ok(measured)
    }

    fn add(&mut self, path: &Path) -> Result<()> {
        let read = |path: &Path| -> Result<Value> { Ok(serde_json::from_slice(&fs::read(path)?)?) };
        let benchmark = read(path)?;
        let text = |key: &str| Some(benchmark.get(key)?.as_str()?.to_owned());
        let (group, function) = text("group_id").zip(text("function_id")).context("has no names")?;
        let estimates = read(&path.with_file_name("estimates.json"))?;
        let median =
            estimates.pointer("/median/point_estimate").and_then(Value::as_f64).context("has no median")?;
        let elements = benchmark.pointer("/throughput/Elements").and_then(Value::as_f64);
        if let Some(bytes) = benchmark.pointer("/throughput/Bytes").and_then(Value::as_f64) {
            self.bytes.insert(group.clone(), bytes);
        }
        self.medians.insert((group, function), median / elements.unwrap_or(1.0));
        Ok(())
    }

    /// The median of a function, in nanoseconds.
    pub(crate) fn median(&self, group: &str, function: &str) -> Result<f64> {
        let median = self.medians.get(&(group.to_owned(), function.to_owned())).copied();
        median.with_context(|| format!("`{group}/{function}` was not measured"))
    }

    /// How many times as long as errcat a peer takes.
    pub(crate) fn ratio(&self, group: &str, peer: &str) -> Result<f64> {
        Ok(self.median(group, peer)? / self.median(group, OWN)?)
    }

    /// A row a function and a column a group, `(title, group)`; each cell has the median and its ratio to errcat's.
    pub(crate) fn table(&self, functions: &[&str], groups: &[(&str, String)]) -> Result<Table> {
        let titles = groups.iter().map(|(title, _)| *title);
        let mut table = Table::new(std::iter::once("").chain(titles));
        for function in functions {
            let cells: Result<Vec<String>> =
                groups.iter().map(|(_, group)| self.cell(group, function)).collect();
            table.row(std::iter::once((*function).to_owned()).chain(cells?));
        }
        Ok(table)
    }

    fn cell(&self, group: &str, function: &str) -> Result<String> {
        let median = self.median(group, function)?;
        let value = self.bytes.get(group).map_or_else(|| time(median), |bytes| throughput(*bytes, median));
        Ok(if function == OWN { value } else { format!("{value} ({})", times(self.ratio(group, function)?)) })
    }
}
