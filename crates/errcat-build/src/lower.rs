//! Makes the model of what the file says: closed sets, templates and their parameters.

mod messages;

use std::str::FromStr;

use errcat_core::{Lang, Lifecycle, UnknownName};

use crate::diagnostic::Diagnostics;
use crate::model::{Bilingual, Entry, Former, Service};
use crate::raw::{At, Both, RawEntry, RawFormer, RawService};
use crate::source::File;
use messages::Messages;

/// A service of the model, with what later checks need to say where something stands.
#[derive(Debug)]
pub(crate) struct Lowered<'f> {
    pub(crate) file: &'f File,
    pub(crate) service: Service,
    /// Paths of the entries in the document.
    pub(crate) paths: Vec<String>,
}

/// Lowers a service; entries with faults are reported and left out.
pub(crate) fn service<'f>(raw: RawService<'f>, faults: &mut Diagnostics) -> Option<Lowered<'f>> {
    let file = raw.file;
    let lang = match &raw.source.lang {
        Some(lang) => word::<Lang>(file, lang, faults)?,
        None => Lang::En,
    };
    let groups: Vec<Bilingual<String>> = raw.groups.iter().map(bilingual).collect();
    let mut entries = Vec::new();
    let mut paths = Vec::new();
    for entry in raw.entries {
        let path = entry.path.clone();
        if let Some(entry) = lower_entry(file, entry, &groups, faults) {
            entries.push(entry);
            paths.push(path);
        }
    }
    let service = Service {
        path: file.path.clone(),
        module: raw.service.value,
        title: bilingual(&raw.title),
        prefixes: raw.prefixes.into_iter().map(|prefix| prefix.value).collect(),
        aliases: raw.aliases.into_iter().map(|(alias, prefix)| (alias.value, prefix.value)).collect(),
        source: raw.source.title,
        source_lang: lang,
        typed: raw.typed,
        entries,
    };
    Some(Lowered { file, service, paths })
}

fn lower_entry(
    file: &File,
    raw: RawEntry,
    groups: &[Bilingual<String>],
    faults: &mut Diagnostics,
) -> Option<Entry> {
    let status = status(file, raw.status.as_ref(), faults);
    let group = raw.group.as_ref().map(|name| group(file, name, groups, faults));
    let class = word(file, &raw.class, faults);
    let retry = word(file, &raw.retry, faults);
    let lifecycle = raw.lifecycle.as_ref().map_or(Some(Lifecycle::Active), |word_| word(file, word_, faults));
    let messages = Messages::lower(file, &raw, faults);
    let former = raw.former.iter().map(|former| lower_former(file, former, faults)).collect();
    let messages = messages?;
    Some(Entry {
        code: raw.code.value,
        name: raw.name.value,
        status,
        group: group.flatten(),
        lifecycle: lifecycle?,
        undocumented: raw.undocumented,
        message: messages.message,
        wordings: messages.wordings,
        params: messages.params,
        description: bilingual(&raw.description),
        remediation: bilingual(&raw.remediation),
        class: class?,
        retry: retry?,
        former,
        see: raw.see.into_iter().map(|code| code.value).collect(),
        note: raw.note.as_ref().map(bilingual),
        source: raw.source.map(|source| source.title),
    })
}

fn lower_former(file: &File, raw: &RawFormer, faults: &mut Diagnostics) -> Former {
    let status = status(file, raw.status.as_ref(), faults);
    Former { status, message: raw.message.clone(), description: bilingual(&raw.description) }
}

fn bilingual<T: Clone>(both: &Both<T>) -> Bilingual<T> {
    Bilingual { en: both.en.clone(), zh: both.zh.clone() }
}

/// A word of a closed set.
fn word<T: FromStr<Err = UnknownName>>(
    file: &File,
    word: &At<String>,
    faults: &mut Diagnostics,
) -> Option<T> {
    match word.value.parse() {
        Ok(member) => Some(member),
        Err(unknown) => {
            let message = format!("`{}` is not a {}", word.value, unknown.kind);
            let help = format!("use one of {}", unknown.known.join(", "));
            file.fault(faults, file.place(&word.path), "unknown-word", message, help);
            None
        }
    }
}

fn status(file: &File, status: Option<&At<i64>>, faults: &mut Diagnostics) -> Option<u16> {
    let status = status?;
    if let Ok(number @ 100..=599) = u16::try_from(status.value) {
        return Some(number);
    }
    file.fault(
        faults,
        file.place(&status.path),
        "status-out-of-range",
        format!("{} is not an HTTP status", status.value),
        "write a number from 100 to 599, or leave the key out where no status is documented",
    );
    None
}

fn group(
    file: &File,
    name: &At<String>,
    groups: &[Bilingual<String>],
    faults: &mut Diagnostics,
) -> Option<Bilingual<String>> {
    let found = groups.iter().find(|group| group.en == name.value);
    if found.is_none() {
        let help = format!("add `- {{ en: {}, zh: ... }}` to `groups`", name.value);
        let message = format!("group `{}` is not one of `groups`", name.value);
        file.fault(faults, file.place(&name.path), "unknown-group", message, help);
    }
    found.cloned()
}
