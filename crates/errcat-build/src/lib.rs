//! Compiles a folder of YAML error-code catalogs into lookup tables and typed errors, in a build script.
//!
//! The stages are the modules, and the data goes through them in one direction:
//!
//! 1. `source` reads the files, and where each value stands in them;
//! 2. `raw` takes them apart: keys, and values of the right type;
//! 3. `check` compares the entries with each other, as far as they could be read;
//! 4. `lint` looks for what is suspicious in the texts;
//! 5. `lower` makes the [`model`] of them: templates, parameters, closed sets;
//! 6. [`tables`] and `emit` turn a valid model into bytes and Rust code, and cannot fail;
//! 7. `write` and `cargo` put the result where the compiler finds it.
//!
//! Every fault of stages 1 to 5 becomes a [`Diagnostic`], with one of the [`CODES`]; all are reported in one run, and
//! nothing is written while one is an error.
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
mod codes;
mod config;
mod diagnostic;
pub mod diff;
mod emit;
mod ident;
mod lint;
mod lower;
pub mod model;
mod raw;
mod source;
pub mod tables;
mod template;
mod write;

pub use codes::{CODES, Code};
pub use config::{CompileError, Config};
pub use diagnostic::{Diagnostic, Diagnostics, Excerpt, Severity};
pub use ident::is_param;
pub use lint::{Lint, Lints, UnknownLint};

use std::path::Path;

/// What [`Config::check`] found.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Checked {
    /// The catalog, unless there is an error.
    pub catalog: Option<model::Catalog>,
    /// All errors and warnings, sorted by file, line and column.
    pub diagnostics: Diagnostics,
}

/// Reads and checks all catalog files of a folder. [`Config::check`] does the same, and answers warnings too.
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
/// All faults of all files and the warnings beside them, sorted by file and line.
pub fn load(folder: impl AsRef<Path>) -> Result<model::Catalog, Diagnostics> {
    let Checked { catalog, diagnostics } = Config::new(folder.as_ref()).check();
    catalog.ok_or(diagnostics)
}

/// Reads a folder. Only the services whose name the filter takes reach the model; all files are checked.
fn read(folder: &Path, wanted: impl Fn(&str) -> bool, lints: &Lints, deny_warnings: bool) -> Checked {
    let mut faults = Diagnostics::default();
    let files = source::read_folder(folder, &mut faults);
    let raw = files.iter().filter_map(|file| raw::read(file, &mut faults).ok()).collect::<Vec<_>>();
    check::all(&raw, &mut faults);
    let found = raw.iter().map(lint::all).collect::<Vec<_>>();
    let services =
        raw.into_iter().filter_map(|raw| lower::service(raw, &mut faults).ok()).collect::<Vec<_>>();
    for found in found {
        found.report(lints, &mut faults);
    }
    if deny_warnings {
        faults.deny_warnings();
    }
    faults.sort();
    let services = services.into_iter().filter(|service| wanted(&service.module)).collect();
    let catalog = (!faults.has_errors()).then_some(model::Catalog { services });
    Checked { catalog, diagnostics: faults }
}
