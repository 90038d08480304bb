//! Names of languages.

use errcat::{InvalidLang, Lang};

/// Parses the tag of a language, for clap. Whether the catalog has it is known when the catalog is read.
pub(crate) fn lang(text: &str) -> Result<Lang, String> {
    text.parse().map_err(|error: InvalidLang| error.to_string())
}
