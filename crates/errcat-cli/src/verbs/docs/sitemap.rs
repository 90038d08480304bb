//! `sitemap.xml`: the pages with their addresses, each with its other language.

use askama::Template;
use errcat::Lang;

use super::frame::tag;
use super::plan::pages;
use super::site::Site;

#[derive(Template)]
#[template(path = "sitemap.xml", whitespace = "minimize")]
struct Sitemap {
    pages: Vec<Vec<(&'static str, String)>>,
}

pub(super) fn write(site: &Site) -> String {
    let base = site.base_url.as_deref().unwrap_or("");
    let listed = pages(site).into_iter().filter(super::plan::Page::is_listed);
    let addresses = |page: super::plan::Page| {
        let langs = Lang::ALL.iter();
        langs.map(|lang| (tag(*lang), format!("{base}{}", page.path(*lang)))).collect()
    };
    Sitemap { pages: listed.map(addresses).collect() }.to_string()
}
