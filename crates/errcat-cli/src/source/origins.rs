//! Where the services of the catalog that was read are from, and what their catalogs say as a whole.

use std::collections::HashMap;
use std::path::Path;

use errcat::{Lang, Service};
use errcat_build::CatalogSettings;

use super::origin::Origin;
use crate::present::labels::pick;

/// The catalogs that were read, and which service is from which.
#[derive(Debug)]
pub(crate) struct Origins {
    catalogs: Vec<OneCatalog>,
    /// By name; a service that is not here is from the first catalog.
    services: HashMap<String, OneService>,
}

/// A catalog that was read.
#[derive(Debug)]
pub(crate) struct OneCatalog {
    pub(super) origin: Origin,
    pub(super) settings: CatalogSettings,
}

#[derive(Debug)]
struct OneService {
    /// The position of its catalog.
    catalog: usize,
    typed: bool,
}

impl OneCatalog {
    /// Returns the folder, unless this is the bundled catalog.
    pub(crate) fn folder(&self) -> Option<&Path> {
        self.origin.folder()
    }

    /// Returns what it is called, and where it is.
    pub(crate) fn shown(&self, lang: Lang) -> String {
        let Some(folder) = self.folder() else {
            return pick(lang, "bundled with errcat", "errcat内置目录").to_owned();
        };
        match &self.settings.title {
            Some(title) => format!("{title} ({})", folder.display()),
            None => folder.display().to_string(),
        }
    }
}

impl Origins {
    /// The bundled catalog alone.
    pub(super) fn bundled() -> Self {
        let bundled = OneCatalog { origin: Origin::Bundled, settings: CatalogSettings::default() };
        Self::new(vec![bundled])
    }

    /// These catalogs, of whose services nothing is known yet.
    pub(super) fn new(catalogs: Vec<OneCatalog>) -> Self {
        Self { catalogs, services: HashMap::new() }
    }

    /// Adds a service, unless an earlier catalog has one of this name.
    pub(super) fn add(&mut self, catalog: usize, service: &errcat_build::model::Service) {
        let typed = service.typed;
        self.services.entry(service.module.clone()).or_insert(OneService { catalog, typed });
    }

    /// Returns the catalog that a service is from.
    pub(crate) fn of(&self, service: Service) -> &OneCatalog {
        let number = self.services.get(service.name()).map_or(0, |service| service.catalog);
        &self.catalogs[number]
    }

    /// Returns whether a service has typed errors.
    pub(crate) fn is_typed(&self, service: Service) -> bool {
        self.services.get(service.name()).is_none_or(|service| service.typed)
    }

    /// Returns whether several catalogs were read.
    pub(crate) fn several(&self) -> bool {
        self.catalogs.len() > 1
    }

    /// Returns the folders of the catalogs.
    pub(crate) fn folders(&self) -> impl Iterator<Item = &Path> {
        self.catalogs.iter().filter_map(OneCatalog::folder)
    }

    /// Returns the title of the first catalog that has one.
    pub(crate) fn title(&self) -> Option<&str> {
        self.settings().find_map(|settings| settings.title.as_deref())
    }

    /// Returns the address of the site, as the first catalog says that has one.
    pub(crate) fn base_url(&self) -> Option<&str> {
        self.settings().find_map(|settings| settings.base_url.as_deref())
    }

    /// Returns the first language of the first catalog that says which it has.
    pub(crate) fn lang(&self) -> Option<Lang> {
        self.settings().find_map(|settings| settings.languages.as_ref()?.first().copied())
    }

    fn settings(&self) -> impl Iterator<Item = &CatalogSettings> {
        self.catalogs.iter().map(|catalog| &catalog.settings)
    }
}
