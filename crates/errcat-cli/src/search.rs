//! Searches the catalog: codes, names, messages, causes and remedies, in both languages.
//!
//! The catalog is small enough to be read anew for each search: no index is kept. An entry's score adds up, over the
//! words of the query, the best place where the word stands, times how rare the word is in the catalog.
#![expect(clippy::cast_precision_loss, reason = "counts of words and entries are small")]

mod query;
mod synonyms;
pub(crate) mod tokenize;

use std::collections::{HashMap, HashSet};

use errcat::{Catalog, Entry, Lang, Text};

use crate::lookup;
use query::Query;
use tokenize::{Word, likeness, words};

/// An entry that a search found.
pub(crate) struct Hit {
    pub(crate) entry: Entry,
    /// The greater, the better; only good for comparison with others of the same search.
    pub(crate) score: f64,
    /// The words of the entry that matched, to be marked.
    pub(crate) matched: HashSet<String>,
}

/// How much it counts where a word stands.
const CODE: f64 = 12.0;
const NAME: f64 = 6.0;
const MESSAGE: f64 = 6.0;
const TITLE: f64 = 1.5;
const CAUSE: f64 = 3.0;
const REMEDY: f64 = 2.0;
const STATUS: f64 = 4.0;
/// How much the length of an entry counts, as in BM25.
const LENGTH: f64 = 0.25;
/// How much more an entry counts that holds the query word for word.
const PHRASE: f64 = 2.0;
/// More than any words together.
const EXACT: f64 = 1000.0;

/// The entries that fit a query, the best first.
pub(crate) fn search(catalog: &'static Catalog, entries: &[Entry], query: &str) -> Vec<Hit> {
    let wanted = Query::new(query);
    let documents: Vec<Document> = entries.iter().map(|entry| Document::new(*entry)).collect();
    let likenesses = Likenesses::new(&wanted, &documents);
    let code = lookup::find(catalog, query);
    let phrase = query.trim().to_lowercase();
    let mut hits: Vec<Hit> = documents
        .iter()
        .filter_map(|document| {
            let entry = document.entry;
            let hit = document.score(&wanted, &likenesses).map(|mut hit| {
                hit.score *= if holds_phrase(entry, &phrase) { PHRASE } else { 1.0 };
                hit
            });
            // Who writes a code, or how it begins, wants that code.
            let exact = code == Some(entry.code());
            if !exact && !begins(entry, &phrase) {
                return hit;
            }
            let mut hit = hit.unwrap_or(Hit { entry, score: 0.0, matched: HashSet::new() });
            hit.score = if exact { EXACT } else { EXACT / 2.0 };
            Some(hit)
        })
        .collect();
    hits.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.entry.position().cmp(&b.entry.position())));
    // What has a fraction of the words of the best is noise.
    let best = hits.first().map_or(0.0, |hit| hit.score);
    hits.retain(|hit| hit.score >= best * 0.2);
    hits
}

/// Whether the query stands in a text of the entry, word for word.
fn holds_phrase(entry: Entry, phrase: &str) -> bool {
    let added = |lang| entry.additions().filter_map(move |addition| addition.remediation(lang));
    let texts = Lang::ALL.iter().flat_map(|lang| {
        [entry.description(*lang), entry.remediation(*lang)].into_iter().chain(added(*lang))
    });
    let messages = std::iter::once(entry.message()).chain(entry.wordings()).map(errcat::Template::as_str);
    let mut all = texts.flat_map(Text::steps).chain(messages);
    phrase.chars().count() > 3 && all.any(|text| text.to_lowercase().contains(phrase))
}

/// Whether the entry's code begins so: a prefix, its separator, and a part of the number.
fn begins(entry: Entry, phrase: &str) -> bool {
    let code = entry.code();
    let before_number = code.as_str().len() - code.number().len();
    phrase.len() > before_number.max(2) && code.as_str().to_lowercase().starts_with(phrase)
}

/// An entry, as words with the weight of the best place where each stands.
struct Document {
    entry: Entry,
    words: HashMap<String, f64>,
}

