//! Changes of a service as a whole.

use super::ChangeKind;
use super::change::Log;
use super::matching::{Fate, Pairs};
use super::wording::{change, languages, quoted};
use crate::model::{Prefix, Service};

/// What became of a service of the old catalog.
pub(super) fn compare(pairs: &Pairs<'_>, number: usize, log: &mut Log) {
    let old = &pairs.old.services[number];
    let module = &old.module;
    let Some(new) = pairs.service(number).map(|new| &pairs.new.services[new]) else {
        let codes = pairs.old.codes_of(number);
        let gone = codes.iter().filter(|(code, _)| pairs.fate(code) == Fate::Removed).count();
        let detail = format!("service {} removed{}", quoted(module), with_codes(gone));
        return log.service(ChangeKind::ServiceRemoved, module, detail);
    };
    if new.module != *module {
        log.service(ChangeKind::ServiceRenamed, module, change("service", Some(module), Some(&new.module)));
    }
    prefixes(old, new, log);
    aliases(old, new, log);
    match (old.typed, new.typed) {
        (true, false) => log.service(ChangeKind::TypedErrorsOff, module, "typed errors switched off"),
        (false, true) => log.service(ChangeKind::TypedErrorsOn, module, "typed errors switched on"),
        _ => {}
    }
    texts(old, new, log);
}

/// A service that the old catalog does not have.
pub(super) fn added(pairs: &Pairs<'_>, number: usize, log: &mut Log) {
    if pairs.is_old_service(number) {
        return;
    }
    let module = &pairs.new.services[number].module;
    let codes = pairs.new.codes_of(number).iter().filter(|(code, _)| pairs.is_new_code(code)).count();
    log.service(
        ChangeKind::ServiceAdded,
        module,
        format!("service {} added{}", quoted(module), with_codes(codes)),
    );
}

fn with_codes(count: usize) -> String {
    match count {
        0 => String::new(),
        1 => ", with 1 code".to_owned(),
        _ => format!(", with {count} codes"),
    }
}

fn prefixes(old: &Service, new: &Service, log: &mut Log) {
    for prefix in old.prefixes.iter().filter(|prefix| !new.prefixes.contains(prefix)) {
        log.service(ChangeKind::PrefixRemoved, &old.module, change("prefix", Some(&shown(prefix)), None));
    }
    for prefix in new.prefixes.iter().filter(|prefix| !old.prefixes.contains(prefix)) {
        log.service(ChangeKind::PrefixAdded, &old.module, change("prefix", None, Some(&shown(prefix))));
    }
}

/// Shows a prefix, with its separator where that is not a dot.
fn shown(prefix: &Prefix) -> String {
    if prefix.separator == "." { prefix.text.clone() } else { format!("{}{}", prefix.text, prefix.separator) }
}

fn aliases(old: &Service, new: &Service, log: &mut Log) {
    let module = &old.module;
    let target = |service: &Service, wanted: &str| {
        service.aliases.iter().find(|(alias, _)| alias == wanted).map(|(_, prefix)| prefix.clone())
    };
    for (alias, prefix) in &old.aliases {
        let shown = format!("alias {}: prefix", quoted(alias));
        match target(new, alias) {
            None => log.service(ChangeKind::AliasRemoved, module, change("alias", Some(alias), None)),
            Some(now) if now != *prefix => {
                log.service(ChangeKind::AliasChanged, module, change(&shown, Some(prefix), Some(&now)));
            }
            Some(_) => {}
        }
    }
    for (alias, prefix) in new.aliases.iter().filter(|(alias, _)| target(old, alias).is_none()) {
        let detail = format!("alias {} of {} added", quoted(alias), quoted(prefix));
        log.service(ChangeKind::AliasAdded, module, detail);
    }
}

fn texts(old: &Service, new: &Service, log: &mut Log) {
    let module = &old.module;
    if old.title != new.title {
        let detail = if old.title.en == new.title.en {
            change("title", Some(&old.title.zh), Some(&new.title.zh))
        } else {
            change("title", Some(&old.title.en), Some(&new.title.en))
        };
        log.service(ChangeKind::TitleChanged, module, detail);
    }
    if old.source != new.source {
        log.service(
            ChangeKind::SourceChanged,
            module,
            change("source", Some(&old.source), Some(&new.source)),
        );
    }
    for (what, old, new) in
        [("url", &old.url, &new.url), ("url of the source", &old.source_url, &new.source_url)]
    {
        if old != new {
            log.service(ChangeKind::UrlChanged, module, change(what, old.as_deref(), new.as_deref()));
        }
    }
    if old.source_lang != new.source_lang {
        let (old, new) = (old.source_lang.as_str(), new.source_lang.as_str());
        log.service(
            ChangeKind::SourceChanged,
            module,
            change("language of the source", Some(old), Some(new)),
        );
    }
    confused_with(old, new, log);
}

fn confused_with(old: &Service, new: &Service, log: &mut Log) {
    for (prefix, what) in &old.confused_with {
        let detail = match new.confused_with.iter().find(|(other, _)| other == prefix) {
            None => "removed".to_owned(),
            Some((_, now)) if now != what => format!("reworded {}", languages(what, now)),
            Some(_) => continue,
        };
        let detail = format!("hint on prefix {} {detail}", quoted(prefix));
        log.service(ChangeKind::ConfusedWithChanged, &old.module, detail);
    }
    for (prefix, _) in &new.confused_with {
        if !old.confused_with.iter().any(|(other, _)| other == prefix) {
            let detail = format!("hint on prefix {} added", quoted(prefix));
            log.service(ChangeKind::ConfusedWithChanged, &old.module, detail);
        }
    }
}
