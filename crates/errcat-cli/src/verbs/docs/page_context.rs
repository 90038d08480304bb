//! What all pages have: a language, an address, and links to others.

use errcat::{CodeRef, Lang, Service};

use super::language::{direction, name, tag};
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

/// A page in another language.
pub(super) struct Translation {
    pub(super) lang: Lang,
    pub(super) tag: String,
    /// What the language calls itself.
    pub(super) name: String,
    pub(super) link: String,
}

impl<'s> PageContext<'s> {
    /// One of two texts, by the language of the page.
    pub(super) fn t(self, en: &'static str, zh: &'static str) -> &'static str {
        pick(self.lang, en, zh)
    }

    pub(super) fn tag(self) -> String {
        tag(self.lang)
    }

    pub(super) fn direction(self) -> &'static str {
        direction(self.lang)
    }

    /// The tags of all languages of the site, with spaces between them.
    pub(super) fn languages(self) -> String {
        self.site.languages().map(|lang| lang.to_string()).collect::<Vec<_>>().join(" ")
    }

    /// This page in the other languages.
    pub(super) fn translations(self) -> Vec<Translation> {
        self.site
            .languages()
            .filter(|lang| *lang != self.lang)
            .map(|lang| Translation {
                lang,
                tag: tag(lang),
                name: name(lang),
                link: format!("{}{}", self.root(), self.this.path(&self.site.folder(lang))),
            })
            .collect()
    }

    /// The site's title beside that of a page.
    pub(super) fn short_title(self) -> &'s str {
        self.site.short_title()
    }

    /// From this page to the folder of the site: `../` or nothing.
    pub(super) fn root(self) -> String {
        "../".repeat(self.this.path(&self.site.folder(self.lang)).matches('/').count())
    }

    /// A link to a page in the language of this one.
    pub(super) fn to(self, page: &Page) -> String {
        format!("{}{}", self.root(), page.path(&self.site.folder(self.lang)))
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

    /// A link to a file that all pages share.
    pub(super) fn asset(self, name: &str) -> String {
        format!("{}assets/{name}", self.root())
    }

    /// A link to the picture of the site, if it has one.
    pub(super) fn logo(self) -> Option<String> {
        self.site.logo.as_ref().map(|logo| format!("{}{}", self.root(), logo.path))
    }

    /// The tag of each language, and the address of this page in it, absolute if the site's own is known.
    pub(super) fn alternates(self) -> Vec<(String, String)> {
        let base = self.site.base_url.clone().unwrap_or_else(|| self.root());
        let mut alternates: Vec<(String, String)> = self
            .site
            .languages()
            .map(|lang| (tag(lang), format!("{base}{}", self.this.path(&self.site.folder(lang)))))
            .collect();
        // In one language alone, there is nothing to choose from.
        if alternates.len() < 2 {
            return Vec::new();
        }
        alternates.extend(alternates.first().map(|(_, address)| ("x-default".to_owned(), address.clone())));
        alternates
    }

    /// The address that search engines shall keep.
    pub(super) fn canonical(self) -> Option<String> {
        self.site
            .base_url
            .as_ref()
            .map(|base| format!("{base}{}", self.this.path(&self.site.folder(self.lang))))
    }

    /// A link to the pages of this language for agents.
    pub(super) fn to_agents(self) -> String {
        self.to(&Page::AgentIndex)
    }
}
