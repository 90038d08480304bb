//! Names of languages.

use errcat::Lang;

/// Parses the name of a language, for clap.
pub(crate) fn lang(text: &str) -> Result<Lang, String> {
    text.parse().map_err(|error: errcat::UnknownName| error.to_string())
}
