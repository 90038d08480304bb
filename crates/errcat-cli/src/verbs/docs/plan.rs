//! The files of a site: which there are, where they lie, what makes each.

use errcat::{Code, Lang, Service};

use super::code_page::{CodePage, MovedPage};
use super::frame::Frame;
use super::home_page::HomePage;
use super::missing_page::MissingPage;
use super::service_page::{ServicePage, parts};
use super::site::Site;
use super::{agents, assets, search_index, sitemap};

/// A page; each is there in both languages.
pub(super) enum Page {
    /// The search box and the services.
    Home,
    /// Shown for an address that does not exist.
    Missing,
    /// A part of a service's table of codes, from 1.
    Service(Service, usize),
    /// A code.
    Code(Code),
    /// Another spelling of a code.
    Moved(String, Code),
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
            Self::Service(service, part) => format!("{}/{part}.html", service.name()),
            Self::Code(code) => format!("{}/{code}.html", code.service().name()),
            Self::Moved(alias, code) => format!("{}/{alias}.html", code.service().name()),
            Self::AgentIndex => "llms.txt".to_owned(),
            Self::AgentService(service) => format!("{}/index.md", service.name()),
        };
        match lang {
            Lang::En => path,
            Lang::Zh => format!("zh/{path}"),
        }
    }

    /// Whether search engines shall find it.
    pub(super) fn is_listed(&self) -> bool {
        matches!(self, Self::Home | Self::Service(..) | Self::Code(_))
    }
}

/// A file of the site.
pub(super) struct File {
    pub(super) path: String,
    content: Content,
}

enum Content {
    Page(Page, Lang),
    Asset(&'static [u8]),
    Logo,
    Index(Lang),
    Sitemap,
}

/// All files, in an order that does not change.
pub(super) fn files(site: &Site) -> Vec<File> {
    let mut files: Vec<File> = assets::ALL
        .iter()
        .map(|(path, bytes)| File { path: format!("assets/{path}"), content: Content::Asset(bytes) })
        .collect();
    for lang in Lang::ALL {
        files.push(File { path: search_index::path(*lang), content: Content::Index(*lang) });
        let pages = pages(site).into_iter();
        files.extend(pages.map(|page| File { path: page.path(*lang), content: Content::Page(page, *lang) }));
    }
    if let Some(logo) = &site.logo {
        files.push(File { path: logo.path.clone(), content: Content::Logo });
    }
    if site.base_url.is_some() {
        files.push(File { path: "sitemap.xml".to_owned(), content: Content::Sitemap });
    }
    files
}

/// The pages of one language.
pub(super) fn pages(site: &Site) -> Vec<Page> {
    let mut pages = vec![Page::Home, Page::Missing, Page::AgentIndex];
    for service in site.catalog.services() {
        pages.extend((1..=parts(service)).map(|part| Page::Service(service, part)));
        pages.push(Page::AgentService(service));
        for code in service.codes() {
            pages.push(Page::Code(code));
            pages.extend(other_spellings(code).map(|alias| Page::Moved(alias, code)));
        }
    }
    pages
}

/// Returns the code with the other spellings of its prefix.
pub(super) fn other_spellings(code: Code) -> impl Iterator<Item = String> {
    code.spellings().skip(1).map(|spelling| spelling.to_string())
}

impl File {
    /// What is in it.
    pub(super) fn contents(&self, site: &Site) -> Vec<u8> {
        let (page, lang) = match &self.content {
            Content::Asset(bytes) => return bytes.to_vec(),
            Content::Logo => return site.logo.as_ref().map_or_else(Vec::new, |logo| logo.bytes.clone()),
            Content::Index(lang) => return search_index::write(site, *lang).into_bytes(),
            Content::Sitemap => return sitemap::write(site).into_bytes(),
            Content::Page(page, lang) => (page, *lang),
        };
        let frame = Frame { site, lang, page };
        let text = match page {
            Page::Home => HomePage::new(frame).to_string(),
            Page::Missing => MissingPage::new(frame).to_string(),
            Page::Service(service, part) => ServicePage::new(frame, *service, *part).to_string(),
            Page::Code(code) => CodePage::new(frame, *code).to_string(),
            Page::Moved(alias, code) => MovedPage { frame, alias, code: *code }.to_string(),
            Page::AgentIndex => agents::index(frame),
            Page::AgentService(service) => agents::service(frame, *service),
        };
        text.into_bytes()
    }
}
