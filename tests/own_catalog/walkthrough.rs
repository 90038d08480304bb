//! `docs/own-catalogs.md`, file for file.

use crate::package::Package;

const PAGE: &str = include_str!("../../docs/own-catalogs.md");

/// The fenced blocks of the page whose info string names a file, or `output`: the name and the text.
fn blocks() -> Vec<(&'static str, &'static str)> {
    let fences = PAGE.split("\n```").skip(1).step_by(2);
    let blocks = fences.filter_map(|block| {
        let (info, text) = block.split_once('\n')?;
        Some((info.split_once(' ')?.1, text))
    });
    blocks.collect()
}

#[test]
fn the_walk_through_runs_as_written() {
    let package = Package::new("walkthrough");
    let blocks = blocks();
    let names: Vec<&str> = blocks.iter().map(|(name, _)| *name).collect();
    assert_eq!(
        names,
        ["Cargo.toml", "build.rs", "catalog/catalog.yaml", "catalog/pay.yaml", "src/main.rs", "output"]
    );
    let (files, output) = blocks.split_at(5);
    for (name, text) in files {
        package.write(name, &format!("{text}\n"));
    }
    let run = package.cargo("run");
    assert!(run.success, "{}", run.err);
    assert_eq!(run.out.trim_end(), output[0].1, "the output is not what the page shows");
    assert_eq!(run.err, "", "a newcomer sees warnings");
}
