//! The texts and numbers of a catalog file.

use schemars::JsonSchema;

/// A text that says something.
#[derive(JsonSchema)]
#[schemars(inline)]
pub(super) struct Text(#[schemars(regex(pattern = r"\S"))] String);

/// The whole address of a page.
#[derive(JsonSchema)]
#[schemars(inline, example = &"https://wiki.example/page")]
pub(super) struct Url(
    #[schemars(regex(pattern = r"^https?://\S+$"))]
    String,
);

/// What codes begin with.
#[derive(JsonSchema)]
#[schemars(inline, example = &"PAY")]
pub(super) struct Prefix(#[schemars(regex(pattern = r"^[A-Za-z]([A-Za-z0-9._-]*[A-Za-z0-9_-])?$"))] String);

/// A code as on the wire.
#[derive(JsonSchema)]
#[schemars(inline, example = &"PAY.1001")]
pub(super) struct CodeText(#[schemars(regex(pattern = r"^[A-Za-z0-9._-]+$"), length(max = 250))] String);

/// The name of a parameter.
#[derive(JsonSchema)]
#[schemars(inline, example = &"card_number")]
pub(super) struct Param(#[schemars(regex(pattern = "^[a-z][a-z0-9_]*$"))] String);

/// HTTP status.
#[derive(JsonSchema)]
#[schemars(inline, example = 404)]
pub(super) struct Status(#[schemars(range(min = 100, max = 599))] u16);

/// A text in both languages.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Both {
    /// In English.
    en: Text,
    /// In Chinese.
    zh: Text,
}

/// A text or steps in both languages, as many in each.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct BothSteps {
    /// In English: a text, or a list of steps.
    en: Steps,
    /// In Chinese: a text, or a list of steps.
    zh: Steps,
}

/// A text, or a list of steps.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum Steps {
    /// One text.
    One(Text),
    /// One step after the other.
    Several(#[schemars(length(min = 1))] Vec<Text>),
}
