//! Words of closed sets.

use std::str::FromStr;

use errcat_core::{Lang, UnknownName};

use crate::diagnostic::{DiagnosticKind, Diagnostics, Sound, sound};
use crate::suggest::did_you_mean;
use crate::syntax::Text;
use crate::yaml::File;

/// A word of a closed set.
pub(super) fn word<T: FromStr<Err = UnknownName>>(
    file: &File,
    word: &Sound<Text>,
    faults: &mut Diagnostics,
) -> Sound<T> {
    let word = sound(word)?;
    word.value.parse().map_err(|unknown: UnknownName| {
        let message = format!("`{}` is not a {}", word.value, unknown.kind);
        let help = did_you_mean(unknown.known.iter().copied(), &word.value)
            .unwrap_or_else(|| format!("use one of {}", unknown.known.join(", ")));
        file.fault(faults, word.place, DiagnosticKind::UnknownWord, message, help)
    })
}

pub(crate) fn optional_word<T: FromStr<Err = UnknownName>>(
    file: &File,
    given: &Sound<Option<Text>>,
    faults: &mut Diagnostics,
) -> Sound<Option<T>> {
    match given {
        Ok(None) => Ok(None),
        Ok(Some(given)) => word(file, &Ok(given.clone()), faults).map(Some),
        Err(reported) => Err(*reported),
    }
}

pub(super) fn optional_language(
    file: &File,
    given: &Sound<Option<Text>>,
    faults: &mut Diagnostics,
) -> Sound<Option<Lang>> {
    let Some(tag) = sound(given)?.as_ref() else { return Ok(None) };
    match tag.value.parse() {
        Ok(lang) if Lang::ALL.contains(&lang) => Ok(Some(lang)),
        _ => {
            let message = format!("`{}` is not a language", tag.value);
            let help = did_you_mean(Lang::WORDS.iter().copied(), &tag.value)
                .unwrap_or_else(|| format!("use one of {}", Lang::WORDS.join(", ")));
            Err(file.fault(faults, tag.place, DiagnosticKind::UnknownWord, message, help))
        }
    }
}
