//! What agents read: `llms.txt`, an index of the services, and all entries of each as Markdown.

use errcat::{Entry, Service, Text};

use super::frame::Frame;
use super::inline::plain;
use super::plan::Page;
use crate::present::labels;
use crate::present::overlay_facts::facts;

/// `llms.txt`: what the site holds, and where.
pub(super) fn index(frame: Frame<'_>) -> String {
    let (site, lang) = (frame.site, frame.lang);
    let address = |page: &Page| address(frame, page);
    let mut text =
        format!("# {}\n\n> {}\n\n", site.title(lang), frame.t(
        "Error codes of cloud services: what each means, why it happened, what to do, whether to retry.",
        "云服务错误码：含义、原因、处理建议、能否重试。",
    ));
    text.push_str(frame.t(
        "Each code has a page at `SERVICE/CODE.html`, such as ",
        "每个错误码有独立页面，地址为`SERVICE/CODE.html`，例如",
    ));
    if let Some(code) = site.catalog.codes().next() {
        text.push_str(&format!("<{}>", address(&Page::Code(code))));
    }
    text.push_str(frame.t(
        ". The pages below hold all entries of a service as Markdown.\n\n## Services\n\n",
        "。下列页面以Markdown列出各服务的全部错误码。\n\n## 服务\n\n",
    ));
    for service in site.catalog.services() {
        let prefixes: Vec<&str> = service.prefixes().collect();
        text.push_str(&format!(
            "- [{}]({}): {}{}{}\n",
            service.title(lang),
            address(&Page::AgentService(service)),
            service.codes().len(),
            frame.t(" codes that begin with ", "个错误码，前缀为"),
            prefixes.join(frame.t(", ", "、")),
        ));
    }
    text
}

/// The address of a page: absolute if the site's own is known, else from the folder of this page.
fn address(frame: Frame<'_>, page: &Page) -> String {
    match &frame.site.base_url {
        Some(base) => format!("{base}{}", page.path(frame.lang)),
        None => frame.to(page),
    }
}

/// All entries of a service.
pub(super) fn service(frame: Frame<'_>, service: Service) -> String {
    let lang = frame.lang;
    let source = frame.t("Source: ", "来源：");
    let mut text = format!("# {}\n\n{source}{}\n", service.title(lang), service.source());
    for entry in frame.site.order.entries(service) {
        text.push_str(&entry_text(frame, entry));
    }
    text
}

fn entry_text(frame: Frame<'_>, entry: Entry) -> String {
    let lang = frame.lang;
    let title = plain(&frame.site.titles.of(entry, lang));
    let mut text = format!("\n## {}: {title}\n\n", entry.code());
    let mut line = |label: &str, value: &str| text.push_str(&format!("- {label}: {value}\n"));
    line(frame.t("Name", "名称"), &format!("`{}`", entry.name()));
    if let Some(status) = entry.status() {
        line(frame.t("Status", "状态码"), &status.to_string());
    }
    line(frame.t("Class", "类别"), labels::class(lang, entry.class()));
    line(frame.t("Retry", "重试"), labels::retry(lang, entry.retry()));
    if let Some(group) = entry.group(lang) {
        line(frame.t("Group", "模块"), group);
    }
    if let Some(state) = labels::lifecycle(lang, entry.lifecycle()) {
        line(frame.t("State", "状态"), state);
    }
    if entry.is_undocumented() {
        line(frame.t("State", "状态"), frame.t("undocumented", "未公开"));
    }
    for message in std::iter::once(entry.message()).chain(entry.wordings()) {
        if !message.as_str().is_empty() {
            line(frame.t("Message", "错误信息"), &fenced(message.as_str()));
        }
    }
    let see: Vec<&str> = entry.see().map(errcat::Code::as_str).collect();
    if !see.is_empty() {
        line(frame.t("See", "参见"), &see.join(", "));
    }
    for former in entry.former() {
        line(frame.t("Formerly", "曾用"), former.description(lang));
    }
    if entry.source() != entry.service().source() {
        line(frame.t("Source", "来源"), entry.source());
    }
    text.push_str(&passage(frame.t("Why", "原因"), entry.description(lang)));
    text.push_str(&passage(frame.t("Fix", "处理"), entry.remediation(lang)));
    for addition in entry.additions() {
        text.push_str(&format!("\n**{}**\n", addition.layer()));
        for fact in facts(lang, addition) {
            text.push_str(&format!("\n- {}: {}", fact.label, fact.text));
        }
        if let Some(fix) = addition.remediation(lang) {
            text.push_str(&format!("\n\n{fix}"));
        }
        text.push('\n');
    }
    if let Some(note) = entry.note(lang) {
        text.push_str(&passage(frame.t("Note", "说明"), note));
    }
    text
}

/// A passage with its label; steps are a numbered list.
fn passage(label: &str, text: Text) -> String {
    format!("\n**{label}**\n\n{text}\n")
}

/// Text between backticks, with more of them outside than there are in it.
fn fenced(text: &str) -> String {
    let longest = text.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let blank = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{blank}{text}{blank}{fence}")
}

#[cfg(test)]
mod tests {
    #[test]
    fn fences_are_longer_than_what_they_hold() {
        assert_eq!(super::fenced("a <b>"), "`a <b>`");
        assert_eq!(super::fenced("a ``b`"), "``` a ``b` ```");
    }
}
