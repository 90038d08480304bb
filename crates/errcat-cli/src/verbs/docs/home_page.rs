//! The home page: the search box, the services, what the words for class and retry mean.

use askama::Template;
use errcat::{Class, Retry, Service};

use super::frame::Frame;
use crate::present::labels;

#[derive(Template)]
#[template(path = "home.html", whitespace = "minimize")]
pub(super) struct HomePage<'s> {
    frame: Frame<'s>,
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
    pub(super) fn new(frame: Frame<'s>) -> Self {
        let lang = frame.lang;
        let card = |service: Service| ServiceCard {
            link: frame.to_service(service),
            title: service.title(lang),
            prefixes: service.prefixes().collect(),
            codes: service.codes().len(),
        };
        let catalog = frame.site.catalog;
        let classes = Class::ALL.iter();
        let retries = Retry::ALL.iter();
        Self {
            frame,
            title: frame.site.title(lang),
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