impl Document {
    fn new(entry: Entry) -> Self {
        let mut document = Self { entry, words: HashMap::new() };
        document.add(entry.code().as_str(), CODE);
        document.add(entry.name(), NAME);
        document.add(entry.message().as_str(), MESSAGE);
        for wording in entry.wordings() {
            document.add(wording.as_str(), MESSAGE);
        }
        for lang in Lang::ALL {
            document.add_text(entry.description(*lang), CAUSE);
            document.add_text(entry.remediation(*lang), REMEDY);
            document.add_text(entry.note(*lang).unwrap_or(entry.description(*lang)), REMEDY);
            document.add(entry.service().title(*lang), TITLE);
            document.add(entry.group(*lang).unwrap_or(""), TITLE);
        }
        if let Some(status) = entry.status() {
            document.add(&status.to_string(), STATUS);
        }
        document.add(entry.class().as_str(), TITLE);
        for addition in entry.additions() {
            for lang in Lang::ALL {
                addition.remediation(*lang).into_iter().for_each(|text| document.add_text(text, REMEDY));
            }
            let names = [Some(addition.layer()), addition.owner(), addition.runbook()];
            names.into_iter().flatten().for_each(|name| document.add(name, TITLE));
        }
        document
    }

    fn add_text(&mut self, text: Text, weight: f64) {
        text.steps().for_each(|step| self.add(step, weight));
    }

    fn add(&mut self, text: &str, weight: f64) {
        for Word { text, .. } in words(text) {
            let known = self.words.entry(text).or_insert(0.0);
            *known = known.max(weight);
        }
    }

    fn score(&self, query: &Query, likenesses: &Likenesses) -> Option<Hit> {
        let mut matched = HashSet::new();
        let worth = query.words.iter().map(|word| {
            let mut best = 0.0f64;
            for (known, telling) in likenesses.of(&word.text) {
                if let Some(weight) = self.words.get(known) {
                    best = best.max(weight * telling);
                    matched.insert(known.clone());
                }
            }
            best
        });
        let worth: Vec<f64> = worth.collect();
        // All words count for much more than some of them; a long text holds many words by chance.
        let (score, share) = query.add_up(&worth);
        let length = 1.0 - LENGTH + LENGTH * self.words.len() as f64 / likenesses.average_length;
        (score > 0.0).then(|| Hit { entry: self.entry, score: score * share / length, matched })
    }
}

/// For each word of the query, the words of the catalog that are like it or mean much the same, and how much each
/// tells: the more, the liker and the rarer it is.
struct Likenesses {
    telling: HashMap<String, Vec<(String, f64)>>,
    /// How many different words an entry has.
    average_length: f64,
}

impl Likenesses {
    fn new(query: &Query, documents: &[Document]) -> Self {
        let mut frequency: HashMap<&str, usize> = HashMap::new();
        for document in documents {
            for word in document.words.keys() {
                *frequency.entry(word).or_default() += 1;
            }
        }
        let words: usize = documents.iter().map(|document| document.words.len()).sum();
        let average_length = (words as f64 / documents.len().max(1) as f64).max(1.0);
        let rarity = |holders: usize| (1.0 + documents.len() as f64 / (1.0 + holders as f64)).ln();
        let mut this = Self { telling: HashMap::new(), average_length };
        for word in query.words.iter().map(|word| word.text.as_str()) {
            let mut like: Vec<(&str, f64)> =
                frequency.keys().filter_map(|known| Some((*known, likeness(word, known)?))).collect();
            // A word that is in the catalog is not taken for another that looks like it by a slip of the fingers.
            if frequency.contains_key(word) {
                like.retain(|(_, likeness)| *likeness > tokenize::SLIP);
            }
            // Forms of one word are as rare as the most frequent of them, a synonym as it is itself, but no rarer.
            let forms = like.iter().filter_map(|(known, _)| frequency.get(known)).max().copied();
            let mut telling: Vec<(String, f64)> = like
                .iter()
                .map(|(known, likeness)| ((*known).to_owned(), likeness * rarity(forms.unwrap_or(0))))
                .collect();
            for (synonym, holders) in synonyms::of(word).filter_map(|word| frequency.get_key_value(word)) {
                let rarity = rarity(forms.unwrap_or(0).max(*holders));
                telling.push(((*synonym).to_owned(), synonyms::SYNONYM * rarity));
            }
            this.telling.insert(word.to_owned(), telling);
        }
        this
    }

