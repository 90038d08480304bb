//! What a page says of its language.

use errcat::Lang;

/// Returns the tag of a language in HTML. Chinese of no certain script is written in simplified characters.
pub(super) fn tag(lang: Lang) -> String {
    if lang == Lang::ZH { "zh-CN".to_owned() } else { lang.to_string() }
}

/// Scripts that are written from right to left.
const RIGHT_TO_LEFT_SCRIPTS: [&str; 7] = ["Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"];
/// Languages that are written in such a script unless their tag says otherwise.
const RIGHT_TO_LEFT: [&str; 14] =
    ["ar", "arc", "ckb", "dv", "fa", "he", "nqo", "ps", "sd", "syr", "ug", "ur", "yi", "prs"];

/// Returns the direction of writing: `rtl` or `ltr`.
pub(super) fn direction(lang: Lang) -> &'static str {
    let mut subtags = lang.as_str().split('-').take_while(|subtag| subtag.len() > 1);
    let language = subtags.next().unwrap_or("");
    let script = subtags.find(|subtag| subtag.len() == 4 && subtag.chars().all(char::is_alphabetic));
    let is_right_to_left = match script {
        Some(script) => RIGHT_TO_LEFT_SCRIPTS.contains(&script),
        None => RIGHT_TO_LEFT.contains(&language),
    };
    if is_right_to_left { "rtl" } else { "ltr" }
}

/// What frequent languages call themselves.
const NAMES: [(&str, &str); 24] = [
    ("ar", "العربية"),
    ("cs", "Čeština"),
    ("da", "Dansk"),
    ("de", "Deutsch"),
    ("el", "Ελληνικά"),
    ("en", "English"),
    ("es", "Español"),
    ("fa", "فارسی"),
    ("fr", "Français"),
    ("he", "עברית"),
    ("hi", "हिन्दी"),
    ("id", "Bahasa Indonesia"),
    ("it", "Italiano"),
    ("ja", "日本語"),
    ("ko", "한국어"),
    ("nl", "Nederlands"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("ru", "Русский"),
    ("sv", "Svenska"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("vi", "Tiếng Việt"),
    ("zh", "中文"),
];

/// Returns what a language calls itself, with the rest of its tag behind that, or else the tag.
pub(super) fn name(lang: Lang) -> String {
    let base = lang.base();
    match NAMES.iter().find(|(known, _)| *known == base.as_str()) {
        Some((_, name)) if base == lang => (*name).to_owned(),
        Some((_, name)) => format!("{name} ({lang})"),
        None => lang.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use errcat::Lang;

    use super::{direction, name};

    #[test]
    fn direction_follows_the_script() {
        let of = |tag: &str| direction(Lang::parse(tag).unwrap());
        assert_eq!((of("ar"), of("fa-AF"), of("az-Arab"), of("he-IL")), ("rtl", "rtl", "rtl", "rtl"));
        assert_eq!((of("de"), of("az"), of("ar-Latn"), of("zh-Hant-TW")), ("ltr", "ltr", "ltr", "ltr"));
    }

    #[test]
    fn languages_have_their_own_names() {
        let of = |tag: &str| name(Lang::parse(tag).unwrap());
        assert_eq!(
            (of("de").as_str(), of("pt-BR").as_str(), of("tlh").as_str()),
            ("Deutsch", "Português (pt-BR)", "tlh")
        );
    }
}
