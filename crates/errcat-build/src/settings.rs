//! What `catalog.yaml` says of a catalog as a whole.

use std::path::Path;

use crate::catalog_settings::CatalogSettings;
use crate::diagnostic::{DiagnosticKind, Diagnostics};
use crate::lower;
use crate::syntax::{self, read_settings};
use crate::yaml::{self, File, Links, Source};

impl CatalogSettings {
    /// The name of the file.
    pub const FILE: &'static str = syntax::SETTINGS_FILE;

    /// Reads the settings of the catalog in a folder, and none of its services.
    ///
    /// ```
    /// # let folder = std::env::temp_dir().join(format!("errcat-doc-settings-{}", std::process::id()));
    /// # std::fs::create_dir_all(&folder)?;
    /// use errcat_build::CatalogSettings;
    ///
    /// assert_eq!(CatalogSettings::of_folder(&folder)?, CatalogSettings::default());
    /// std::fs::write(folder.join("catalog.yaml"), "catalog: Payments\nbase_url: https://errors.example\n")?;
    /// let settings = CatalogSettings::of_folder(&folder)?;
    /// assert_eq!(settings.title.as_deref(), Some("Payments"));
    /// assert_eq!(settings.base_url.as_deref(), Some("https://errors.example/"));
    /// # std::fs::remove_dir_all(&folder)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns what is wrong with the file. A folder without the file has the defaults.
    pub fn of_folder(folder: impl AsRef<Path>) -> Result<Self, Diagnostics> {
        let path = folder.as_ref().join(Self::FILE);
        if !path.is_file() {
            return Ok(Self::default());
        }
        let mut faults = Diagnostics::default();
        let mut files = yaml::read(&[Source::File(path)], Links::Followed, &mut faults);
        let settings = take(&mut files, &mut faults);
        faults.finish();
        if faults.has_errors() { Err(faults) } else { Ok(settings) }
    }
}

/// Takes the settings file out of the files of a catalog, and reads it. A catalog has a service too.
pub(crate) fn of_catalog(files: &mut Vec<File>, faults: &mut Diagnostics) -> CatalogSettings {
    let path = files.first().map(|file| file.path.clone());
    let settings = take(files, faults);
    if let (Some(path), true, false) = (path, files.is_empty(), faults.has_errors()) {
        let message = "the catalog has settings but no service".to_owned();
        faults.file(&path, DiagnosticKind::EmptyFolder, message, "put one *.yaml file per service beside it");
    }
    settings
}

/// Takes the settings file out of files, and reads it.
fn take(files: &mut Vec<File>, faults: &mut Diagnostics) -> CatalogSettings {
    let found: Vec<File> = files.extract_if(.., |file| syntax::is_settings(file)).collect();
    let mut settings = CatalogSettings::default();
    let mut first: Option<&File> = None;
    for file in &found {
        if let Some(first) = first {
            let message = format!("the catalog has its settings in {} already", first.path);
            let help =
                "keep one of the files: a catalog has one title, and says once what holds for all of it";
            file.fault(faults, syntax::settings_key(file), DiagnosticKind::DuplicateSettings, message, help);
        }
        first = first.or(Some(file));
        if let Ok(raw) = read_settings(file, faults) {
            settings = lower::settings(raw, faults);
        }
    }
    settings
}
