//! `errcat schema`: the JSON Schema of the files that people write.

use std::io::Write;

use errcat::Lang;
use errcat_build::{catalog_schema, overlay_schema};

use super::stdout;
use crate::args::{Schema, SchemaKind};
use crate::outcome::{Failure, Outcome};

pub(super) fn run(schema: &Schema) -> Result<Outcome, Failure> {
    let text = match schema.kind {
        SchemaKind::Catalog => {
            let languages = schema.languages.as_deref().unwrap_or(Lang::ALL);
            catalog_schema(languages.iter().copied())
        }
        SchemaKind::Overlay => overlay_schema(),
    };
    let mut out = stdout();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(Outcome::Found)
}
