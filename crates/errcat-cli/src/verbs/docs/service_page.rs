//! A service: its table of codes, and filters over it.
//!
//! The table of a large service is cut into parts, so that no page is slow to load. Filters go over all parts: their
//! script takes the rows from the search index.

use std::collections::BTreeMap;

use askama::Template;
use errcat::{Class, Entry, Lang, Retry, Service};

use super::inline_text::{Inline, inline};
use super::page::Page;
use super::page_context::{PageContext, tag};
use super::table_parts;
use crate::present::labels;

#[derive(Template)]
#[template(path = "service.html", whitespace = "minimize")]
pub(super) struct ServicePage<'s> {
    page: PageContext<'s>,
    service: Service,
    title: &'static str,
    codes: usize,
    meanings: usize,
    rows: Vec<Row>,
    filters: Vec<Filter>,
    parts: Vec<Part>,
    part: usize,
    source_tag: &'static str,
}

struct Row {
    link: String,
    code: &'static str,
    title: Vec<Inline>,
    status: Option<u16>,
    class: &'static str,
    retry: &'static str,
}

/// A filter, and the values that it can have in this service, each with how often it stands there.
struct Filter {
    name: &'static str,
    label: &'static str,
    any: &'static str,
    choices: Vec<(String, String, usize)>,
}

/// A part of the table, with its first and last code.
struct Part {
    number: usize,
    link: String,
    first: &'static str,
    last: &'static str,
}

impl<'s> ServicePage<'s> {
    pub(super) fn new(page: PageContext<'s>, service: Service, part: usize) -> Self {
        let entries = page.site.order.entries(service);
        let chunks = entries.chunks(table_parts::rows(service));
        let part_of = |(at, chunk): (usize, &[Entry])| Part {
            number: at + 1,
            link: page.to(&Page::Service(service, at + 1)),
            first: chunk.first().map_or("", |entry| entry.code().as_str()),
            last: chunk.last().map_or("", |entry| entry.code().as_str()),
        };
        let own = chunks.clone().nth(part.saturating_sub(1)).unwrap_or_default();
        Self {
            page,
            service,
            title: service.title(page.lang),
            codes: service.codes().len(),
            meanings: entries.len(),
            rows: own.iter().map(|entry| Row::new(page, *entry)).collect(),
            filters: filters(page.lang, &entries),
            parts: chunks.enumerate().map(part_of).collect(),
            part,
            source_tag: tag(service.source_lang()),
        }
    }
}

impl Row {
    fn new(page: PageContext<'_>, entry: Entry) -> Self {
        let code = entry.code();
        let first = code.entry() == entry;
        let anchor = if first { String::new() } else { format!("#{}", entry.name()) };
        let title = page.site.titles.of(entry, page.lang);
        Self {
            // Both pages lie in the folder of the service.
            link: format!("{code}.html{anchor}"),
            code: code.as_str(),
            title: inline(page.site.catalog, Some(code), &title),
            status: entry.status(),
            class: labels::class(page.lang, entry.class()),
            retry: labels::retry_brief(page.lang, entry.retry()),
        }
    }
}

/// A filter each for status, class, retry and group; none that would have nothing to choose.
fn filters(lang: Lang, entries: &[Entry]) -> Vec<Filter> {
    let t = |en, zh| labels::pick(lang, en, zh);
    let count = |key: &dyn Fn(Entry) -> Option<(usize, String, String)>| {
        let mut counts: BTreeMap<(usize, String, String), usize> = BTreeMap::new();
        for entry in entries {
            if let Some(choice) = key(*entry) {
                *counts.entry(choice).or_default() += 1;
            }
        }
        counts.into_iter().map(|((_, value, label), count)| (value, label, count)).collect()
    };
    let status = count(&|entry| {
        entry.status().map(|status| (usize::from(status), status.to_string(), status.to_string()))
    });
    let class = count(&|entry| {
        let class = entry.class();
        let at = Class::ALL.iter().position(|known| *known == class).unwrap_or(0);
        Some((at, class.as_str().to_owned(), labels::class(lang, class).to_owned()))
    });
    let retry = count(&|entry| {
        let retry = entry.retry();
        let at = Retry::ALL.iter().position(|known| *known == retry).unwrap_or(0);
        Some((at, retry.as_str().to_owned(), labels::retry_brief(lang, retry).to_owned()))
    });
    let group = count(&|entry| {
        let (en, own) = (entry.group(Lang::EN)?, entry.group(lang)?);
        Some((0, en.to_owned(), own.to_owned()))
    });
    let filters = [
        Filter {
            name: "status",
            label: t("Status", "状态码"),
            any: t("Any status", "全部状态码"),
            choices: status,
        },
        Filter {
            name: "class", label: t("Class", "类别"), any: t("Any class", "全部类别"), choices: class
        },
        Filter {
            name: "retry",
            label: t("Retry", "重试"),
            any: t("Any retry", "全部重试方式"),
            choices: retry,
        },
        Filter {
            name: "group", label: t("Group", "模块"), any: t("Any group", "全部模块"), choices: group
        },
    ];
    filters.into_iter().filter(|filter| filter.choices.len() > 1).collect()
}
