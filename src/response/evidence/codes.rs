//! The codes of a body, in the order of the document.

use alloc::collections::BTreeMap;
use alloc::sync::Arc;
use alloc::vec::Vec;

/// Lists that are longer are looked up in an index.
const SHORT: usize = 16;

/// Different codes, each with its first two places.
#[derive(Debug)]
pub(crate) struct CodeList {
    codes: Vec<Seen>,
    index: BTreeMap<Arc<str>, usize>,
    most: usize,
}

#[derive(Debug)]
struct Seen {
    text: Arc<str>,
    first: usize,
    second: Option<usize>,
}

impl CodeList {
    /// Returns an empty list that takes so many codes at most.
    pub(crate) fn new(most: usize) -> Self {
        Self { codes: Vec::new(), index: BTreeMap::new(), most }
    }

    /// Adds a code that is at this place, which is behind those of all codes before.
    pub(crate) fn add(&mut self, text: &Arc<str>, place: usize) {
        let known = if self.index.is_empty() {
            self.codes.iter().position(|known| known.text == *text)
        } else {
            self.index.get(text).copied()
        };
        if let Some(known) = known.and_then(|known| self.codes.get_mut(known)) {
            known.second.get_or_insert(place);
        } else if self.codes.len() < self.most {
            self.codes.push(Seen { text: text.clone(), first: place, second: None });
            if self.codes.len() > SHORT && !self.index.is_empty() {
                self.index.insert(text.clone(), self.codes.len() - 1);
            } else if self.codes.len() > SHORT {
                self.index = self.codes.iter().map(|seen| seen.text.clone()).zip(0..).collect();
            }
        }
    }

    /// Returns the codes but for the one at this place, each once.
    pub(crate) fn others(&self, chosen: Option<usize>) -> Vec<&Arc<str>> {
        let mut others: Vec<(usize, &Arc<str>)> = Vec::new();
        for seen in &self.codes {
            let place = if Some(seen.first) == chosen { seen.second } else { Some(seen.first) };
            others.extend(place.map(|place| (place, &seen.text)));
        }
        others.sort_unstable();
        others.into_iter().map(|(_, text)| text).collect()
    }
}
