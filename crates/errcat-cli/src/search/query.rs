//! What is looked for: the words of a query, and how much of it they are.
//!
//! Chinese is cut into overlapping pairs of characters, so a phrase of four characters is three words, one of which
//! means nothing. Every character therefore counts once: the pair that tells most takes its two, a neighbour the one that
//! is left.

use std::collections::HashSet;
use std::ops::Range;

use super::tokenize::{is_common, words};

/// The words of a query that say something, each once.
pub(super) struct Query {
    pub(super) words: Vec<Wanted>,
    /// How many units the words have together.
    units: usize,
}

pub(super) struct Wanted {
    pub(super) text: String,
    /// The units of the query that it is made of: characters of Chinese, else the word.
    units: Range<usize>,
}

impl Query {
    pub(super) fn new(text: &str) -> Self {
        let mut seen = HashSet::new();
        let mut all = words(text).filter(|word| seen.insert(word.text.clone())).collect::<Vec<_>>();
        if all.iter().any(|word| !is_common(&word.text)) {
            all.retain(|word| !is_common(&word.text));
        }
        let mut query = Self { words: Vec::new(), units: 0 };
        let mut end = None;
        for word in all {
            // The second character of the pair before is the first one of this.
            let overlaps = end.is_some_and(|end| word.range.start < end);
            let start = query.units - usize::from(overlaps);
            // A word of Latin letters weighs as much as a Chinese one, which has two characters.
            let units =
                start..start + if word.text.chars().count() == 1 && !word.text.is_ascii() { 1 } else { 2 };
            end = Some(word.range.end);
            query.units = units.end;
            query.words.push(Wanted { text: word.text, units });
        }
        query
    }

    /// Adds up what each word is worth in an entry, and gives the share of the query that was found.
    pub(super) fn add_up(&self, worth: &[f64]) -> (f64, f64) {
        let mut order: Vec<(&Wanted, f64)> = self.words.iter().zip(worth.iter().copied()).collect();
        order.sort_by(|one, other| other.1.total_cmp(&one.1));
        let mut covered = vec![false; self.units];
        let mut score = 0.0;
        for (word, worth) in order.into_iter().filter(|(_, worth)| *worth > 0.0) {
            let units = &mut covered[word.units.clone()];
            let new = units.iter().filter(|unit| !**unit).count();
            units.fill(true);
            score += worth * new as f64 / word.units.len() as f64;
        }
        let found = covered.iter().filter(|unit| **unit).count();
        (score, found as f64 / self.units.max(1) as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::Query;

    #[test]
    fn every_character_counts_once() {
        let query = Query::new("空间不足 disk");
        let words: Vec<&str> = query.words.iter().map(|word| word.text.as_str()).collect();
        assert_eq!(words, ["空间", "间不", "不足", "disk"]);
        assert_eq!(query.add_up(&[2.0, 2.0, 2.0, 3.0]), (2.0 + 1.0 + 1.0 + 3.0, 1.0));
        // The pair in the middle means nothing, and takes nothing away.
        assert_eq!(query.add_up(&[2.0, 0.0, 2.0, 0.0]), (4.0, 4.0 / 6.0));
        assert_eq!(Query::new("").add_up(&[]), (0.0, 0.0));
    }
}
