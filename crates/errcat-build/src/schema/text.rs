//! The texts and numbers of a catalog file.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

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

/// The tag of a language, as it is usually written.
pub(super) const LANGUAGE: &str = "^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$";

/// The tag of a language.
#[derive(JsonSchema)]
#[schemars(inline, example = &"en")]
pub(super) struct Tag(#[schemars(regex(pattern = LANGUAGE))] String);

/// Defines a mapping of languages to texts. Which languages are required is known only when the schema is made.
macro_rules! by_language {
    ($(#[doc = $doc:literal])* $name:ident of $text:ty) => {
        $(#[doc = $doc])*
        pub(super) struct $name;

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let text = generator.subschema_for::<$text>();
                json_schema!({
                    "description": concat!($($doc),*).trim(),
                    "type": "object",
                    "patternProperties": { LANGUAGE: text },
                    "additionalProperties": false,
                })
            }
        }
    };
}

by_language! {
    /// A text in each language.
    TextByLanguage of Text
}

by_language! {
    /// A text or steps in each language, as many in each.
    StepsByLanguage of Steps
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
