//! The search index: a script that hands the catalog to the search in the page.
//!
//! A page that is opened as a file may load scripts, but not JSON. What results show (code, title, message) stands in
//! the index as it is; of causes, remedies and notes it holds words only, each with the entries that have it.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use errcat::{Class, Entry, Lang, Retry, Template};
use serde::Serialize;

use super::inline_text::{message_parts, plain};
use super::page_context::tag;
use super::site::Site;
use crate::present::labels;
use crate::present::view::EntryView;
use crate::search::tokenize::{is_common, words};
use crate::text::json;

/// Where it lies.
pub(super) fn path(lang: Lang) -> String {
    format!("assets/index.{}.js", lang.as_str())
}

#[derive(Serialize)]
struct Index {
    services: Vec<Service>,
    /// Word and label of each class.
    classes: Vec<(&'static str, &'static str)>,
    retries: Vec<(&'static str, &'static str)>,
    /// Messages of fewer characters may be in a text by chance.
    telling: usize,
    /// English name and label of each group.
    groups: Vec<(&'static str, &'static str)>,
    entries: Vec<Row>,
    /// Words with their entries, see [`Words`].
    words: String,
    pairs: String,
    places: String,
}

#[derive(Serialize)]
struct Service {
    name: &'static str,
    title: &'static str,
    /// The language of its messages.
    lang: &'static str,
    prefixes: Vec<&'static str>,
    aliases: Vec<(&'static str, &'static str)>,
    confused_with: Vec<(&'static str, &'static str)>,
    /// How many of the entries that follow are of it.
    entries: usize,
}

/// Code, title, status, numbers of class, retry and group (from 1), parts of the message; where there are any, other
/// wordings, and the anchor of a second meaning.
#[derive(Serialize)]
struct Row(
    &'static str,
    String,
    u16,
    usize,
    usize,
    usize,
    Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")] Vec<Vec<&'static str>>,
    #[serde(skip_serializing_if = "str::is_empty")] &'static str,
);

pub(super) fn write(site: &Site, lang: Lang) -> String {
    let entries: Vec<Entry> =
        site.catalog.services().flat_map(|service| site.order.entries(service)).collect();
    let groups: BTreeMap<&str, &str> =
        entries.iter().filter_map(|entry| Some((entry.group(Lang::EN)?, entry.group(lang)?))).collect();
    let groups: Vec<(&str, &str)> = groups.into_iter().collect();
    let mut texts = Words::default();
    let rows = entries.iter().enumerate().map(|(at, entry)| {
        let title = plain(&site.titles.of(*entry, lang));
        texts.add(at, *entry, &title);
        row(*entry, title, &groups)
    });
    let rows = rows.collect();
    let services = site.catalog.services().map(|service| Service {
        name: service.name(),
        title: service.title(lang),
        lang: tag(service.source_lang()),
        prefixes: service.prefixes().collect(),
        aliases: service.aliases().collect(),
        confused_with: service.confused_with(lang).collect(),
        entries: service.entries().len(),
    });
    texts.drop_common(entries.len());
    let (words, pairs, places) = texts.encoded();
    let index = Index {
        services: services.collect(),
        classes: Class::ALL.iter().map(|class| (class.as_str(), labels::class(lang, *class))).collect(),
        retries: Retry::ALL.iter().map(|retry| (retry.as_str(), labels::retry_brief(lang, *retry))).collect(),
        telling: errcat::__command::TELLING,
        groups,
        entries: rows,
        words,
        pairs,
        places,
    };
    // Strings and numbers in a struct: there is nothing that JSON could not hold.
    let json = json::to_string(&index).unwrap_or_default();
    format!("\"use strict\";\nerrcat.load({json});\n")
}

