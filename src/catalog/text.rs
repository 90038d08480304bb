//! A text of the catalog: one passage, or several steps.

use core::fmt;
use core::hash::{Hash, Hasher};

use crate::Lang;
use crate::tables::Tables;

/// A description, remediation or note: one passage, or several steps.
///
/// Its `Display` numbers the steps, one a line, where there are several.
///
/// ```
/// use errcat::{Lang, code};
///
/// let fix = code!("SMS.2802").entry().remediation(Lang::EN);
/// assert_eq!(fix.steps().len(), 4);
/// assert!(fix.to_string().starts_with("1. "));
/// ```
#[derive(Clone, Copy)]
pub struct Text {
    pub(super) tables: &'static Tables,
    pub(super) list: u32,
    /// Row of its language.
    pub(super) lang: u32,
}

impl Text {
    /// Returns the language that the text is really in, which is not always the one that was asked for.
    ///
    /// ```
    /// use errcat::{Lang, code};
    ///
    /// let entry = code!("CSBS.6019").entry();
    /// assert_eq!(entry.remediation(Lang::ZH).lang(), Lang::ZH);
    /// // The catalog has no French: the default language takes its place.
    /// assert_eq!(entry.remediation(Lang::parse("fr").unwrap()).lang(), Lang::EN);
    /// ```
    #[must_use]
    pub fn lang(self) -> Lang {
        self.tables.language(self.lang)
    }

    /// The steps in order; a passage is one step.
    #[must_use]
    pub fn steps(self) -> impl ExactSizeIterator<Item = &'static str> + Clone {
        self.tables.text_list(self.list)
    }

    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.steps().len() == 0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let steps = self.steps();
        let numbered = steps.len() > 1;
        for (at, step) in steps.enumerate() {
            if at > 0 {
                f.write_str("\n")?;
            }
            if numbered {
                write!(f, "{}. ", at + 1)?;
            }
            f.write_str(step)?;
        }
        Ok(())
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.steps()).finish()
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.steps().eq(other.steps())
    }
}

impl Eq for Text {}

impl Hash for Text {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.steps().for_each(|step| step.hash(state));
    }
}

/// A text by language: see [`layout`](errcat_core::layout).
#[derive(Clone, Copy)]
pub(super) struct Texts {
    pub(super) tables: &'static Tables,
    pub(super) list: u32,
}

impl Texts {
    /// Returns the text in this language alone.
    pub(super) fn get(self, lang: Lang) -> Option<Text> {
        let row = self.tables.language_row(lang)?;
        self.iter().find(|text| text.lang == row)
    }

    /// Returns the text in this language, or else in a parent of it, the default language, or any.
    pub(super) fn best(self, lang: Lang) -> Option<Text> {
        lang.fallbacks().find_map(|lang| self.get(lang)).or_else(|| self.iter().next())
    }

    /// Returns the text in this language, or else in another one; an empty one if there is none.
    pub(super) fn best_or_empty(self, lang: Lang) -> Text {
        self.best(lang).unwrap_or(Text { tables: self.tables, list: 0, lang: 0 })
    }

    /// Returns the text in each language that has it, the default language first.
    fn iter(self) -> impl Iterator<Item = Text> {
        let Self { tables, list: first } = self;
        // 0 is the position of an empty list, behind which other lists are.
        let count = if first == 0 { 0 } else { tables.rows.languages.len() };
        let mut list = first;
        (0..count).filter_map(move |lang| {
            let text = Text { tables, list, lang };
            list += 1 + text.steps().len() as u32;
            (!text.is_empty()).then_some(text)
        })
    }
}

/// Returns a text that has one step in any language.
pub(super) fn line(text: Text) -> &'static str {
    text.steps().next().unwrap_or("")
}
