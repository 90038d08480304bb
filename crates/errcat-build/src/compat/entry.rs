//! Changes of an entry.

use super::change::Log;
use super::matching::{Fate, Pairs};
use super::snapshot::At;
use super::wording::{change, languages, quoted};
use super::{ChangeKind, params};
use crate::model::{Entry, Texts};

/// What became of an entry of the old catalog.
pub(super) fn compare(pairs: &Pairs<'_>, at: At, log: &mut Log) {
    let module = &pairs.old.services[at.0].module;
    let old = pairs.old.entry(at);
    let Some(new) = pairs.entry(at).map(|at| pairs.new.entry(at)) else {
        // What goes with its code is told there.
        if pairs.fate(&old.code) != Fate::Removed {
            log.code(ChangeKind::EntryRemoved, module, &old.code, format!("{} removed", quoted(&old.name)));
        }
        return;
    };
    let mut found = Found { name: &old.name, list: Vec::new() };
    if pairs.code(&old.code) != Some(&new.code) {
        found.add(ChangeKind::EntryMoved, change("code", Some(&old.code), Some(&new.code)));
    }
    if old.name != new.name {
        found.list.push((ChangeKind::EntryRenamed, change("name", Some(&old.name), Some(&new.name))));
    }
    for (kind, detail) in params::compare(&old.params, &new.params) {
        found.add(kind, detail);
    }
    facts(old, new, &mut found);
    deprecation(old, new, &mut found);
    let is_shared = pairs.old.codes.get(old.code.as_str()).is_some_and(|code| code.entries.len() > 1);
    messages(old, new, is_shared, &mut found);
    texts(old, new, &mut found);
    for (kind, detail) in found.list {
        log.code(kind, module, &old.code, detail);
    }
}

/// The changes of one entry, each with its name in front.
struct Found<'e> {
    name: &'e str,
    list: Vec<(ChangeKind, String)>,
}

impl Found<'_> {
    fn add(&mut self, kind: ChangeKind, detail: impl AsRef<str>) {
        self.list.push((kind, format!("{}: {}", quoted(self.name), detail.as_ref())));
    }

    fn word(&mut self, kind: ChangeKind, what: &str, old: &str, new: &str) {
        if old != new {
            self.add(kind, change(what, Some(old), Some(new)));
        }
    }

    fn optional<T: PartialEq + ToString>(
        &mut self,
        kind: ChangeKind,
        what: &str,
        old: Option<&T>,
        new: Option<&T>,
    ) {
        if old != new {
            let text = |value: Option<&T>| value.map(ToString::to_string);
            self.add(kind, change(what, text(old).as_deref(), text(new).as_deref()));
        }
    }

    fn text<T: PartialEq>(&mut self, kind: ChangeKind, what: &str, old: &Texts<T>, new: &Texts<T>) {
        if old != new {
            self.add(kind, format!("{what} reworded {}", languages(old, new)));
        }
    }
}

/// What programs ask for.
fn facts(old: &Entry, new: &Entry, found: &mut Found<'_>) {
    found.word(ChangeKind::ClassChanged, "class", old.class.as_str(), new.class.as_str());
    found.word(ChangeKind::RetryChanged, "retry", old.retry.as_str(), new.retry.as_str());
    found.word(ChangeKind::LifecycleChanged, "lifecycle", old.lifecycle.as_str(), new.lifecycle.as_str());
    found.optional(
        ChangeKind::RetryAfterChanged,
        "retry_after",
        old.retry_after.as_ref(),
        new.retry_after.as_ref(),
    );
    found.optional(ChangeKind::SeverityChanged, "severity", old.severity.as_ref(), new.severity.as_ref());
    found.optional(ChangeKind::StatusChanged, "status", old.status.as_ref(), new.status.as_ref());
    match (old.undocumented, new.undocumented) {
        (true, false) => found.add(ChangeKind::CodeDocumented, "documented now"),
        (false, true) => found.add(ChangeKind::CodeUndocumented, "not documented any more"),
        _ => {}
    }
}

