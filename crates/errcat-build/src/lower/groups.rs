//! The groups of a service, and which of them an entry names.

use super::bilingual;
use crate::diagnostic::{DiagnosticKind, Diagnostics, Sound, sound};
use crate::languages::Languages;
use crate::model::{Bilingual, Lang};
use crate::suggest::did_you_mean;
use crate::syntax::{Both, List, Text};
use crate::yaml::File;

pub(super) struct Groups {
    pub(super) groups: List<Both<String>>,
    /// The languages in which a group that is added is due.
    pub(super) languages: Languages,
}

impl Groups {
    /// The group of an entry, which calls it by its English text, or by the Chinese one where that is the only one.
    pub(super) fn find(
        &self,
        file: &File,
        name: &Sound<Option<Text>>,
        faults: &mut Diagnostics,
    ) -> Sound<Option<Bilingual<String>>> {
        let Some(name) = sound(name)? else { return Ok(None) };
        let groups = sound(&self.groups)?;
        let known = groups.iter().flatten();
        if let Some(found) = known.clone().find(|group| called(group) == name.value) {
            return Ok(Some(bilingual(found.clone())));
        }
        // A faulty group may be the one.
        groups.iter().try_for_each(|group| sound(group).map(|_| ()))?;
        let help = did_you_mean(known.map(called), &name.value)
            .unwrap_or_else(|| format!("add `- {}` to `groups`", self.item(&name.value)));
        let message = format!("group `{}` is not one of `groups`", name.value);
        Err(file.fault(faults, name.place, DiagnosticKind::UnknownGroup, message, help))
    }

    /// How a group of this name is written, in the languages that are due.
    fn item(&self, name: &str) -> String {
        match (self.languages.contains(Lang::En), self.languages.contains(Lang::Zh)) {
            (true, true) => format!("{{ en: {name}, zh: ... }}"),
            (false, true) => format!("{{ zh: {name} }}"),
            (_, false) => format!("{{ en: {name} }}"),
        }
    }
}

fn called(group: &Both<String>) -> &str {
    if group.en.is_empty() { &group.zh } else { &group.en }
}
