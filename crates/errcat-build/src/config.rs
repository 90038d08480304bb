//! What to compile, how, and where to put it.

use std::collections::BTreeSet;
use std::env;
use std::fmt;
use std::path::{self, Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};

use crate::diagnostic::{Diagnostics, Lint};
use crate::error::CompileError;
use crate::lint::{LintLevel, Lints};
use crate::model::Lang;
use crate::pipeline::{self, Checked, Settings};
use crate::stopwatch::Stopwatch;
use crate::tables::Tables;
use crate::yaml::{Links, Source};
use crate::{cargo, codegen, write};

/// Settings of a compilation, for build scripts. [`compile`](crate::compile) does for a folder without any.
///
/// ```no_run
/// // build.rs
/// use errcat_build::model::Lang;
/// use errcat_build::{CompileError, Config, Lint};
///
/// fn main() -> Result<(), CompileError> {
///     Config::new("catalog").languages([Lang::EN]).deny(Lint::ContactSupportOnly).compile()
/// }
/// ```
#[must_use]
pub struct Config {
    settings: Settings,
    services: Box<dyn Fn(&str) -> bool>,
    /// The environment variables that name overlays.
    variables: Vec<String>,
    name: String,
    out_dir: Option<PathBuf>,
    code: codegen::Options,
    /// A format of typed errors that cannot be one.
    faulty_display: Option<String>,
}

impl Default for Config {
    /// Nothing to compile yet: add to it by [`folder`](Config::folder) and [`file`](Config::file).
    fn default() -> Self {
        Self {
            settings: Settings {
                sources: Vec::new(),
                overlays: Vec::new(),
                links: Links::default(),
                languages: None,
                lints: None,
                levels: Vec::new(),
                deny_warnings: false,
            },
            services: Box::new(|_| true),
            variables: Vec::new(),
            name: "catalog".to_owned(),
            out_dir: None,
            code: codegen::Options::default(),
            faulty_display: None,
        }
    }
}

impl fmt::Debug for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Config")
            .field("settings", &self.settings)
            .field("variables", &self.variables)
            .field("name", &self.name)
            .field("out_dir", &self.out_dir)
            .field("code", &self.code)
            .finish_non_exhaustive()
    }
}

/// Where this process has compiled catalogs to. A second one would replace the first, and nobody would see why.
static OUTPUTS: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

