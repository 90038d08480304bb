//! What went wrong, in words: a title for each entry.
//!
//! English has the name of the entry, taken apart: `AkSkInvalid` is "AK SK invalid". How a word is capitalised is
//! learned from the texts of the catalog, where `API` and `Linux` stand in the midst of sentences. Names are English;
//! Chinese has the first sentence of the cause.

use std::collections::HashMap;

use errcat::{Catalog, Entry, Lang};

use crate::present::labels::UiLang;

/// A word, and its spellings with how often each stands there.
type Spellings = HashMap<String, HashMap<&'static str, usize>>;

/// How words are capitalised.
pub(super) struct Titles {
    spellings: Spellings,
}

/// A word with a capital first letter alone (`Ready`) is taken for a name from so many places on.
const ENOUGH: usize = 3;

impl Titles {
    /// Learns from the messages, causes and remedies of a catalog.
    pub(super) fn new(catalog: &'static Catalog) -> Self {
        let mut spellings = Spellings::new();
        for entry in catalog.entries() {
            let texts = [entry.description(Lang::EN), entry.remediation(Lang::EN)];
            for text in texts.iter().flat_map(|text| text.steps()).chain([entry.message().as_str()]) {
                for word in inner_words(text) {
                    *spellings.entry(word.to_lowercase()).or_default().entry(word).or_default() += 1;
                }
            }
        }
        Self { spellings }
    }

    /// The title of an entry, as plain text; parts in backticks stay so.
    pub(super) fn of(&self, entry: Entry, lang: Lang) -> String {
        match UiLang::of(lang) {
            UiLang::English => self.english(entry),
            UiLang::Chinese => chinese(entry),
        }
    }

    fn english(&self, entry: Entry) -> String {
        let words = name_words(entry.name());
        let mut title: Vec<String> = Vec::new();
        let mut at = 0;
        while let Some(word) = words.get(at) {
            // `CentOs` is two words of a name and one of a sentence.
            let joined = words.get(at + 1).map(|next| format!("{word}{next}")).unwrap_or_default();
            if let Some(spelling) = self.spelling(&joined) {
                title.push(spelling.to_owned());
                at += 2;
                continue;
            }
            title.push(self.spelling(word).map_or_else(|| word.to_lowercase(), str::to_owned));
            at += 1;
        }
        capitalised(&title.join(" "))
    }

    /// How a word is mostly written within sentences, if not in small letters.
    fn spelling(&self, word: &str) -> Option<&'static str> {
        let spellings = self.spellings.get(&word.to_lowercase())?;
        // Of spellings that are equally frequent, always the same one.
        let (spelling, count) = spellings.iter().max_by(|a, b| a.1.cmp(b.1).then(b.0.cmp(a.0)))?;
        let capitals = spelling.chars().filter(|letter| letter.is_uppercase()).count();
        let enough = capitals > 1 || *count >= ENOUGH;
        (capitals > 0 && enough && !is_camel_case(spelling)).then_some(*spelling)
    }
}

/// Whether a capital letter within the word begins another word: `SourceServer` is a name of code, `CentOS` is not.
fn is_camel_case(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    letters.windows(2).skip(1).any(|pair| matches!(pair, [a, b] if a.is_uppercase() && b.is_lowercase()))
}

/// The words of a name in camel case; digits are words too.
fn name_words(name: &str) -> Vec<&str> {
    let letters: Vec<(usize, char)> = name.char_indices().collect();
    let mut starts = vec![0];
    for pair in letters.windows(2) {
        if let [(_, before), (at, letter)] = pair {
            let hump = letter.is_uppercase() && !before.is_uppercase();
            // A letter and its number are one word: `I386`, `V3`.
            let number = letter.is_ascii_digit() && !before.is_ascii_digit() && !before.is_uppercase();
            if hump || number {
                starts.push(*at);
            }
        }
    }
    let ends = starts.iter().skip(1).copied().chain([name.len()]);
    starts.iter().zip(ends).map(|(start, end)| &name[*start..end]).collect()
}

/// Words of a text that do not begin a sentence, without what stands in backticks.
fn inner_words(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.split('`').step_by(2).enumerate().flat_map(|(at, part)| {
        let mut begins = at == 0;
        part.split(|letter: char| letter.is_whitespace() || letter == '/').filter_map(move |token| {
            let word = token.trim_matches(|letter: char| !letter.is_alphanumeric());
            let inner = !std::mem::replace(&mut begins, token.ends_with(['.', ':', '!', '?']));
            (inner && !word.is_empty() && word.chars().all(char::is_alphanumeric)).then_some(word)
        })
    })
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// A sentence with more characters is long for a title.
const LONG: usize = 40;

/// The first sentence of the cause.
fn chinese(entry: Entry) -> String {
    let cause = entry.description(Lang::ZH);
    let first = cause.steps().next().unwrap_or("");
    let sentence = first.split(['。', '；']).next().unwrap_or(first);
    // What stands after a colon says the same in detail.
    let (start, detail) = sentence.split_once('：').unwrap_or((sentence, ""));
    let title = if detail.is_empty() || sentence.chars().count() > LONG { start } else { sentence };
    title.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use errcat::{CATALOG, Lang};

    use super::{Titles, is_camel_case, name_words};

    #[test]
    fn names_taken_apart() {
        assert_eq!(name_words("TargetServerTypeMismatch"), ["Target", "Server", "Type", "Mismatch"]);
        assert_eq!(name_words("Port8899Unreachable"), ["Port", "8899", "Unreachable"]);
        assert_eq!(name_words("GrubI386PcMissing"), ["Grub", "I386", "Pc", "Missing"]);
        assert_eq!(name_words("X"), ["X"]);
    }

    #[test]
    fn names_of_code_are_no_words() {
        assert!(is_camel_case("SourceServer") && is_camel_case("IPAddress"));
        assert!(!is_camel_case("CentOS") && !is_camel_case("Linux") && !is_camel_case("API"));
    }

    #[test]
    fn titles_read_like_sentences() {
        let titles = Titles::new(&CATALOG);
        for (path, en) in [
            ("csbs::TargetServerTypeMismatch", "Target server type mismatch"),
            ("gateway::ApiNotFoundOrUnpublished", "API not found or unpublished"),
            ("sms::Port8899Unreachable", "Port 8899 unreachable"),
            ("sms::CentOs6NoInternetAccess", "CentOS 6 no Internet access"),
            ("sms::SourceServerIdInvalid", "Source server ID invalid"),
        ] {
            let entry = CATALOG.entry(path).unwrap_or_else(|| panic!("{path}"));
            assert_eq!(titles.of(entry, Lang::EN), en);
        }
        let entry = CATALOG.entry("csbs::TargetServerTypeMismatch").unwrap();
        assert_eq!(titles.of(entry, Lang::ZH), "目标服务器与源服务器的类型不一致");
    }
}
