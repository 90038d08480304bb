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
        languages.into_iter().fold(Self::none(), |known, lang| match lang {
            Lang::En => Self { en: true, ..known },
            Lang::Zh => Self { zh: true, ..known },
        })
    }
}

impl Languages {
    pub(crate) const fn none() -> Self {
        Self { en: false, zh: false }
    }

    pub(crate) fn contains(self, lang: Lang) -> bool {
        match lang {
            Lang::En => self.en,
            Lang::Zh => self.zh,
        }
    }
}
