//! Guesses a template from several messages: what differs between them is a placeholder.

use errcat_build::placeholder::escape;

/// What messages have in common.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Guess {
    /// The template, written as in a catalog file.
    pub(super) template: String,
    /// A name for each placeholder, where the word before it makes one.
    pub(super) params: Vec<Option<String>>,
    /// How many of the messages it was made of.
    pub(super) messages: usize,
}

/// Longer messages are not compared.
const WORDS: usize = 256;
/// Words that do not say what a value is.
const EMPTY: &[&str] = &[
    "a", "an", "and", "as", "at", "be", "because", "by", "due", "failed", "for", "from", "has", "in", "is",
    "it", "not", "of", "on", "or", "that", "the", "this", "to", "was", "with",
];

/// The templates of these messages, that of the most messages first.
pub(super) fn templates(messages: &[String]) -> Vec<Guess> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for message in messages {
        let words: Vec<&str> = message.split(' ').take(WORDS + 1).collect();
        let fits = |group: &&mut Group<'_>| group.fits(&words);
        match groups.iter_mut().find(fits) {
            Some(group) => group.add(message, words),
            None => groups.push(Group { common: words.clone(), messages: vec![(message, words)] }),
        }
    }
    groups.sort_by_key(|group| std::cmp::Reverse(group.messages.len()));
    groups.iter().map(Group::guess).collect()
}

/// Messages that are alike.
struct Group<'m> {
    /// The words that all of them have, in their order.
    common: Vec<&'m str>,
    messages: Vec<(&'m str, Vec<&'m str>)>,
}

impl<'m> Group<'m> {
    /// Whether at least half of the words are the same.
    fn fits(&self, words: &[&str]) -> bool {
        let longest = self.messages.first().map_or(0, |(_, first)| first.len()).max(words.len());
        longest <= WORDS && 2 * common(&self.common, words).len() >= longest && longest > 1
    }

    fn add(&mut self, message: &'m str, words: Vec<&'m str>) {
        self.common = common(&self.common, &words);
        self.messages.push((message, words));
    }

    fn guess(&self) -> Guess {
        let gaps: Vec<Vec<String>> =
            self.messages.iter().map(|(_, words)| gaps(&self.common, words)).collect();
        let mut guess = Guess { messages: self.messages.len(), ..Guess::default() };
        let mut parts: Vec<String> = Vec::new();
        for at in 0..=self.common.len() {
            let values: Vec<&str> = gaps.iter().filter_map(|gaps| gaps.get(at)).map(String::as_str).collect();
            if let Some(first) = values.first().filter(|_| values.iter().any(|value| !value.is_empty())) {
                if values.iter().all(|value| value == first) {
                    parts.push(escape(first));
                } else {
                    let (lead, tail) = around(&values);
                    parts.push(format!("{}%s{}", escape(lead), escape(tail)));
                    guess.params.push(name(self.common.get(..at).unwrap_or_default(), &guess.params));
                }
            }
            if let Some(word) = self.common.get(at) {
                parts.push(escape(word));
            }
        }
        guess.template = parts.join(" ");
        guess
    }
}

/// The longest common subsequence of words.
fn common<'a>(one: &[&'a str], other: &[&str]) -> Vec<&'a str> {
    let width = other.len() + 1;
    let mut lengths = vec![0_u32; (one.len() + 1) * width];
    let at = |i: usize, j: usize| i * width + j;
    let get = |lengths: &[u32], place: usize| lengths.get(place).copied().unwrap_or(0);
    for (i, a) in one.iter().enumerate().rev() {
        for (j, b) in other.iter().enumerate().rev() {
            let length = if a == b {
                get(&lengths, at(i + 1, j + 1)) + 1
            } else {
                get(&lengths, at(i + 1, j)).max(get(&lengths, at(i, j + 1)))
            };
            if let Some(place) = lengths.get_mut(at(i, j)) {
                *place = length;
            }
        }
    }
    let (mut i, mut j, mut words) = (0, 0, Vec::new());
    while let (Some(a), Some(b)) = (one.get(i), other.get(j)) {
        if a == b {
            words.push(*a);
            (i, j) = (i + 1, j + 1);
        } else if get(&lengths, at(i + 1, j)) >= get(&lengths, at(i, j + 1)) {
            i += 1;
        } else {
            j += 1;
        }
    }
    words
}

