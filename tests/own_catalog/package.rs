//! A package in a folder of its own.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A build script that compiles the catalog.
pub(crate) const BUILD: &str =
    r#"fn main() -> Result<(), errcat_build::CompileError> { errcat_build::compile("catalog") }"#;

/// The files of a package.
pub(crate) struct Package {
    folder: PathBuf,
}

/// What cargo did.
pub(crate) struct Run {
    pub(crate) success: bool,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// The folder of the project.
fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

impl Package {
    /// An empty folder, with the versions of the workspace.
    pub(crate) fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("own-catalog").join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        fs::copy(project().join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
        Self { folder }
    }

    /// A package with a catalog of its own, and these features of errcat.
    pub(crate) fn with_catalog(name: &str, features: &str, build: &str, catalog: &str) -> Self {
        let package = Self::new(name);
        let manifest = format!(
            "[package]\nname = \"{name}\"\nedition = \"2024\"\n\
             [dependencies]\nerrcat = {{ version = \"0.1\", default-features = false, features = [{features}] }}\n\
             [build-dependencies]\nerrcat-build = \"0.1\"\n"
        );
        package.write("Cargo.toml", &manifest);
        package.write("build.rs", build);
        package.write("catalog/pay.yaml", catalog);
        package
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Runs cargo in it, with errcat from here and everything else from what is there already.
    pub(crate) fn cargo(&self, verb: &str) -> Run {
        let mut command = Command::new(env!("CARGO"));
        command.arg(verb).args(["--quiet", "--offline"]).current_dir(&self.folder);
        for (name, path) in
            [("errcat", "."), ("errcat-build", "crates/errcat-build"), ("errcat-core", "crates/errcat-core")]
        {
            let path = project().join(path);
            // A literal string of TOML, so that no path is taken for escapes.
            command.arg("--config").arg(format!("patch.crates-io.{name}.path='{}'", path.display()));
        }
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("crates");
        command.env("CARGO_TARGET_DIR", target).env("CARGO_TERM_COLOR", "never").env_remove("RUSTFLAGS");
        // What cargo says to this test is not said to that package.
        let ours = |name: &&OsString| name == &"OUT_DIR" || name.as_encoded_bytes().starts_with(b"ERRCAT_");
        let names: Vec<OsString> = std::env::vars_os().map(|(name, _)| name).collect();
        names.iter().filter(ours).for_each(|name| {
            command.env_remove(name);
        });
        let output = command.output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Run { success: output.status.success(), out: text(&output.stdout), err: text(&output.stderr) }
    }
}
