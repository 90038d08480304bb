//! The pages of a site, and where they are.

use errcat::{CodeRef, Lang, Service};

use super::site::Site;
use super::table_parts;
use crate::present::labels::UiLang;

/// A page; each is there in both languages.
pub(super) enum Page {
    /// The search box and the services.
    Home,
    /// Shown for an address that does not exist.
    Missing,
    /// A part of a service's table of codes, from 1.
    Service(Service, usize),
    /// A code.
    Code(CodeRef),
    /// Another spelling of a code.
    Moved(String, CodeRef),
    /// `llms.txt`.
    AgentIndex,
    /// All entries of a service as Markdown.
    AgentService(Service),
}

impl Page {
    /// Where it lies in the site.
    pub(super) fn path(&self, lang: Lang) -> String {
        let path = match self {
            Self::Home => "index.html".to_owned(),
            Self::Missing => "404.html".to_owned(),
            Self::Service(service, 1) => format!("{}/index.html", service.name()),
            // No code has a `~`: a page of a table is never that of a code, which may be `2`.
            Self::Service(service, part) => format!("{}/~{part}.html", service.name()),
            Self::Code(code) => format!("{}/{}.html", code.service().name(), file_stem(code.as_str())),
            Self::Moved(alias, code) => format!("{}/{}.html", code.service().name(), file_stem(alias)),
            Self::AgentIndex => "llms.txt".to_owned(),
            Self::AgentService(service) => format!("{}/index.md", service.name()),
        };
        match UiLang::of(lang) {
            UiLang::English => path,
            UiLang::Chinese => format!("zh/{path}"),
        }
    }

    /// Whether search engines shall find it.
    pub(super) fn is_listed(&self) -> bool {
        matches!(self, Self::Home | Self::Service(..) | Self::Code(_))
    }
}

/// What the page of a code is called: `index` is that of the service.
fn file_stem(code: &str) -> String {
    if code.eq_ignore_ascii_case("index") { format!("~{code}") } else { code.to_owned() }
}

/// The pages of one language.
pub(super) fn pages(site: &Site) -> Vec<Page> {
    let mut pages = vec![Page::Home, Page::Missing, Page::AgentIndex];
    for service in site.catalog.services() {
        pages.extend((1..=table_parts::count(service)).map(|part| Page::Service(service, part)));
        pages.push(Page::AgentService(service));
        for code in service.codes() {
            pages.push(Page::Code(code));
            pages.extend(code.spellings().skip(1).map(|alias| Page::Moved(alias.to_string(), code)));
        }
    }
    pages
}
