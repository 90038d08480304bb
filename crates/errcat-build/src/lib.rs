//! Compiles a folder of YAML error-code catalogs into lookup tables and typed errors, in a build script.
//!
//! The stages are the modules, and the data goes through them in one direction:
//!
//! 1. `source` reads the files, and where each value stands in them;
//! 2. `raw` takes them apart: keys, and values of the right type;
//! 3. `check` compares the entries with each other, as far as they could be read;
//! 4. `lower` makes the [`model`] of them: templates, parameters, closed sets;
//! 5. [`tables`] and `emit` turn a valid model into bytes and Rust code, and cannot fail;
//! 6. `write` and `cargo` put the result where the compiler finds it.
//!
//! Every fault of stages 1 to 4 becomes a [`Diagnostic`]; all are reported in one run, and nothing is written while
//! there is one.
//!
//! # Example
//!
//! `build.rs` of a crate with its own `catalog/*.yaml`:
//!
//! ```no_run
//! fn main() -> std::process::ExitCode {
//!     errcat_build::Config::new("catalog").run()
//! }
//! ```
//!
//! and in `lib.rs`: `errcat::include_catalog!();`. The catalog file is described in the project's `catalog/README.md`.

mod cargo;
mod check;
mod config;
mod diagnostic;
mod emit;
mod ident;
mod lower;
pub mod model;
mod raw;
mod source;
pub mod tables;
mod template;
mod write;

pub use config::{CompileError, Config};
pub use diagnostic::{Diagnostic, Diagnostics, Severity};

use std::path::Path;

/// Reads and checks all catalog files of a folder.
///
/// ```
/// # let folder = std::env::temp_dir().join("errcat-doc-load");
/// # std::fs::create_dir_all(&folder)?;
/// std::fs::write(folder.join("pay.yaml"), "service: 7\n")?;
/// let faults = errcat_build::load(&folder).unwrap_err();
/// assert!(faults.to_string().contains("pay.yaml:1:10: error[wrong-type]"));
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
///
/// All faults of all files, sorted by file and line.
pub fn load(folder: impl AsRef<Path>) -> Result<model::Catalog, Diagnostics> {
    load_if(folder.as_ref(), |_| true)
}

/// As [`load`], but only the services whose name the filter takes reach the model. All files are checked.
pub(crate) fn load_if(folder: &Path, wanted: impl Fn(&str) -> bool) -> Result<model::Catalog, Diagnostics> {
    let mut faults = Diagnostics::default();
    let files = source::read_folder(folder, &mut faults);
    let raw = files.iter().filter_map(|file| raw::read(file, &mut faults).ok()).collect::<Vec<_>>();
    check::all(&raw, &mut faults);
    let services =
        raw.into_iter().filter_map(|raw| lower::service(raw, &mut faults).ok()).collect::<Vec<_>>();
    faults.into_result()?;
    Ok(model::Catalog { services: services.into_iter().filter(|service| wanted(&service.module)).collect() })
}
