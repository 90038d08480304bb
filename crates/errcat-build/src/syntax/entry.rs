//! An entry of a catalog file.

use errcat_core::{Class, Lifecycle, Retry};

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
    pub(crate) former: List<FormerSyntax>,
    pub(crate) see: List<Text>,
    pub(crate) note: Sound<Option<Bilingual<Vec<Text>>>>,
    pub(crate) source: Sound<Option<Text>>,
    pub(crate) allow: List<AllowSyntax>,
}

#[derive(Debug)]
pub(crate) struct WordingSyntax {
    pub(crate) message: Sound<Text>,
    /// Which parameters it carries, where that is said.
    pub(crate) params: Option<List<Text>>,
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

pub(super) fn entry(fields: &mut Fields<'_, '_>) -> EntrySyntax {
    let undocumented = fields.flag("undocumented");
    EntrySyntax {
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
        former: fields.list("former", Need::Nothing, former),
        see: fields.texts("see", Need::Nothing),
        note: fields.optional_steps("note"),
        source: fields.optional_mapping("source", |fields| fields.text("title")),
        allow: fields.list("allow", Need::Nothing, allow),
    }
}

/// Another wording, with the parameters that it carries.
fn wording(fields: &mut Fields<'_, '_>) -> WordingSyntax {
    WordingSyntax { message: fields.text("message"), params: Some(fields.names("params", Need::Key)) }
}

fn allow(fields: &mut Fields<'_, '_>) -> AllowSyntax {
    AllowSyntax { lint: fields.text("lint"), reason: fields.text("reason") }
}

fn former(fields: &mut Fields<'_, '_>) -> FormerSyntax {
    FormerSyntax {
        status: fields.status("status"),
        message: fields.optional_text("message"),
        description: fields.bilingual("description"),
    }
}
