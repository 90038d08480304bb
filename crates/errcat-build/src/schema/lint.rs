//! The codes that `allow` takes, each with what it looks for.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use crate::{CODES, Lint};

impl JsonSchema for Lint {
    fn schema_name() -> Cow<'static, str> {
        "Lint".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let choice = |lint: &Self| {
            let summary = CODES.iter().find(|code| code.code == lint.code()).map(|code| code.summary);
            json!({ "const": lint.code(), "type": "string", "description": summary })
        };
        let choices: Vec<Value> = Self::ALL.iter().map(choice).collect();
        json_schema!({ "description": "The code of a warning.", "oneOf": choices })
    }
}