impl Config {
    /// Compiles the `*.yaml` and `*.yml` files of this folder, given relative to the package. Its `catalog.yaml`, where it
    /// has one, says what holds for all of them ([`CatalogSettings`](crate::CatalogSettings)); these settings count for more.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self::default().folder(folder)
    }

    /// And those of this folder.
    pub fn folder(mut self, folder: impl Into<PathBuf>) -> Self {
        self.settings.sources.push(Source::Folder(folder.into()));
        self
    }

    /// And this file, whatever its name ends with.
    ///
    /// ```no_run
    /// errcat_build::Config::default().file("catalog/pay.yaml").file("shared/gateway.yaml").compile()?;
    /// # Ok::<(), errcat_build::CompileError>(())
    /// ```
    pub fn file(mut self, file: impl Into<PathBuf>) -> Self {
        self.settings.sources.push(Source::File(file.into()));
        self
    }

    /// Lays the overlays of this folder over the catalog, after those that are laid over it already:
    /// `docs/overlays.md` of the project describes them.
    pub fn overlay(mut self, folder: impl Into<PathBuf>) -> Self {
        self.settings.overlays.push(folder.into());
        self
    }

    /// Lays the overlays of the folders that this environment variable lists over the catalog, separated as in
    /// `PATH`: so those who use a crate add to the catalog that it holds.
    pub fn overlays_of(mut self, variable: &str) -> Self {
        let folders = env::var_os(variable).unwrap_or_default();
        let folders = env::split_paths(&folders).filter(|folder| !folder.as_os_str().is_empty());
        self.settings.overlays.extend(folders);
        self.variables.push(variable.to_owned());
        self
    }

    /// Only the services whose name this takes; the files of the others are checked all the same. Default: all.
    pub fn services(mut self, wanted: impl Fn(&str) -> bool + 'static) -> Self {
        self.services = Box::new(wanted);
        self
    }

    /// Requires every text in these languages; the first one is the default language of the catalog. A text may be in others
    /// too. Default: the languages of the catalog's `catalog.yaml`, else those of the title of each service.
    pub fn languages(mut self, required: impl IntoIterator<Item = Lang>) -> Self {
        self.settings.languages = Some(required.into_iter().collect());
        self
    }

    /// Does not look for this, whatever `catalog.yaml` says of it.
    pub fn allow(self, lint: Lint) -> Self {
        self.level(lint, LintLevel::Allow)
    }

    /// Looks for this, and warns of it, likewise.
    pub fn warn(self, lint: Lint) -> Self {
        self.level(lint, LintLevel::Warn)
    }

    /// Looks for this, and compiles nothing where it is found, likewise.
    pub fn deny(self, lint: Lint) -> Self {
        self.level(lint, LintLevel::Deny)
    }

    fn level(mut self, lint: Lint, level: LintLevel) -> Self {
        self.settings.levels.push((lint, level));
        self
    }

    /// Which lints look for what is suspicious, in place of those of `catalog.yaml` and of the calls before this one.
    /// Default: those of `catalog.yaml`, else [`Lints::default`].
    pub fn lints(mut self, lints: Lints) -> Self {
        self.settings.lints = Some(lints);
        self.settings.levels.clear();
        self
    }

    /// Whether warnings are errors, and nothing is compiled while there is one. Default: no.
    pub fn deny_warnings(mut self, wanted: bool) -> Self {
        self.settings.deny_warnings = wanted;
        self
    }

    /// What `errcat::include_catalog!("NAME")` calls the result: a program with several catalogs gives each a name.
    /// Letters, digits, `_` and `-`. Default: `catalog`, which `errcat::include_catalog!()` includes.
    ///
    /// ```no_run
    /// use errcat_build::{CompileError, Config};
    ///
    /// fn main() -> Result<(), CompileError> {
    ///     Config::new("catalogs/pay").name("pay").compile()?;
    ///     Config::new("catalogs/warehouse").name("warehouse").compile()
    /// }
    /// ```
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// The folder in which a folder `errcat/NAME` is made for the result. Default: what cargo gives, `OUT_DIR`.
    pub fn out_dir(mut self, folder: impl Into<PathBuf>) -> Self {
        self.out_dir = Some(folder.into());
        self
    }

    /// Whether each service gets an `Error` enum, which needs the feature `alloc` of errcat. A catalog file can also
    /// say `typed: false`. More than 5,000 with arguments in one service, or as costly ones in several, are refused: rustc
    /// would take minutes. Default: yes.
    pub fn typed_errors(mut self, wanted: bool) -> Self {
        self.code.typed_errors = wanted;
        self
    }

    /// Whether each service gets the enums `Code` and `Kind`. Rustc takes some seconds for one of 20,000 variants; more than
    /// 50,000 in one service are refused: it would take a minute. Default: yes.
    pub fn enums(mut self, wanted: bool) -> Self {
        self.code.enums = wanted;
        self
    }

    /// Whether the `Error` enums derive `thiserror::Error`, for packages that depend on thiserror. They implement the
    /// same traits without it. Default: no.
    pub fn thiserror(mut self, wanted: bool) -> Self {
        self.code.thiserror = wanted;
        self
    }

    /// Whether generated items carry message, cause and remedy as documentation. Default: yes.
    pub fn doc_comments(mut self, wanted: bool) -> Self {
        self.code.doc_comments = wanted;
        self
    }

    /// Whether the enums `Code`, `Kind` and `Error` are `#[non_exhaustive]`, so that a later catalog can have more variants.
    /// Without, other crates can match all variants, and a new one breaks their build. Default: yes.
    ///
    /// ```no_run
    /// errcat_build::Config::new("catalog").non_exhaustive(false).compile()?;
    /// # Ok::<(), errcat_build::CompileError>(())
    /// ```
    pub fn non_exhaustive(mut self, wanted: bool) -> Self {
        self.code.non_exhaustive = wanted;
        self
    }

    /// What the `Display` of typed errors shows: text with `{code}`, `{name}` and `{message}` in it, and `{{` and `}}` for
    /// braces. An error without a documented message always shows its code and arguments. Default: `{message}`.
    ///
    /// ```no_run
    /// errcat_build::Config::new("catalog").display("{code}: {message}").compile()?;
    /// # Ok::<(), errcat_build::CompileError>(())
    /// ```
    pub fn display(mut self, format: impl Into<String>) -> Self {
        let format = format.into();
        match codegen::DisplayFormat::parse(&format) {
            Some(parsed) => (self.code.display, self.faulty_display) = (parsed, None),
            None => self.faulty_display = Some(format),
        }
        self
    }

    /// Whether files of folders may be symbolic links. Links to files are followed by default, since build systems put
    /// catalogs together from links; in a folder that is not trusted, a link could show any file in an error message.
    ///
    /// ```
    /// # let folder = std::env::temp_dir().join(format!("errcat-doc-links-{}", std::process::id()));
    /// # std::fs::create_dir_all(&folder)?;
    /// # #[cfg(unix)]
    /// # {
    /// # let _ = std::fs::remove_file(folder.join("pay.yaml"));
    /// std::os::unix::fs::symlink("/etc/passwd", folder.join("pay.yaml"))?;
    /// let found = errcat_build::Config::new(&folder).follow_links(false).check().diagnostics;
    /// assert_eq!(found.as_slice()[0].kind, errcat_build::DiagnosticKind::LinkedFile);
    /// # }
    /// # std::fs::remove_dir_all(&folder)?;
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn follow_links(mut self, wanted: bool) -> Self {
        self.settings.links = if wanted { Links::Followed } else { Links::Refused };
        self
    }

    /// Reads and checks all files, and writes nothing.
    ///
    /// ```
    /// # let folder = std::env::temp_dir().join("errcat-doc-check");
    /// # std::fs::create_dir_all(&folder)?;
    /// # std::fs::write(folder.join("shop.yaml"), "
    /// # service: shop
    /// # title: { en: Shop, zh: 商店 }
    /// # prefixes: [SHOP]
    /// # source: { title: Shop API Reference }
    /// # entries:
    /// #   - code: SHOP.1
    /// #     name: BasketEmpty
    /// #     message: 'The basket \"B is empty.'
    /// #     description: { en: It holds nothing., zh: 其中没有商品。 }
    /// #     remediation: { en: Add an item., zh: 请添加商品。 }
    /// #     class: invalid_argument
    /// #     retry: after_fix
    /// # ")?;
    /// use errcat_build::{Config, Level, Lint};
    ///
    /// // A quote of a message is left open: a warning, beside which there is a catalog.
    /// let checked = Config::new(&folder).check();
    /// assert!(checked.catalog.is_some());
    /// assert_eq!(checked.diagnostics.count(Level::Warning), 1);
    /// assert!(Config::new(&folder).deny(Lint::UnbalancedQuotes).check().catalog.is_none());
    /// assert!(Config::new(&folder).allow(Lint::UnbalancedQuotes).check().diagnostics.is_empty());
    /// # Ok::<(), std::io::Error>(())
    /// ```
    #[must_use]
    pub fn check(&self) -> Checked {
        pipeline::run(&self.settings, &self.services, &mut Stopwatch::start())
    }

    /// Compiles into a folder, which is replaced: `catalog.rs` and the tables it includes. Answers the warnings.
    ///
    /// # Errors
    ///
    /// The faults of the catalog, or the reason why the folder cannot be written. Then nothing is written.
    pub fn compile_to(&self, out: impl AsRef<Path>) -> Result<Diagnostics, CompileError> {
        self.compile_timed(out.as_ref(), &mut Stopwatch::start())
    }

    fn compile_timed(&self, out: &Path, stopwatch: &mut Stopwatch) -> Result<Diagnostics, CompileError> {
        if let Some(format) = &self.faulty_display {
            return Err(CompileError::Display(format.clone()));
        }
        let Checked { catalog, diagnostics, .. } = pipeline::run(&self.settings, &self.services, stopwatch);
        let Some(catalog) = catalog else { return Err(CompileError::Catalog(diagnostics)) };
        let tables = Tables::new(&catalog)?;
        stopwatch.did("laid out");
        codegen::check(&catalog, &self.code)?;
        let code = codegen::catalog(&catalog, &self.name, &tables, &self.code);
        stopwatch.did("generated");
        let written = write::write(out, &code, &tables);
        stopwatch.did("written");
        written.map_err(|error| CompileError::Write(out.to_owned(), error)).map(|()| diagnostics)
    }

    /// Compiles in a build script, for `errcat::include_catalog!`.
    ///
    /// Faults of the catalog are no `Err`: each is told to cargo with its place, its line and a help, and cargo fails
    /// the build when the script ends. (Of a script that fails itself, cargo would show all output a second time.)
    ///
    /// # Errors
    ///
    /// There is no build script around this, or the result cannot be written.
    pub fn compile(self) -> Result<(), CompileError> {
        let overlays = self.settings.overlays.iter().map(PathBuf::as_path);
        self.variables.iter().for_each(|variable| cargo::watch_variable(variable));
        self.settings.sources.iter().map(Source::path).chain(overlays).for_each(cargo::watch);
        let plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '-';
        if self.name.is_empty() || !self.name.chars().all(plain) {
            return Err(CompileError::Name(self.name));
        }
        let out = self.out_dir.clone().or_else(|| env::var_os("OUT_DIR").map(PathBuf::from));
        let out = out.ok_or(CompileError::NoBuildScript)?.join("errcat").join(&self.name);
        // A relative path would begin at the file that includes it.
        let out = path::absolute(&out).map_err(|error| CompileError::Write(out, error))?;
        if !OUTPUTS.lock().unwrap_or_else(PoisonError::into_inner).insert(out.clone()) {
            return Err(CompileError::NameTaken(self.name));
        }
        let mut stopwatch = Stopwatch::start();
        let compiled = self.compile_timed(&out, &mut stopwatch);
        cargo::note(&format!("errcat-build: `{}` in {stopwatch}", self.name));
        match compiled {
            Ok(warnings) => cargo::report(&warnings),
            Err(CompileError::Catalog(faults)) => {
                cargo::report(&faults);
                return Ok(());
            }
            Err(error) => return Err(error),
        }
        cargo::include_from(&self.name, &out.join(write::RUST_FILE));
        Ok(())
    }

    /// As [`compile`](Self::compile), for a build script that is nothing else: what goes wrong is told to cargo.
    ///
    /// ```no_run
    /// fn main() -> std::process::ExitCode {
    ///     errcat_build::Config::new("catalog").run()
    /// }
    /// ```
    #[must_use]
    pub fn run(self) -> ExitCode {
        if let Err(error) = self.compile() {
            cargo::error(&error.to_string());
        }
        // Cargo fails the build for what it was told.
        ExitCode::SUCCESS
    }
}
