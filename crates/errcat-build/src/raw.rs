//! Takes a catalog file apart: which keys there are, and whether each value has the type it must have.
//!
//! Values are read one by one, so that one fault hides no other.

mod fields;

use serde_yaml::Value;

use crate::diagnostic::Diagnostics;
use crate::source::File;
use fields::{Fields, both_here};

/// A value, and its path in the document.
#[derive(Clone, Debug)]
pub(crate) struct At<T> {
    pub(crate) value: T,
    pub(crate) path: String,
}

/// One text in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Both<T> {
    pub(crate) en: T,
    pub(crate) zh: T,
}

#[derive(Debug)]
pub(crate) struct RawService<'f> {
    pub(crate) file: &'f File,
    pub(crate) service: At<String>,
    pub(crate) title: Both<String>,
    pub(crate) prefixes: Vec<At<String>>,
    pub(crate) aliases: Vec<(At<String>, At<String>)>,
    pub(crate) source: RawSource,
    pub(crate) groups: Vec<Both<String>>,
    pub(crate) typed: bool,
    pub(crate) entries: Vec<RawEntry>,
}

#[derive(Clone, Debug)]
pub(crate) struct RawSource {
    pub(crate) title: String,
    pub(crate) lang: Option<At<String>>,
}

#[derive(Debug)]
pub(crate) struct RawEntry {
    pub(crate) path: String,
    pub(crate) code: At<String>,
    pub(crate) name: At<String>,
    pub(crate) status: Option<At<i64>>,
    pub(crate) group: Option<At<String>>,
    pub(crate) lifecycle: Option<At<String>>,
    pub(crate) undocumented: bool,
    pub(crate) message: Option<At<String>>,
    pub(crate) params: Vec<At<String>>,
    pub(crate) markers: Vec<At<String>>,
    pub(crate) wordings: Vec<RawWording>,
    pub(crate) description: Both<Vec<String>>,
    pub(crate) remediation: Both<Vec<String>>,
    pub(crate) class: At<String>,
    pub(crate) retry: At<String>,
    pub(crate) former: Vec<RawFormer>,
    pub(crate) see: Vec<At<String>>,
    pub(crate) note: Option<Both<Vec<String>>>,
    pub(crate) source: Option<RawSource>,
}

#[derive(Debug)]
pub(crate) struct RawWording {
    pub(crate) message: At<String>,
    /// Which parameters it carries, where that is said.
    pub(crate) params: Option<Vec<At<String>>>,
}

#[derive(Debug)]
pub(crate) struct RawFormer {
    pub(crate) status: Option<At<i64>>,
    pub(crate) message: Option<String>,
    pub(crate) description: Both<String>,
}

/// Reads a file; `None` if what it lacks leaves nothing to go on with. All faults are reported either way.
pub(crate) fn read<'f>(file: &'f File, faults: &mut Diagnostics) -> Option<RawService<'f>> {
    let mut fields = Fields::open(file, &file.value, String::new(), faults)?;
    let service = fields.text("service");
    let title = fields.both("title");
    let prefixes = fields.texts("prefixes", true);
    let aliases = fields.text_pairs("aliases");
    let source = fields.mapping("source", true, source);
    let groups = fields.list("groups", both_here);
    let typed = fields.flag("typed");
    let entries = fields.required_list("entries", entry);
    fields.close();
    Some(RawService {
        file,
        service: service?,
        title: title?,
        prefixes,
        aliases,
        source: source.flatten()?,
        groups: groups.into_iter().flatten().collect(),
        typed: typed.unwrap_or(true),
        entries: entries.into_iter().flatten().collect(),
    })
}

fn source(fields: &mut Fields<'_, '_>) -> Option<RawSource> {
    let title = fields.text("title");
    let lang = fields.optional_text("lang");
    Some(RawSource { title: title?.value, lang })
}

fn entry(fields: &mut Fields<'_, '_>) -> Option<RawEntry> {
    let path = fields.path().to_owned();
    let undocumented = fields.flag("undocumented").unwrap_or(false);
    let code = fields.text("code");
    let name = fields.text("name");
    let status = fields.number("status");
    let group = fields.optional_text("group");
    let lifecycle = fields.optional_text("lifecycle");
    let message =
        if undocumented { Some(fields.optional_text("message")) } else { fields.text("message").map(Some) };
    let params = fields.texts("params", false);
    let markers = fields.texts("markers", false);
    let wordings = fields.wordings("wordings");
    let description = fields.both_steps("description", true);
    let remediation = fields.both_steps("remediation", true);
    let class = fields.text("class");
    let retry = fields.text("retry");
    let former = fields.list("former", former);
    let see = fields.texts("see", false);
    let note = fields.both_steps("note", false);
    let source = fields.mapping("source", false, source);
    Some(RawEntry {
        path,
        code: code?,
        name: name?,
        status,
        group,
        lifecycle,
        undocumented,
        message: message?,
        params,
        markers,
        wordings,
        description: description?,
        remediation: remediation?,
        class: class?,
        retry: retry?,
        former: former.into_iter().flatten().collect(),
        see,
        note,
        source: source.flatten(),
    })
}

fn former(fields: &mut Fields<'_, '_>) -> Option<RawFormer> {
    let status = fields.number("status");
    let message = fields.optional_text("message").map(|text| text.value);
    let description = fields.both("description");
    Some(RawFormer { status, message, description: description? })
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
