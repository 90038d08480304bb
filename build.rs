//! Compiles the bundled catalogs of the features that are switched on.
#![forbid(unsafe_code)]

use std::env;
use std::process::ExitCode;

fn main() -> ExitCode {
    let feature = |name: &str| env::var_os(format!("CARGO_FEATURE_{}", name.to_uppercase())).is_some();
    errcat_build::Config::new("catalog")
        .overlays_of("ERRCAT_OVERLAY")
        .services(feature)
        .typed_errors(feature("alloc"))
        .thiserror(true)
        .run()
}
