//! Names of languages.

use errcat::Lang;

/// Parses the name of a language, for clap.
pub(crate) fn lang(text: &str) -> Result<Lang, String> {
    let lang: Lang = text.parse().map_err(|error: errcat::InvalidLang| error.to_string())?;
    if Lang::ALL.contains(&lang) { Ok(lang) } else { Err("unknown language: use one of en, zh".to_owned()) }
}
