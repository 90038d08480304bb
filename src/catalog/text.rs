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
}

impl Text {
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

/// Returns the text in this language, or else in another one that has it.
pub(super) fn or_other_language<T>(lang: Lang, text: impl Fn(Lang) -> Option<T>) -> Option<T> {
    text(lang).or_else(|| Lang::ALL.iter().find_map(|other| text(*other)))
}
