//! Languages, by their BCP 47 tags.

mod negotiate;

use core::fmt;
use core::str::FromStr;

/// A language, by its [BCP 47](https://www.rfc-editor.org/info/bcp47) tag: `en`, `pt-BR`, `zh-Hant-TW`.
///
/// It is a small `Copy` value that needs no allocation, and a constant of it can be a pattern. Case does not matter to
/// the parser; the value has the usual one, with the script in title case and the region in capitals.
///
/// ```
/// # use errcat_core::Lang;
/// const SWISS: Lang = Lang::parse("de-CH").unwrap();
///
/// assert_eq!("DE-ch".parse(), Ok(SWISS));
/// assert_eq!(SWISS.as_str(), "de-CH");
/// assert_eq!(SWISS.parent(), Lang::parse("de"));
/// assert!("german".parse::<Lang>().is_err());
/// assert!(size_of::<Lang>() <= 16);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang([u8; Lang::MAX_LEN]);

/// Text that is not a language tag, or one longer than [`Lang::MAX_LEN`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct InvalidLang;

impl fmt::Display for InvalidLang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected a language tag of at most {} characters, such as `en` or `pt-BR`", Lang::MAX_LEN)
    }
}

impl core::error::Error for InvalidLang {}

/// How far a tag has been read. What may follow depends on it.
#[derive(Clone, Copy)]
enum Stage {
    Language,
    Script,
    Region,
    Variant,
    /// Behind the single character that begins an extension: a subtag is required.
    ExtensionStart,
    Extension,
    /// Behind `x`: a subtag is required.
    PrivateStart,
    Private,
}

/// How the characters of a subtag are written.
#[derive(Clone, Copy)]
enum Case {
    Lower,
    Title,
    Upper,
}

impl Lang {
    /// The length of the longest tag that is supported, in characters.
    pub const MAX_LEN: usize = 16;
    /// English.
    pub const EN: Self = Self::parse("en").unwrap();
    /// Chinese.
    pub const ZH: Self = Self::parse("zh").unwrap();

    /// Returns the language with this tag, or `None` if it is not a tag or longer than [`MAX_LEN`](Self::MAX_LEN).
    ///
    /// This is `const`, so that tags in a program are checked when it is compiled.
    #[must_use]
    pub const fn parse(tag: &str) -> Option<Self> {
        let bytes = tag.as_bytes();
        if bytes.len() > Self::MAX_LEN {
            return None;
        }
        let mut tag = [0; Self::MAX_LEN];
        let mut stage = None;
        let mut start = 0;
        loop {
            let end = subtag_end(bytes, start);
            let Some((next, case)) = after(stage, &subtag(bytes, start, end)) else { return None };
            let mut at = start;
            while at < end {
                tag[at] = match case {
                    Case::Upper => bytes[at].to_ascii_uppercase(),
                    Case::Title if at == start => bytes[at].to_ascii_uppercase(),
                    Case::Title | Case::Lower => bytes[at].to_ascii_lowercase(),
                };
                at += 1;
            }
            if end == bytes.len() {
                return match next {
                    Stage::ExtensionStart | Stage::PrivateStart => None,
                    _ => Some(Self(tag)),
                };
            }
            tag[end] = b'-';
            stage = Some(next);
            start = end + 1;
        }
    }

    /// Returns the tag.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        let (tag, _) = self.0.split_at(self.len());
        match core::str::from_utf8(tag) {
            Ok(tag) => tag,
            Err(_) => "",
        }
    }

    /// Returns the language without its last subtag, as in `zh-Hant-TW`, `zh-Hant`, `zh`; `None` for a bare language.
    #[must_use]
    pub const fn parent(self) -> Option<Self> {
        let mut end = self.len();
        while end > 0 && self.0[end - 1] != b'-' {
            end -= 1;
        }
        if end == 0 {
            return None;
        }
        end -= 1;
        // A single character, such as the one that begins an extension, does not remain at the end.
        while end >= 2 && self.0[end - 2] == b'-' {
            end -= 2;
        }
        let mut tag = [0; Self::MAX_LEN];
        let mut at = 0;
        while at < end {
            tag[at] = self.0[at];
            at += 1;
        }
        Some(Self(tag))
    }

    /// Returns the language and its parents, the most exact one first.
    ///
    /// ```
    /// # use errcat_core::Lang;
    /// let tag: Lang = "zh-Hant-TW".parse()?;
    /// let tags: Vec<String> = tag.fallbacks().map(|lang| lang.to_string()).collect();
    /// assert_eq!(tags, ["zh-Hant-TW", "zh-Hant", "zh"]);
    /// # Ok::<(), errcat_core::InvalidLang>(())
    /// ```
    pub fn fallbacks(self) -> impl Iterator<Item = Self> + Clone {
        core::iter::successors(Some(self), |lang| lang.parent())
    }

    /// Returns the language without script, region and whatever else the tag has: `zh` for `zh-Hant-TW`.
    #[must_use]
    pub const fn base(self) -> Self {
        let mut lang = self;
        while let Some(parent) = lang.parent() {
            lang = parent;
        }
        lang
    }

    /// Returns the tag, filled up with zeros, as the compiled tables have it.
    #[must_use]
    pub const fn to_bytes(self) -> [u8; Self::MAX_LEN] {
        self.0
    }

    /// Returns the language that [`to_bytes`](Self::to_bytes) had, or `None` if no language has these bytes.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; Self::MAX_LEN]) -> Option<Self> {
        match core::str::from_utf8(Self(bytes).0.split_at(Self(bytes).len()).0) {
            Ok(tag) => Self::parse(tag),
            Err(_) => None,
        }
    }

    const fn len(self) -> usize {
        let mut len = 0;
        while len < Self::MAX_LEN && self.0[len] != 0 {
            len += 1;
        }
        len
    }
}

