//! The placeholders that the compiler reads are those that the documentation lists.
#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

use std::fs;
use std::path::Path;

use errcat_build::placeholder::examples;

#[test]
fn every_form_of_a_placeholder_is_documented() {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../catalog/README.md");
    let readme = fs::read_to_string(readme).unwrap();
    for example in examples() {
        assert!(readme.contains(&format!("`{example}`")), "catalog/README.md lacks `{example}`");
    }
}
