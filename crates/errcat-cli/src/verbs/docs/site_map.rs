//! The files of a site: which there are, and what makes each.

use errcat::Lang;

use super::code_page::{CodePage, MovedPage};
use super::home_page::HomePage;
use super::missing_page::MissingPage;
use super::page::{Page, pages};
use super::page_context::PageContext;
use super::service_page::ServicePage;
use super::site::Site;
use super::{assets, llms_txt, search_index, sitemap_xml};

/// A file of the site.
pub(super) struct SiteFile {
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
pub(super) fn files(site: &Site) -> Vec<SiteFile> {
    let mut files: Vec<SiteFile> = assets::ALL
        .iter()
        .map(|(path, bytes)| SiteFile { path: format!("assets/{path}"), content: Content::Asset(bytes) })
        .collect();
    for lang in site.languages() {
        files.push(SiteFile { path: search_index::path(lang), content: Content::Index(lang) });
        let pages = pages(site).into_iter();
        files.extend(pages.map(|page| SiteFile {
            path: page.path(&site.folder(lang)),
            content: Content::Page(page, lang),
        }));
    }
    if let Some(logo) = &site.logo {
        files.push(SiteFile { path: logo.path.clone(), content: Content::Logo });
    }
    if site.base_url.is_some() {
        files.push(SiteFile { path: "sitemap.xml".to_owned(), content: Content::Sitemap });
    }
    files
}

impl SiteFile {
    /// What is in it.
    pub(super) fn contents(&self, site: &Site) -> Vec<u8> {
        let (page, lang) = match &self.content {
            Content::Asset(bytes) => return bytes.to_vec(),
            Content::Logo => return site.logo.as_ref().map_or_else(Vec::new, |logo| logo.bytes.clone()),
            Content::Index(lang) => return search_index::write(site, *lang).into_bytes(),
            Content::Sitemap => return sitemap_xml::write(site).into_bytes(),
            Content::Page(page, lang) => (page, *lang),
        };
        let context = PageContext { site, lang, this: page };
        let text = match page {
            Page::Home => HomePage::new(context).to_string(),
            Page::Missing => MissingPage::new(context).to_string(),
            Page::Service(service, part) => ServicePage::new(context, *service, *part).to_string(),
            Page::Code(code) => CodePage::new(context, *code).to_string(),
            Page::Moved(alias, code) => MovedPage { page: context, alias, code: *code }.to_string(),
            Page::AgentIndex => llms_txt::index(context),
            Page::AgentService(service) => llms_txt::service(context, *service),
        };
        text.into_bytes()
    }
}
