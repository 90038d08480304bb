//! What README.md says of the catalog is true.
#![cfg(feature = "catalogs")]
#![allow(missing_docs)]

use errcat::{CATALOG, Lang};

#[test]
fn table_of_services() {
    let readme = include_str!("../README.md");
    let rows: Vec<Vec<&str>> = readme
        .lines()
        .filter(|line| line.starts_with("| `"))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    for service in CATALOG.services() {
        let name = format!("`{}`", service.name());
        let row =
            rows.iter().find(|row| row[0] == name && row.len() == 4).unwrap_or_else(|| panic!("{name}"));
        assert_eq!(row[1], service.title(Lang::EN));
        assert_eq!(row[2], service.codes().len().to_string(), "{name}");
        assert!(service.prefixes().all(|prefix| row[3].contains(prefix)), "{name}");
    }
}
