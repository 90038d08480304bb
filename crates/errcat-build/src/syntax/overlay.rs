//! Takes an overlay file apart.

use errcat_core::Severity;

use super::fields::{Fields, Need};
use super::{Both, List, Text, misplaced};
use crate::diagnostic::{Diagnostics, Sound};
use crate::languages::Languages;
use crate::yaml::File;

/// A text in the languages that an overlay has it in.
pub(crate) type Steps = Both<Vec<Text>>;

#[derive(Debug)]
pub(crate) struct RawOverlay<'f> {
    pub(crate) file: &'f File,
    pub(crate) service: Sound<Text>,
    pub(crate) layer: Sound<Text>,
    pub(crate) entries: List<RawAddition>,
}

#[derive(Debug)]
pub(crate) struct RawAddition {
    pub(crate) code: Sound<Text>,
    pub(crate) name: Sound<Option<Text>>,
    pub(crate) runbook: Sound<Option<Text>>,
    pub(crate) owner: Sound<Option<Text>>,
    pub(crate) severity: Sound<Option<Text>>,
    pub(crate) remediation: Sound<Option<Steps>>,
    pub(crate) translation: Sound<Option<RawTranslation>>,
}

/// Texts of the entry itself, in a language that is not the vendor's.
#[derive(Debug)]
pub(crate) struct RawTranslation {
    pub(crate) description: Sound<Option<Steps>>,
    pub(crate) remediation: Sound<Option<Steps>>,
}

/// Reads an overlay file. No language is due in it: a team writes in its own.
pub(crate) fn read_overlay<'f>(file: &'f File, faults: &mut Diagnostics) -> Sound<RawOverlay<'f>> {
    misplaced::overlay_is_due(file, faults)?;
    Fields::read_file(file, Languages::none(), faults, |fields| RawOverlay {
        file,
        service: fields.text("overlay"),
        layer: fields.text("layer"),
        entries: fields.list("entries", Need::Items, addition),
    })
}

fn addition(fields: &mut Fields<'_, '_>) -> RawAddition {
    RawAddition {
        code: fields.text("code"),
        name: fields.optional_text("name"),
        runbook: fields.optional_text("runbook"),
        owner: fields.optional_text("owner"),
        severity: fields.optional_word("severity", Severity::WORDS),
        remediation: fields.optional_both_steps("remediation"),
        translation: fields.optional_mapping("translation", |fields| {
            Ok(RawTranslation {
                description: fields.optional_both_steps("description"),
                remediation: fields.optional_both_steps("remediation"),
            })
        }),
    }
}
