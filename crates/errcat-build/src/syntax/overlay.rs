//! Takes an overlay file apart.

use errcat_core::Severity;

use super::fields::{Fields, Need};
use super::item::{List, Text};
use super::misplaced;
use crate::diagnostic::{Diagnostics, Sound};
use crate::languages::Languages;
use crate::model::Bilingual;
use crate::yaml::File;

#[derive(Debug)]
pub(crate) struct OverlaySyntax<'f> {
    pub(crate) file: &'f File,
    pub(crate) service: Sound<Text>,
    pub(crate) layer: Sound<Text>,
    pub(crate) entries: List<AdditionSyntax>,
}

#[derive(Debug)]
pub(crate) struct AdditionSyntax {
    pub(crate) code: Sound<Text>,
    pub(crate) name: Sound<Option<Text>>,
    pub(crate) runbook: Sound<Option<Text>>,
    pub(crate) owner: Sound<Option<Text>>,
    pub(crate) severity: Sound<Option<Text>>,
    pub(crate) remediation: Sound<Option<Bilingual<Vec<Text>>>>,
    pub(crate) translation: Sound<Option<TranslationSyntax>>,
}

/// Texts of the entry itself, in a language that is not the vendor's.
#[derive(Debug)]
pub(crate) struct TranslationSyntax {
    pub(crate) description: Sound<Option<Bilingual<Vec<Text>>>>,
    pub(crate) remediation: Sound<Option<Bilingual<Vec<Text>>>>,
}

/// Reads an overlay file. It requires no language: a team writes in its own.
pub(crate) fn read_overlay<'f>(file: &'f File, faults: &mut Diagnostics) -> Sound<OverlaySyntax<'f>> {
    misplaced::overlay_is_due(file, faults)?;
    Fields::read_file(file, Languages::none(), faults, |fields| OverlaySyntax {
        file,
        service: fields.text("overlay"),
        layer: fields.text("layer"),
        entries: fields.list("entries", Need::Items, addition),
    })
}

fn addition(fields: &mut Fields<'_, '_>) -> AdditionSyntax {
    AdditionSyntax {
        code: fields.text("code"),
        name: fields.optional_text("name"),
        runbook: fields.optional_text("runbook"),
        owner: fields.optional_text("owner"),
        severity: fields.optional_word("severity", Severity::WORDS),
        remediation: fields.optional_steps("remediation"),
        translation: fields.optional_mapping("translation", |fields| TranslationSyntax {
            description: fields.optional_steps("description"),
            remediation: fields.optional_steps("remediation"),
        }),
    }
}
