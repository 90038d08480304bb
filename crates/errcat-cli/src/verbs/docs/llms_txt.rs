//! What agents read: `llms.txt`, an index of the services, and all entries of each as Markdown.

use errcat::{Entry, Service};

use super::inline_text::plain;
use super::page::Page;
use super::page_context::PageContext;
use crate::present::labels::{self, Key};
use crate::present::markdown;
use crate::present::view::EntryView;
use crate::text::markdown::{code, prose, text};

/// `llms.txt`: what the site holds, and where.
pub(super) fn index(page: PageContext<'_>) -> String {
    let (site, lang) = (page.site, page.lang);
    let address = |other: &Page| address(page, other);
    let mut index =
        format!("# {}\n\n> {}\n\n", text(site.title(lang)), page.t(
        "Error codes of cloud services: what each means, why it happened, what to do, whether to retry.",
        "云服务错误码：含义、原因、处理建议、能否重试。",
    ));
    index.push_str(page.t(
        "Each code has a page at `SERVICE/CODE.html`, such as ",
        "每个错误码有独立页面，地址为`SERVICE/CODE.html`，例如",
    ));
    if let Some(code) = site.catalog.codes().next() {
        index.push_str(&format!("[{}]({})", prose(code.as_str()), address(&Page::Code(code))));
    }
    index.push_str(page.t(
        ". The pages below hold all entries of a service as Markdown.\n\n## Services\n\n",
        "。下列页面以Markdown列出各服务的全部错误码。\n\n## 服务\n\n",
    ));
    for service in site.catalog.services() {
        let prefixes: Vec<String> = service.prefixes().map(prose).collect();
        index.push_str(&format!(
            "- [{}]({}): {}{}{}\n",
            text(service.title(lang)),
            address(&Page::AgentService(service)),
            service.codes().len(),
            page.t(" codes that begin with ", "个错误码，前缀为"),
            prefixes.join(page.t(", ", "、")),
        ));
    }
    index
}

/// The address of a page: absolute if the site's own is known, else from the folder of this page.
fn address(page: PageContext<'_>, other: &Page) -> String {
    match &page.site.base_url {
        Some(base) => format!("{base}{}", other.path(&page.site.folder(page.lang))),
        None => page.to(other),
    }
}

/// Returns all entries of a service.
pub(super) fn service(page: PageContext<'_>, service: Service) -> String {
    let lang = page.lang;
    let source = page.t("Source: ", "来源：");
    let mut all = format!("# {}\n\n{source}{}\n", text(service.title(lang)), text(service.source()));
    for entry in page.site.order.entries(service) {
        all.push_str(&entry_text(page, entry));
    }
    all
}

fn entry_text(page: PageContext<'_>, entry: Entry) -> String {
    let lang = page.lang;
    let title = text(&plain(&page.site.titles.of(entry, lang)));
    let (name, colon) = (Key::Name.label(lang), labels::colon(lang));
    format!(
        "\n## {}: {title}\n\n**{name}{colon}** {}\n{}",
        prose(entry.code().as_str()),
        code(entry.name()),
        markdown::entry(&EntryView::new(entry), lang, &|code| prose(code.as_str())),
    )
}
