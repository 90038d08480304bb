//! One documented meaning of a code, for the templates.

use errcat::{CodeRef, Entry, Lang, Lifecycle, Retry, Severity};

use super::inline_text::{Inline, MessagePart, inline, message_parts};
use super::page_context::{PageContext, tag};
use super::rust_names::Snippet;
use super::site::Site;
use crate::present::labels::{self, Key, pick};
use crate::present::view::{EntryView, Fact, Layer, Place, Value};
use crate::text::width::columns;

pub(super) struct EntrySection {
    /// Its anchor in the page: names are permanent.
    pub(super) name: &'static str,
    pub(super) title: Vec<Inline>,
    pub(super) status: Option<u16>,
    pub(super) class: &'static str,
    pub(super) class_says: &'static str,
    pub(super) retry: &'static str,
    pub(super) retry_says: &'static str,
    /// The word for its color.
    pub(super) retry_kind: &'static str,
    pub(super) group: Option<&'static str>,
    pub(super) marks: Vec<Mark>,
    pub(super) message: Vec<MessagePart>,
    pub(super) wordings: Vec<Vec<MessagePart>>,
    /// The message as documented, to be copied.
    pub(super) raw_message: &'static str,
    pub(super) message_tag: &'static str,
    pub(super) sections: Vec<Section>,
    pub(super) snippets: Vec<Snippet>,
    pub(super) source: &'static str,
    /// Where that is, or the vendor's page about the entry.
    pub(super) url: Option<&'static str>,
}

/// A part of the page with a heading.
pub(super) struct Section {
    /// Its class in the style sheet.
    pub(super) kind: &'static str,
    pub(super) heading: &'static str,
    pub(super) blocks: Vec<Block>,
}

pub(super) enum Block {
    Passage(Vec<Vec<Inline>>),
    Text(Shown),
    Facts(Vec<ShownFact>),
    Former(Vec<Former>),
    Codes(Vec<Related>),
}

/// A short text.
pub(super) struct Shown {
    pub(super) text: String,
    pub(super) is_link: bool,
}

pub(super) struct ShownFact {
    pub(super) label: &'static str,
    pub(super) value: Shown,
}

/// A word of warning: undocumented, unused, retired.
pub(super) struct Mark {
    pub(super) kind: &'static str,
    pub(super) label: &'static str,
    pub(super) text: &'static str,
}

/// An earlier meaning of the number.
pub(super) struct Former {
    pub(super) status: Option<u16>,
    pub(super) message: Option<&'static str>,
    pub(super) text: Vec<Inline>,
}

/// A related code, and what it says.
pub(super) struct Related {
    pub(super) code: CodeRef,
    pub(super) link: String,
    pub(super) title: Vec<Inline>,
}

impl EntrySection {
    pub(super) fn new(page: PageContext<'_>, entry: Entry) -> Self {
        let (site, lang) = (page.site, page.lang);
        Self {
            name: entry.name(),
            title: inline(site.catalog, Some(entry.code()), &site.titles.of(entry, lang)),
            status: entry.status(),
            class: labels::class(lang, entry.class()),
            class_says: labels::class_meaning(lang, entry.class()),
            retry: labels::retry_brief(lang, entry.retry()),
            retry_says: labels::retry_meaning(lang, entry.retry()),
            retry_kind: retry_kind(entry.retry()),
            group: entry.group(lang),
            marks: marks(entry, lang),
            message: message_parts(entry.message()),
            wordings: entry.wordings().map(message_parts).collect(),
            raw_message: entry.message().as_str(),
            message_tag: tag(entry.service().source_lang()),
            sections: sections(page, &EntryView::new(entry)),
            snippets: site.names.of(entry),
            source: entry.source(),
            url: entry.url(),
        }
    }

    /// Whether large letters would make too much of its title.
    pub(super) fn has_long_title(&self) -> bool {
        self.title.iter().map(|part| columns(&part.text)).sum::<usize>() > 60
    }
}

/// Returns a section for each fact, those of overlays below the remedy, and last the codes to look at.
fn sections(page: PageContext<'_>, view: &EntryView) -> Vec<Section> {
    let mut sections = Vec::new();
    for fact in view.at(Place::Body).filter(|fact| fact.key != Key::See) {
        let heading = fact.key.label(page.lang);
        let blocks = vec![block(page, view.entry, &fact.value)];
        sections.push(Section { kind: kind(fact.key), heading, blocks });
        if fact.key == Key::Remediation {
            sections.extend(view.layers.iter().map(|layer| layer_section(page, view.entry, layer)));
        }
    }
    let related = related(page.site, view);
    if !related.is_empty() {
        let blocks = vec![codes(page, view.entry, &related)];
        sections.push(Section { kind: "related", heading: page.t("Related", "相关错误码"), blocks });
    }
    sections
}

