//! Compiles a folder of YAML error-code catalogs into lookup tables and typed errors, in a build script.
//!
//! The stages are the modules, and the data goes through them in one direction:
//!
//! 1. `yaml` reads the files, and finds where a value is in its file once there is something to say about it;
//! 2. `syntax` takes them apart: keys, and values of the right type;
//! 3. `check` compares the entries with each other, as far as they could be read;
//! 4. `lint` looks for what is suspicious in the texts;
//! 5. `lower` makes the [`model`] of them: templates, parameters, closed sets;
//! 6. `overlay` lays over it what others add;
//! 7. [`tables`] and `codegen` turn a valid model into bytes and Rust code, and cannot fail;
//! 8. `write` and `cargo` put the result where the compiler finds it.
//!
//! Every fault of stages 1 to 6 becomes a [`Diagnostic`], of one [kind](DiagnosticKind); all are reported in one run, and
//! nothing is written while one is an error.
//!
//! # Example
//!
//! `build.rs` of a crate with its own `catalog/*.yaml`:
//!
//! ```no_run
//! fn main() -> Result<(), errcat_build::CompileError> {
//!     errcat_build::compile("catalog")
//! }
//! ```
//!
//! and in `lib.rs`: `errcat::include_catalog!();`. The project's `docs/own-catalogs.md` goes the whole way from an
//! empty folder; its `catalog/README.md` describes the catalog file.

mod cargo;
mod catalog_settings;
mod check;
mod codegen;

pub mod compat;
mod config;
mod diagnostic;
mod error;
mod ident;
mod languages;
mod lint;
mod lower;
mod merge;
pub mod model;
mod overlay;
mod pipeline;
#[doc(hidden)]
pub mod placeholder;
#[cfg(feature = "schema")]
mod schema;
mod settings;
mod stopwatch;
mod suggest;
mod syntax;
pub mod tables;
#[doc(hidden)]
pub mod text;
mod write;
mod yaml;

pub use catalog_settings::CatalogSettings;
pub use codegen::OversizedEnums;
pub use config::Config;
pub use diagnostic::{Diagnostic, DiagnosticKind, Diagnostics, Excerpt, Level, Lint, UnknownLint};
pub use error::CompileError;
pub use ident::is_param;
pub use lint::Lints;
pub use merge::{LeftOut, Merged, Part};
pub use pipeline::Checked;
#[cfg(feature = "schema")]
pub use schema::{catalog_schema, overlay_schema, settings_schema};

use std::path::Path;

/// Compiles the catalog files of a folder, in a build script. `errcat::include_catalog!()` includes the result.
/// [`Config`] does the same with settings.
///
/// ```no_run
/// fn main() -> Result<(), errcat_build::CompileError> {
///     errcat_build::compile("catalog")
/// }
/// ```
///
/// Faults of the catalog are no `Err`: each is told to cargo with its place, its line and a help, and cargo fails the
/// build when the script ends.
///
/// # Errors
///
/// There is no build script around this, or the result cannot be written.
pub fn compile(folder: impl AsRef<Path>) -> Result<(), CompileError> {
    Config::new(folder.as_ref()).compile()
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
    let Checked { catalog, diagnostics, .. } = Config::new(folder.as_ref()).check();
    catalog.ok_or(diagnostics)
}