const fn subtag_end(bytes: &[u8], start: usize) -> usize {
    let mut end = start;
    while end < bytes.len() && bytes[end] != b'-' {
        end += 1;
    }
    end
}

/// The number of characters of a subtag, and what they are.
struct Subtag {
    len: usize,
    letters: bool,
    digits: bool,
    alphanumeric: bool,
    first: u8,
}

const fn subtag(bytes: &[u8], start: usize, end: usize) -> Subtag {
    let first = if start < end { bytes[start] } else { 0 };
    let mut subtag = Subtag { len: end - start, letters: true, digits: true, alphanumeric: true, first };
    let mut at = start;
    while at < end {
        subtag.letters &= bytes[at].is_ascii_alphabetic();
        subtag.digits &= bytes[at].is_ascii_digit();
        subtag.alphanumeric &= bytes[at].is_ascii_alphanumeric();
        at += 1;
    }
    subtag
}

/// Returns the stage that the tag is in after this subtag, and how the subtag is written; `None` if it cannot follow.
const fn after(stage: Option<Stage>, subtag: &Subtag) -> Option<(Stage, Case)> {
    if !subtag.alphanumeric {
        return None;
    }
    let Some(stage) = stage else {
        return if subtag.letters && matches!(subtag.len, 2 | 3) {
            Some((Stage::Language, Case::Lower))
        } else {
            None
        };
    };
    let next = match (stage, subtag.len) {
        (Stage::PrivateStart | Stage::Private, 1..=8) => (Stage::Private, Case::Lower),
        (Stage::ExtensionStart | Stage::Extension, 2..=8) => (Stage::Extension, Case::Lower),
        (Stage::ExtensionStart, _) => return None,
        (_, 1) if matches!(subtag.first, b'x' | b'X') => (Stage::PrivateStart, Case::Lower),
        (_, 1) => (Stage::ExtensionStart, Case::Lower),
        (Stage::Language, 4) if subtag.letters => (Stage::Script, Case::Title),
        (Stage::Language | Stage::Script, 2) if subtag.letters => (Stage::Region, Case::Upper),
        (Stage::Language | Stage::Script, 3) if subtag.digits => (Stage::Region, Case::Upper),
        (Stage::Language | Stage::Script | Stage::Region | Stage::Variant, 5..=8) => {
            (Stage::Variant, Case::Lower)
        }
        (Stage::Language | Stage::Script | Stage::Region | Stage::Variant, 4)
            if subtag.first.is_ascii_digit() =>
        {
            (Stage::Variant, Case::Lower)
        }
        _ => return None,
    };
    Some(next)
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Lang({})", self.as_str())
    }
}

impl AsRef<str> for Lang {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl FromStr for Lang {
    type Err = InvalidLang;

    fn from_str(tag: &str) -> Result<Self, InvalidLang> {
        Self::parse(tag).ok_or(InvalidLang)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Lang {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Lang {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Tag;

        impl serde::de::Visitor<'_> for Tag {
            type Value = Lang;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a language tag")
            }

            fn visit_str<E: serde::de::Error>(self, tag: &str) -> Result<Lang, E> {
                tag.parse().map_err(E::custom)
            }
        }

        deserializer.deserialize_str(Tag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::string::{String, ToString};
    use std::vec::Vec;

    #[test]
    fn tags_are_read_in_any_case_and_written_in_one() {
        for (given, tag) in [
            ("EN", "en"),
            ("yue", "yue"),
            ("zh-hant-tw", "zh-Hant-TW"),
            ("ES-419", "es-419"),
            ("sl-ROZAJ", "sl-rozaj"),
            ("de-ch-1996", "de-CH-1996"),
            ("ca-es-VALENCIA", "ca-ES-valencia"),
            ("en-U-ca-buddhist", "en-u-ca-buddhist"),
            ("de-X-a", "de-x-a"),
        ] {
            let lang = Lang::parse(given).unwrap();
            assert_eq!((lang.as_str(), lang.to_string().as_str()), (tag, tag));
            assert_eq!(Lang::from_bytes(lang.to_bytes()), Some(lang));
        }
    }

    #[test]
    fn other_text_is_no_tag() {
        let long = "en-GB-oxendict-xyz";
        let others =
            ["", "e", "english", "en-", "-en", "en--GB", "en_GB", "en GB", "4n", "en-x", "en-u", "en-u-x"];
        for other in
            others.into_iter().chain([long, "zh-yue", "en-GB-Latn", "en-GB-US", "dé", "语言", "en-abcdefghi"])
        {
            assert_eq!(Lang::parse(other), None, "{other}");
            assert_eq!(other.parse::<Lang>(), Err(InvalidLang));
        }
        assert_eq!(Lang::from_bytes([0; 16]), None);
        assert_eq!(Lang::from_bytes([0xff; 16]), None);
    }

    #[test]
    fn parents_lack_the_last_subtag() {
        let parents = |tag: &str| -> Vec<String> {
            Lang::parse(tag).unwrap().fallbacks().skip(1).map(|lang| lang.to_string()).collect()
        };
        assert_eq!(parents("zh-Hant-TW"), ["zh-Hant", "zh"]);
        assert_eq!(parents("en-u-ca-gregory"), ["en-u-ca", "en"]);
        assert_eq!(parents("en-x-ab-c"), ["en-x-ab", "en"]);
        assert_eq!(parents("en-x-a-b"), ["en"]);
        assert!(parents("en").is_empty());
        assert_eq!(Lang::parse("zh-Hant-TW").unwrap().base(), Lang::ZH);
    }
}
