//! A text in the languages that it is written in.

use errcat::Lang;

/// A text, in each language that has it: at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Localized<T> {
    first: (Lang, T),
    others: Vec<(Lang, T)>,
}

impl<T: Copy> Localized<T> {
    /// Collects the text in every language, or returns `None` where no language has it. `in_lang` must not fall back to
    /// another language.
    pub(crate) fn new(in_lang: impl Fn(Lang) -> Option<T>) -> Option<Self> {
        let mut texts = Lang::ALL.iter().filter_map(|lang| Some((*lang, in_lang(*lang)?)));
        Some(Self { first: texts.next()?, others: texts.collect() })
    }

    /// Returns the text in this language, or else in another one.
    pub(crate) fn best(&self, lang: Lang) -> T {
        self.get(lang).unwrap_or(self.first.1)
    }

    /// Returns the text in this language alone.
    pub(crate) fn get(&self, lang: Lang) -> Option<T> {
        self.iter().find_map(|(known, text)| (known == lang).then_some(text))
    }

    /// Returns the text in each language that has it.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Lang, T)> {
        std::iter::once(self.first).chain(self.others.iter().copied())
    }
}

#[cfg(test)]
mod tests {
    use errcat::Lang;

    use super::Localized;

    #[test]
    fn only_the_languages_that_are_there() {
        let zh = Localized::new(|lang| (lang == Lang::ZH).then_some("支付")).unwrap();
        assert_eq!((zh.get(Lang::EN), zh.best(Lang::EN)), (None, "支付"));
        assert_eq!(zh.iter().collect::<Vec<_>>(), [(Lang::ZH, "支付")]);
        assert_eq!(Localized::<&str>::new(|_| None), None);
    }
}