/// Returns the class of a fact's section in the style sheet.
fn kind(key: Key) -> &'static str {
    match key {
        Key::Description => "why",
        Key::Remediation => "fix",
        other => other.as_str(),
    }
}

fn layer_section(page: PageContext<'_>, entry: Entry, layer: &Layer) -> Section {
    let mut blocks: Vec<Block> = layer.remediation().map(|fix| block(page, entry, fix)).into_iter().collect();
    let shown = |fact: &Fact| ShownFact { label: fact.key.label(page.lang), value: shown(page, &fact.value) };
    let facts: Vec<ShownFact> = layer.facts(page.lang).map(shown).collect();
    if !facts.is_empty() {
        blocks.push(Block::Facts(facts));
    }
    Section { kind: "layer", heading: layer.name, blocks }
}

fn block(page: PageContext<'_>, entry: Entry, value: &Value) -> Block {
    let inline = |text: &str| inline(page.site.catalog, Some(entry.code()), text);
    match value {
        Value::Prose(prose) => Block::Passage(prose.best(page.lang).steps().map(inline).collect()),
        Value::Codes(found) => codes(page, entry, found),
        Value::Code(code) => codes(page, entry, &[*code]),
        Value::Former(former) => {
            let former = former.iter().map(|former| Former {
                status: former.status(),
                message: former.message(),
                text: inline(former.description(page.lang)),
            });
            Block::Former(former.collect())
        }
        value => Block::Text(shown(page, value)),
    }
}

fn shown(page: PageContext<'_>, value: &Value) -> Shown {
    Shown { text: value.text(page.lang), is_link: matches!(value, Value::Link(_)) }
}

fn codes(page: PageContext<'_>, entry: Entry, codes: &[CodeRef]) -> Block {
    let (site, lang) = (page.site, page.lang);
    let related = codes.iter().map(|code| Related {
        code: *code,
        link: page.to_code(*code),
        title: inline(site.catalog, Some(entry.code()), &site.titles.of(code.entry(), lang)),
    });
    Block::Codes(related.collect())
}

/// Returns the codes that an entry names, and those whose entries name its code.
fn related(site: &Site, view: &EntryView) -> Vec<CodeRef> {
    let mut codes = match view.get(Key::See) {
        Some(Value::Codes(codes)) => codes.clone(),
        _ => Vec::new(),
    };
    let code = view.entry.code();
    for by in site.mentions.get(&code).into_iter().flatten() {
        if *by != code && !codes.contains(by) {
            codes.push(*by);
        }
    }
    codes
}

fn marks(entry: Entry, lang: Lang) -> Vec<Mark> {
    let t = |en, zh| pick(lang, en, zh);
    let mut marks = Vec::new();
    if entry.is_undocumented() {
        marks.push(Mark {
            kind: "undocumented",
            label: t("Undocumented", "未公开"),
            text: t("Seen in responses, but no meaning is published.", "响应中出现过，但官方未公布其含义。"),
        });
    }
    if entry.severity() == Some(Severity::Warning) {
        marks.push(Mark {
            kind: "warning",
            label: t("Warning", "警告"),
            text: t(
                "Nothing failed: the operation can go on, at a risk.",
                "操作未失败，可以继续，但存在风险。",
            ),
        });
    }
    match entry.lifecycle() {
        Lifecycle::Active => {}
        Lifecycle::Unused => marks.push(Mark {
            kind: "unused",
            label: t("Not used currently", "暂未使用"),
            text: t(
                "The vendor lists this code but does not send it now.",
                "官方列出了该错误码，但目前不会返回。",
            ),
        }),
        Lifecycle::Retired => marks.push(Mark {
            kind: "retired",
            label: t("Retired", "已废弃"),
            text: t("Only older documents list this code.", "仅在旧版文档中列出。"),
        }),
    }
    marks
}

/// Whether waiting, changing something or nothing helps.
fn retry_kind(retry: Retry) -> &'static str {
    match retry {
        Retry::Never => "never",
        Retry::AfterFix => "fix",
        Retry::Later | Retry::Backoff => "wait",
    }
}
