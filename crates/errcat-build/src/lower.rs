//! Makes the model of what the file says: closed sets, templates and their parameters.

mod groups;
mod messages;

use std::str::FromStr;

use errcat_core::{Lang, Lifecycle, UnknownName};

use crate::diagnostic::{DiagnosticKind, Diagnostics, Sound, sound};
use crate::languages::Languages;
use crate::model::{Bilingual, Entry, FormerMeaning, Prefix, Service};
use crate::suggest::did_you_mean;
use crate::syntax::{At, Both, List, RawEntry, RawFormerMeaning, RawService, Text};
use crate::yaml::File;
use groups::Groups;
use messages::Messages;

/// Lowers a service. Every part is lowered before a fault ends this, so that none hides another.
pub(crate) fn service(raw: RawService<'_>, languages: Languages, faults: &mut Diagnostics) -> Sound<Service> {
    let file = raw.file;
    let (source, source_lang) = match raw.source {
        Ok(source) => (source.title, optional_word(file, &source.lang, faults)),
        Err(reported) => (Err(reported), Err(reported)),
    };
    let groups = Groups { groups: raw.groups, languages };
    let entries = each(raw.entries, |raw| entry(file, raw, &groups, faults));
    Ok(Service {
        path: file.path.clone(),
        module: raw.service?.value,
        title: bilingual(raw.title?),
        prefixes: each(raw.prefixes, |prefix| Ok(Prefix::new(prefix.value, ".".to_owned())))?,
        aliases: each(raw.aliases, |(alias, prefix)| Ok((alias.value, prefix.value)))?,
        confused_with: each(raw.confused_with, |raw| Ok((raw.prefix?.value, bilingual(raw.what?))))?,
        source: source?.value,
        source_lang: source_lang?.unwrap_or(Lang::En),
        typed: raw.typed?.unwrap_or(true),
        entries: entries?,
    })
}

/// Lowers each item of a list, the later ones also where an earlier one is faulty.
fn each<T, U>(list: List<T>, mut lower: impl FnMut(T) -> Sound<U>) -> Sound<Vec<U>> {
    let lowered: Vec<Sound<U>> = list?.into_iter().map(|item| item.and_then(&mut lower)).collect();
    lowered.into_iter().collect()
}

fn entry(file: &File, raw: RawEntry, groups: &Groups, faults: &mut Diagnostics) -> Sound<Entry> {
    let status = status(file, &raw.status, faults);
    let group = groups.find(file, &raw.group, faults);
    let class = word(file, &raw.class, faults);
    let retry = word(file, &raw.retry, faults);
    let lifecycle = optional_word(file, &raw.lifecycle, faults);
    let messages = Messages::lower(file, &raw, faults);
    let former = each(raw.former, |raw| former(file, raw, faults));
    let messages = messages?;
    Ok(Entry {
        code: raw.code?.value,
        name: raw.name?.value,
        status: status?,
        group: group?,
        lifecycle: lifecycle?.unwrap_or(Lifecycle::Active),
        undocumented: raw.undocumented?.unwrap_or(false),
        message: messages.message,
        wordings: messages.wordings,
        params: messages.params,
        description: steps(raw.description?),
        remediation: steps(raw.remediation?),
        class: class?,
        retry: retry?,
        former: former?,
        see: each(raw.see, |code| Ok(code.value))?,
        note: raw.note?.map(steps),
        source: raw.source?.map(|title| title.value),
        additions: Vec::new(),
    })
}

fn former(file: &File, raw: RawFormerMeaning, faults: &mut Diagnostics) -> Sound<FormerMeaning> {
    let status = status(file, &raw.status, faults);
    Ok(FormerMeaning {
        status: status?,
        message: raw.message?.map(|message| message.value),
        description: bilingual(raw.description?),
    })
}

fn bilingual<T>(both: Both<T>) -> Bilingual<T> {
    Bilingual { en: both.en, zh: both.zh }
}

fn steps(both: Both<Vec<Text>>) -> Bilingual<Vec<String>> {
    let texts = |steps: Vec<Text>| steps.into_iter().map(|step| step.value).collect();
    Bilingual { en: texts(both.en), zh: texts(both.zh) }
}

/// A word of a closed set.
fn word<T: FromStr<Err = UnknownName>>(
    file: &File,
    word: &Sound<Text>,
    faults: &mut Diagnostics,
) -> Sound<T> {
    let word = sound(word)?;
    word.value.parse().map_err(|unknown: UnknownName| {
        let message = format!("`{}` is not a {}", word.value, unknown.kind);
        let help = did_you_mean(unknown.known.iter().copied(), &word.value)
            .unwrap_or_else(|| format!("use one of {}", unknown.known.join(", ")));
        file.fault(faults, word.place, DiagnosticKind::UnknownWord, message, help)
    })
}

pub(crate) fn optional_word<T: FromStr<Err = UnknownName>>(
    file: &File,
    given: &Sound<Option<Text>>,
    faults: &mut Diagnostics,
) -> Sound<Option<T>> {
    match given {
        Ok(None) => Ok(None),
        Ok(Some(given)) => word(file, &Ok(given.clone()), faults).map(Some),
        Err(reported) => Err(*reported),
    }
}

fn status(file: &File, status: &Sound<Option<At<i64>>>, faults: &mut Diagnostics) -> Sound<Option<u16>> {
    let Some(status) = sound(status)? else { return Ok(None) };
    if let Ok(number @ 100..=599) = u16::try_from(status.value) {
        return Ok(Some(number));
    }
    let message = format!("{} is not an HTTP status", status.value);
    let help = "write a number from 100 to 599, or leave the key out where no status is documented";
    Err(file.fault(faults, status.place, DiagnosticKind::StatusOutOfRange, message, help))
}
