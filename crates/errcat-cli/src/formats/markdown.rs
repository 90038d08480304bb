//! Markdown: one page a service, fit for mdBook, with an index and mdBook's table of contents.

use errcat::{CodeRef, Entry, Lang, Service};

use super::files::Files;
use super::request::Request;
use super::selection::Selection;
use crate::outcome::Failure;
use crate::present::labels::pick;
use crate::present::markdown;
use crate::present::view::EntryView;
use crate::text::markdown::{cell, code, prose};

/// Files that are not a service's.
const INDEX: &str = "index.md";
const SUMMARY: &str = "SUMMARY.md";

/// `index.md`, `SUMMARY.md`, and a page a service; on standard output, the pages alone.
#[expect(clippy::unnecessary_wraps, reason = "the table of formats wants them alike")]
pub(super) fn pages(request: &Request) -> Result<Files, Failure> {
    let (selection, lang) = (&request.selection, request.one_lang());
    let pages = selection.services().map(|service| (page_of(service), page(selection, service, lang)));
    let mut files: Vec<(String, String)> = pages.collect();
    let contents =
        vec![(INDEX.to_owned(), index(selection, lang)), (SUMMARY.to_owned(), summary(selection, lang))];
    files.sort_by(|one, other| one.0.cmp(&other.0));
    Ok(Files::Many { files, contents, separator: "\n" })
}

/// The file of a service. Names of files may differ in case alone where they are kept, but not everywhere.
fn page_of(service: Service) -> String {
    let taken = ["index", "readme", "summary"].contains(&service.name());
    format!("{}{}.md", service.name(), if taken { "-codes" } else { "" })
}

fn summary(selection: &Selection, lang: Lang) -> String {
    let mut text = format!("# Summary\n\n[{}]({INDEX})\n\n", pick(lang, "Error codes", "错误码"));
    for service in selection.services() {
        text.push_str(&format!("- [{}]({})\n", prose(service.title(lang)), page_of(service)));
    }
    text
}

fn index(selection: &Selection, lang: Lang) -> String {
    let mut text = format!("# {}\n\n", pick(lang, "Error codes", "错误码"));
    let head = ["Service", "Prefixes", "Codes", "Source"];
    let head = if lang == Lang::ZH { ["服务", "前缀", "错误码", "来源"] } else { head };
    text.push_str(&format!("| {} |\n| --- | --- | ---: | --- |\n", head.join(" | ")));
    for service in selection.services() {
        let prefixes: Vec<String> = service.prefixes().map(code).collect();
        text.push_str(&format!(
            "| [{}]({}) | {} | {} | {} |\n",
            cell(service.title(lang)),
            page_of(service),
            prefixes.join(" "),
            selection.codes(service).count(),
            cell(service.source()),
        ));
    }
    text
}

fn page(selection: &Selection, service: Service, lang: Lang) -> String {
    let codes: Vec<(CodeRef, Vec<Entry>)> = selection.codes(service).collect();
    let mut text = format!("# {}\n\n", prose(service.title(lang)));
    let from = pick(lang, "Source", "来源");
    text.push_str(&format!("{from}: {}\n\n", prose(service.source())));
    let head = if lang == Lang::ZH {
        ["错误码", "HTTP", "含义", "重试"]
    } else {
        ["Code", "HTTP", "Name", "Retry"]
    };
    text.push_str(&format!("| {} |\n| --- | --- | --- | --- |\n", head.join(" | ")));
    for (code, entries) in &codes {
        for entry in entries {
            text.push_str(&row(*code, *entry));
        }
    }
    for (code, entries) in &codes {
        text.push_str(&section(selection, *code, entries, lang));
    }
    text
}

/// A line of the page's table.
fn row(code: CodeRef, entry: Entry) -> String {
    let status = entry.status().map_or("–".to_owned(), |status| status.to_string());
    let name = prose(code.as_str());
    format!(
        "| [{name}](#{code}) | {status} | {} | {} |\n",
        entry.name(),
        entry.retry().as_str().replace('_', " ")
    )
}

/// A code and its meanings, below an anchor that is the code itself.
fn section(selection: &Selection, code: CodeRef, entries: &[Entry], lang: Lang) -> String {
    let only = if let [entry] = entries { format!(" {}", entry.name()) } else { String::new() };
    let mut text = format!("\n<a id=\"{code}\"></a>\n\n## {}{only}\n", prose(code.as_str()));
    for entry in entries {
        if entries.len() > 1 {
            text.push_str(&format!("\n### {}\n", entry.name()));
        }
        let show_code = |code| link(selection, code);
        text.push_str(&markdown::entry(&EntryView::new(*entry), lang, &show_code));
    }
    text
}

/// A code of the same page; its name alone where filters leave it out.
fn link(selection: &Selection, code: CodeRef) -> String {
    let name = prose(code.as_str());
    if selection.holds_code(code) { format!("[{name}](#{code})") } else { name }
}