/// Whether programs should still expect the entry, and what they should expect in its place.
fn deprecation(old: &Entry, new: &Entry, found: &mut Found<'_>) {
    match (old.is_deprecated(), new.is_deprecated()) {
        (false, true) => found.add(ChangeKind::EntryDeprecated, "deprecated now"),
        (true, false) => found.add(ChangeKind::EntryRestored, "not deprecated any more"),
        (true, true) if old.deprecated != new.deprecated => {
            found.add(ChangeKind::DeprecationChanged, "deprecated with another note");
        }
        _ => {}
    }
    found.optional(
        ChangeKind::ReplacedByChanged,
        "replacement",
        old.replaced_by.as_ref(),
        new.replaced_by.as_ref(),
    );
    found.optional(ChangeKind::SinceChanged, "since", old.since.as_ref(), new.since.as_ref());
}

/// The message and its other wordings. Where several entries share the code, the message tells them apart. A text that only
/// changed places among them is read as before.
fn messages(old: &Entry, new: &Entry, is_shared: bool, found: &mut Found<'_>) {
    let reworded = if is_shared { ChangeKind::SharedCodeMessageChanged } else { ChangeKind::MessageChanged };
    let before = found.list.len();
    let reads = |entry: &Entry, raw: &str| {
        entry.message.raw == raw || entry.wordings.iter().any(|wording| wording.raw == raw)
    };
    if old.message.raw != new.message.raw {
        let detail = change("message", Some(&old.message.raw), Some(&new.message.raw));
        found.add(reworded, detail);
    } else if old.message != new.message && old.params.len() == new.params.len() {
        found.add(reworded, "the placeholders of the message stand for other parameters");
    }
    for wording in old.wordings.iter().filter(|wording| !reads(new, &wording.raw)) {
        found.add(ChangeKind::WordingRemoved, change("wording", Some(&wording.raw), None));
    }
    for wording in new.wordings.iter().filter(|wording| !reads(old, &wording.raw)) {
        found.add(ChangeKind::WordingAdded, change("wording", None, Some(&wording.raw)));
    }
    if found.list.len() == before && old.params == new.params && old.wordings != new.wordings {
        found.add(ChangeKind::WordingChanged, "wordings are read otherwise, or stand in another order");
    }
}

/// What people read.
fn texts(old: &Entry, new: &Entry, found: &mut Found<'_>) {
    if old.group != new.group {
        let name = |entry: &Entry| entry.group.as_ref().and_then(|group| group.any().cloned());
        let (before, now) = (name(old), name(new));
        match (&old.group, &new.group) {
            (Some(old), Some(new)) if before == now => {
                found.add(ChangeKind::GroupChanged, format!("group reworded {}", languages(old, new)));
            }
            _ => found.add(ChangeKind::GroupChanged, change("group", before.as_deref(), now.as_deref())),
        }
    }
    found.text(ChangeKind::DescriptionChanged, "description", &old.description, &new.description);
    found.text(ChangeKind::RemediationChanged, "remediation", &old.remediation, &new.remediation);
    if old.former != new.former {
        found.add(ChangeKind::FormerChanged, "earlier meanings changed");
    }
    if old.see != new.see {
        let (old, new) = (old.see.join(", "), new.see.join(", "));
        found.add(ChangeKind::SeeChanged, change("related codes", Some(&old), Some(&new)));
    }
    match (&old.note, &new.note) {
        (Some(old), Some(new)) => found.text(ChangeKind::NoteChanged, "note", old, new),
        (Some(_), None) => found.add(ChangeKind::NoteChanged, "note removed"),
        (None, Some(_)) => found.add(ChangeKind::NoteChanged, "note added"),
        (None, None) => {}
    }
    found.optional(ChangeKind::SourceChanged, "source", old.source.as_ref(), new.source.as_ref());
    found.optional(
        ChangeKind::UrlChanged,
        "url of the source",
        old.source_url.as_ref(),
        new.source_url.as_ref(),
    );
    found.optional(ChangeKind::UrlChanged, "url", old.url.as_ref(), new.url.as_ref());
}
