//! The codes that `allow` takes, each with what it looks for.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use crate::Lint;

impl JsonSchema for Lint {
    fn schema_name() -> Cow<'static, str> {
        "Lint".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let choice = |lint: &Self| json!({ "const": lint.name(), "type": "string", "description": lint.kind().summary() });
        let choices: Vec<Value> = Self::ALL.iter().map(choice).collect();
        json_schema!({ "description": "The code of a warning.", "oneOf": choices })
    }
}
