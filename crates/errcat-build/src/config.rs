//! What to compile, and where to put it.

use std::env;
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::diagnostic::Diagnostics;
use crate::tables::Tables;
use crate::{cargo, emit, load_if, write};

/// Settings of a compilation, for build scripts.
///
/// ```no_run
/// // build.rs
/// fn main() -> std::process::ExitCode {
///     errcat_build::Config::new("catalog").typed_errors(false).run()
/// }
/// ```
#[must_use]
pub struct Config {
    folder: PathBuf,
    services: Box<dyn Fn(&str) -> bool>,
    runtime_path: String,
    typed_errors: bool,
    doc_comments: bool,
}

impl fmt::Debug for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Config")
            .field("folder", &self.folder)
            .field("runtime_path", &self.runtime_path)
            .field("typed_errors", &self.typed_errors)
            .field("doc_comments", &self.doc_comments)
            .finish_non_exhaustive()
    }
}

impl Config {
    /// Compiles the `*.yaml` files of this folder, given relative to the package.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into(),
            services: Box::new(|_| true),
            runtime_path: "::errcat".to_owned(),
            typed_errors: true,
            doc_comments: true,
        }
    }

    /// Only the services whose name this takes; the files of the others are checked all the same. Default: all.
    pub fn services(mut self, wanted: impl Fn(&str) -> bool + 'static) -> Self {
        self.services = Box::new(wanted);
        self
    }

    /// Where generated code finds the crate `errcat`. Default: `::errcat`.
    pub fn runtime_path(mut self, path: impl Into<String>) -> Self {
        self.runtime_path = path.into();
        self
    }

    /// Whether each service gets an `Error` enum; they need the crate `thiserror` and the feature `alloc` of errcat.
    /// A catalog file can also say `typed: false`. Default: yes.
    pub fn typed_errors(mut self, wanted: bool) -> Self {
        self.typed_errors = wanted;
        self
    }

    /// Whether generated items carry message, cause and remedy as documentation. Default: yes.
    pub fn doc_comments(mut self, wanted: bool) -> Self {
        self.doc_comments = wanted;
        self
    }

    /// Compiles into a folder, which is replaced: `catalog.rs` and the tables it includes.
    ///
    /// # Errors
    ///
    /// The faults of the catalog, or the reason why the folder cannot be written. Then nothing is written.
    pub fn compile_to(&self, out: impl AsRef<Path>) -> Result<(), CompileError> {
        let catalog = load_if(&self.folder, &self.services)?;
        let tables = Tables::new(&catalog).map_err(CompileError::Limit)?;
        let options = emit::Options {
            runtime_path: &self.runtime_path,
            typed_errors: self.typed_errors,
            doc_comments: self.doc_comments,
        };
        let code = emit::catalog(&catalog, &tables, &options);
        let out = out.as_ref();
        write::write(out, &code, &tables).map_err(|error| CompileError::Write(out.to_owned(), error))
    }

    /// The body of a build script: compiles into `OUT_DIR`, and tells cargo what went wrong, line by line.
    #[must_use]
    pub fn run(self) -> ExitCode {
        cargo::watch(&self.folder);
        let Some(out) = env::var_os("OUT_DIR") else {
            cargo::error("`OUT_DIR` is not set: call this from a build script, or use `compile_to`");
            return ExitCode::FAILURE;
        };
        match self.compile_to(Path::new(&out).join("errcat")) {
            Ok(()) => return ExitCode::SUCCESS,
            Err(CompileError::Catalog(faults)) => cargo::report(&faults),
            Err(error) => cargo::error(&error.to_string()),
        }
        ExitCode::FAILURE
    }
}

/// Why a catalog was not compiled.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CompileError {
    /// The catalog has faults.
    #[error(transparent)]
    Catalog(#[from] Diagnostics),
    /// The catalog is beyond what tables can hold.
    #[error("{0}")]
    Limit(String),
    /// The result cannot be written.
    #[error("cannot write to {path}: {error}", path = .0.display(), error = .1)]
    Write(PathBuf, #[source] std::io::Error),
}