/// What a message has before, between and after the common words.
fn gaps(common: &[&str], words: &[&str]) -> Vec<String> {
    let mut gaps = Vec::new();
    let mut rest = words;
    for word in common {
        let at = rest.iter().position(|other| other == word).unwrap_or(0);
        let (gap, after) = rest.split_at(at);
        gaps.push(gap.join(" "));
        rest = after.get(1..).unwrap_or_default();
    }
    gaps.push(rest.join(" "));
    gaps
}

/// The punctuation that all values begin and end with: it belongs to the message.
fn around<'v>(values: &[&'v str]) -> (&'v str, &'v str) {
    let Some((first, others)) = values.split_first() else { return ("", "") };
    let punctuation = |letter: char| !letter.is_alphanumeric() && letter != '/' && letter != '-';
    let shared = |one: &mut dyn Iterator<Item = u8>, other: &mut dyn Iterator<Item = u8>| {
        one.zip(other).take_while(|(one, other)| one == other).count()
    };
    let shared_start = others.iter().map(|other| shared(&mut first.bytes(), &mut other.bytes())).min();
    let mut lead = first.len() - first.trim_start_matches(punctuation).len();
    lead = lead.min(shared_start.unwrap_or(lead));
    while !first.is_char_boundary(lead) {
        lead -= 1;
    }
    let shared_end = others.iter().map(|other| {
        let shared = shared(&mut first.bytes().rev(), &mut other.bytes().rev());
        shared.min(other.len() - lead)
    });
    let tail = first.len() - first.trim_end_matches(punctuation).len();
    let mut tail = tail.min(first.len() - lead).min(shared_end.min().unwrap_or(tail));
    while !first.is_char_boundary(first.len() - tail) {
        tail -= 1;
    }
    (first.get(..lead).unwrap_or(""), first.get(first.len() - tail..).unwrap_or(""))
}

/// A name from the words before a placeholder.
fn name(before: &[&str], taken: &[Option<String>]) -> Option<String> {
    let word =
        before.iter().rev().map(|word| word.to_lowercase()).find(|word| !EMPTY.contains(&word.as_str()))?;
    let word = word.trim_matches(|letter: char| !letter.is_ascii_alphanumeric()).replace('-', "_");
    if !errcat_build::is_param(&word) {
        return None;
    }
    let free = |name: &String| !taken.iter().flatten().any(|known| known == name);
    let numbered = (2..100).map(|number| format!("{word}_{number}"));
    std::iter::once(word.clone()).chain(numbered).find(free)
}

#[cfg(test)]
mod tests {
    use super::templates;

    fn guess(messages: &[&str]) -> Vec<(String, Vec<Option<String>>)> {
        let messages: Vec<String> = messages.iter().map(|text| (*text).to_owned()).collect();
        templates(&messages).into_iter().map(|guess| (guess.template, guess.params)).collect()
    }

    #[test]
    fn what_differs_is_a_placeholder() {
        let name = |name: &str| Some(name.to_owned());
        assert_eq!(
            guess(&["The server (s-1) is busy.", "The server (s-22) is busy.", "The server (a b) is busy."]),
            [("The server (%s) is busy.".to_owned(), vec![name("server")])]
        );
        assert_eq!(
            guess(&["Copy vol-1 to vol-2 failed: 5% done", "Copy vol-7 to vol-9 failed: 5% done"]),
            [("Copy %s to %s failed: 5%% done".to_owned(), vec![name("copy"), name("copy_2")])]
        );
        assert_eq!(guess(&["x {a} y"]), [("x {{a}} y".to_owned(), vec![])]);
        assert_eq!(guess(&["", "a"]).len(), 2);
    }

    #[test]
    fn other_wordings_are_kept_apart() {
        let found = guess(&["Disk d-1 is full.", "No such user.", "Disk d-2 is full."]);
        assert_eq!(found[0].0, "Disk %s is full.");
        assert_eq!(found[1].0, "No such user.");
    }
}
