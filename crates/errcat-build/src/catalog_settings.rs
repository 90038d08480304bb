//! What holds for a catalog as a whole.

use crate::lint::Lints;
use crate::model::Lang;

/// The settings of a catalog: what the file `catalog.yaml` of its folder says, or the defaults where there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct CatalogSettings {
    /// What the catalog is called.
    pub title: Option<String>,
    /// The languages in which every text is required.
    pub languages: Option<Vec<Lang>>,
    /// Which lints look for what is suspicious.
    pub lints: Lints,
    /// The address of the site, with a slash at the end.
    pub base_url: Option<String>,
}
