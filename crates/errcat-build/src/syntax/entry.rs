//! An entry of a catalog file.

use errcat_core::{Class, Lifecycle, Retry, Severity};

use super::fields::{Fields, Need};
use super::item::{At, List, Text};
use crate::diagnostic::Sound;
use crate::model::Bilingual;
use crate::yaml::{Place, Value};

#[derive(Debug)]
pub(crate) struct EntrySyntax {
    pub(crate) code: Sound<Text>,
    pub(crate) name: Sound<Text>,
    pub(crate) status: Sound<Option<At<i64>>>,
    pub(crate) group: Sound<Option<Text>>,
    pub(crate) lifecycle: Sound<Option<Text>>,
    pub(crate) since: Sound<Option<Text>>,
    pub(crate) deprecated: Sound<Option<DeprecationSyntax>>,
    pub(crate) replaced_by: Sound<Option<Text>>,
    pub(crate) undocumented: Sound<Option<bool>>,
    pub(crate) message: Sound<Option<Text>>,
    pub(crate) params: List<Text>,
    pub(crate) params_place: Place,
    pub(crate) markers: List<Text>,
    pub(crate) wordings: List<WordingSyntax>,
    pub(crate) description: Sound<Bilingual<Vec<Text>>>,
    pub(crate) remediation: Sound<Bilingual<Vec<Text>>>,
    pub(crate) class: Sound<Text>,
    pub(crate) retry: Sound<Text>,
    pub(crate) retry_after: Sound<Option<At<i64>>>,
    pub(crate) severity: Sound<Option<Text>>,
    pub(crate) former: List<FormerSyntax>,
    pub(crate) see: List<Text>,
    pub(crate) note: Sound<Option<Bilingual<Vec<Text>>>>,
    pub(crate) source: Sound<Option<EntrySourceSyntax>>,
    pub(crate) url: Sound<Option<Text>>,
    pub(crate) allow: List<AllowSyntax>,
}

#[derive(Debug)]
pub(crate) struct WordingSyntax {
    pub(crate) message: Sound<Text>,
    /// Which parameters it carries, where that is said.
    pub(crate) params: Option<List<Text>>,
}

/// That programs should no longer expect the entry.
#[derive(Debug)]
pub(crate) struct DeprecationSyntax {
    pub(crate) since: Sound<Option<Text>>,
    pub(crate) note: Sound<Option<Bilingual<String>>>,
}

/// The document that one entry comes from.
#[derive(Debug)]
pub(crate) struct EntrySourceSyntax {
    pub(crate) title: Sound<Text>,
    pub(crate) url: Sound<Option<Text>>,
}

/// A lint that an entry switches off.
#[derive(Debug)]
pub(crate) struct AllowSyntax {
    pub(crate) lint: Sound<Text>,
    /// Why; read so that it cannot be left out.
    #[expect(dead_code, reason = "for readers of the file")]
    pub(crate) reason: Sound<Text>,
}

#[derive(Debug)]
pub(crate) struct FormerSyntax {
    pub(crate) status: Sound<Option<At<i64>>>,
    pub(crate) message: Sound<Option<Text>>,
    pub(crate) description: Sound<Bilingual<String>>,
}

/// The numbers that can be a status.
const STATUS: &str = "a number from 100 to 599";
/// The numbers of seconds that a request can have to wait.
const RETRY_AFTER: &str = "a number of seconds, at least 1";

pub(super) fn entry(fields: &mut Fields<'_, '_>) -> EntrySyntax {
    let undocumented = fields.flag("undocumented");
    EntrySyntax {
        code: fields.text("code"),
        name: fields.text("name"),
        status: fields.number("status", STATUS),
        group: fields.optional_text("group"),
        lifecycle: fields.optional_word("lifecycle", Lifecycle::WORDS),
        since: fields.optional_text("since"),
        deprecated: fields.optional_mapping("deprecated", deprecation),
        replaced_by: fields.optional_text("replaced_by"),
        message: match undocumented {
            Ok(None | Some(false)) => fields.text("message").map(Some),
            _ => fields.optional_text("message"),
        },
        undocumented,
        params: fields.names("params", Need::Nothing),
        params_place: fields.place("params"),
        markers: fields.names("markers", Need::Nothing),
        wordings: fields.items_as("wordings", Need::Nothing, |fields, spot, item| match item.value {
            Value::Mapping(_) => fields.inside(spot, item, wording),
            _ => Ok(WordingSyntax { message: fields.text_at(spot, item), params: None }),
        }),
        description: fields.steps("description"),
        remediation: fields.steps("remediation"),
        class: fields.word("class", Class::WORDS),
        retry: fields.word("retry", Retry::WORDS),
        retry_after: fields.number("retry_after", RETRY_AFTER),
        severity: fields.optional_word("severity", Severity::WORDS),
        former: fields.list("former", Need::Nothing, former),
        see: fields.texts("see", Need::Nothing),
        note: fields.optional_steps("note"),
        source: fields.optional_mapping("source", source),
        url: fields.optional_text("url"),
        allow: fields.list("allow", Need::Nothing, allow),
    }
}

/// Another wording, with the parameters that it carries.
fn wording(fields: &mut Fields<'_, '_>) -> WordingSyntax {
    WordingSyntax { message: fields.text("message"), params: Some(fields.names("params", Need::Key)) }
}

fn deprecation(fields: &mut Fields<'_, '_>) -> DeprecationSyntax {
    DeprecationSyntax { since: fields.optional_text("since"), note: fields.optional_bilingual("note") }
}

fn source(fields: &mut Fields<'_, '_>) -> EntrySourceSyntax {
    EntrySourceSyntax { title: fields.text("title"), url: fields.optional_text("url") }
}

fn allow(fields: &mut Fields<'_, '_>) -> AllowSyntax {
    AllowSyntax { lint: fields.text("lint"), reason: fields.text("reason") }
}

fn former(fields: &mut Fields<'_, '_>) -> FormerSyntax {
    FormerSyntax {
        status: fields.number("status", STATUS),
        message: fields.optional_text("message"),
        description: fields.bilingual("description"),
    }
}
