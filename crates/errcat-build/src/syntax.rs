//! Takes a catalog file apart: which keys there are, and whether each value has the type it must have.
//!
//! Values are read one by one, so that one fault hides no other; in the place of a faulty one stands that it was
//! reported.

mod fields;
mod misplaced;
mod overlay;
mod values;

use errcat_core::{Class, Lang, Lifecycle, Retry};
use serde_yaml::Value;

use crate::diagnostic::{Diagnostics, Sound};
use crate::languages::Languages;
use crate::yaml::{File, Place};
use fields::{Fields, Need};
pub(crate) use overlay::{RawAddition, RawOverlay, RawTranslation, Steps, read_overlay};
use values::both_here;

/// A value, and its place in the file.
#[derive(Clone, Debug)]
pub(crate) struct At<T> {
    pub(crate) value: T,
    pub(crate) place: Place,
}

pub(crate) type Text = At<String>;

/// The items of a list, which may be faulty each.
pub(crate) type List<T> = Sound<Vec<Sound<T>>>;

/// One text in both languages; empty in one that it may lack, and does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Both<T> {
    pub(crate) en: T,
    pub(crate) zh: T,
}

#[derive(Debug)]
pub(crate) struct RawService<'f> {
    pub(crate) file: &'f File,
    pub(crate) service: Sound<Text>,
    pub(crate) title: Sound<Both<String>>,
    pub(crate) prefixes: List<Text>,
    /// Other spellings, each with the prefix that it stands for.
    pub(crate) aliases: List<(Text, Text)>,
    pub(crate) confused_with: List<RawConfusable>,
    pub(crate) source: Sound<RawSource>,
    pub(crate) groups: List<Both<String>>,
    pub(crate) typed: Sound<Option<bool>>,
    pub(crate) entries: List<RawEntry>,
}

#[derive(Debug)]
pub(crate) struct RawSource {
    pub(crate) title: Sound<Text>,
    pub(crate) lang: Sound<Option<Text>>,
}

/// A prefix that people take for one of the service.
#[derive(Debug)]
pub(crate) struct RawConfusable {
    pub(crate) prefix: Sound<Text>,
    pub(crate) what: Sound<Both<String>>,
}

#[derive(Debug)]
pub(crate) struct RawEntry {
    pub(crate) code: Sound<Text>,
    pub(crate) name: Sound<Text>,
    pub(crate) status: Sound<Option<At<i64>>>,
    pub(crate) group: Sound<Option<Text>>,
    pub(crate) lifecycle: Sound<Option<Text>>,
    pub(crate) undocumented: Sound<Option<bool>>,
    pub(crate) message: Sound<Option<Text>>,
    pub(crate) params: List<Text>,
    pub(crate) params_place: Place,
    pub(crate) markers: List<Text>,
    pub(crate) wordings: List<RawWording>,
    pub(crate) description: Sound<Both<Vec<Text>>>,
    pub(crate) remediation: Sound<Both<Vec<Text>>>,
    pub(crate) class: Sound<Text>,
    pub(crate) retry: Sound<Text>,
    pub(crate) former: List<RawFormerMeaning>,
    pub(crate) see: List<Text>,
    pub(crate) note: Sound<Option<Both<Vec<Text>>>>,
    pub(crate) source: Sound<Option<Text>>,
    pub(crate) allow: List<RawAllow>,
}

#[derive(Debug)]
pub(crate) struct RawWording {
    pub(crate) message: Sound<Text>,
    /// Which parameters it carries, where that is said.
    pub(crate) params: Option<List<Text>>,
}

/// A lint that an entry switches off.
#[derive(Debug)]
pub(crate) struct RawAllow {
    pub(crate) lint: Sound<Text>,
    /// Why; read so that it cannot be left out.
    #[expect(dead_code, reason = "for readers of the file")]
    pub(crate) reason: Sound<Text>,
}

#[derive(Debug)]
pub(crate) struct RawFormerMeaning {
    pub(crate) status: Sound<Option<At<i64>>>,
    pub(crate) message: Sound<Option<Text>>,
    pub(crate) description: Sound<Both<String>>,
}

impl RawService<'_> {
    /// The entries that are entries, whatever may be wrong in them.
    pub(crate) fn entries(&self) -> impl Iterator<Item = &RawEntry> {
        self.entries.iter().flatten().flatten()
    }
}

/// Reads a file, with its texts in these languages at least.
pub(crate) fn read<'f>(
    file: &'f File,
    languages: Languages,
    faults: &mut Diagnostics,
) -> Sound<RawService<'f>> {
    misplaced::catalog_is_due(file, faults)?;
    Fields::read_file(file, languages, faults, |fields| RawService {
        file,
        service: fields.text("service"),
        title: fields.both("title"),
        prefixes: fields.texts("prefixes", Need::Items),
        aliases: fields.text_pairs("aliases"),
        confused_with: fields.list("confused_with", Need::Nothing, confusable),
        source: fields.mapping("source", source),
        groups: fields.list("groups", Need::Nothing, both_here).map(flat),
        typed: fields.flag("typed"),
        entries: fields.list("entries", Need::Items, entry),
    })
}

fn flat<T>(items: Vec<Sound<Sound<T>>>) -> Vec<Sound<T>> {
    items.into_iter().map(|item| item.and_then(|item| item)).collect()
}

fn source(fields: &mut Fields<'_, '_>) -> RawSource {
    RawSource { title: fields.text("title"), lang: fields.optional_word("lang", Lang::WORDS) }
}

fn confusable(fields: &mut Fields<'_, '_>) -> RawConfusable {
    RawConfusable { prefix: fields.text("prefix"), what: both_here(fields) }
}

fn entry(fields: &mut Fields<'_, '_>) -> RawEntry {
    let undocumented = fields.flag("undocumented");
    RawEntry {
        code: fields.text("code"),
        name: fields.text("name"),
        status: fields.status("status"),
        group: fields.optional_text("group"),
        lifecycle: fields.optional_word("lifecycle", Lifecycle::WORDS),
        message: match undocumented {
            Ok(None | Some(false)) => fields.text("message").map(Some),
            _ => fields.optional_text("message"),
        },
        undocumented,
        params: fields.texts("params", Need::Nothing),
        params_place: fields.place("params"),
        markers: fields.texts("markers", Need::Nothing),
        wordings: fields.wordings("wordings"),
        description: fields.both_steps("description"),
        remediation: fields.both_steps("remediation"),
        class: fields.word("class", Class::WORDS),
        retry: fields.word("retry", Retry::WORDS),
        former: fields.list("former", Need::Nothing, former),
        see: fields.texts("see", Need::Nothing),
        note: fields.optional_both_steps("note"),
        source: fields.optional_mapping("source", |fields| fields.text("title")),
        allow: fields.list("allow", Need::Nothing, allow),
    }
}

fn allow(fields: &mut Fields<'_, '_>) -> RawAllow {
    RawAllow { lint: fields.text("lint"), reason: fields.text("reason") }
}

fn former(fields: &mut Fields<'_, '_>) -> RawFormerMeaning {
    RawFormerMeaning {
        status: fields.status("status"),
        message: fields.optional_text("message"),
        description: fields.both("description"),
    }
}

/// What a reader would call a value of this type.
fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Sequence(_) => "a list",
        Value::Mapping(_) => "a mapping",
        Value::Tagged(_) => "a tagged value",
    }
}