    fn of(&self, word: &str) -> impl Iterator<Item = (&String, f64)> {
        self.telling.get(word).into_iter().flatten().map(|(known, telling)| (known, *telling))
    }
}

/// The text with what matched between two marks.
pub(crate) fn marked(text: &str, matched: &HashSet<String>, start: &str, end: &str) -> String {
    let mut out = String::new();
    let mut at = 0;
    for word in words(text) {
        // Chinese words overlap: the part that is marked already is not marked again.
        if !matched.contains(&word.text) || word.range.end <= at {
            continue;
        }
        let from = word.range.start.max(at);
        out.push_str(&text[at..from]);
        out.push_str(start);
        out.push_str(&text[from..word.range.end]);
        out.push_str(end);
        at = word.range.end;
    }
    out.push_str(&text[at..]);
    out.replace(&format!("{end}{start}"), "")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The codes of the first three hits.
    fn first(query: &str) -> Vec<&'static str> {
        let entries: Vec<Entry> = errcat::CATALOG.entries().collect();
        search(&errcat::CATALOG, &entries, query)
            .iter()
            .take(3)
            .map(|hit| hit.entry.code().as_str())
            .collect()
    }

    #[test]
    fn what_people_type() {
        let mut missed = Vec::new();
        for (query, code) in [
            ("CSBS.6019", "CSBS.6019"),
            ("csbs6019", "CSBS.6019"),
            ("target server different type", "CSBS.6019"),
            ("port 8899", "SMS.2802"),
            ("8899端口", "SMS.2802"),
            ("real name authentication", "CSBS.9009"),
            ("实名认证", "CSBS.9009"),
            ("shared disk", "CSBS.6010"),
            ("共享云硬盘", "CSBS.6010"),
            ("throttling", "APIG.0308"),
            ("throtling", "APIG.0308"),
            ("流控", "APIG.0308"),
            ("subnet not found", "iMetal.0230"),
            ("子网不存在", "iMetal.0230"),
            ("addon used by cluster", "SVCSTG.CCE-ADDONMGR.4030301"),
            ("插件 集群 删除", "SVCSTG.CCE-ADDONMGR.4030301"),
            ("quota", "CSBS.9006"),
            ("ak sk wrong", "SMS.0202"),
            ("openssh client missing", "SMS.1402"),
            ("请求体过大", "APIG.0201"),
            ("request body too large", "APIG.0201"),
            ("certificat verification", "APIG.0205"),
            ("backup does not exist", "CSBS.3001"),
            // Other words than the document has, and phrases of which it has a part.
            ("挂载点空间不足", "SMS.1351"),
            ("找不到备份", "CSBS.3001"),
            ("missing backup", "CSBS.3001"),
            ("重名的卷组", "SMS.5111"),
            ("云盘配额用完", "SMS.1105"),
            ("迁移速度慢", "SMS.5403"),
            ("密码不对", "iMetal.0205"),
            ("连不上8900端口", "SMS.1807"),
            ("dns lookup failed", "APIG.0605"),
            ("tmp directory full", "SMS.5103"),
        ] {
            if !first(query).contains(&code) {
                missed.push(format!("{query}: {:?}", first(query)));
            }
        }
        assert!(missed.is_empty(), "{}", missed.join("\n"));
        assert!(first("zzzzqqq").is_empty());
        assert_eq!(first("sms.380"), ["SMS.3802", "SMS.3803", "SMS.3804"]);
    }

    #[test]
    fn marks() {
        let matched = HashSet::from(["port".to_owned(), "端口".to_owned(), "口不".to_owned()]);
        assert_eq!(marked("The Port 8899", &matched, "[", "]"), "The [Port] 8899");
        assert_eq!(marked("端口不通", &matched, "[", "]"), "[端口不]通");
    }
}
