//! Any text is a catalog file: it is compiled or refused, and refusing names a place.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(folder.path().join("a.yaml"), text).expect("a file");
    if let Err(faults) = errcat_build::load(folder.path()) {
        assert!(!faults.as_slice().is_empty());
    }
});
