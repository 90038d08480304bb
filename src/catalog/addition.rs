//! What an overlay adds to an entry.

use errcat_core::layout::addition as item;

use super::Text;
use super::text::or_other_language;
use crate::tables::{Tables, handle};
use crate::{Lang, Severity};

/// What a layer of an [overlay](crate::Entry::additions) adds to an entry: where the runbook is, who looks after it,
/// how bad it is, what else to do.
#[derive(Clone, Copy)]
pub struct Addition {
    pub(super) tables: &'static Tables,
    /// Its list in the lists of the tables.
    pub(super) row: u32,
}

handle!(Addition, |addition| addition.layer());

impl Addition {
    /// Whose addition it is: the name that the overlay gives its layer.
    #[must_use]
    pub fn layer(self) -> &'static str {
        self.text(item::LAYER).unwrap_or("")
    }

    /// The link to the runbook.
    #[must_use]
    pub fn runbook(self) -> Option<&'static str> {
        self.text(item::RUNBOOK)
    }

    /// Who looks after it.
    #[must_use]
    pub fn owner(self) -> Option<&'static str> {
        self.text(item::OWNER)
    }

    /// How bad it is for those who run the program.
    #[must_use]
    pub fn severity(self) -> Option<Severity> {
        self.get(item::SEVERITY).checked_sub(1).map(Severity::from_number)
    }

    /// Returns what else to do. Falls back to another language; [`remediation_in`](Self::remediation_in) does not.
    #[must_use]
    pub fn remediation(self, lang: Lang) -> Option<Text> {
        or_other_language(lang, |lang| self.remediation_in(lang))
    }

    /// Returns what else to do in this language, or `None` if the overlay lacks it.
    #[must_use]
    pub fn remediation_in(self, lang: Lang) -> Option<Text> {
        let item = [item::REMEDIATION_EN, item::REMEDIATION_ZH][lang.number()];
        Some(Text { tables: self.tables, list: self.get(item) }).filter(|text| !text.is_empty())
    }

    /// Whether the description of the entry in this language is the layer's translation.
    #[must_use]
    pub fn translates_description(self, lang: Lang) -> bool {
        self.get(item::TRANSLATED) & (1 << lang.number()) != 0
    }

    /// Whether the remediation of the entry in this language is the layer's translation.
    #[must_use]
    pub fn translates_remediation(self, lang: Lang) -> bool {
        self.get(item::TRANSLATED) & (4 << lang.number()) != 0
    }

    fn get(self, at: usize) -> u32 {
        self.tables.item(self.row, at)
    }

    fn text(self, at: usize) -> Option<&'static str> {
        Some(self.tables.text(self.get(at))).filter(|text| !text.is_empty())
    }
}
