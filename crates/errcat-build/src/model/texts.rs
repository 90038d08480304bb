//! A text in several languages.

use super::Lang;

/// A text in each language that it is written in, in the order of the file.
///
/// ```
/// use errcat_build::model::{Lang, Texts};
///
/// let title: Texts<&str> = [(Lang::ZH, "支付"), (Lang::EN, "Payments")].into_iter().collect();
/// assert_eq!(title.get(Lang::ZH), Some(&"支付"));
/// assert_eq!(title.any(), Some(&"Payments"));
/// assert!(title.languages().eq([Lang::ZH, Lang::EN]));
/// ```
#[derive(Clone, Debug)]
pub struct Texts<T> {
    texts: Vec<(Lang, T)>,
}

impl<T> Texts<T> {
    /// Returns the text in this language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> Option<&T> {
        self.texts.iter().find_map(|(known, text)| (*known == lang).then_some(text))
    }

    /// Returns the English text, or the first one if there is none in English.
    #[must_use]
    pub fn any(&self) -> Option<&T> {
        self.get(Lang::EN).or_else(|| self.texts.first().map(|(_, text)| text))
    }

    /// Sets the text in this language.
    pub fn insert(&mut self, lang: Lang, text: T) {
        match self.texts.iter_mut().find(|(known, _)| *known == lang) {
            Some((_, known)) => *known = text,
            None => self.texts.push((lang, text)),
        }
    }

    /// Returns each language with its text.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &T)> {
        self.texts.iter().map(|(lang, text)| (*lang, text))
    }

    /// Returns the languages that the text is written in.
    pub fn languages(&self) -> impl Iterator<Item = Lang> {
        self.texts.iter().map(|(lang, _)| *lang)
    }

    /// Returns `true` if the text is in no language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// Returns what `of` makes of each text.
    #[must_use]
    pub fn map<U>(self, mut of: impl FnMut(T) -> U) -> Texts<U> {
        self.texts.into_iter().map(|(lang, text)| (lang, of(text))).collect()
    }
}

impl<T> Default for Texts<T> {
    fn default() -> Self {
        Self { texts: Vec::new() }
    }
}

impl<T> FromIterator<(Lang, T)> for Texts<T> {
    fn from_iter<I: IntoIterator<Item = (Lang, T)>>(texts: I) -> Self {
        let mut all = Self::default();
        texts.into_iter().for_each(|(lang, text)| all.insert(lang, text));
        all
    }
}

/// Texts are the same in whatever order their languages are.
impl<T: PartialEq> PartialEq for Texts<T> {
    fn eq(&self, other: &Self) -> bool {
        self.texts.len() == other.texts.len() && self.iter().all(|(lang, text)| other.get(lang) == Some(text))
    }
}

impl<T: Eq> Eq for Texts<T> {}
