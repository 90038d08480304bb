//! The page for an address that does not exist: it suggests the nearest codes.
//!
//! A server shows `404.html` under the address that was asked for, in a folder of any depth, where relative links lead
//! nowhere. A script in the page finds the folder of the site, and only then asks for style and scripts.

use askama::Template;
use errcat::Service;

use super::page_context::PageContext;
use crate::present::labels::UiLang;

#[derive(Template)]
#[template(path = "missing.html", whitespace = "minimize")]
pub(super) struct MissingPage<'s> {
    page: PageContext<'s>,
    /// Folders of services: what stands before them in an address is the folder of the site.
    services: Vec<&'static str>,
    /// The path of the site's address, if it is known.
    base_path: &'s str,
}

impl<'s> MissingPage<'s> {
    pub(super) fn new(page: PageContext<'s>) -> Self {
        let services = page.site.catalog.services().map(Service::name).collect();
        let base_path = page.site.base_url.as_deref().map_or("", path_of);
        Self { page, services, base_path }
    }

    /// From the folder of the site to the folder of this page.
    fn folder(&self) -> &'static str {
        match UiLang::of(self.page.lang) {
            UiLang::English => "",
            UiLang::Chinese => "zh/",
        }
    }
}

/// The path of an address: `/errors/` of `https://example.org/errors/`.
fn path_of(address: &str) -> &str {
    let host = address.find("//").map_or(0, |at| at + 2);
    let rest = address.get(host..).unwrap_or("");
    rest.find('/').and_then(|at| rest.get(at..)).unwrap_or("/")
}

#[cfg(test)]
mod tests {
    #[test]
    fn paths_of_addresses() {
        assert_eq!(super::path_of("https://example.org/a/b/"), "/a/b/");
        assert_eq!(super::path_of("https://example.org/"), "/");
    }
}
