//! One documented meaning of a code, for the templates.

use super::frame::{Frame, tag};
use super::inline::{Inline, MessagePart, inline, message_parts};
use super::rust_names::Snippet;
use super::site::Site;
use crate::present::labels;
use crate::present::overlay_facts::{Fact, facts};
use crate::text::width::columns;
use errcat::{Code, Entry, Lang, Lifecycle, Retry, Text};

pub(super) struct Meaning {
    /// Its anchor in the page: names are permanent.
    pub(super) name: &'static str,
    pub(super) title: Vec<Inline>,
    pub(super) status: Option<u16>,
    pub(super) class: &'static str,
    pub(super) class_says: &'static str,
    pub(super) retry: &'static str,
    pub(super) retry_says: &'static str,
    /// The word for its colour.
    pub(super) retry_kind: &'static str,
    pub(super) group: Option<&'static str>,
    pub(super) marks: Vec<Mark>,
    pub(super) message: Vec<MessagePart>,
    pub(super) wordings: Vec<Vec<MessagePart>>,
    /// The message as documented, to be copied.
    pub(super) raw_message: &'static str,
    pub(super) message_tag: &'static str,
    pub(super) why: Vec<Vec<Inline>>,
    pub(super) fix: Vec<Vec<Inline>>,
    pub(super) layers: Vec<Layer>,
    pub(super) note: Vec<Vec<Inline>>,
    pub(super) former: Vec<Former>,
    pub(super) related: Vec<Related>,
    pub(super) snippets: Vec<Snippet>,
    pub(super) source: &'static str,
}

/// What a layer of an overlay adds.
pub(super) struct Layer {
    pub(super) name: &'static str,
    pub(super) fix: Vec<Vec<Inline>>,
    pub(super) facts: Vec<Fact>,
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
    pub(super) code: Code,
    pub(super) link: String,
    pub(super) title: Vec<Inline>,
}

impl Meaning {
    pub(super) fn new(frame: Frame<'_>, entry: Entry) -> Self {
        let (site, lang, code) = (frame.site, frame.lang, entry.code());
        let text = |text: &str| inline(site.catalog, Some(code), text);
        let steps = |steps: Text| steps.steps().map(text).collect::<Vec<_>>();
        let former = entry.former().map(|former| Former {
            status: former.status(),
            message: former.message(),
            text: text(former.description(lang)),
        });
        let layers = entry.additions().map(|addition| Layer {
            name: addition.layer(),
            fix: addition.remediation(lang).map(steps).unwrap_or_default(),
            facts: facts(lang, addition),
        });
        let related = related(site, entry).into_iter().map(|code| Related {
            code,
            link: frame.to_code(code),
            title: text(&site.titles.of(code.entry(), lang)),
        });
        Self {
            name: entry.name(),
            title: text(&site.titles.of(entry, lang)),
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
            why: steps(entry.description(lang)),
            fix: steps(entry.remediation(lang)),
            layers: layers.collect(),
            note: entry.note(lang).map(steps).unwrap_or_default(),
            former: former.collect(),
            related: related.collect(),
            snippets: site.names.of(entry),
            source: entry.source(),
        }
    }

    /// Whether large letters would make too much of its title.
    pub(super) fn has_long_title(&self) -> bool {
        self.title.iter().map(|part| columns(&part.text)).sum::<usize>() > 60
    }
}

/// The codes that an entry names, and those whose entries name its code.
fn related(site: &Site, entry: Entry) -> Vec<Code> {
    let mut codes: Vec<Code> = entry.see().collect();
    for by in site.mentions.get(&entry.code()).into_iter().flatten() {
        if *by != entry.code() && !codes.contains(by) {
            codes.push(*by);
        }
    }
    codes
}

fn marks(entry: Entry, lang: Lang) -> Vec<Mark> {
    let t = |en, zh| labels::pick(lang, en, zh);
    let mut marks = Vec::new();
    if entry.is_undocumented() {
        marks.push(Mark {
            kind: "undocumented",
            label: t("Undocumented", "未公开"),
            text: t("Seen in responses, but no meaning is published.", "响应中出现过，但官方未公布其含义。"),
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
