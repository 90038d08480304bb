//! Which service, code and entry of the new catalog is which of the old one.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::snapshot::{At, Side};
use crate::model::{Catalog, Entry};

/// What became of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate<'c> {
    /// It is in the same service.
    Kept,
    /// It is in another service, of this number.
    Moved(usize),
    /// Its entries are those of this code now.
    Renamed(&'c str),
    /// It is gone.
    Removed,
}

/// Two catalogs, and what belongs together.
pub(super) struct Pairs<'c> {
    pub(super) old: Side<'c>,
    pub(super) new: Side<'c>,
    /// For each service of the old catalog, the number of the new one.
    services: Vec<Option<usize>>,
    entries: HashMap<At, At>,
    taken: HashSet<At>,
    renamed: HashMap<&'c str, &'c str>,
    /// The new codes among the renamed ones.
    new_names: HashSet<&'c str>,
}

impl<'c> Pairs<'c> {
    pub(super) fn new(old: &'c Catalog, new: &'c Catalog) -> Self {
        let (old, new) = (Side::new(old), Side::new(new));
        let services = services(&old, &new);
        let mut pairs = Self {
            old,
            new,
            services,
            entries: HashMap::new(),
            taken: HashSet::new(),
            renamed: HashMap::new(),
            new_names: HashSet::new(),
        };
        pairs.same_name_and_code();
        pairs.same_name();
        pairs.renamed_codes();
        pairs.renamed_entries();
        pairs
    }

    /// The number in the new catalog of a service of the old one.
    pub(super) fn service(&self, old: usize) -> Option<usize> {
        self.services.get(old).copied().flatten()
    }

    /// Whether a service of the new catalog is in the old one.
    pub(super) fn is_old_service(&self, new: usize) -> bool {
        self.services.contains(&Some(new))
    }

    /// Where an entry of the old catalog stands in the new one.
    pub(super) fn entry(&self, old: At) -> Option<At> {
        self.entries.get(&old).copied()
    }

    /// Whether an entry of the new catalog is in the old one.
    pub(super) fn is_old_entry(&self, new: At) -> bool {
        self.taken.contains(&new)
    }

    /// What became of a code of the old catalog.
    pub(super) fn fate(&self, code: &str) -> Fate<'c> {
        let from = self.old.codes.get(code).and_then(|at| self.service(at.service));
        match self.new.codes.get(code) {
            Some(at) if Some(at.service) == from => Fate::Kept,
            Some(at) => Fate::Moved(at.service),
            None => self.renamed.get(code).map_or(Fate::Removed, |code| Fate::Renamed(code)),
        }
    }

    /// What a code of the old catalog is called in the new one.
    pub(super) fn code(&self, old: &'c str) -> Option<&'c str> {
        match self.fate(old) {
            Fate::Kept | Fate::Moved(_) => Some(old),
            Fate::Renamed(new) => Some(new),
            Fate::Removed => None,
        }
    }

    /// Whether the new catalog has this code, and the old one has not, under no other name either.
    pub(super) fn is_new_code(&self, code: &str) -> bool {
        !self.old.codes.contains_key(code) && !self.new_names.contains(code)
    }

    fn join(&mut self, old: At, new: At) {
        if !self.entries.contains_key(&old) && self.taken.insert(new) {
            self.entries.insert(old, new);
        }
    }

    /// The ordinary case, and codes that went to another service.
    fn same_name_and_code(&mut self) {
        for at in self.old.all() {
            let entry = self.old.entry(at);
            let Some(code) = self.new.codes.get(entry.code.as_str()) else { continue };
            let named = self.new.named(code.service, &entry.name);
            if let Some(new) = named.filter(|new| self.new.entry(*new).code == entry.code) {
                self.join(at, new);
            }
        }
    }

    /// A typed error is its name: what has it now is the same, whatever its code.
    fn same_name(&mut self) {
        for at in self.old.all() {
            let service = self.service(at.0);
            if let Some(new) = service.and_then(|service| self.new.named(service, &self.old.entry(at).name)) {
                self.join(at, new);
            }
        }
    }

    /// A code that is gone was renamed if its entries are all of one code now that was not there before.
    fn renamed_codes(&mut self) {
        for service in 0..self.old.services.len() {
            for (code, entries) in self.old.codes_of(service) {
                if self.new.codes.contains_key(code) {
                    continue;
                }
                let mut targets = entries
                    .iter()
                    .filter_map(|at| self.entry((service, *at)))
                    .map(|new| self.new.entry(new).code.as_str());
                let Some(target) = targets.next() else { continue };
                let is_new = !self.old.codes.contains_key(target);
                if is_new && targets.all(|other| other == target) && self.new_names.insert(target) {
                    self.renamed.insert(code, target);
                }
            }
        }
    }

    /// Among the entries of a code that are left, the same meaning has another name.
    fn renamed_entries(&mut self) {
        for service in 0..self.old.services.len() {
            for (code, entries) in self.old.codes_of(service) {
                let Some(target) = self.code(code).and_then(|code| self.new.codes.get(code)) else {
                    continue;
                };
                let mut old: Vec<At> = entries.iter().map(|at| (service, *at)).collect();
                let mut new: Vec<At> = target.entries.iter().map(|at| (target.service, *at)).collect();
                old.retain(|at| !self.entries.contains_key(at));
                new.retain(|at| !self.taken.contains(at));
                for (old, new) in same_meanings(&self.old, old, &self.new, new) {
                    self.join(old, new);
                }
            }
        }
    }
}

/// Services are the same that have the same module, or else more than half of the codes.
fn services(old: &Side<'_>, new: &Side<'_>) -> Vec<Option<usize>> {
    let place = |module: &str| new.services.iter().position(|service| service.module == module);
    let mut pairs: Vec<Option<usize>> = old.services.iter().map(|service| place(&service.module)).collect();
    for number in 0..pairs.len() {
        if pairs[number].is_some() {
            continue;
        }
        let codes = old.codes_of(number);
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for at in codes.iter().filter_map(|(code, _)| new.codes.get(code)) {
            *shared.entry(at.service).or_default() += 1;
        }
        let most = shared.into_iter().find(|(_, count)| count * 2 > codes.len());
        pairs[number] = most.map(|(new, _)| new).filter(|new| !pairs.contains(&Some(*new)));
    }
    pairs
}

/// Whether two meanings of a code are the same, from the surest sign to the weakest.
const SIGNS: [fn(&Entry, &Entry) -> bool; 3] = [
    |old, new| has_same_message(old, new) && old.status == new.status,
    has_same_message,
    |old, new| !old.description.is_empty() && old.description == new.description,
];

fn has_same_message(old: &Entry, new: &Entry) -> bool {
    !old.message.raw.is_empty() && old.message.raw == new.message.raw
}

fn same_meanings(
    old_side: &Side<'_>,
    mut old: Vec<At>,
    new_side: &Side<'_>,
    mut new: Vec<At>,
) -> Vec<(At, At)> {
    let mut same = Vec::new();
    for sign in SIGNS {
        old.retain(|old| {
            let entry = old_side.entry(*old);
            let found = new.iter().position(|new| sign(entry, new_side.entry(*new)));
            same.extend(found.map(|at| (*old, new.remove(at))));
            found.is_none()
        });
    }
    // What was published of a code takes the place of nothing.
    if let ([old], [new]) = (old.as_slice(), new.as_slice())
        && old_side.entry(*old).undocumented != new_side.entry(*new).undocumented
    {
        same.push((*old, *new));
    }
    same
}
