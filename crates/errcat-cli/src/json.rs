//! The JSON of entries: keys that are stable, absent values as null.

use errcat::{Entry, Lang, Service, Text};
use serde::Serialize;
use serde::ser::{SerializeSeq, Serializer};

/// An entry of the catalog.
#[derive(Serialize)]
pub(crate) struct EntryJson {
    code: &'static str,
    name: &'static str,
    service: &'static str,
    status: Option<u16>,
    group: Option<&'static str>,
    message: Option<&'static str>,
    params: Vec<&'static str>,
    wordings: Vec<&'static str>,
    description: Both,
    remediation: Both,
    class: &'static str,
    retry: &'static str,
    lifecycle: &'static str,
    undocumented: bool,
    note: Option<Both>,
    see: Vec<&'static str>,
    former: Vec<FormerJson>,
    source: &'static str,
}

impl EntryJson {
    pub(crate) fn new(entry: Entry) -> Self {
        Self {
            code: entry.code().as_str(),
            name: entry.name(),
            service: entry.service().name(),
            status: entry.status(),
            group: entry.group(Lang::En),
            message: Some(entry.message().as_str()).filter(|message| !message.is_empty()),
            params: entry.params().collect(),
            wordings: entry.wordings().map(errcat::Template::as_str).collect(),
            description: Both::new(|lang| entry.description(lang)),
            remediation: Both::new(|lang| entry.remediation(lang)),
            class: entry.class().as_str(),
            retry: entry.retry().as_str(),
            lifecycle: entry.lifecycle().as_str(),
            undocumented: entry.is_undocumented(),
            note: entry
                .note(Lang::En)
                .map(|_| Both::new(|lang| entry.note(lang).unwrap_or(entry.description(lang)))),
            see: entry.see().map(errcat::Code::as_str).collect(),
            former: entry.former().map(FormerJson::new).collect(),
            source: entry.source(),
        }
    }
}

/// A text in both languages: a string, or an array of steps.
#[derive(Serialize)]
struct Both {
    en: Steps,
    zh: Steps,
}

impl Both {
    fn new(text: impl Fn(Lang) -> Text) -> Self {
        Self { en: Steps(text(Lang::En)), zh: Steps(text(Lang::Zh)) }
    }
}

struct Steps(Text);

impl Serialize for Steps {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut steps = self.0.steps();
        if steps.len() == 1 {
            return steps.next().serialize(serializer);
        }
        let mut list = serializer.serialize_seq(Some(steps.len()))?;
        for step in steps {
            list.serialize_element(step)?;
        }
        list.end()
    }
}

#[derive(Serialize)]
struct FormerJson {
    status: Option<u16>,
    message: Option<&'static str>,
    description: Words,
}

impl FormerJson {
    fn new(former: errcat::Former) -> Self {
        let description = Words { en: former.description(Lang::En), zh: former.description(Lang::Zh) };
        Self { status: former.status(), message: former.message(), description }
    }
}

#[derive(Serialize)]
struct Words {
    en: &'static str,
    zh: &'static str,
}

/// A service of the catalog.
#[derive(Serialize)]
pub(crate) struct ServiceJson {
    name: &'static str,
    title: Words,
    prefixes: Vec<&'static str>,
    source: SourceJson,
}

#[derive(Serialize)]
struct SourceJson {
    title: &'static str,
    lang: &'static str,
}

impl ServiceJson {
    pub(crate) fn new(service: Service) -> Self {
        Self {
            name: service.name(),
            title: Words { en: service.title(Lang::En), zh: service.title(Lang::Zh) },
            prefixes: service.prefixes().collect(),
            source: SourceJson { title: service.source(), lang: service.source_lang().as_str() },
        }
    }
}
