//! What a site is made of: the catalog, and what the arguments say of it.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use errcat::{Catalog, CodeRef, Lang};

use super::code_order::CodeOrder;
use super::rust_names::RustNames;
use super::site_options::SiteOptions;
use super::titles::Titles;
use crate::outcome::Failure;
use crate::present::labels::pick;
use crate::source::Origins;

/// Folders of the site that a service's folder must not be.
const OWN_FOLDERS: [&str; 2] = ["assets", "zh"];

/// Kinds of pictures that every browser shows.
pub(super) const PICTURES: [&str; 6] = ["svg", "png", "jpg", "jpeg", "gif", "webp"];

/// A site to be made.
pub(super) struct Site {
    pub(super) catalog: &'static Catalog,
    pub(super) names: RustNames,
    pub(super) titles: Titles,
    pub(super) order: CodeOrder,
    /// For a code, the codes whose entries name it.
    pub(super) mentions: HashMap<CodeRef, Vec<CodeRef>>,
    /// The address that it will have, with its slash at the end.
    pub(super) base_url: Option<String>,
    pub(super) logo: Option<Logo>,
    title: Option<String>,
}

/// A picture for the head of each page.
pub(super) struct Logo {
    /// Where it is in the site.
    pub(super) path: String,
    pub(super) bytes: Vec<u8>,
}

impl Site {
    pub(super) fn new(
        catalog: &'static Catalog,
        origins: &'static Origins,
        options: &SiteOptions,
    ) -> Result<Self, Failure> {
        if let Some(name) =
            catalog.services().map(errcat::Service::name).find(|name| OWN_FOLDERS.contains(name))
        {
            let message =
                format!("the site has a folder `{name}` of its own: give the service `{name}` another name");
            return Err(Failure::Usage(message));
        }
        let title = options.title.clone().filter(|title| !title.trim().is_empty());
        Ok(Self {
            catalog,
            names: RustNames::new(origins),
            titles: Titles::new(catalog),
            order: CodeOrder::new(catalog),
            mentions: mentions(catalog),
            base_url: options.base_url.clone().or_else(|| origins.base_url().map(str::to_owned)),
            logo: options.logo.as_deref().map(Logo::read).transpose()?,
            title: title.or_else(|| origins.title().map(str::to_owned)),
        })
    }

    /// What it is called.
    pub(super) fn title(&self, lang: Lang) -> &str {
        self.title.as_deref().unwrap_or(pick(lang, "Cloud error codes, explained", "云服务错误码详解"))
    }

    /// What it is called beside the title of a page.
    pub(super) fn short_title(&self) -> &str {
        self.title.as_deref().unwrap_or("errcat")
    }
}

fn mentions(catalog: &'static Catalog) -> HashMap<CodeRef, Vec<CodeRef>> {
    let mut mentions: HashMap<CodeRef, Vec<CodeRef>> = HashMap::new();
    for entry in catalog.entries() {
        for named in entry.see() {
            let by = mentions.entry(named).or_default();
            if by.last() != Some(&entry.code()) {
                by.push(entry.code());
            }
        }
    }
    mentions
}

impl Logo {
    fn read(file: &Path) -> Result<Self, Failure> {
        let kind = file.extension().and_then(|kind| kind.to_str()).unwrap_or("").to_ascii_lowercase();
        if !PICTURES.contains(&kind.as_str()) {
            let message = format!("the logo {} is none of {}", file.display(), PICTURES.join(", "));
            return Err(Failure::Usage(message));
        }
        let bytes = fs::read(file).map_err(|error| Failure::Input(file.display().to_string(), error))?;
        Ok(Self { path: format!("assets/logo.{kind}"), bytes })
    }
}
