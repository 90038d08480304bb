//! Why a catalog was not compiled.

use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::codegen::OversizedEnums;
use crate::diagnostic::Diagnostics;
use crate::tables::TablesError;

/// Why a catalog was not compiled.
///
/// Its `Debug` says the same as its `Display`: it is what a `main` that returns it shows.
#[derive(thiserror::Error)]
#[non_exhaustive]
pub enum CompileError {
    /// The catalog has faults.
    #[error(transparent)]
    Catalog(#[from] Diagnostics),
    /// The catalog holds more than its tables can.
    #[error(transparent)]
    Tables(#[from] TablesError),
    /// The enums of the catalog would take rustc minutes.
    #[error(transparent)]
    Enums(#[from] OversizedEnums),
    /// The catalog is to have a name that cannot be one.
    #[error("`{0}` cannot be the name of a catalog: use letters, digits, `_` and `-`")]
    Name(String),
    /// Typed errors are to show themselves in a format that cannot be one.
    #[error(
        "`{0}` cannot be the display of typed errors: use `{{code}}`, `{{name}}` and `{{message}}`, and double the braces of text"
    )]
    Display(String),
    /// The build script compiles two catalogs with the same name.
    #[error(
        "this build script has a catalog with the name `{0}` already: give the other one its own by `Config::name`"
    )]
    NameTaken(String),
    /// `OUT_DIR` is not set, and no other folder is.
    #[error("`OUT_DIR` is not set: call this from a build script (build.rs), or use `Config::compile_to`")]
    NoBuildScript,
    /// The result cannot be written.
    #[error("cannot write to {path}: {error}", path = .0.display(), error = .1)]
    Write(PathBuf, #[source] io::Error),
}

impl fmt::Debug for CompileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
