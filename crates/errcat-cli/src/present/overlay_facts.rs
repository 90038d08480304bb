//! What a layer of an overlay says of an entry beside a remedy.

use errcat::{Addition, Lang};

use super::labels;

/// A fact, and what it is called.
pub(crate) struct Fact {
    pub(crate) label: &'static str,
    pub(crate) text: String,
    /// Whether the text is an address. The compiler of the overlay has seen to it that it is one of the web.
    pub(crate) is_link: bool,
}

/// The facts that the layer gives, in the order of their weight.
pub(crate) fn facts(lang: Lang, addition: Addition) -> Vec<Fact> {
    let t = |en, zh| labels::pick(lang, en, zh);
    let translated: Vec<&str> = [
        (addition.translates_description(lang), t("cause", "原因")),
        (addition.translates_remediation(lang), t("remedy", "处理")),
    ]
    .into_iter()
    .filter_map(|(is, what)| is.then_some(what))
    .collect();
    let translated = Some(translated.join(t(", ", "、"))).filter(|texts| !texts.is_empty());
    let severity = addition.severity().map(|severity| labels::severity(lang, severity).to_owned());
    let facts = [
        (t("severity", "严重程度"), severity, false),
        (t("owner", "负责人"), addition.owner().map(str::to_owned), false),
        (t("runbook", "操作手册"), addition.runbook().map(str::to_owned), true),
        (t("translation", "翻译"), translated, false),
    ];
    facts
        .into_iter()
        .filter_map(|(label, text, is_link)| Some(Fact { label, text: text?, is_link }))
        .collect()
}
