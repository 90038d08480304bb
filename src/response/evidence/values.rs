//! Reads the values of keys with a role.

use alloc::sync::Arc;

use errcat_core::shape::code_in;

use super::params::{Param, ParamReader};
use super::roles::VOCABULARY;
use crate::catalog::Catalog;
use crate::response::body::{self, Scalar};
use crate::response::limits;

pub(crate) fn kept(text: &str) -> Arc<str> {
    limits::cut(text, limits::TEXT).into()
}

/// The request id that a text is or begins with.
pub(crate) fn id_text(text: &str, scalar: Scalar<'_>) -> Option<Arc<str>> {
    const NONE: [&str; 6] = ["null", "None", "nil", "<nil>", "undefined", "(null)"];
    let text = text.trim();
    let id = match scalar {
        // More may follow.
        Scalar::Quoted(_) => text.split([' ', ',', '\n', ';']).next()?,
        _ => text
            .split(|char: char| !(char.is_ascii_alphanumeric() || matches!(char, '_' | '-' | '.')))
            .next()?,
    };
    let id = id.trim_end_matches('.');
    (!id.is_empty() && !NONE.contains(&text)).then(|| limits::cut(id, limits::REQUEST_ID).into())
}

/// The rank of a message under the key of a code.
pub(crate) const WORST: usize = 200;

/// The code that a text, number or boolean is, and what follows it. In text without quotes, more may be around it.
pub(crate) fn code_text<'t>(text: &'t str, catalog: &'static Catalog) -> Option<(&'t str, &'t str)> {
    if text == "true" || text == "false" {
        return None;
    }
    let trimmed = text.trim_start_matches([' ', '(', '<', '[', '`', '*', '=', '"', '\'', '\t', '“', '‘']);
    let end = trimmed.find(|char: char| !is_code_char(char)).unwrap_or(trimmed.len());
    let run = trimmed.get(..end)?.trim_end_matches(['.', '-']);
    if code_in(run) == Some(run) || catalog.find(run).is_some() {
        return Some((run, trimmed.get(run.len()..)?));
    }
    Some((text, "")).filter(|(code, _)| code.len() <= limits::CODE)
}

fn is_code_char(char: char) -> bool {
    char.is_ascii_alphanumeric() || matches!(char, '_' | '.' | '-')
}

/// The arguments that a text is or holds.
pub(crate) fn params(scalar: Scalar<'_>, most: usize) -> Option<Arc<[Param]>> {
    let said = scalar.said()?;
    let mut params = ParamReader::new(most, false);
    if said.trim_start().starts_with('[') && scalar.text().is_some() {
        body::array(said.trim(), VOCABULARY, &mut params);
    } else {
        params.only(&said);
    }
    Some(params.params())
}

pub(crate) fn count(params: &[Param]) -> usize {
    params.iter().map(|param| if let Param::Many(values) = param { 1 + values.len() } else { 1 }).sum()
}
