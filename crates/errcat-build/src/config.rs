//! What to compile, and where to put it.

use std::env;
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::diagnostic::Diagnostics;
use crate::lint::Lints;
use crate::tables::Tables;
use crate::{Checked, cargo, emit, read, write};

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
    lints: Lints,
    deny_warnings: bool,
}

impl fmt::Debug for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Config")
            .field("folder", &self.folder)
            .field("runtime_path", &self.runtime_path)
            .field("typed_errors", &self.typed_errors)
            .field("doc_comments", &self.doc_comments)
            .field("lints", &self.lints)
            .field("deny_warnings", &self.deny_warnings)
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
            lints: Lints::default(),
            deny_warnings: false,
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

    /// Which lints look for what is suspicious, and warn. Default: [`Lints::default`].
    pub fn lints(mut self, lints: Lints) -> Self {
        self.lints = lints;
        self
    }

    /// Whether warnings are errors, and nothing is compiled while there is one. Default: no.
    pub fn deny_warnings(mut self, wanted: bool) -> Self {
        self.deny_warnings = wanted;
        self
    }

    /// Reads and checks all files of the folder, and writes nothing.
    ///
    /// ```
    /// # let folder = std::env::temp_dir().join("errcat-doc-check");
    /// # std::fs::create_dir_all(&folder)?;
    /// # std::fs::write(folder.join("shop.yaml"), include_str!("../tests/lint/unbalanced-quotes.yaml"))?;
    /// use errcat_build::{Config, Severity};
    ///
    /// // A quote of a message is left open: a warning, beside which there is a catalog.
    /// let checked = Config::new(&folder).check();
    /// assert!(checked.catalog.is_some());
    /// assert_eq!(checked.diagnostics.count(Severity::Warning), 1);
    /// assert!(Config::new(&folder).deny_warnings(true).check().catalog.is_none());
    /// # Ok::<(), std::io::Error>(())
    /// ```
    #[must_use]
    pub fn check(&self) -> Checked {
        read(&self.folder, &self.services, &self.lints, self.deny_warnings)
    }

    /// Compiles into a folder, which is replaced: `catalog.rs` and the tables it includes. Answers the warnings.
    ///
    /// # Errors
    ///
    /// The faults of the catalog, or the reason why the folder cannot be written. Then nothing is written.
    pub fn compile_to(&self, out: impl AsRef<Path>) -> Result<Diagnostics, CompileError> {
        let Checked { catalog, diagnostics } = self.check();
        let Some(catalog) = catalog else { return Err(CompileError::Catalog(diagnostics)) };
        let tables = Tables::new(&catalog).map_err(CompileError::Limit)?;
        let options = emit::Options {
            runtime_path: &self.runtime_path,
            typed_errors: self.typed_errors,
            doc_comments: self.doc_comments,
        };
        let code = emit::catalog(&catalog, &tables, &options);
        let out = out.as_ref();
        let written = write::write(out, &code, &tables);
        written.map_err(|error| CompileError::Write(out.to_owned(), error)).map(|()| diagnostics)
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
            Ok(warnings) => {
                cargo::report(&warnings);
                return ExitCode::SUCCESS;
            }
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
