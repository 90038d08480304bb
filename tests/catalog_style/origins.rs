//! Where a text is from, and what it warns of.

use errcat::{CATALOG, Lang};

use crate::{joined, none, own_texts, place, without_spans};

#[test]
fn english_is_plain() {
    const NEVER: [&str; 9] = [
        "please",
        "Please",
        " anew",
        "broken off",
        "belong together",
        "stands ",
        "Reported by users",
        "so many",
        "is due",
    ];
    let mut faults = Vec::new();
    for entry in CATALOG.entries() {
        for text in own_texts(entry, Lang::EN) {
            let plain = without_spans(&text);
            let found = NEVER.into_iter().filter(|words| plain.contains(words));
            faults.extend(found.map(|words| format!("{}: {words:?}: {plain}", place(entry))));
        }
    }
    none(faults);
}

/// What is not from the vendor is in a note with fixed words, or in an undocumented entry whose source says so.
#[test]
fn notes_say_where_they_are_from() {
    const EN: &str = "Seen in public code, not documented by the vendor: ";
    const ZH: &str = "见于公开代码，华为云文档未说明：";
    const VAGUE: [&str; 6] =
        ["users report", "reported by", "it is known", "in practice", "usually helps", "third part"];
    let mut faults = Vec::new();
    for entry in CATALOG.entries() {
        let [en, zh] = [Lang::EN, Lang::ZH].map(|lang| entry.note(lang).map(joined).unwrap_or_default());
        let mut fault = |what: &str| faults.push(format!("{}: {what}: {en}", place(entry)));
        if en.contains(EN) != zh.contains(ZH) {
            fault("the two languages name different origins");
        }
        if en.contains("public code") && !en.contains(EN) {
            fault("the origin has other words");
        }
        if VAGUE.iter().any(|words| en.to_lowercase().contains(words)) {
            fault("the origin is vague");
        }
        if entry.source().contains("Public code") && !(entry.is_undocumented() && en.contains(EN)) {
            fault("the source is no document");
        }
        // A text that follows a document in another language names it among the sources.
        if en.contains("Chinese FAQ") && !entry.source().contains("Chinese") {
            fault("follows a document that is not among the sources");
        }
    }
    none(faults);
}

#[test]
fn destructive_and_risky_steps_have_a_caution() {
    let mut faults = Vec::new();
    for entry in CATALOG.entries() {
        let fix = joined(entry.remediation(Lang::EN));
        for (step, caution) in [
            ("`diskpart clean`", "partition table"),
            ("source to `0.0.0.0/0`", "`0.0.0.0/0`"),
            ("servercheck = False", "verif"),
        ] {
            let note = entry.note(Lang::EN).map(joined).unwrap_or_default();
            if fix.contains(step) && !note.contains(caution) {
                faults.push(format!("{}: {step}", place(entry)));
            }
        }
        // A file system is unmounted, not removed: that would destroy the data.
        if fix.contains("remove the unsupported one") {
            faults.push(format!("{}: removes a file system", place(entry)));
        }
    }
    none(faults);
}

/// Links lead to the vendor's pages; what no document has leads nowhere.
#[test]
fn links_lead_to_the_documents() {
    const HOST: &str = "https://support.huaweicloud.com/";
    let mut faults = Vec::new();
    for service in CATALOG.services() {
        if !service.source_url().is_some_and(|url| url.starts_with(HOST)) {
            faults.push(format!("{}: its document has no address", service.name()));
        }
    }
    for entry in CATALOG.entries() {
        let is_of_the_vendor = entry.url().is_none_or(|url| url.starts_with(HOST));
        if !is_of_the_vendor || (entry.source().contains("Public code") && entry.url().is_some()) {
            faults.push(format!("{}: {:?}", place(entry), entry.url()));
        }
    }
    none(faults);
}
