//! Which language to speak to somebody who accepts several.

use super::Lang;

/// A language range of an `Accept-Language` value, and how much it is wanted, in thousandths.
struct Wanted<'v> {
    range: &'v str,
    weight: u16,
}

impl Lang {
    /// Returns the language to use for the value of an `Accept-Language` header (RFC 9110), or `None` if none of the available
    /// languages is accepted.
    ///
    /// The range with the highest weight decides, of equal ones the first. A range is matched by its parents too, as in
    /// `zh-Hant-TW`, `zh-Hant`, `zh`, and after these by a language that is more exact: `de` by `de-CH`. `*` is matched by the
    /// first language. What is not a range is skipped.
    ///
    /// ```
    /// # use errcat_core::Lang;
    /// let available = [Lang::EN, Lang::ZH];
    /// let negotiate = |value| Lang::negotiate(value, available.iter().copied());
    ///
    /// assert_eq!(negotiate("fr, zh-Hant-TW;q=0.8, en;q=0.5"), Some(Lang::ZH));
    /// assert_eq!(negotiate("fr, *;q=0.1"), Some(Lang::EN));
    /// assert_eq!(negotiate("fr"), None);
    /// ```
    #[must_use]
    pub fn negotiate(accept_language: &str, available: impl Iterator<Item = Self> + Clone) -> Option<Self> {
        let refused = |lang: Self| {
            let is = |wanted: Wanted<'_>| wanted.weight == 0 && parse(wanted.range) == Some(lang);
            wanted(accept_language).any(is)
        };
        let available = available.filter(|lang| !refused(*lang));
        let mut best: Option<(u16, Self)> = None;
        for Wanted { range, weight } in wanted(accept_language) {
            if weight > best.map_or(0, |(weight, _)| weight)
                && let Some(lang) = matching(range, &available)
            {
                best = Some((weight, lang));
            }
        }
        best.map(|(_, lang)| lang)
    }
}

fn matching(range: &str, available: &(impl Iterator<Item = Lang> + Clone)) -> Option<Lang> {
    if range == "*" {
        return available.clone().next();
    }
    let wanted = parse(range)?;
    let exact = wanted.fallbacks().find(|lang| available.clone().any(|known| known == *lang));
    exact.or_else(|| available.clone().find(|known| known.fallbacks().any(|lang| lang == wanted)))
}

/// Returns the language of a range, without subtags that make it longer than a language can be.
fn parse(range: &str) -> Option<Lang> {
    let is_long = range.len() > Lang::MAX_LEN;
    let mut range = range;
    loop {
        match Lang::parse(range) {
            Some(lang) => return Some(lang),
            None if is_long => range = range.rsplit_once('-')?.0,
            None => return None,
        }
    }
}

fn wanted(accept_language: &str) -> impl Iterator<Item = Wanted<'_>> {
    accept_language.split(',').filter_map(|item| {
        let (range, parameters) = item.split_once(';').unwrap_or((item, ""));
        Some(Wanted { range: range.trim(), weight: weight(parameters.trim())? })
    })
}

/// Returns the weight of `q=0.8` in thousandths: the whole where nothing is said, `None` where it is no weight.
fn weight(parameters: &str) -> Option<u16> {
    if parameters.is_empty() {
        return Some(1000);
    }
    let (name, value) = parameters.split_once('=')?;
    if !name.trim().eq_ignore_ascii_case("q") {
        return None;
    }
    let (whole, rest) = value.trim().split_once('.').unwrap_or((value.trim(), ""));
    if rest.len() > 3 || !rest.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let thousandths =
        rest.bytes().chain(*b"000").take(3).fold(0, |sum, digit| sum * 10 + u16::from(digit - b'0'));
    match (whole, thousandths) {
        ("0", _) => Some(thousandths),
        ("1", 0) => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::string::{String, ToString};
    use std::vec::Vec;

    fn negotiated(value: &str, available: &[&str]) -> Option<String> {
        let available: Vec<Lang> = available.iter().map(|tag| Lang::parse(tag).unwrap()).collect();
        Lang::negotiate(value, available.iter().copied()).map(|lang| lang.to_string())
    }

    #[test]
    fn the_range_that_is_wanted_most_decides() {
        for (value, available, lang) in [
            ("de, fr", &["fr", "de"][..], Some("de")),
            ("de;q=0.3, fr;q=0.35", &["fr", "de"], Some("fr")),
            ("FR-ca", &["en", "fr"], Some("fr")),
            ("de", &["en", "de-CH"], Some("de-CH")),
            ("de-AT", &["en", "de-CH"], None),
            ("zh-Hant-TW-x-private-long", &["zh", "zh-Hant"], Some("zh-Hant")),
            ("*", &["fr", "de"], Some("fr")),
            ("fr;q=0, *", &["fr", "de"], Some("de")),
            ("de ; q=0.5 , fr ; Q=0.4", &["fr", "de"], Some("de")),
        ] {
            assert_eq!(negotiated(value, available).as_deref(), lang, "{value}");
        }
    }

    #[test]
    fn what_is_no_range_is_skipped() {
        for value in
            ["", ",,;", "german", "de;q=2", "de;q=0.12345", "de;level=1", "de;q=", "de;q=-1", "de;q=0", "é"]
        {
            assert_eq!(negotiated(value, &["de", "en"]), None, "{value}");
        }
        assert_eq!(negotiated("german, ;q=1, en;q=0.001", &["de", "en"]).as_deref(), Some("en"));
    }
}
