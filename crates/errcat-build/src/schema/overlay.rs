//! An overlay file.

use errcat_core::Severity;
use schemars::JsonSchema;

use super::text::{BothSteps, CodeText, Text, Url};

/// An overlay of errcat: what a team adds to the entries of one service.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, title = "errcat overlay")]
pub(super) struct OverlayFile {
    /// The service, by the name of its module.
    #[schemars(example = &"csbs")]
    overlay: Text,
    /// Who adds this, as readers see it.
    #[schemars(example = &"Payments on-call")]
    layer: Text,
    /// What is added, an item for each entry.
    #[schemars(length(min = 1))]
    entries: Vec<Addition>,
}

/// What is added to one entry: at least one thing.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Addition {
    /// The code, as the catalog writes it.
    #[schemars(example = &"CSBS.6019")]
    code: CodeText,
    /// The entry, where the code has several.
    name: Option<Text>,
    /// The whole address of a page.
    runbook: Option<Url>,
    /// Who looks after it.
    owner: Option<Text>,
    /// How bad it is for those who run the program.
    severity: Option<Severity>,
    /// What else to do.
    remediation: Option<BothSteps>,
    /// Texts of the entry itself, in a language that is not the vendor's.
    translation: Option<Translation>,
}

/// Texts of the entry itself, in a language that is not the vendor's.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Translation {
    /// Why it happened.
    description: Option<BothSteps>,
    /// What to do, in as many steps as the vendor has.
    remediation: Option<BothSteps>,
}
