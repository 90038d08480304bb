//! What is looked up: enough texts, in an order so mixed, that the processor cannot learn them.

use crate::random::Random;

/// How many queries there are of each kind.
pub const COUNT: usize = 65_536;

/// Texts to look up.
#[derive(Clone, Debug)]
pub struct Queries {
    /// Codes of the catalog.
    pub hits: Vec<&'static str>,
    /// Half with a prefix of the catalog and another number, a quarter with another prefix, a quarter other words.
    pub misses: Vec<&'static str>,
    /// As many of each.
    pub mix: Vec<&'static str>,
}

impl Queries {
    /// Queries for a catalog of these codes.
    #[must_use]
    pub fn new(codes: &[&str]) -> Self {
        let mut random = Random::default();
        let known: std::collections::HashSet<&str> = codes.iter().copied().collect();
        let hits: Vec<String> = (0..COUNT).map(|_| random.pick(codes).to_owned()).collect();
        let misses: Vec<String> = (0..COUNT).map(|_| miss(codes, &known, &mut random)).collect();
        let mut mix: Vec<String> = hits
            .iter()
            .zip(&misses)
            .enumerate()
            .map(|(at, pair)| if at % 2 == 0 { pair.0.clone() } else { pair.1.clone() })
            .collect();
        random.shuffle(&mut mix);
        Self { hits: one_blob(&hits), misses: one_blob(&misses), mix: one_blob(&mix) }
    }
}

/// A text that is no code of the catalog.
fn miss(codes: &[&str], known: &std::collections::HashSet<&str>, random: &mut Random) -> String {
    loop {
        let code = random.pick(codes);
        let (prefix, number) = code.rsplit_once('.').unwrap_or((code, "0000"));
        let other = random.below(10_usize.pow(number.len().min(8) as u32));
        let text = match random.below(4) {
            0 | 1 => format!("{prefix}.{other:0width$}", width = number.len()),
            2 => format!("{}.{number}", word(b'A', random)),
            _ => word(b'a', random),
        };
        if !known.contains(text.as_str()) {
            return text;
        }
    }
}

/// A word of 3 to 16 letters of this case.
fn word(first: u8, random: &mut Random) -> String {
    (0..3 + random.below(14)).map(|_| char::from(first + random.below(26) as u8)).collect()
}

/// The texts one after another in one allocation, as they stand in a log: no two share their bytes, and none is the
/// text of the table. It lives as long as the program.
fn one_blob(texts: &[String]) -> Vec<&'static str> {
    let mut rest: &'static str = Box::leak(texts.concat().into_boxed_str());
    texts
        .iter()
        .map(|text| {
            let (first, after) = rest.split_at(text.len());
            rest = after;
            first
        })
        .collect()
}
