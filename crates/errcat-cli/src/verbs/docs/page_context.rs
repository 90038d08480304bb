//! What all pages have: a language, an address, and links to others.

use errcat::{CodeRef, Lang, Service};

use super::page::Page;
use super::site::Site;
use crate::present::labels::pick;

/// A page in one language, for its template. All links are relative, so that the site works from any folder.
#[derive(Clone, Copy)]
pub(super) struct PageContext<'s> {
    pub(super) site: &'s Site,
    pub(super) lang: Lang,
    /// The page that this is.
    pub(super) this: &'s Page,
}

/// The tag of a language in HTML.
pub(super) fn tag(lang: Lang) -> &'static str {
    pick(lang, "en", "zh-CN")
}

impl<'s> PageContext<'s> {
    /// One of two texts, by the language of the page.
    pub(super) fn t(self, en: &'static str, zh: &'static str) -> &'static str {
        pick(self.lang, en, zh)
    }

    pub(super) fn tag(self) -> &'static str {
        tag(self.lang)
    }

    pub(super) fn other_lang(self) -> Lang {
        if self.lang == Lang::EN { Lang::ZH } else { Lang::EN }
    }

    pub(super) fn other_tag(self) -> &'static str {
        tag(self.other_lang())
    }

    /// The site's title beside that of a page.
    pub(super) fn short_title(self) -> &'s str {
        self.site.short_title()
    }

    /// From this page to the folder of the site: `../` or nothing.
    pub(super) fn root(self) -> String {
        "../".repeat(self.this.path(self.lang).matches('/').count())
    }

    /// A link to a page in the language of this one.
    pub(super) fn to(self, page: &Page) -> String {
        format!("{}{}", self.root(), page.path(self.lang))
    }

    pub(super) fn to_home(self) -> String {
        self.to(&Page::Home)
    }

    pub(super) fn to_service(self, service: Service) -> String {
        self.to(&Page::Service(service, 1))
    }

    pub(super) fn to_code(self, code: CodeRef) -> String {
        self.to(&Page::Code(code))
    }

    /// A link to this page in the other language.
    pub(super) fn to_other_lang(self) -> String {
        format!("{}{}", self.root(), self.this.path(self.other_lang()))
    }

    /// A link to a file that all pages share.
    pub(super) fn asset(self, name: &str) -> String {
        format!("{}assets/{name}", self.root())
    }

    /// A link to the picture of the site, if it has one.
    pub(super) fn logo(self) -> Option<String> {
        self.site.logo.as_ref().map(|logo| format!("{}{}", self.root(), logo.path))
    }

    /// The address of this page in English, absolute if the site's own is known.
    pub(super) fn address_en(self) -> String {
        self.address(Lang::EN)
    }

    /// The address of this page in Chinese, absolute if the site's own is known.
    pub(super) fn address_zh(self) -> String {
        self.address(Lang::ZH)
    }

    fn address(self, lang: Lang) -> String {
        let base = self.site.base_url.clone().unwrap_or_else(|| self.root());
        format!("{base}{}", self.this.path(lang))
    }

    /// The address that search engines shall keep.
    pub(super) fn canonical(self) -> Option<String> {
        self.site.base_url.as_ref().map(|base| format!("{base}{}", self.this.path(self.lang)))
    }

    /// A link to the pages of this language for agents.
    pub(super) fn to_agents(self) -> String {
        self.to(&Page::AgentIndex)
    }
}
