//! The languages in which texts are due.

use crate::model::Lang;

/// A set of languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Languages {
    en: bool,
    zh: bool,
}

impl Default for Languages {
    fn default() -> Self {
        Self { en: true, zh: true }
    }
}

impl FromIterator<Lang> for Languages {
    fn from_iter<I: IntoIterator<Item = Lang>>(languages: I) -> Self {
        languages.into_iter().fold(Self::none(), |known, lang| {
            let zh = lang == Lang::ZH;
            Self { en: known.en || !zh, zh: known.zh || zh }
        })
    }
}

impl Languages {
    pub(crate) const fn none() -> Self {
        Self { en: false, zh: false }
    }

    pub(crate) fn contains(self, lang: Lang) -> bool {
        if lang == Lang::ZH { self.zh } else { self.en }
    }
}
