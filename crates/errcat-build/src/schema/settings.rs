//! `catalog.yaml`.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use super::text::{Tag, Text};
use crate::Lint;

/// The settings of an errcat catalog: what is said once for all services of a folder.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, title = "errcat catalog settings")]
pub(super) struct SettingsFile {
    /// What the catalog is called.
    #[schemars(example = &"Payments")]
    catalog: Text,
    /// The languages in which every text is required, the default one first.
    #[schemars(length(min = 1))]
    languages: Option<Vec<Tag>>,
    /// What is done about what a lint finds.
    lints: Option<Levels>,
    /// The address of the documentation site.
    #[schemars(regex(pattern = r"^https?://[^/?#\s][^?#\s]*$"), example = &"https://example.org/errors/")]
    base_url: Option<String>,
}

/// Lints, each with its level.
struct Levels(BTreeMap<String, String>);

impl JsonSchema for Levels {
    fn schema_name() -> Cow<'static, str> {
        "Levels".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let level =
            |description: &str| json!({ "description": description, "enum": ["allow", "warn", "deny"] });
        let mut levels: serde_json::Map<String, Value> = Lint::ALL
            .iter()
            .map(|lint| (lint.name().to_owned(), level(&format!("{}.", capitalized(lint.kind().summary())))))
            .collect();
        levels.insert("all".to_owned(), level("Every lint that is not named here."));
        json_schema!({
            "description": "What is done about what a lint finds: nothing, a warning, an error.",
            "type": "object",
            "additionalProperties": false,
            "properties": levels,
        })
    }
}

/// A summary as a sentence.
fn capitalized(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
