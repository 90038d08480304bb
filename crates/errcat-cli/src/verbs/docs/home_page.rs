//! The home page: the search box, the services, what the words for class and retry mean.

use askama::Template;
use errcat::{Class, Retry, Service};

use super::page_context::PageContext;
use crate::present::labels;

#[derive(Template)]
#[template(path = "home.html", whitespace = "minimize")]
pub(super) struct HomePage<'s> {
    page: PageContext<'s>,
    title: &'s str,
    services: Vec<ServiceCard>,
    codes: usize,
    classes: Vec<(&'static str, &'static str)>,
    retries: Vec<(&'static str, &'static str)>,
}

struct ServiceCard {
    link: String,
    title: &'static str,
    prefixes: Vec<&'static str>,
    codes: usize,
}

impl<'s> HomePage<'s> {
    pub(super) fn new(page: PageContext<'s>) -> Self {
        let lang = page.lang;
        let card = |service: Service| ServiceCard {
            link: page.to_service(service),
            title: service.title(lang),
            prefixes: service.prefixes().collect(),
            codes: service.codes().len(),
        };
        let catalog = page.site.catalog;
        let classes = Class::ALL.iter();
        let retries = Retry::ALL.iter();
        Self {
            page,
            title: page.site.title(lang),
            services: catalog.services().map(card).collect(),
            codes: catalog.codes().len(),
            classes: classes
                .map(|class| (labels::class(lang, *class), labels::class_meaning(lang, *class)))
                .collect(),
            retries: retries
                .map(|retry| (labels::retry_brief(lang, *retry), labels::retry_meaning(lang, *retry)))
                .collect(),
        }
    }
}
