//! The page of a code, with its meanings one after another; and the pages that lead there from other spellings.

use askama::Template;
use errcat::{CodeRef, Service};

use super::entry_section::{Block, EntrySection};
use super::inline_text::plain;
use super::page_context::PageContext;

#[derive(Template)]
#[template(path = "code.html", whitespace = "minimize")]
pub(super) struct CodePage<'s> {
    page: PageContext<'s>,
    code: CodeRef,
    service: Service,
    service_title: &'static str,
    entries: Vec<EntrySection>,
    /// The level of the headings in a meaning: below its own heading, or below the page's.
    level: u8,
    /// The title of the code: that of its meaning, if it has one.
    title: String,
    /// What search engines show below the title.
    summary: String,
    spellings: Vec<String>,
    previous: Option<CodeRef>,
    next: Option<CodeRef>,
}

impl<'s> CodePage<'s> {
    pub(super) fn new(page: PageContext<'s>, code: CodeRef) -> Self {
        let (lang, service) = (page.lang, code.service());
        let codes = page.site.order.codes(service);
        let at = codes.iter().position(|known| *known == code).unwrap_or(0);
        let titles: Vec<String> =
            code.entries().map(|entry| plain(&page.site.titles.of(entry, lang))).collect();
        let entry = code.entry();
        let cause: Vec<&str> =
            entry.description(lang).steps().chain(entry.remediation(lang).steps()).collect();
        Self {
            page,
            code,
            service,
            service_title: service.title(lang),
            entries: code.entries().map(|entry| EntrySection::new(page, entry)).collect(),
            level: if titles.len() > 1 { 3 } else { 2 },
            title: titles.join(page.t("; ", "；")),
            summary: shortened(&plain(&cause.join(page.t(" ", "")))),
            spellings: code.spellings().skip(1).map(|spelling| spelling.to_string()).collect(),
            previous: at.checked_sub(1).and_then(|at| codes.get(at)).copied(),
            next: codes.get(at + 1).copied(),
        }
    }
}

/// The beginning of a text: as much as search engines show.
fn shortened(text: &str) -> String {
    const LETTERS: usize = 160;
    if text.chars().count() <= LETTERS {
        return text.to_owned();
    }
    let start: String = text.chars().take(LETTERS - 1).collect();
    format!("{}…", start.trim_end())
}

/// A page that leads from another spelling of a code to its own page.
#[derive(Template)]
#[template(path = "moved.html", whitespace = "minimize")]
pub(super) struct MovedPage<'s> {
    pub(super) page: PageContext<'s>,
    pub(super) alias: &'s str,
    pub(super) code: CodeRef,
}