fn row(entry: Entry, title: String, groups: &[(&str, &str)]) -> Row {
    let group = entry.group(Lang::EN);
    let anchor = if entry.code().entry() == entry { "" } else { entry.name() };
    Row(
        entry.code().as_str(),
        title,
        entry.status().unwrap_or(0),
        Class::ALL.iter().position(|class| *class == entry.class()).unwrap_or(0),
        Retry::ALL.iter().position(|retry| *retry == entry.retry()).unwrap_or(0),
        groups.iter().position(|(en, _)| Some(*en) == group).map_or(0, |at| at + 1),
        alternating(entry.message()),
        entry.wordings().map(alternating).collect(),
        anchor,
    )
}

/// A message as text, name of a placeholder, text, and so on.
fn alternating(template: Template) -> Vec<&'static str> {
    let mut parts = Vec::new();
    for part in message_parts(template) {
        // Two placeholders side by side have an empty text between them.
        if part.placeholder == (parts.len() % 2 == 0) {
            parts.push("");
        }
        parts.push(part.text);
    }
    parts
}

/// Words of texts that results do not show, each with the entries that have it.
#[derive(Default)]
struct Words {
    places: BTreeMap<String, BTreeSet<usize>>,
}

/// The digits that places are written in. Those of the upper half say that more of the number follows.
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// A word in so many entries is still worth its room, however small the catalog.
const TELLING: usize = 50;

/// Chinese characters that stand in every sentence; pairs with one of them say little.
const PARTICLES: &str = "的了和或与及并在将被把请是为等";

impl Words {
    fn add(&mut self, at: usize, entry: Entry, title: &str) {
        let shown = std::iter::once(entry.message()).chain(entry.wordings()).map(Template::as_str);
        let mut shown: HashSet<String> = shown.flat_map(words).map(|word| word.text).collect();
        shown.extend(words(title).map(|word| word.text));
        let view = EntryView::new(entry);
        for word in view.texts().chain([entry.name()]).flat_map(words) {
            if !shown.contains(&word.text) && !is_common(&word.text) && !word.text.contains(is_particle) {
                self.places.entry(word.text).or_default().insert(at);
            }
        }
    }

    /// Leaves out words that stand nearly everywhere: their places take most room, and tell least.
    fn drop_common(&mut self, entries: usize) {
        let most = TELLING.max(entries / 10);
        self.places.retain(|_, places| places.len() <= most);
    }

    /// The words with a blank between them; pairs of Chinese characters as a first one and those that follow it; and
    /// the places of the former and the latter, in this order, with a blank between them.
    fn encoded(&self) -> (String, String, String) {
        let is_pair = |word: &str| !word.is_ascii() && word.chars().count() == 2;
        let (pairs, words): (Vec<_>, Vec<_>) = self.places.iter().partition(|(word, _)| is_pair(word));
        let mut firsts: Vec<String> = Vec::new();
        let mut last = None;
        for (pair, _) in &pairs {
            let mut letters = pair.chars();
            let first = letters.next();
            match firsts.last_mut().filter(|_| first == last) {
                Some(known) => known.extend(letters),
                None => firsts.push((*pair).clone()),
            }
            last = first;
        }
        let places: Vec<String> = words.iter().chain(&pairs).map(|(_, places)| encoded(places)).collect();
        let words: Vec<&str> = words.iter().map(|(word, _)| word.as_str()).collect();
        (words.join(" "), firsts.join(" "), places.join(" "))
    }
}

fn is_particle(letter: char) -> bool {
    PARTICLES.contains(letter)
}

/// Each place as its distance from the one before, in digits of five bits.
fn encoded(places: &BTreeSet<usize>) -> String {
    let mut text = String::new();
    let mut before = 0;
    for place in places {
        let mut left = place - before;
        before = *place;
        while left >= 32 {
            text.push(char::from(DIGITS[32 + left % 32]));
            left /= 32;
        }
        text.push(char::from(DIGITS[left]));
    }
    text
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::encoded;

    #[test]
    fn places_as_distances() {
        assert_eq!(encoded(&BTreeSet::from([0, 1, 33, 65])), "ABgBgB");
        assert_eq!(encoded(&BTreeSet::from([1055])), "_gB");
    }
}
