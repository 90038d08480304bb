//! Makes the model of what the file says: closed sets, templates and their parameters.

mod groups;
mod links;
mod messages;
mod retry_after;
mod settings;
mod words;

use errcat_core::{Lang, Lifecycle};

use crate::diagnostic::{DiagnosticKind, Diagnostics, Sound, sound};
use crate::languages::Languages;
use crate::model::{Bilingual, Deprecation, Entry, FormerMeaning, Prefix, Service};
use crate::syntax::{
    At, DeprecationSyntax, EntrySyntax, FormerSyntax, List, PrefixSyntax, ServiceSyntax, Text,
};
use crate::yaml::File;
use groups::Groups;
pub(crate) use links::link;
use links::link_pattern;
use messages::Messages;
use retry_after::retry_after;
pub(crate) use settings::settings;
pub(crate) use words::optional_word;
use words::{optional_language, word};

/// Lowers a service. Every part is lowered before a fault ends this, so that none hides another.
pub(crate) fn service(
    raw: ServiceSyntax<'_>,
    languages: Languages,
    faults: &mut Diagnostics,
) -> Sound<Service> {
    let file = raw.file;
    let url = link_pattern(file, &raw.url, faults);
    let (source, source_url, source_lang) = match raw.source {
        Ok(source) => {
            (source.title, link(file, &source.url, faults), optional_language(file, &source.lang, faults))
        }
        Err(reported) => (Err(reported), Err(reported), Err(reported)),
    };
    let groups = Groups::new(&raw.groups, languages);
    let entries = each(raw.entries, |raw| entry(file, raw, &groups, faults));
    Ok(Service {
        path: file.path.clone(),
        module: raw.service?.value,
        title: raw.title?,
        prefixes: prefixes(raw.prefixes, raw.separator)?,
        aliases: each(raw.aliases, |(alias, prefix)| Ok((alias.value, prefix.value)))?,
        confused_with: each(raw.confused_with, |raw| Ok((raw.prefix?.value, raw.what?)))?,
        url: url?,
        source: source?.value,
        source_url: source_url?,
        source_lang: source_lang?.unwrap_or(Lang::EN),
        typed: raw.typed?.unwrap_or(true),
        entries: entries?,
    })
}

/// Lowers the prefixes, each with its own separator, that of the service, or a dot.
fn prefixes(prefixes: List<PrefixSyntax>, separator: Sound<Option<Text>>) -> Sound<Vec<Prefix>> {
    let of_service = separator?.map_or_else(|| ".".to_owned(), |separator| separator.value);
    each(prefixes, |PrefixSyntax { text, separator }| {
        let separator = separator.map_or_else(|| of_service.clone(), |separator| separator.value);
        Ok(Prefix::new(text.value, separator))
    })
}

/// Lowers each item of a list, the later ones also where an earlier one is faulty.
fn each<T, U>(list: List<T>, mut lower: impl FnMut(T) -> Sound<U>) -> Sound<Vec<U>> {
    let lowered: Vec<Sound<U>> = list?.into_iter().map(|item| item.and_then(&mut lower)).collect();
    lowered.into_iter().collect()
}

fn entry(file: &File, raw: EntrySyntax, groups: &Groups<'_>, faults: &mut Diagnostics) -> Sound<Entry> {
    let status = status(file, &raw.status, faults);
    let group = groups.find(file, &raw.group, faults);
    let class = word(file, &raw.class, faults);
    let retry = word(file, &raw.retry, faults);
    let lifecycle = optional_word(file, &raw.lifecycle, faults);
    let retry_after = retry_after(file, &raw, retry, faults);
    let severity = optional_word(file, &raw.severity, faults);
    let url = link(file, &raw.url, faults);
    let (source, source_url) = match raw.source.as_ref() {
        Ok(Some(source)) => {
            (sound(&source.title).map(|title| Some(title.value.clone())), link(file, &source.url, faults))
        }
        Ok(None) => (Ok(None), Ok(None)),
        Err(reported) => (Err(*reported), Err(*reported)),
    };
    let messages = Messages::lower(file, &raw, faults);
    let former = each(raw.former, |raw| former(file, raw, faults));
    let messages = messages?;
    Ok(Entry {
        code: raw.code?.value,
        name: raw.name?.value,
        status: status?,
        group: group?,
        lifecycle: lifecycle?.unwrap_or(Lifecycle::Active),
        since: raw.since?.map(|since| since.value),
        deprecated: raw.deprecated?.map(deprecation).transpose()?,
        replaced_by: raw.replaced_by?.map(|code| code.value),
        undocumented: raw.undocumented?.unwrap_or(false),
        message: messages.message,
        wordings: messages.wordings,
        params: messages.params,
        description: steps(raw.description?),
        remediation: steps(raw.remediation?),
        class: class?,
        retry: retry?,
        retry_after: retry_after?,
        severity: severity?,
        former: former?,
        see: each(raw.see, |code| Ok(code.value))?,
        note: raw.note?.map(steps),
        source: source?,
        source_url: source_url?,
        url: url?,
        additions: Vec::new(),
    })
}

fn deprecation(raw: DeprecationSyntax) -> Sound<Deprecation> {
    Ok(Deprecation { since: raw.since?.map(|since| since.value), note: raw.note?.unwrap_or_default() })
}

fn former(file: &File, raw: FormerSyntax, faults: &mut Diagnostics) -> Sound<FormerMeaning> {
    let status = status(file, &raw.status, faults);
    Ok(FormerMeaning {
        status: status?,
        message: raw.message?.map(|message| message.value),
        description: raw.description?,
    })
}

fn steps(both: Bilingual<Vec<Text>>) -> Bilingual<Vec<String>> {
    let texts = |steps: Vec<Text>| steps.into_iter().map(|step| step.value).collect();
    Bilingual { en: texts(both.en), zh: texts(both.zh) }
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
