//! The groups of a service, and which of them an entry names.

use std::collections::HashMap;

use crate::diagnostic::{DiagnosticKind, Diagnostics, Reported, Sound, sound};
use crate::languages::Languages;
use crate::model::{Bilingual, Lang};
use crate::suggest::did_you_mean;
use crate::syntax::{List, Text, known};
use crate::yaml::File;

pub(super) struct Groups<'s> {
    all: &'s List<Bilingual<String>>,
    /// Proof that a group, or all of them, could not be read.
    faulty: Option<Reported>,
    /// The groups by the name that entries call them.
    by_name: HashMap<&'s str, &'s Bilingual<String>>,
    /// The languages in which a group that is added is required.
    languages: Languages,
}

impl<'s> Groups<'s> {
    pub(super) fn new(groups: &'s List<Bilingual<String>>, languages: Languages) -> Self {
        let mut by_name = HashMap::new();
        for group in known(groups) {
            by_name.entry(group.any().as_str()).or_insert(group);
        }
        let faulty = match groups {
            Ok(groups) => groups.iter().find_map(|group| group.as_ref().err().copied()),
            Err(faulty) => Some(*faulty),
        };
        Self { all: groups, faulty, by_name, languages }
    }

    /// Returns the group of an entry, which calls it by its English text, or by the Chinese one where that is the only one.
    pub(super) fn find(
        &self,
        file: &File,
        name: &Sound<Option<Text>>,
        faults: &mut Diagnostics,
    ) -> Sound<Option<Bilingual<String>>> {
        let Some(name) = sound(name)? else { return Ok(None) };
        if let Some(found) = self.by_name.get(name.value.as_str()) {
            return Ok(Some((*found).clone()));
        }
        // A faulty group may be the one.
        if let Some(faulty) = self.faulty {
            return Err(faulty);
        }
        let names = known(self.all).map(|group| group.any().as_str());
        // In a file that has enough to report, nobody reads the help, which looks at each group.
        let near = if faults.is_full(&file.path) { None } else { did_you_mean(names, &name.value) };
        let help = near.unwrap_or_else(|| format!("add `- {}` to `groups`", self.item(&name.value)));
        let message = format!("group `{}` is not one of `groups`", name.value);
        Err(file.fault(faults, name.place, DiagnosticKind::UnknownGroup, message, help))
    }

    /// How a group of this name is written, in the required languages.
    fn item(&self, name: &str) -> String {
        match (self.languages.contains(Lang::EN), self.languages.contains(Lang::ZH)) {
            (true, true) => format!("{{ en: {name}, zh: ... }}"),
            (false, true) => format!("{{ zh: {name} }}"),
            (_, false) => format!("{{ en: {name} }}"),
        }
    }
}
