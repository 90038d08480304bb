//! `sitemap.xml`: the pages with their addresses, each with its other languages.

use askama::Template;

use super::language::tag;
use super::page::{Page, pages};
use super::site::Site;

#[derive(Template)]
#[template(path = "sitemap.xml", whitespace = "minimize")]
struct Sitemap {
    pages: Vec<Vec<(String, String)>>,
}

pub(super) fn write(site: &Site) -> String {
    let base = site.base_url.as_deref().unwrap_or("");
    let listed = pages(site).into_iter().filter(Page::is_listed);
    let addresses = |page: Page| {
        let langs = site.languages();
        langs.map(|lang| (tag(lang), format!("{base}{}", page.path(&site.folder(lang))))).collect()
    };
    Sitemap { pages: listed.map(addresses).collect() }.to_string()
}
