//! Long texts of a response, for people.

use std::borrow::Cow;

use errcat::Lang;

use crate::present::labels::UiLang;

/// Up to this number of bytes of a text are shown.
const LONGEST: usize = 16 << 10;

/// Returns the beginning of a text, with a hint if that is not all of it.
pub(super) fn excerpt(lang: Lang, text: &str) -> Cow<'_, str> {
    if text.len() <= LONGEST {
        return Cow::Borrowed(text);
    }
    let end = (0..=LONGEST).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    let shown = text.get(..end).unwrap_or_default();
    let (left, json) = (text.len() - end, "--format json");
    Cow::Owned(match UiLang::of(lang) {
        UiLang::English => format!("{shown}\n... {left} more bytes: see {json}"),
        UiLang::Chinese => format!("{shown}\n…… 另有 {left} 字节：见 {json}"),
    })
}

#[cfg(test)]
mod tests {
    use errcat::Lang;

    use super::{LONGEST, excerpt};

    #[test]
    fn long_texts_are_cut_between_characters() {
        let fits = "x".repeat(LONGEST);
        assert_eq!(excerpt(Lang::EN, &fits), fits);
        let long = format!("x{}", "中".repeat(LONGEST));
        let shown = excerpt(Lang::EN, &long);
        let (text, hint) = shown.split_once('\n').unwrap();
        assert!(long.starts_with(text) && text.len() > LONGEST - 3 && text.len() <= LONGEST);
        assert_eq!(hint, format!("... {} more bytes: see --format json", long.len() - text.len()));
    }
}
